/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/inbox-service.h"

#include "core/error.h"
#include "core/time-zone.h"
#include "server/services/notice-content.h"
#include "server/services/page-cursor.h"
#include "server/store/notice-table.h"
#include "server/store/outbox-table.h"
#include "server/store/person-table.h"

/*
 * The messages that somebody has got, for their program to keep.
 */

static InterviewNotice *
make_notice (InterviewTransaction *transaction, const InterviewNoticeRow *row, GError **error)
{
  g_autoptr (InterviewNoticeContent) content =
      interview_record_from_text (INTERVIEW_TYPE_NOTICE_CONTENT, row->content, -1, error);
  g_auto (GStrv) recipients = NULL;

  if (content == NULL)
    return NULL;
  recipients = interview_outbox_table_list_recipients (transaction, row->id, error);
  if (recipients == NULL)
    return NULL;
  return g_object_new (INTERVIEW_TYPE_NOTICE, "id", row->id, "kind", row->kind, "room-id",
                       row->room_id, "subject", interview_notice_content_get_subject (content),
                       "text", interview_notice_content_get_plain (content), "calendar",
                       interview_notice_content_get_calendar (content), "sent-at", row->sent_at,
                       "sent-to", recipients, NULL);
}

/**
 * interview_inbox_service_get:
 * @id: a message
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the message as its reader sees it, or %NULL
 */
InterviewNotice *
interview_inbox_service_get (InterviewTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (InterviewNoticeRow) row = interview_notice_table_get (transaction, id, error);

  return row != NULL ? make_notice (transaction, row, error) : NULL;
}

/**
 * interview_inbox_service_list:
 * @actor: who asks
 * @cursor: (nullable): from the page before
 * @limit: how many at most, 0 for no wish
 * @next_cursor: (out) (transfer full) (nullable): for the next page, %NULL at the end
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full) (element-type InterviewNotice): their own messages, the newest first, or
 *   %NULL
 */
GPtrArray *
interview_inbox_service_list (InterviewTransaction *transaction,
                              InterviewActor *actor,
                              const char *cursor,
                              guint limit,
                              char **next_cursor,
                              GError **error)
{
  g_autofree char *before_text = NULL, *before_id = NULL;
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = NULL;
  gint64 before;

  *next_cursor = NULL;
  if (!interview_page_cursor_parse (cursor, &before_text, &before_id, error))
    return NULL;
  before = *before_id != '\0' ? g_ascii_strtoll (before_text, NULL, 10) : G_MAXINT64;
  limit = interview_page_cursor_limit (limit);
  rows = interview_notice_table_list (transaction, interview_actor_get_person_id (actor), before,
                                      before_id, limit + 1, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < MIN (rows->len, limit); i++)
    {
      InterviewNotice *notice = make_notice (transaction, g_ptr_array_index (rows, i), error);

      if (notice == NULL)
        return NULL;
      g_ptr_array_add (notices, notice);
    }
  if (rows->len > limit)
    {
      const InterviewNoticeRow *last = g_ptr_array_index (rows, limit - 1);
      g_autofree char *at = g_strdup_printf ("%" G_GINT64_FORMAT, last->sent_at);

      *next_cursor = interview_page_cursor_make (at, last->id);
    }
  return g_steal_pointer (&notices);
}

/**
 * interview_inbox_service_set_time_zone:
 * @actor: who says where they are
 * @time_zone: a name of the time zone database, from outside
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Times in messages to them are in this zone from now on.
 *
 * Returns: whether it was done
 */
gboolean
interview_inbox_service_set_time_zone (InterviewTransaction *transaction,
                                       InterviewActor *actor,
                                       const char *time_zone,
                                       GError **error)
{
  g_autoptr (GTimeZone) zone = interview_time_zone_load (time_zone);

  if (zone != NULL)
    return interview_person_table_set_time_zone (transaction, interview_actor_get_person_id (actor),
                                                 time_zone, error);
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                       "there is no such time zone");
  return FALSE;
}
