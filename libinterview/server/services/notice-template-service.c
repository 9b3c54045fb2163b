/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/notice-template-service.h"

#include "core/error.h"
#include "server/services/appointment.h"
#include "server/services/inbox-service.h"
#include "server/services/moment-text.h"
#include "server/services/notice-case.h"
#include "server/services/placeholders.h"
#include "server/services/template-text.h"
#include "server/store/company-table.h"
#include "server/store/notice-settings-table.h"
#include "server/store/notice-template-table.h"

/* What an example is about. */
#define EXAMPLE_AFTER G_TIME_SPAN_DAY
#define EXAMPLE_MINUTES 45
#define EXAMPLE_LINK "interview://interview.example/00000000000000000000000000"
#define EXAMPLE_ANSWER "https://interview.example:443/invitation/00000000000000000000000000"

/*
 * The company's own words in messages: what can be set, how it will look, and a trial.
 */

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
check (InterviewNoticeTemplate *template, GError **error)
{
  InterviewNoticeKind kind = interview_notice_template_get_kind (template);
  const char *brief = interview_notice_template_get_brief (template);

  if (kind == INTERVIEW_NOTICE_KIND_TEST)
    return refuse (error, "a trial has no text of its own");
  if (!g_strv_contains (interview_template_languages,
                        interview_notice_template_get_language (template)))
    return refuse (error, "messages are written in “en” and “zh-CN”");
  return interview_placeholders_check (interview_notice_template_get_subject (template), kind,
                                       error) &&
         interview_placeholders_check (interview_notice_template_get_body (template), kind,
                                       error) &&
         (brief == NULL || interview_placeholders_check (brief, kind, error));
}

static InterviewNoticeTemplate *
find (InterviewTransaction *transaction,
      const char *company_id,
      InterviewNoticeKind kind,
      const char *language,
      GError **error)
{
  InterviewNoticeTemplate *template = NULL;

  if (!interview_notice_template_table_find (transaction, company_id, kind, language, &template,
                                             error))
    return NULL;
  return template != NULL ? template : interview_template_text_get (kind, language);
}

/**
 * interview_notice_template_service_list:
 * @actor: who asks
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewNoticeTemplate): one for each kind and language:
 *   the company's own, or the built-in one; or %NULL
 */
GPtrArray *
interview_notice_template_service_list (InterviewTransaction *transaction,
                                        InterviewActor *actor,
                                        GError **error)
{
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < interview_template_n_kinds; i++)
    {
      for (guint k = 0; interview_template_languages[k] != NULL; k++)
        {
          InterviewNoticeTemplate *template =
              find (transaction, interview_actor_get_company_id (actor),
                    interview_template_kinds[i], interview_template_languages[k], error);

          if (template == NULL)
            return NULL;
          g_ptr_array_add (templates, template);
        }
    }
  return g_steal_pointer (&templates);
}

/**
 * interview_notice_template_service_replace:
 * @actor: who writes it
 * @template: what is said from now on, and the revision that it is based on; one that is not custom
 *   lets the built-in text hold again
 * @error: return location; %INTERVIEW_ERROR_INVALID with the placeholder that is not known,
 *   %INTERVIEW_ERROR_CONFLICT
 *
 * Returns: (transfer full): the template as it is then, or %NULL
 */
InterviewNoticeTemplate *
interview_notice_template_service_replace (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           InterviewNoticeTemplate *template,
                                           GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);

  if (!check (template, error))
    return NULL;
  if (interview_notice_template_get_custom (template)
          ? !interview_notice_template_table_replace (transaction, company_id, template, error)
          : !interview_notice_template_table_remove (transaction, company_id, template, error))
    return NULL;
  return find (transaction, company_id, interview_notice_template_get_kind (template),
               interview_notice_template_get_language (template), error);
}

/* What an example is made of: the company's real details, and somebody who reads it. */
typedef struct
{
  InterviewNoticeSettings *settings;
  InterviewReader *reader;
  char *company_name;
  gint64 starts_at;
} Example;

static void
example_clear (Example *example)
{
  g_clear_object (&example->settings);
  g_clear_pointer (&example->reader, interview_reader_free);
  g_free (example->company_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Example, example_clear)

static gboolean
open_example (InterviewTransaction *transaction,
              Example *example,
              InterviewActor *actor,
              const char *language,
              GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);

  example->settings = interview_notice_settings_table_get (transaction, company_id, FALSE, error);
  if (example->settings == NULL)
    return FALSE;
  example->reader =
      interview_reader_find (transaction, company_id, interview_actor_get_person_id (actor),
                             example->settings, error);
  if (example->reader == NULL)
    return FALSE;
  example->company_name =
      interview_company_table_get_name (transaction, company_id, language, error);
  example->starts_at = interview_transaction_get_now (transaction) + EXAMPLE_AFTER;
  return example->company_name != NULL;
}

static GPtrArray *
make_values (const Example *example, const char *language)
{
  gboolean chinese = g_str_has_prefix (language, "zh");
  GPtrArray *values = g_ptr_array_new_with_free_func (g_object_unref);
  const char *address = interview_notice_settings_get_contact_address (example->settings);
  g_autofree char *duration = interview_moment_text_minutes (EXAMPLE_MINUTES, language);

  interview_notice_service_add_value (values, "name", example->reader->name);
  interview_notice_service_add_value (values, "company", example->company_name);
  interview_notice_service_add_value (values, "position", chinese ? "软件工程师" : "Engineer");
  interview_notice_service_add_contact (values, example->settings);
  interview_notice_case_add_moment (values, example->starts_at, example->reader->zone, language);
  interview_notice_service_add_value (values, "duration", duration);
  interview_notice_service_add_value (values, "interviewers", example->reader->name);
  interview_notice_service_add_value (values, "candidate", chinese ? "王小明" : "Alex Kim");
  interview_notice_service_add_value (values, "link", EXAMPLE_LINK);
  interview_notice_service_add_value (values, "answer", EXAMPLE_ANSWER);
  interview_notice_service_add_value (values, "place",
                                      address != NULL ? address
                                      : chinese       ? "公司前台"
                                                      : "At the reception");
  interview_notice_service_add_value (values, "bring",
                                      chinese ? "身份证、银行卡" : "Identity card, bank card");
  interview_notice_service_add_value (values, "note", chinese ? "期待您的加入。" : "See you then.");
  return values;
}

static char *
make_calendar (InterviewTransaction *transaction, const Example *example, InterviewNoticeKind kind)
{
  const InterviewAppointment appointment = {
    .uid = "example" INTERVIEW_APPOINTMENT_UID_SUFFIX,
    .method = "PUBLISH",
    .stamp = interview_transaction_get_now (transaction),
    .starts_at = example->starts_at,
    .duration_minutes = EXAMPLE_MINUTES,
    .zone = example->reader->zone,
    .summary = example->company_name,
  };

  if (kind == INTERVIEW_NOTICE_KIND_CONTACT || kind == INTERVIEW_NOTICE_KIND_REMINDER ||
      kind == INTERVIEW_NOTICE_KIND_PANEL_REMINDER)
    return NULL;
  return interview_appointment_to_text (&appointment);
}

/**
 * interview_notice_template_service_preview:
 * @actor: who looks
 * @template: a template that need not be stored
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full): what an example would look like, or %NULL
 */
InterviewNoticePreview *
interview_notice_template_service_preview (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           InterviewNoticeTemplate *template,
                                           GError **error)
{
  const char *language = interview_notice_template_get_language (template);
  g_auto (Example) example = { NULL };
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (InterviewNoticeContent) content = NULL;
  InterviewDraft draft = { 0 };

  if (!check (template, error) || !open_example (transaction, &example, actor, language, error))
    return NULL;
  draft.values = values = make_values (&example, language);
  content = interview_notice_service_compose (template, &draft);
  return g_object_new (INTERVIEW_TYPE_NOTICE_PREVIEW, "subject",
                       interview_notice_content_get_subject (content), "plain",
                       interview_notice_content_get_plain (content), "html",
                       interview_notice_content_get_html (content), "brief",
                       interview_notice_content_get_brief (content), NULL);
}

/**
 * interview_notice_template_service_test:
 * @actor: who gets it, on every way that the company has set up and they can be reached by
 * @template: a template that need not be stored
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full): the message with the addresses that it goes to, or %NULL
 */
InterviewNotice *
interview_notice_template_service_test (InterviewTransaction *transaction,
                                        InterviewActor *actor,
                                        InterviewNoticeTemplate *template,
                                        GError **error)
{
  const char *language = interview_notice_template_get_language (template);
  g_auto (Example) example = { NULL };
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (InterviewNoticeContent) content = NULL;
  g_autofree char *calendar = NULL, *id = NULL;
  InterviewDraft draft = {
    .kind = INTERVIEW_NOTICE_KIND_TEST,
    .company_id = interview_actor_get_company_id (actor),
    .unit_id = interview_actor_get_unit_id (actor),
    .actor_id = interview_actor_get_person_id (actor),
  };

  if (!check (template, error) || !open_example (transaction, &example, actor, language, error))
    return NULL;
  draft.values = values = make_values (&example, language);
  draft.calendar = calendar =
      make_calendar (transaction, &example, interview_notice_template_get_kind (template));
  draft.calendar_method = calendar != NULL ? "PUBLISH" : NULL;
  content = interview_notice_service_compose (template, &draft);
  id = interview_notice_service_send_content (transaction, &draft, content, example.reader,
                                              example.settings, error);
  return id != NULL ? interview_inbox_service_get (transaction, id, error) : NULL;
}
