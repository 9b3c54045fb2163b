/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/notice-service.h"

#include "core/id.h"
#include "core/protocol/limits.h"
#include "server/services/html-text.h"
#include "server/services/placeholders.h"
#include "server/services/template-text.h"
#include "server/store/notice-table.h"
#include "server/store/notice-template-table.h"
#include "server/store/outbox-table.h"

/*
 * Writing messages: a template and what it is about become a text, which is stored with the ways
 * that it is to go, all in the transaction of what caused it. Nothing is sent here: the outbox is
 * emptied by the delivery worker, which begins again where it was interrupted.
 */

/**
 * interview_notice_service_add_value:
 * @values: (element-type InterviewFact): what placeholders stand for
 * @name: a placeholder
 * @value: (nullable): what it stands for; cut where a record cannot hold more
 */
void
interview_notice_service_add_value (GPtrArray *values, const char *name, const char *value)
{
  g_autofree char *cut = NULL;

  if (value == NULL)
    value = "";
  if (g_utf8_strlen (value, -1) > INTERVIEW_LIMIT_TEXT)
    value = cut = g_utf8_substring (value, 0, INTERVIEW_LIMIT_TEXT);
  g_ptr_array_add (values, g_object_new (INTERVIEW_TYPE_FACT, "label", name, "value", value, NULL));
}

/**
 * interview_notice_service_add_contact:
 * @values: (element-type InterviewFact): what placeholders stand for
 * @settings: of the company
 *
 * Adds how the company is reached.
 */
void
interview_notice_service_add_contact (GPtrArray *values, InterviewNoticeSettings *settings)
{
  interview_notice_service_add_value (values, "address",
                                      interview_notice_settings_get_contact_address (settings));
  interview_notice_service_add_value (values, "phone",
                                      interview_notice_settings_get_contact_phone (settings));
  interview_notice_service_add_value (values, "email",
                                      interview_notice_settings_get_contact_email (settings));
  interview_notice_service_add_value (values, "website",
                                      interview_notice_settings_get_contact_website (settings));
}

/* A record takes only so many characters; long names may bring a line above that. */
static char *
cut_take (char *text, glong limit)
{
  char *cut;

  if (g_utf8_strlen (text, -1) <= limit)
    return text;
  cut = g_utf8_substring (text, 0, limit);
  g_free (text);
  return cut;
}

/**
 * interview_notice_service_compose:
 * @template: what is said
 * @draft: what it is said about
 *
 * A pure function.
 *
 * Returns: (transfer full): the message in every form
 */
InterviewNoticeContent *
interview_notice_service_compose (InterviewNoticeTemplate *template, const InterviewDraft *draft)
{
  const char *language = interview_notice_template_get_language (template);
  const char *brief_text = interview_notice_template_get_brief (template);
  const char *answer;
  g_autofree char *subject = NULL, *plain = NULL, *html = NULL, *brief = NULL;

  subject =
      cut_take (interview_placeholders_fill_line (interview_notice_template_get_subject (template),
                                                  draft->values),
                INTERVIEW_LIMIT_NAME);
  plain = cut_take (interview_placeholders_fill (interview_notice_template_get_body (template),
                                                 draft->values),
                    INTERVIEW_LIMIT_LONG_TEXT);
  answer = interview_placeholders_find (draft->values, "answer");
  html = interview_html_text_make (plain, subject, language, answer);
  if (brief_text != NULL)
    brief = cut_take (interview_placeholders_fill (brief_text, draft->values), 500);
  return g_object_new (INTERVIEW_TYPE_NOTICE_CONTENT, "kind",
                       interview_notice_template_get_kind (template), "language", language,
                       "subject", *subject != '\0' ? subject : "-", "plain",
                       *plain != '\0' ? plain : "-", "html", html, "brief",
                       brief != NULL && *brief != '\0' ? brief : NULL, "values", draft->values,
                       "calendar", draft->calendar, "calendar-method", draft->calendar_method,
                       NULL);
}

static gboolean
queue (InterviewTransaction *transaction,
       const InterviewDraft *draft,
       const char *notice_id,
       InterviewDeliveryChannel channel,
       const char *recipient,
       GError **error)
{
  g_autofree char *id = interview_id_new ();
  const InterviewNewDelivery delivery = {
    .id = id,
    .company_id = draft->company_id,
    .notice_id = notice_id,
    .channel = channel,
    .recipient = recipient,
    .due_at = MAX (draft->due_at, interview_transaction_get_now (transaction)),
  };

  return recipient == NULL || interview_outbox_table_insert (transaction, &delivery, error);
}

/**
 * interview_notice_service_send_content:
 * @draft: what the message is about; its values and calendar are in @content
 * @content: what it says
 * @reader: to whom it goes
 * @settings: of the company: which ways there are
 * @error: return location
 *
 * Writes the message and queues it: for the reader's program always, as e-mail and as text message
 * where the company has set that up and the reader has an address or a number.
 *
 * Returns: (transfer full): the identifier of the message, or %NULL
 */
char *
interview_notice_service_send_content (InterviewTransaction *transaction,
                                       const InterviewDraft *draft,
                                       InterviewNoticeContent *content,
                                       InterviewReader *reader,
                                       InterviewNoticeSettings *settings,
                                       GError **error)
{
  gboolean mail = interview_notice_settings_get_smtp_host (settings) != NULL;
  gboolean sms =
      interview_notice_settings_get_sms_provider (settings) != INTERVIEW_SMS_SERVICE_NONE &&
      interview_notice_content_get_brief (content) != NULL;
  g_autofree char *id = interview_id_new ();
  g_autofree char *text = interview_record_to_text (INTERVIEW_RECORD (content));
  const InterviewNewNotice notice = {
    .head = { id, draft->company_id, draft->unit_id, NULL },
    .kind = draft->kind,
    .person_id = reader->person_id,
    .room_id = draft->room_id,
    .actor_id = draft->actor_id,
    .subject = interview_notice_content_get_subject (content),
    .content = text,
  };

  if (!interview_notice_table_insert (transaction, &notice, error) ||
      !queue (transaction, draft, id, INTERVIEW_DELIVERY_CHANNEL_PROGRAM, reader->name, error) ||
      !queue (transaction, draft, id, INTERVIEW_DELIVERY_CHANNEL_MAIL, mail ? reader->mail : NULL,
              error) ||
      !queue (transaction, draft, id, INTERVIEW_DELIVERY_CHANNEL_SMS, sms ? reader->phone : NULL,
              error))
    return NULL;
  return g_steal_pointer (&id);
}

/**
 * interview_notice_service_send:
 * @draft: what the message is about
 * @reader: to whom it goes
 * @settings: of the company: which ways there are
 * @error: return location
 *
 * Composes the message in the reader's language, from the company's own words if it has any, and
 * sends it as interview_notice_service_send_content() does.
 *
 * Returns: (transfer full): the identifier of the message, or %NULL
 */
char *
interview_notice_service_send (InterviewTransaction *transaction,
                               const InterviewDraft *draft,
                               InterviewReader *reader,
                               InterviewNoticeSettings *settings,
                               GError **error)
{
  g_autoptr (InterviewNoticeTemplate) template = NULL;
  g_autoptr (InterviewNoticeContent) content = NULL;

  if (!interview_notice_template_table_find (transaction, draft->company_id, draft->kind,
                                             reader->language, &template, error))
    return NULL;
  if (template == NULL)
    template = interview_template_text_get (draft->kind, reader->language);
  content = interview_notice_service_compose (template, draft);
  return interview_notice_service_send_content (transaction, draft, content, reader, settings,
                                                error);
}
