/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/delivery/aliyun-provider.h"

#include <string.h>

#include "core/model/fact.h"

#define ADDRESS "https://dysmsapi.aliyuncs.com/"
#define REGION "cn-hangzhou"
#define CHINA "+86"

/*
 * InterviewAliyunProvider sends by Alibaba Cloud's Short Message Service, action SendSms of version
 * 2017-05-25. Texts are on file there and are named by their code; what is sent are the values for
 * their places. Each request is signed: HMAC-SHA1 over method, path and all fields, sorted and
 * percent-encoded (signature version 1.0).
 */
struct _InterviewAliyunProvider
{
  GObject parent_instance;
};

static void provider_iface_init (InterviewSmsProviderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (InterviewAliyunProvider,
                               interview_aliyun_provider,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (INTERVIEW_TYPE_SMS_PROVIDER,
                                                      provider_iface_init))

static int
compare_fields (gconstpointer a, gconstpointer b)
{
  return strcmp (interview_fact_get_label (*(InterviewFact *const *) a),
                 interview_fact_get_label (*(InterviewFact *const *) b));
}

static char *
make_form (GPtrArray *fields)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (fields, NULL, NULL);
  GString *form = g_string_new (NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_fields);
  for (guint i = 0; i < sorted->len; i++)
    {
      InterviewFact *field = g_ptr_array_index (sorted, i);

      interview_sms_form_append (form, interview_fact_get_label (field),
                                 interview_fact_get_value (field));
    }
  return g_string_free (form, FALSE);
}

/**
 * interview_aliyun_provider_sign:
 * @method: "GET" or "POST"
 * @fields: (element-type InterviewFact): the request without its signature
 * @secret: the secret of the access key
 *
 * A pure function, after “Request signatures” of the documentation of the service.
 *
 * Returns: (transfer full): the signature in base 64
 */
char *
interview_aliyun_provider_sign (const char *method, GPtrArray *fields, const char *secret)
{
  g_autofree char *form = make_form (fields);
  g_autofree char *escaped = g_uri_escape_string (form, NULL, FALSE);
  g_autofree char *text = g_strdup_printf ("%s&%%2F&%s", method, escaped);
  g_autofree char *key = g_strconcat (secret, "&", NULL);
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA1, (const guchar *) key, strlen (key));
  guint8 digest[20];
  gsize length = sizeof digest;

  g_hmac_update (hmac, (const guchar *) text, -1);
  g_hmac_get_digest (hmac, digest, &length);
  return g_base64_encode (digest, length);
}

static void
add (GPtrArray *fields, const char *name, const char *value)
{
  g_ptr_array_add (fields, g_object_new (INTERVIEW_TYPE_FACT, "label", name, "value", value, NULL));
}

/* Numbers of the mainland go without their country, all others without the plus. */
static const char *
get_number (const char *recipient)
{
  if (g_str_has_prefix (recipient, CHINA))
    return recipient + strlen (CHINA);
  return recipient + strspn (recipient, "+");
}

static char *
make_values (GPtrArray *values)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      InterviewFact *value = g_ptr_array_index (values, i);

      json_object_set_string_member (object, interview_fact_get_label (value),
                                     interview_fact_get_value (value));
    }
  json_node_take_object (node, object);
  return json_to_string (node, FALSE);
}

static const char *
find_code (InterviewNoticeSettings *settings, InterviewNoticeKind kind)
{
  GPtrArray *templates = interview_notice_settings_get_sms_templates (settings);

  for (guint i = 0; templates != NULL && i < templates->len; i++)
    {
      InterviewSmsTemplate *template = g_ptr_array_index (templates, i);

      if (interview_sms_template_get_kind (template) == kind)
        return interview_sms_template_get_code (template);
    }
  return NULL;
}

static char *
make_timestamp (gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_TIME_SPAN_SECOND);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static gboolean
make_request (InterviewSmsProvider *provider,
              InterviewNoticeSettings *settings,
              const InterviewSms *sms,
              InterviewSmsRequest *request,
              InterviewVerdict *verdict)
{
  const char *address = interview_notice_settings_get_sms_address (settings);
  const char *secret = interview_notice_settings_get_sms_secret (settings);
  const char *code = find_code (settings, sms->kind);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *timestamp = make_timestamp (sms->now);
  g_autofree char *values = make_values (sms->values);
  g_autofree char *signature = NULL;

  if (code == NULL)
    {
      verdict->outcome = INTERVIEW_OUTCOME_REFUSED;
      verdict->reason = INTERVIEW_DELIVERY_REASON_NOT_SET_UP;
      return FALSE;
    }
  add (fields, "AccessKeyId", interview_notice_settings_get_sms_account (settings));
  add (fields, "Action", "SendSms");
  add (fields, "Format", "JSON");
  add (fields, "OutId", sms->id);
  add (fields, "PhoneNumbers", get_number (sms->recipient));
  add (fields, "RegionId", REGION);
  add (fields, "SignName", interview_notice_settings_get_sms_sender (settings));
  add (fields, "SignatureMethod", "HMAC-SHA1");
  /* The service takes a nonce once, so that an attempt that was copied on the way is not sent. */
  add (fields, "SignatureNonce", sms->id);
  add (fields, "SignatureVersion", "1.0");
  add (fields, "TemplateCode", code);
  add (fields, "TemplateParam", values);
  add (fields, "Timestamp", timestamp);
  add (fields, "Version", "2017-05-25");
  signature = interview_aliyun_provider_sign ("POST", fields, secret != NULL ? secret : "");
  add (fields, "Signature", signature);
  request->uri = g_strdup (address != NULL ? address : ADDRESS);
  request->body = make_form (fields);
  return TRUE;
}

static const struct
{
  const char *code;
  InterviewOutcome outcome;
  InterviewDeliveryReason reason;
} meanings[] = {
  { "OK", INTERVIEW_OUTCOME_SENT, INTERVIEW_DELIVERY_REASON_NONE },
  { "isv.BUSINESS_LIMIT_CONTROL", INTERVIEW_OUTCOME_LATER, INTERVIEW_DELIVERY_REASON_BUSY },
  { "isv.DAY_LIMIT_CONTROL", INTERVIEW_OUTCOME_LATER, INTERVIEW_DELIVERY_REASON_BUSY },
  { "isv.AMOUNT_NOT_ENOUGH", INTERVIEW_OUTCOME_LATER, INTERVIEW_DELIVERY_REASON_BUSY },
  { "isv.OUT_OF_SERVICE", INTERVIEW_OUTCOME_LATER, INTERVIEW_DELIVERY_REASON_BUSY },
  { "Throttling", INTERVIEW_OUTCOME_LATER, INTERVIEW_DELIVERY_REASON_BUSY },
  { "InvalidAccessKeyId", INTERVIEW_OUTCOME_LATER, INTERVIEW_DELIVERY_REASON_LOGIN },
  { "SignatureDoesNotMatch", INTERVIEW_OUTCOME_LATER, INTERVIEW_DELIVERY_REASON_LOGIN },
  /* The first copy of this attempt has come: what became of it, nobody tells. */
  { "SignatureNonceUsed", INTERVIEW_OUTCOME_UNCERTAIN, INTERVIEW_DELIVERY_REASON_NO_ANSWER },
  { "isv.MOBILE_NUMBER_ILLEGAL", INTERVIEW_OUTCOME_REFUSED, INTERVIEW_DELIVERY_REASON_ADDRESS },
};

static void
read_answer (InterviewSmsProvider *provider, JsonObject *answer, InterviewVerdict *verdict)
{
  const char *code = json_object_get_string_member_with_default (answer, "Code", "");
  const char *message = json_object_get_string_member_with_default (answer, "Message", "");

  if (*code == '\0')
    return;
  /* A refusal comes with the status 200, too. */
  if (verdict->outcome == INTERVIEW_OUTCOME_SENT)
    {
      verdict->outcome = INTERVIEW_OUTCOME_REFUSED;
      verdict->reason = INTERVIEW_DELIVERY_REASON_REFUSED;
    }
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      if (g_str_has_prefix (code, meanings[i].code))
        {
          verdict->outcome = meanings[i].outcome;
          verdict->reason = meanings[i].reason;
          break;
        }
    }
  if (verdict->outcome == INTERVIEW_OUTCOME_SENT)
    g_strlcpy (verdict->detail, json_object_get_string_member_with_default (answer, "BizId", ""),
               sizeof verdict->detail);
  else
    g_snprintf (verdict->detail, sizeof verdict->detail, "%s %s", code, message);
}

static void
provider_iface_init (InterviewSmsProviderInterface *iface)
{
  iface->make_request = make_request;
  iface->read_answer = read_answer;
}

static void
interview_aliyun_provider_class_init (InterviewAliyunProviderClass *klass)
{
}

static void
interview_aliyun_provider_init (InterviewAliyunProvider *self)
{
}
