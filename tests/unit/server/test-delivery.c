/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "server/delivery/aliyun-provider.h"
#include "server/delivery/verdict.h"
#include "server/services/delivery-schedule.h"
#include "server/services/html-text.h"
#include "server/services/moment-text.h"
#include "server/services/notice-service.h"
#include "server/services/placeholders.h"
#include "server/services/recipient.h"
#include "server/services/template-text.h"

static GPtrArray *
make_values (const char *first, ...)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_object_unref);
  va_list list;

  va_start (list, first);
  for (const char *name = first; name != NULL; name = va_arg (list, const char *))
    interview_notice_service_add_value (values, name, va_arg (list, const char *));
  va_end (list);
  return values;
}

static void
test_placeholders (void)
{
  static const struct
  {
    const char *text;
    const char *filled;
  } rows[] = {
    { "Dear {{name}},", "Dear <Ann> & {{date}},," },
    { "Phone: {{phone}}\nMail: {{email}}", "Mail: a@b.example" },
    { "Nothing here:\n{{phone}}", "" },
    { "First\r\n\r\nAsk {{phone}}\r\n\r\nLast {{name}}", "First\n\nLast <Ann> & {{date}}," },
    { "{{email}}{{email}}", "a@b.examplea@b.example" },
    { "No end {{name", "No end {{name" },
  };
  g_autoptr (GPtrArray) values =
      make_values ("name", "<Ann> & {{date}},", "phone", "", "email", "a@b.example", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *filled = interview_placeholders_fill (rows[i].text, values);

      g_assert_cmpstr (filled, ==, rows[i].filled);
    }
}

static void
test_placeholders_checked (void)
{
  static const struct
  {
    const char *text;
    InterviewNoticeKind kind;
    gboolean good;
  } rows[] = {
    { "{{name}} {{date}}", INTERVIEW_NOTICE_KIND_INVITATION, TRUE },
    { "{{bring}}", INTERVIEW_NOTICE_KIND_INVITATION, FALSE },
    { "{{bring}}", INTERVIEW_NOTICE_KIND_ONBOARDING, TRUE },
    { "{{date}}", INTERVIEW_NOTICE_KIND_CONTACT, FALSE },
    { "{{ name }}", INTERVIEW_NOTICE_KIND_CONTACT, FALSE },
    { "{{name", INTERVIEW_NOTICE_KIND_CONTACT, FALSE },
    { "{{}}", INTERVIEW_NOTICE_KIND_CONTACT, FALSE },
    { "{name}", INTERVIEW_NOTICE_KIND_CONTACT, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (interview_placeholders_check (rows[i].text, rows[i].kind, &error), ==,
                       rows[i].good);
      g_assert_true (rows[i].good ||
                     g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_PLACEHOLDER_UNKNOWN));
    }
}

static void
test_built_in (void)
{
  for (guint i = 0; i < interview_template_n_kinds; i++)
    {
      InterviewNoticeKind kind = interview_template_kinds[i];

      for (guint k = 0; interview_template_languages[k] != NULL; k++)
        {
          const char *language = interview_template_languages[k];
          g_autoptr (InterviewNoticeTemplate) template =
              interview_template_text_get (kind, language);
          g_autoptr (GError) error = NULL;

          g_assert_true (interview_record_validate (INTERVIEW_RECORD (template), &error));
          g_assert_cmpstr (interview_notice_template_get_language (template), ==, language);
          interview_placeholders_check (interview_notice_template_get_subject (template), kind,
                                        &error);
          g_assert_no_error (error);
          interview_placeholders_check (interview_notice_template_get_body (template), kind,
                                        &error);
          g_assert_no_error (error);
          interview_placeholders_check (interview_notice_template_get_brief (template), kind,
                                        &error);
          g_assert_no_error (error);
        }
    }
}

static void
test_html (void)
{
  g_autofree char *html = interview_html_text_make (
      "A <b> & \"c\"\nsee https://a.example/x?y=1&z=2.\n\ninterview://h/c", "T <", "en", NULL);
  g_autofree char *with_picture =
      interview_html_text_make ("See\nhttps://a.example/i/1\n\nand https://a.example/i/1", "T",
                                "zh-CN", "https://a.example/i/1");
  const char *picture = strstr (with_picture, "<img src=\"cid:" INTERVIEW_HTML_QR_ID "\" alt=\"");

  g_assert_nonnull (strstr (html, "<title>T &lt;</title>"));
  g_assert_nonnull (strstr (html, "<p>A &lt;b&gt; &amp; &quot;c&quot;<br>\nsee "
                                  "<a href=\"https://a.example/x?y=1&amp;z=2\">"
                                  "https://a.example/x?y=1&amp;z=2</a>.</p>"));
  g_assert_nonnull (strstr (html, "<a href=\"interview://h/c\">"));
  g_assert_null (strstr (html, "<img"));
  /* Once, below the link. */
  g_assert_nonnull (picture);
  g_assert_true (picture == g_strrstr (with_picture, "<img"));
  g_assert_nonnull (strstr (picture, "https://a.example/i/1"));
  g_assert_nonnull (strstr (picture, "二维码"));
}

static void
test_recipients (void)
{
  static const struct
  {
    const char *text;
    const char *mail;
    const char *phone;
  } rows[] = {
    { " ann@mail.example ", "ann@mail.example", NULL },
    { "a.b+c@mail.example", "a.b+c@mail.example", NULL },
    { "ann@例子.example", "ann@xn--fsqu00a.example", NULL },
    { "a@b@mail.example", NULL, NULL },
    { "a..b@mail.example", NULL, NULL },
    { "ann@mail.example\r\nRCPT TO:<x@y.example>", NULL, NULL },
    { "ann@mail.example>", NULL, NULL },
    { "安@mail.example", NULL, NULL },
    { "ann@-mail.example", NULL, NULL },
    { "@mail.example", NULL, NULL },
    { "", NULL, NULL },
    { "+86 138 0055 0101", NULL, "+8613800550101" },
    { "0044 (7700) 900-123", NULL, "+447700900123" },
    { "13800550101", NULL, NULL },
    { "+86 138 0055 0101 ext 5", NULL, NULL },
    { "+12", NULL, NULL },
    { "+0123456789", NULL, NULL },
    { NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *mail = interview_recipient_read_mail (rows[i].text);
      g_autofree char *phone = interview_recipient_read_phone (rows[i].text);

      g_assert_cmpstr (mail, ==, rows[i].mail);
      g_assert_cmpstr (phone, ==, rows[i].phone);
    }
}

static void
test_schedule (void)
{
  gint64 waited = 0, due_at = 0, last = 0;
  gint64 attempts = 1;

  while (interview_delivery_schedule_next (attempts, 0, &due_at))
    {
      g_assert_cmpint (due_at, >=, last);
      last = due_at;
      waited += due_at;
      attempts++;
    }
  g_assert_cmpint (attempts, >, 10);
  g_assert_cmpint (waited, >, G_TIME_SPAN_DAY);
  g_assert_cmpint (waited, <, 3 * G_TIME_SPAN_DAY);
  interview_delivery_schedule_next (1, 5, &due_at);
  g_assert_cmpint (due_at, ==, 5 + G_TIME_SPAN_MINUTE);
  interview_delivery_schedule_next (4, 5, &due_at);
  g_assert_cmpint (due_at, ==, 5 + 8 * G_TIME_SPAN_MINUTE);
}

static void
test_mail_verdict (void)
{
  static const struct
  {
    InterviewHandOver hand_over;
    InterviewOutcome outcome;
    InterviewDeliveryReason reason;
  } rows[] = {
    { { CURLE_OK, 250, TRUE, TRUE }, INTERVIEW_OUTCOME_SENT, INTERVIEW_DELIVERY_REASON_NONE },
    { { CURLE_COULDNT_CONNECT, 0, FALSE, FALSE },
      INTERVIEW_OUTCOME_LATER,
      INTERVIEW_DELIVERY_REASON_UNREACHABLE },
    { { CURLE_PEER_FAILED_VERIFICATION, 220, FALSE, FALSE },
      INTERVIEW_OUTCOME_LATER,
      INTERVIEW_DELIVERY_REASON_CERTIFICATE },
    { { CURLE_LOGIN_DENIED, 535, FALSE, FALSE },
      INTERVIEW_OUTCOME_LATER,
      INTERVIEW_DELIVERY_REASON_LOGIN },
    { { CURLE_SEND_ERROR, 451, FALSE, FALSE },
      INTERVIEW_OUTCOME_LATER,
      INTERVIEW_DELIVERY_REASON_BUSY },
    { { CURLE_SEND_ERROR, 550, FALSE, FALSE },
      INTERVIEW_OUTCOME_REFUSED,
      INTERVIEW_DELIVERY_REASON_REFUSED },
    { { CURLE_SEND_ERROR, 354, TRUE, FALSE },
      INTERVIEW_OUTCOME_LATER,
      INTERVIEW_DELIVERY_REASON_UNREACHABLE },
    { { CURLE_RECV_ERROR, 354, TRUE, TRUE },
      INTERVIEW_OUTCOME_UNCERTAIN,
      INTERVIEW_DELIVERY_REASON_NO_ANSWER },
    { { CURLE_OPERATION_TIMEDOUT, 354, TRUE, TRUE },
      INTERVIEW_OUTCOME_UNCERTAIN,
      INTERVIEW_DELIVERY_REASON_NO_ANSWER },
    { { CURLE_RECV_ERROR, 452, TRUE, TRUE },
      INTERVIEW_OUTCOME_LATER,
      INTERVIEW_DELIVERY_REASON_BUSY },
    { { CURLE_RECV_ERROR, 554, TRUE, TRUE },
      INTERVIEW_OUTCOME_REFUSED,
      INTERVIEW_DELIVERY_REASON_REFUSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      InterviewVerdict verdict = { 0 };

      interview_verdict_of_mail (&rows[i].hand_over, &verdict);
      g_assert_cmpint (verdict.outcome, ==, rows[i].outcome);
      g_assert_cmpint (verdict.reason, ==, rows[i].reason);
    }
}

/* The example of “Request signatures” in the documentation of Alibaba Cloud's text messages. */
static void
test_aliyun_example (void)
{
  g_autoptr (GPtrArray) fields =
      make_values ("AccessKeyId", "testId", "Action", "SendSms", "Format", "XML", "OutId", "123",
                   "PhoneNumbers", "15300000001", "RegionId", "cn-hangzhou", "SignName",
                   "阿里云短信测试专用", "SignatureMethod", "HMAC-SHA1", "SignatureNonce",
                   "45e25e9b-0a6f-4070-8c85-2956eda1b466", "SignatureVersion", "1.0",
                   "TemplateCode", "SMS_71390007", "TemplateParam", "{\"customer\":\"test\"}",
                   "Timestamp", "2017-07-12T02:42:19Z", "Version", "2017-05-25", NULL);
  g_autofree char *signature = interview_aliyun_provider_sign ("GET", fields, "testSecret");

  g_assert_cmpstr (signature, ==, "zJDF+Lrzhj/ThnlvIToysFRq6t4=");
}

/* The example of “Create a Message resource” in the documentation of Twilio. */
static void
test_twilio_example (void)
{
  g_autoptr (InterviewNoticeSettings) settings =
      g_object_new (INTERVIEW_TYPE_NOTICE_SETTINGS, "sms-account", "ACXX", "sms-secret", "token",
                    "sms-sender", "+15557122661", NULL);
  g_autoptr (InterviewSmsProvider) provider =
      interview_sms_provider_new (INTERVIEW_SMS_SERVICE_TWILIO);
  const InterviewSms sms = { .recipient = "+15558675310", .text = "Hi there" };
  g_auto (InterviewSmsRequest) request = { NULL };
  InterviewVerdict verdict = { 0 };

  g_assert_true (
      interview_sms_provider_make_request (provider, settings, &sms, &request, &verdict));
  g_assert_cmpstr (request.uri, ==,
                   "https://api.twilio.com/2010-04-01/Accounts/ACXX/Messages.json");
  g_assert_cmpstr (request.body, ==, "From=%2B15557122661&To=%2B15558675310&Body=Hi%20there");
  g_assert_cmpstr (request.user, ==, "ACXX");
  g_assert_cmpstr (request.password, ==, "token");
}

static void
test_moments (void)
{
  g_autoptr (GTimeZone) shanghai = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 late = 1782925200 * G_TIME_SPAN_SECOND; /* 2026-07-01T17:00:00Z */
  g_autofree char *english = interview_moment_text_date (late, berlin, "en");
  g_autofree char *chinese = interview_moment_text_date (late, shanghai, "zh-CN");
  g_autofree char *time = interview_moment_text_time (late, shanghai);
  g_autofree char *zone = interview_moment_text_zone (late, berlin);

  g_assert_cmpstr (english, ==, "Wednesday 1 July 2026");
  g_assert_cmpstr (chinese, ==, "2026年7月2日（周四）");
  g_assert_cmpstr (time, ==, "01:00");
  g_assert_cmpstr (zone, ==, "Europe/Berlin, UTC+02:00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delivery/placeholders", test_placeholders);
  g_test_add_func ("/delivery/placeholders-checked", test_placeholders_checked);
  g_test_add_func ("/delivery/built-in", test_built_in);
  g_test_add_func ("/delivery/html", test_html);
  g_test_add_func ("/delivery/recipients", test_recipients);
  g_test_add_func ("/delivery/schedule", test_schedule);
  g_test_add_func ("/delivery/mail-verdict", test_mail_verdict);
  g_test_add_func ("/delivery/aliyun-example", test_aliyun_example);
  g_test_add_func ("/delivery/twilio-example", test_twilio_example);
  g_test_add_func ("/delivery/moments", test_moments);
  return g_test_run ();
}
