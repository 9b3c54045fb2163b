/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/staffing-update.h"

#include "server/services/panel-notice-service.h"
#include "server/services/room-readers.h"
#include "server/services/staffing-facts.h"
#include "server/services/standing-state.h"
#include "server/store/audit-table.h"
#include "server/store/event-table.h"
#include "server/store/membership-table.h"
#include "server/store/room-table.h"

/* More names than this say nothing to a reader, and would not fit into an entry. */
#define MAX_NAMES 50

/*
 * Brings the store to the plan: judges the recruiters, writes their order and gives out interviews,
 * with an audit entry for each change, and tells every program of the staff.
 */

static gboolean
record (InterviewTransaction *transaction,
        const char *company_id,
        InterviewAuditKind kind,
        const char *subject_id,
        const char *former,
        const char *latter,
        GError **error)
{
  const InterviewNewAuditEntry entry = {
    .company_id = company_id,
    .kind = kind,
    .subject_id = subject_id,
    .former = former,
    .latter = latter,
  };

  return interview_audit_table_insert (transaction, &entry, error);
}

static char *
describe (InterviewStaffingFacts *facts, const InterviewRatingSeries *series)
{
  double score = interview_score_get (series, &facts->batches);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.2f", 1 + score * (double) (facts->scale - 1));
  return g_strdup_printf ("%s / %" G_GINT64_FORMAT " (%" G_GINT64_FORMAT ")", number, facts->scale,
                          interview_score_count (series, &facts->batches));
}

static gboolean
judge (InterviewTransaction *transaction,
       InterviewStaffingFacts *facts,
       const InterviewRatingSeries *series,
       gboolean anew,
       GError **error)
{
  InterviewStandingRow *row = interview_staffing_facts_get_standing (facts, series->recruiter_id);
  InterviewAuditKind kind = INTERVIEW_AUDIT_KIND_PROPOSAL_DROPPED;
  g_autofree char *score = NULL;

  if (!interview_staffing_facts_judge (facts, series, anew))
    return TRUE;
  if (row->state == INTERVIEW_STANDING_STATE_PROPOSED)
    kind = INTERVIEW_AUDIT_KIND_WITHDRAWAL_PROPOSED;
  else if (row->state == INTERVIEW_STANDING_STATE_WITHDRAWN)
    kind = INTERVIEW_AUDIT_KIND_WITHDRAWN;
  score = describe (facts, series);
  return record (transaction, facts->company_id, kind, series->recruiter_id, NULL, score, error);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const InterviewStandingRow *left = *(const InterviewStandingRow *const *) a;
  const InterviewStandingRow *right = *(const InterviewStandingRow *const *) b;

  return left->place < right->place ? -1 : left->place > right->place;
}

/* The names of those who have a place, in that order. */
static char *
list_names (InterviewStaffingFacts *facts)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GString *names = g_string_new (NULL);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, facts->standings);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (((const InterviewStandingRow *) value)->place > 0)
        g_ptr_array_add (rows, value);
    }
  g_ptr_array_sort (rows, compare_places);
  for (guint i = 0; i < MIN (rows->len, MAX_NAMES); i++)
    {
      const InterviewStandingRow *row = g_ptr_array_index (rows, i);
      const InterviewRatingSeries *series =
          interview_staffing_facts_find_series (facts, row->recruiter_id);

      if (series != NULL)
        g_string_append_printf (names, "%s%u. %s", names->len > 0 ? ", " : "", i + 1,
                                series->display_name);
    }
  return g_string_free (names, FALSE);
}

static gboolean
write_order (InterviewTransaction *transaction,
             InterviewStaffingFacts *facts,
             GArray *recruiters,
             GError **error)
{
  g_autofree char *former = list_names (facts);
  g_autofree char *latter = NULL;

  for (guint i = 0; i < recruiters->len; i++)
    {
      const InterviewPlanRecruiter *recruiter =
          &g_array_index (recruiters, InterviewPlanRecruiter, i);
      InterviewStandingRow *row = interview_staffing_facts_get_standing (facts, recruiter->id);

      row->changed |= row->place != recruiter->place;
      row->place = recruiter->place;
      if (row->changed &&
          !interview_standing_table_set (transaction, facts->company_id, row, error))
        return FALSE;
    }
  latter = list_names (facts);
  return g_str_equal (former, latter) ||
         record (transaction, facts->company_id, INTERVIEW_AUDIT_KIND_ORDER_CHANGED, NULL,
                 *former != '\0' ? former : NULL, latter, error);
}

/* Who had it is told, too, and put out of the room. */
static gboolean
give (InterviewTransaction *transaction, const InterviewPlanTask *task, GError **error)
{
  const InterviewTaskRow *row = task->row;
  g_autoptr (GPtrArray) readers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (InterviewRoomRow) room = NULL;

  if (!interview_task_table_move (transaction, row->room_id, NULL, task->recruiter_id,
                                  INTERVIEW_TASK_SOURCE_PLAN, error))
    return FALSE;
  room = interview_room_table_get_row (transaction, row->room_id, error);
  if (room == NULL ||
      !interview_room_readers_add (transaction, room, INTERVIEW_ROOM_READERS_ALL, readers, error))
    return FALSE;
  if (row->recruiter_id != NULL)
    g_ptr_array_add (readers, g_strdup (row->recruiter_id));
  return interview_room_readers_tell_persons (transaction, room, readers,
                                              INTERVIEW_EVENT_KIND_ROOM_CHANGED, NULL, NULL,
                                              error) &&
         interview_panel_notice_service_update (transaction, row->room_id, NULL, error);
}

static gboolean
is_moved (const InterviewPlanTask *task)
{
  const InterviewTaskRow *row = task->row;

  return g_strcmp0 (task->recruiter_id, row->recruiter_id) != 0;
}

/* Takes everything away first, since two of a panel may change places. */
static gboolean
write_tasks (InterviewTransaction *transaction, GArray *tasks, GError **error)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      const InterviewPlanTask *task = &g_array_index (tasks, InterviewPlanTask, i);
      const InterviewTaskRow *row = task->row;

      if (is_moved (task) && row->recruiter_id != NULL &&
          !interview_task_table_move (transaction, row->room_id, row->recruiter_id, NULL,
                                      INTERVIEW_TASK_SOURCE_PLAN, error))
        return FALSE;
    }
  for (guint i = 0; i < tasks->len; i++)
    {
      const InterviewPlanTask *task = &g_array_index (tasks, InterviewPlanTask, i);

      if (is_moved (task) && !give (transaction, task, error))
        return FALSE;
    }
  return TRUE;
}

/* Says that there is something new and nothing else: not whom it is about, nor in which room. */
static gboolean
tell_staff (InterviewTransaction *transaction, const char *company_id, GError **error)
{
  g_autoptr (GPtrArray) readers = g_ptr_array_new_with_free_func (g_free);
  const InterviewNewEvent event = {
    .kind = INTERVIEW_EVENT_KIND_STAFFING_CHANGED,
    .company_id = company_id,
  };

  return interview_membership_table_add_readers (transaction, company_id, INTERVIEW_ROLE_RECRUITER,
                                                 readers, error) &&
         interview_membership_table_add_readers (transaction, company_id, INTERVIEW_ROLE_HR_ADMIN,
                                                 readers, error) &&
         interview_event_table_insert (transaction, &event, readers, error);
}

/**
 * interview_staffing_update:
 * @company_id: the company
 * @anew: whether everybody is to be judged, as by a new policy
 * @error: return location
 *
 * Makes the plan from what the store says now and writes it. Done in the unit of work of whatever
 * changed.
 *
 * Returns: whether it was done
 */
gboolean
interview_staffing_update (InterviewTransaction *transaction,
                           const char *company_id,
                           gboolean anew,
                           GError **error)
{
  g_autoptr (InterviewStaffingFacts) facts =
      interview_staffing_facts_load (transaction, company_id, "", NULL, error);
  g_autoptr (GArray) recruiters = NULL;
  g_autoptr (GArray) tasks = NULL;

  if (facts == NULL)
    return FALSE;
  for (guint i = 0; i < facts->all_series->len; i++)
    {
      if (!judge (transaction, facts, g_ptr_array_index (facts->all_series, i), anew, error))
        return FALSE;
    }
  recruiters = interview_staffing_facts_list_recruiters (facts);
  tasks = interview_staffing_facts_list_tasks (facts);
  interview_staffing_plan_make (facts->policy, recruiters, tasks);
  return write_order (transaction, facts, recruiters, error) &&
         write_tasks (transaction, tasks, error) && tell_staff (transaction, company_id, error);
}
