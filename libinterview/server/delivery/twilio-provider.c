/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/delivery/twilio-provider.h"

#define ADDRESS "https://api.twilio.com"

/* Numbers that cannot be reached and texts that cannot be sent, in Twilio's list of errors. */
#define INVALID_TO 21211
#define NOT_A_MOBILE 21614
#define UNSUBSCRIBED 21610

/*
 * InterviewTwilioProvider sends by Twilio's resource Messages, version 2010-04-01: a form to be
 * posted, with the account and its token as basic authentication.
 */
struct _InterviewTwilioProvider
{
  GObject parent_instance;
};

static void provider_iface_init (InterviewSmsProviderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (InterviewTwilioProvider,
                               interview_twilio_provider,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (INTERVIEW_TYPE_SMS_PROVIDER,
                                                      provider_iface_init))

static gboolean
make_request (InterviewSmsProvider *provider,
              InterviewNoticeSettings *settings,
              const InterviewSms *sms,
              InterviewSmsRequest *request,
              InterviewVerdict *verdict)
{
  const char *address = interview_notice_settings_get_sms_address (settings);
  const char *account = interview_notice_settings_get_sms_account (settings);
  const char *sender = interview_notice_settings_get_sms_sender (settings);
  g_autofree char *escaped_account = g_uri_escape_string (account, NULL, FALSE);
  g_autoptr (GString) form = g_string_new (NULL);

  /* A sender is a number, or a service that chooses one. */
  interview_sms_form_append (form, g_str_has_prefix (sender, "MG") ? "MessagingServiceSid" : "From",
                             sender);
  interview_sms_form_append (form, "To", sms->recipient);
  interview_sms_form_append (form, "Body", sms->text);
  request->uri = g_strdup_printf ("%s/2010-04-01/Accounts/%s/Messages.json",
                                  address != NULL ? address : ADDRESS, escaped_account);
  request->body = g_string_free (g_steal_pointer (&form), FALSE);
  request->user = g_strdup (account);
  request->password = g_strdup (interview_notice_settings_get_sms_secret (settings));
  return TRUE;
}

static void
read_answer (InterviewSmsProvider *provider, JsonObject *answer, InterviewVerdict *verdict)
{
  gint64 code = json_object_get_int_member_with_default (answer, "code", 0);
  const char *message = json_object_get_string_member_with_default (answer, "message", "");
  const char *sid = json_object_get_string_member_with_default (answer, "sid", "");

  if (verdict->outcome == INTERVIEW_OUTCOME_SENT)
    {
      g_strlcpy (verdict->detail, sid, sizeof verdict->detail);
      return;
    }
  if (verdict->outcome == INTERVIEW_OUTCOME_REFUSED &&
      (code == INVALID_TO || code == NOT_A_MOBILE || code == UNSUBSCRIBED))
    verdict->reason = INTERVIEW_DELIVERY_REASON_ADDRESS;
  if (*message != '\0')
    g_snprintf (verdict->detail, sizeof verdict->detail, "%" G_GINT64_FORMAT " %s", code, message);
}

static void
provider_iface_init (InterviewSmsProviderInterface *iface)
{
  iface->make_request = make_request;
  iface->read_answer = read_answer;
}

static void
interview_twilio_provider_class_init (InterviewTwilioProviderClass *klass)
{
}

static void
interview_twilio_provider_init (InterviewTwilioProvider *self)
{
}
