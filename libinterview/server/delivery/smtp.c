/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/delivery/smtp.h"

#include <string.h>

#include "server/delivery/mail.h"
#include "server/services/recipient.h"

/*
 * A mail to one person over SMTP. One mail for each: an option of libcurl's that lets some of many
 * recipients fail would hide which. The connection is encrypted before anything is said, or nothing
 * is said; a server whose certificate is not trusted gets nothing.
 */

static char *
make_uri (InterviewNoticeSettings *settings)
{
  gboolean tls =
      interview_notice_settings_get_smtp_security (settings) == INTERVIEW_SMTP_SECURITY_TLS;
  const char *host = interview_notice_settings_get_smtp_host (settings);
  gboolean literal = strchr (host, ':') != NULL;

  return g_strdup_printf ("%s://%s%s%s:%" G_GINT64_FORMAT, tls ? "smtps" : "smtp",
                          literal ? "[" : "", host, literal ? "]" : "",
                          interview_notice_settings_get_smtp_port (settings));
}

/* The last line that has the code of the answer: after it comes the farewell. */
static char *
find_line (const InterviewTransfer *transfer)
{
  g_autofree char *valid = g_utf8_make_valid (transfer->reply->str, transfer->reply->len);
  g_autofree char *code = g_strdup_printf ("%ld", transfer->hand_over.answer);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);
  const char *found = "";

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], code))
        found = lines[i];
    }
  return g_strchomp (g_strdup (found));
}

static void
set_detail (InterviewVerdict *verdict, const InterviewTransfer *transfer)
{
  g_autofree char *line = find_line (transfer);

  if (transfer->hand_over.result == CURLE_OK || transfer->hand_over.answer >= 400)
    g_strlcpy (verdict->detail, line, sizeof verdict->detail);
  else
    g_strlcpy (verdict->detail, curl_easy_strerror (transfer->hand_over.result),
               sizeof verdict->detail);
}

static void
run (InterviewTransfer *transfer,
     const InterviewErrand *errand,
     const char *sender,
     InterviewVerdict *verdict)
{
  InterviewNoticeSettings *settings = errand->settings;
  const char *user = interview_notice_settings_get_smtp_user (settings);
  const char *password = interview_notice_settings_get_smtp_password (settings);
  g_autofree char *uri = make_uri (settings);
  g_autoptr (GBytes) mail = interview_mail_make (errand);
  struct curl_slist *recipients = curl_slist_append (NULL, errand->recipient);
  CURL *handle = interview_transfer_open (transfer, uri, mail);

  if (handle != NULL && recipients != NULL)
    {
      curl_easy_setopt (handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
      curl_easy_setopt (handle, CURLOPT_USE_SSL, (long) CURLUSESSL_ALL);
      if (user != NULL)
        {
          curl_easy_setopt (handle, CURLOPT_USERNAME, user);
          curl_easy_setopt (handle, CURLOPT_PASSWORD, password != NULL ? password : "");
        }
      curl_easy_setopt (handle, CURLOPT_MAIL_FROM, sender);
      curl_easy_setopt (handle, CURLOPT_MAIL_RCPT, recipients);
      curl_easy_setopt (handle, CURLOPT_UPLOAD, 1L);
      curl_easy_setopt (handle, CURLOPT_HEADERFUNCTION, interview_transfer_take_reply);
      curl_easy_setopt (handle, CURLOPT_HEADERDATA, transfer);
      interview_transfer_run (transfer, handle);
    }
  else
    {
      transfer->hand_over.result = CURLE_OUT_OF_MEMORY;
      curl_easy_cleanup (handle);
    }
  curl_slist_free_all (recipients);
  interview_verdict_of_mail (&transfer->hand_over, verdict);
  set_detail (verdict, transfer);
}

/**
 * interview_smtp_send:
 * @transfer: initialized
 * @errand: what goes by e-mail
 * @verdict: (out): how it ended
 *
 * Blocks: for a worker's thread.
 */
void
interview_smtp_send (InterviewTransfer *transfer,
                     const InterviewErrand *errand,
                     InterviewVerdict *verdict)
{
  g_autofree char *recipient = interview_recipient_read_mail (errand->recipient);
  g_autofree char *sender = interview_recipient_read_mail (
      interview_notice_settings_get_sender_address (errand->settings));

  memset (verdict, 0, sizeof *verdict);
  if (recipient != NULL && sender != NULL)
    {
      run (transfer, errand, sender, verdict);
      return;
    }
  verdict->outcome = INTERVIEW_OUTCOME_REFUSED;
  verdict->reason = INTERVIEW_DELIVERY_REASON_ADDRESS;
}
