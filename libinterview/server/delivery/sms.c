/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/delivery/sms.h"

#include <string.h>

#include "server/delivery/sms-provider.h"
#include "server/services/recipient.h"

/*
 * A text message by the company's provider, over HTTPS.
 */

static void
run (InterviewTransfer *transfer,
     InterviewSmsProvider *provider,
     const InterviewSmsRequest *request,
     InterviewVerdict *verdict)
{
  g_autoptr (GBytes) body = g_bytes_new (request->body, strlen (request->body));
  CURL *handle = interview_transfer_open (transfer, request->uri, body);

  if (handle != NULL)
    {
      curl_easy_setopt (handle, CURLOPT_PROTOCOLS_STR, "https");
      curl_easy_setopt (handle, CURLOPT_POST, 1L);
      curl_easy_setopt (handle, CURLOPT_POSTFIELDSIZE, (long) g_bytes_get_size (body));
      if (request->user != NULL)
        {
          curl_easy_setopt (handle, CURLOPT_HTTPAUTH, (long) CURLAUTH_BASIC);
          curl_easy_setopt (handle, CURLOPT_USERNAME, request->user);
          curl_easy_setopt (handle, CURLOPT_PASSWORD,
                            request->password != NULL ? request->password : "");
        }
      interview_transfer_run (transfer, handle);
    }
  else
    transfer->hand_over.result = CURLE_OUT_OF_MEMORY;
  interview_verdict_of_web (&transfer->hand_over, verdict);
  if (transfer->hand_over.result != CURLE_OK)
    g_strlcpy (verdict->detail, curl_easy_strerror (transfer->hand_over.result),
               sizeof verdict->detail);
  else if (g_utf8_validate_len (transfer->reply->str, transfer->reply->len, NULL))
    interview_sms_provider_read_answer (provider, transfer->reply->str, verdict);
}

/**
 * interview_sms_send:
 * @transfer: initialized
 * @errand: what goes as a text message
 * @verdict: (out): how it ended
 *
 * Blocks: for a worker's thread.
 */
void
interview_sms_send (InterviewTransfer *transfer,
                    const InterviewErrand *errand,
                    InterviewVerdict *verdict)
{
  g_autofree char *recipient = interview_recipient_read_phone (errand->recipient);
  g_autofree char *id =
      g_strdup_printf ("%s-%" G_GINT64_FORMAT, errand->delivery_id, g_get_real_time ());
  const char *text = interview_notice_content_get_brief (errand->content);
  g_autoptr (InterviewSmsProvider) provider =
      interview_sms_provider_new (interview_notice_settings_get_sms_provider (errand->settings));
  g_auto (InterviewSmsRequest) request = { NULL };
  const InterviewSms sms = {
    .id = id,
    .recipient = recipient,
    .text = text,
    .kind = interview_notice_content_get_kind (errand->content),
    .values = interview_notice_content_get_values (errand->content),
    .now = g_get_real_time (),
  };

  memset (verdict, 0, sizeof *verdict);
  verdict->outcome = INTERVIEW_OUTCOME_REFUSED;
  verdict->reason = INTERVIEW_DELIVERY_REASON_ADDRESS;
  if (recipient == NULL || text == NULL || provider == NULL)
    return;
  if (interview_sms_provider_make_request (provider, errand->settings, &sms, &request, verdict))
    run (transfer, provider, &request, verdict);
}
