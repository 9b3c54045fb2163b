/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/delivery/sms-provider.h"

#include "core/protocol/json-text.h"
#include "server/delivery/aliyun-provider.h"
#include "server/delivery/twilio-provider.h"

/*
 * InterviewSmsProvider is what is particular about one provider of text messages: how it is asked
 * to send one, and what its answers mean. It does no I/O, and there is nothing in it that differs
 * from one message to the next, so that any thread may use it.
 */
G_DEFINE_INTERFACE (InterviewSmsProvider, interview_sms_provider, G_TYPE_OBJECT)

static void
interview_sms_provider_default_init (InterviewSmsProviderInterface *iface)
{
}

/**
 * interview_sms_request_clear:
 */
void
interview_sms_request_clear (InterviewSmsRequest *request)
{
  g_clear_pointer (&request->uri, g_free);
  g_clear_pointer (&request->body, g_free);
  g_clear_pointer (&request->user, g_free);
  g_clear_pointer (&request->password, g_free);
}

/**
 * interview_sms_provider_new:
 * @service: which one
 *
 * Returns: (transfer full) (nullable): the provider, or %NULL for nobody
 */
InterviewSmsProvider *
interview_sms_provider_new (InterviewSmsService service)
{
  switch (service)
    {
    case INTERVIEW_SMS_SERVICE_TWILIO:
      return g_object_new (INTERVIEW_TYPE_TWILIO_PROVIDER, NULL);
    case INTERVIEW_SMS_SERVICE_ALIYUN:
      return g_object_new (INTERVIEW_TYPE_ALIYUN_PROVIDER, NULL);
    case INTERVIEW_SMS_SERVICE_NONE:
    default:
      return NULL;
    }
}

/**
 * interview_sms_provider_make_request:
 * @settings: of the company, with its secret
 * @sms: what is to be sent
 * @request: (out): what to ask
 * @verdict: (inout): why it cannot be asked
 *
 * Returns: whether there is something to ask
 */
gboolean
interview_sms_provider_make_request (InterviewSmsProvider *self,
                                     InterviewNoticeSettings *settings,
                                     const InterviewSms *sms,
                                     InterviewSmsRequest *request,
                                     InterviewVerdict *verdict)
{
  g_return_val_if_fail (INTERVIEW_IS_SMS_PROVIDER (self), FALSE);

  return INTERVIEW_SMS_PROVIDER_GET_IFACE (self)->make_request (self, settings, sms, request,
                                                                verdict);
}

/**
 * interview_sms_provider_read_answer:
 * @answer: what came
 * @verdict: (inout): what is to be thought of it by the status alone; the provider's own words make
 *   it more exact
 *
 * An answer that is not understood leaves the verdict as it is.
 */
void
interview_sms_provider_read_answer (InterviewSmsProvider *self,
                                    const char *answer,
                                    InterviewVerdict *verdict)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_if_fail (INTERVIEW_IS_SMS_PROVIDER (self));

  node = interview_json_parse (answer, -1, NULL);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    INTERVIEW_SMS_PROVIDER_GET_IFACE (self)->read_answer (self, json_node_get_object (node),
                                                          verdict);
}

/**
 * interview_sms_form_append:
 * @form: a form so far
 * @name: a field
 * @value: what is in it
 *
 * Appends a field, percent-encoded as RFC 3986 says (unreserved characters alone stay).
 */
void
interview_sms_form_append (GString *form, const char *name, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, NULL, FALSE);

  g_string_append_printf (form, "%s%s=%s", form->len > 0 ? "&" : "", name, escaped);
}
