/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/follow-up-service.h"

#include "core/link.h"
#include "server/services/notice-case.h"
#include "server/services/panel-notice-service.h"
#include "server/services/room-state.h"
#include "server/store/announcement-table.h"
#include "server/store/outbox-table.h"

/*
 * What the candidate of a room is told as it is made, changed and cancelled: invitation, update,
 * cancellation, and the reminder before the time. It is found from the difference between the room
 * and what was announced last, so that it makes no difference who changed what in how many steps.
 */

/* Where the invitation can be answered without our program. */
static char *
make_answer_link (const char *text)
{
  g_autoptr (InterviewLink) link = text != NULL ? interview_link_parse (text, NULL) : NULL;

  return link != NULL ? interview_link_get_page (link) : NULL;
}

static GPtrArray *
make_values (const InterviewNoticeCase *c, const InterviewAnnouncement *told)
{
  GPtrArray *values = interview_notice_case_make_values (c);
  g_autofree char *answer = make_answer_link (told->link);

  interview_notice_case_add_interview (c, values, told->starts_at, told->duration_minutes);
  interview_notice_service_add_value (values, "link", told->link);
  interview_notice_service_add_value (values, "answer", answer);
  return values;
}

static char *
make_calendar (InterviewTransaction *transaction,
               const InterviewNoticeCase *c,
               const InterviewAnnouncement *told,
               const char **method)
{
  InterviewRoomReply *reply = interview_room_get_reply (c->room);
  InterviewAppointment appointment = {
    .sequence = told->sequence,
    .method = told->cancelled ? "CANCEL" : NULL,
    .starts_at = told->starts_at,
    .duration_minutes = told->duration_minutes,
    .description = told->link,
    .accepted =
        reply != NULL && interview_room_reply_get_answer (reply) == INTERVIEW_ROOM_ANSWER_ACCEPTED,
  };
  char *text = interview_notice_case_make_calendar (transaction, c, &appointment);

  *method = appointment.method;
  return text;
}

static gboolean
tell (InterviewTransaction *transaction,
      const InterviewNoticeCase *c,
      const InterviewAnnouncement *told,
      InterviewNoticeKind kind,
      gint64 due_at,
      GError **error)
{
  g_autoptr (GPtrArray) values = make_values (c, told);
  g_autofree char *calendar = NULL, *id = NULL;
  InterviewDraft draft = { .kind = kind, .values = values, .due_at = due_at };

  if (kind != INTERVIEW_NOTICE_KIND_REMINDER)
    calendar = make_calendar (transaction, c, told, &draft.calendar_method);
  draft.calendar = calendar;
  id = interview_notice_case_send (transaction, c, &draft, error);
  return id != NULL;
}

/* What has not gone yet would only confuse beside what follows. */
static gboolean
withdraw_queued (InterviewTransaction *transaction, const InterviewNoticeCase *c, GError **error)
{
  g_autoptr (GPtrArray) rows = interview_outbox_table_list_queued (transaction, c->row->id, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const InterviewOutboxRow *row = g_ptr_array_index (rows, i);

      if (row->kind <= INTERVIEW_NOTICE_KIND_REMINDER &&
          !interview_notice_case_overtake (transaction, c, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_reminder (InterviewTransaction *transaction,
              const InterviewNoticeCase *c,
              const InterviewAnnouncement *told,
              GError **error)
{
  gint64 due_at = interview_notice_case_get_reminder_time (transaction, c, told->starts_at);

  return due_at == 0 || tell (transaction, c, told, INTERVIEW_NOTICE_KIND_REMINDER, due_at, error);
}

static gboolean
announce (InterviewTransaction *transaction,
          const InterviewNoticeCase *c,
          const InterviewAnnouncement *told,
          InterviewNoticeKind kind,
          GError **error)
{
  return withdraw_queued (transaction, c, error) && tell (transaction, c, told, kind, 0, error) &&
         (told->cancelled || add_reminder (transaction, c, told, error)) &&
         interview_announcement_table_replace (transaction, c->row->id, told, error);
}

static gboolean
tell_candidate (InterviewTransaction *transaction,
                const char *room_id,
                const char *actor_id,
                const char *link,
                GError **error)
{
  g_auto (InterviewNoticeCase) c = { NULL };
  g_autoptr (InterviewAnnouncement) told = NULL;
  gboolean first, moved, other_link;

  if (!interview_notice_case_open (transaction, &c, room_id, actor_id, error) ||
      !interview_announcement_table_find (transaction, room_id, &told, error))
    return FALSE;
  first = told == NULL;
  if (interview_room_state_is_over (c.row->state))
    {
      if (first || told->cancelled)
        return TRUE;
      if (c.row->state != INTERVIEW_ROOM_STATE_CANCELLED)
        return withdraw_queued (transaction, &c, error);
      told->cancelled = TRUE;
      told->sequence++;
      return announce (transaction, &c, told, INTERVIEW_NOTICE_KIND_CANCELLATION, error);
    }
  if (first)
    told = g_new0 (InterviewAnnouncement, 1);
  moved = told->starts_at != c.row->starts_at ||
          told->duration_minutes != c.row->duration_minutes || told->cancelled;
  other_link = link != NULL && g_strcmp0 (told->link, link) != 0;
  if (!moved && !other_link)
    return TRUE;
  told->starts_at = c.row->starts_at;
  told->duration_minutes = c.row->duration_minutes;
  told->cancelled = FALSE;
  told->sequence += first ? 0 : 1;
  if (other_link)
    {
      g_free (told->link);
      told->link = g_strdup (link);
    }
  return announce (transaction, &c, told,
                   first ? INTERVIEW_NOTICE_KIND_INVITATION : INTERVIEW_NOTICE_KIND_UPDATE, error);
}

/**
 * interview_follow_up_service_room_changed:
 * @room_id: a room that was made, moved, given another way in, ended or cancelled
 * @actor_id: (nullable): who did it
 * @link: (nullable): the candidate's new way in, %NULL if the former one still works
 * @error: return location
 *
 * To be called in the transaction of every change of a room's time, length, state or invitation,
 * after the room's row was changed. It compares the room with what its candidate was told last and
 * sends what is to be said: an invitation the first time, an update if time, length or link are
 * others, a cancellation if the room is cancelled, and nothing if nothing differs, so that one call
 * too many does no harm. What was queued about the former state is withdrawn, and the reminder is
 * set anew. A room that nobody was ever told of, such as a sample's, is not announced by its end.
 *
 * The panel is told in the same way, see interview_panel_notice_service_update().
 *
 * Returns: whether it was done
 */
gboolean
interview_follow_up_service_room_changed (InterviewTransaction *transaction,
                                          const char *room_id,
                                          const char *actor_id,
                                          const char *link,
                                          GError **error)
{
  return tell_candidate (transaction, room_id, actor_id, link, error) &&
         interview_panel_notice_service_update (transaction, room_id, actor_id, error);
}
