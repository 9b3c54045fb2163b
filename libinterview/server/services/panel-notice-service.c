/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/panel-notice-service.h"

#include "server/services/notice-case.h"
#include "server/services/panel-notice-rule.h"
#include "server/store/assignment-table.h"
#include "server/store/outbox-table.h"
#include "server/store/room-table.h"

/*
 * What the recruiters of a panel are told of their interviews: that they hold one, that it is at
 * another time, that they do not hold it after all, and a reminder, each for their own calendar.
 * They learn the candidate's name and nothing else of them.
 */

static InterviewNoticeKind
get_kind (InterviewPanelNews news)
{
  switch (news)
    {
    case INTERVIEW_PANEL_NEWS_INVITED:
      return INTERVIEW_NOTICE_KIND_PANEL_INVITATION;
    case INTERVIEW_PANEL_NEWS_MOVED:
      return INTERVIEW_NOTICE_KIND_PANEL_UPDATE;
    case INTERVIEW_PANEL_NEWS_NONE:
    case INTERVIEW_PANEL_NEWS_CANCELLED:
    default:
      return INTERVIEW_NOTICE_KIND_PANEL_CANCELLATION;
    }
}

static char *
make_calendar (InterviewTransaction *transaction,
               const InterviewNoticeCase *c,
               const InterviewPanelAnnouncement *told,
               const char **method)
{
  InterviewAppointment appointment = {
    .sequence = told->sequence,
    .method = told->cancelled ? "CANCEL" : NULL,
    .starts_at = told->starts_at,
    .duration_minutes = told->duration_minutes,
    .description = interview_participant_get_display_name (interview_room_get_candidate (c->room)),
  };
  char *text = interview_notice_case_make_calendar (transaction, c, &appointment);

  *method = appointment.method;
  return text;
}

static gboolean
send (InterviewTransaction *transaction,
      const InterviewNoticeCase *c,
      const InterviewPanelAnnouncement *told,
      InterviewNoticeKind kind,
      gint64 due_at,
      GError **error)
{
  g_autoptr (GPtrArray) values = interview_notice_case_make_values (c);
  g_autofree char *calendar = NULL, *id = NULL;
  InterviewDraft draft = { .kind = kind, .values = values, .due_at = due_at };

  interview_notice_case_add_interview (c, values, told->starts_at, told->duration_minutes);
  interview_notice_service_add_value (values, "candidate",
                                      interview_participant_get_display_name (
                                          interview_room_get_candidate (c->room)));
  if (kind != INTERVIEW_NOTICE_KIND_PANEL_REMINDER)
    calendar = make_calendar (transaction, c, told, &draft.calendar_method);
  draft.calendar = calendar;
  id = interview_notice_case_send (transaction, c, &draft, error);
  return id != NULL;
}

/* What has not gone yet to this recruiter would only confuse beside what follows. */
static gboolean
withdraw_queued (InterviewTransaction *transaction, const InterviewNoticeCase *c, GError **error)
{
  g_autoptr (GPtrArray) rows = interview_outbox_table_list_queued (transaction, c->row->id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const InterviewOutboxRow *row = g_ptr_array_index (rows, i);

      if (row->kind >= INTERVIEW_NOTICE_KIND_PANEL_INVITATION &&
          g_strcmp0 (row->person_id, c->reader->person_id) == 0 &&
          !interview_notice_case_overtake (transaction, c, row, error))
        return FALSE;
    }
  return rows != NULL;
}

static gboolean
add_reminder (InterviewTransaction *transaction,
              const InterviewNoticeCase *c,
              const InterviewPanelAnnouncement *told,
              GError **error)
{
  gint64 due_at = interview_notice_case_get_reminder_time (transaction, c, told->starts_at);

  return due_at == 0 ||
         send (transaction, c, told, INTERVIEW_NOTICE_KIND_PANEL_REMINDER, due_at, error);
}

/* Text messages are for candidates: a recruiter has the program and mail. */
static gboolean
tell (InterviewTransaction *transaction,
      const char *room_id,
      const char *person_id,
      const char *actor_id,
      const InterviewPanelAnnouncement *told,
      InterviewPanelNews news,
      GError **error)
{
  g_auto (InterviewNoticeCase) c = { NULL };
  InterviewPanelAnnouncement now = { .person_id = (char *) person_id };

  if (!interview_notice_case_open_for (transaction, &c, room_id, person_id, actor_id, error))
    return FALSE;
  if (interview_notice_settings_get_panel_silent (c.settings))
    return TRUE;
  g_clear_pointer (&c.reader->phone, g_free);
  now.sequence = told != NULL ? told->sequence + 1 : 0;
  now.cancelled = news == INTERVIEW_PANEL_NEWS_CANCELLED;
  now.starts_at = now.cancelled ? told->starts_at : c.row->starts_at;
  now.duration_minutes = now.cancelled ? told->duration_minutes : c.row->duration_minutes;
  return withdraw_queued (transaction, &c, error) &&
         send (transaction, &c, &now, get_kind (news), 0, error) &&
         (now.cancelled || add_reminder (transaction, &c, &now, error)) &&
         interview_panel_announcement_table_replace (transaction, room_id, &now, error);
}

static const InterviewPanelAnnouncement *
find_told (GPtrArray *announcements, const char *person_id)
{
  for (guint i = 0; i < announcements->len; i++)
    {
      InterviewPanelAnnouncement *one = g_ptr_array_index (announcements, i);

      if (g_strcmp0 (one->person_id, person_id) == 0)
        return one;
    }
  return NULL;
}

static gboolean
is_on_panel (GPtrArray *recruiters, const char *person_id)
{
  for (guint i = 0; i < recruiters->len; i++)
    {
      if (g_strcmp0 (interview_participant_get_person_id (recruiters->pdata[i]), person_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
update_person (InterviewTransaction *transaction,
               const InterviewRoomRow *room,
               const char *person_id,
               const char *actor_id,
               const InterviewPanelAnnouncement *told,
               gboolean on_panel,
               GError **error)
{
  InterviewPanelNews news =
      interview_panel_notice_rule_find (told, on_panel, room->state, room->starts_at,
                                        room->duration_minutes);

  return news == INTERVIEW_PANEL_NEWS_NONE ||
         tell (transaction, room->id, person_id, actor_id, told, news, error);
}

/**
 * interview_panel_notice_service_update:
 * @room_id: a room whose time, state or panel may have changed
 * @actor_id: (nullable): who did it, %NULL for the plan
 * @error: return location
 *
 * Compares the room with what its recruiters were told and tells them the difference; one call too
 * many does no harm.
 *
 * Returns: whether it was done
 */
gboolean
interview_panel_notice_service_update (InterviewTransaction *transaction,
                                       const char *room_id,
                                       const char *actor_id,
                                       GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  g_autoptr (GPtrArray) recruiters = NULL;
  g_autoptr (GPtrArray) announcements = NULL;

  if (room == NULL)
    return FALSE;
  recruiters = interview_assignment_table_list (transaction, room_id, error);
  if (recruiters == NULL)
    return FALSE;
  announcements = interview_panel_announcement_table_list (transaction, room_id, error);
  if (announcements == NULL)
    return FALSE;
  for (guint i = 0; i < recruiters->len; i++)
    {
      const char *id = interview_participant_get_person_id (recruiters->pdata[i]);

      if (!update_person (transaction, room, id, actor_id, find_told (announcements, id), TRUE,
                          error))
        return FALSE;
    }
  for (guint i = 0; i < announcements->len; i++)
    {
      InterviewPanelAnnouncement *told = g_ptr_array_index (announcements, i);

      if (!is_on_panel (recruiters, told->person_id) &&
          !update_person (transaction, room, told->person_id, actor_id, told, FALSE, error))
        return FALSE;
    }
  return TRUE;
}
