/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/choice-service.h"

#include "core/error.h"
#include "core/protocol/limits.h"
#include "server/services/panel-notice-service.h"
#include "server/services/room-readers.h"
#include "server/services/staffing-facts.h"
#include "server/services/staffing-update.h"
#include "server/store/room-table.h"

/*
 * Whom a candidate meets: the scores of the recruiters of their room, and, where the policy allows
 * it, a choice among those who are free. Two candidates who choose the same one at the same moment
 * are served one after the other: the second is told that somebody was faster.
 */

/* A room of one recruiter that has not begun, with everybody who might take it. */
typedef struct
{
  InterviewStaffingFacts *facts;
  GArray *recruiters;
  GArray *tasks;
  InterviewPlanTask *task;
  guint seats;
} Case;

static void
case_free (Case *self)
{
  g_clear_pointer (&self->facts, interview_staffing_facts_free);
  g_clear_pointer (&self->recruiters, g_array_unref);
  g_clear_pointer (&self->tasks, g_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

static Case *
load (InterviewTransaction *transaction, InterviewActor *actor, const char *room_id, GError **error)
{
  const char *language = interview_actor_get_language (actor);
  g_autoptr (Case) self = g_new0 (Case, 1);
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (InterviewPlanTask));

  self->facts = interview_staffing_facts_load (transaction, interview_actor_get_company_id (actor),
                                               language != NULL ? language : "", NULL, error);
  if (self->facts == NULL)
    return NULL;
  self->recruiters = interview_staffing_facts_list_recruiters (self->facts);
  self->tasks = interview_staffing_facts_list_tasks (self->facts);
  interview_staffing_plan_make (self->facts->policy, self->recruiters, nothing);
  for (guint i = 0; i < self->tasks->len; i++)
    {
      InterviewPlanTask *task = &g_array_index (self->tasks, InterviewPlanTask, i);

      if (g_strcmp0 (task->room_id, room_id) != 0)
        continue;
      self->task = task;
      self->seats++;
    }
  return g_steal_pointer (&self);
}

/* A panel was put together by people, and who is in a talk is not sent away. */
static gboolean
may_choose (const Case *self)
{
  const InterviewTaskRow *row;

  if (self->seats != 1 || !interview_staffing_policy_get_choice (self->facts->policy))
    return FALSE;
  row = self->task->row;
  return row->state == INTERVIEW_ROOM_STATE_SCHEDULED || row->state == INTERVIEW_ROOM_STATE_WAITING;
}

static gboolean
interviews (const Case *self, const char *room_id, const char *recruiter_id)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const InterviewPlanTask *task = &g_array_index (self->tasks, InterviewPlanTask, i);

      if (g_strcmp0 (task->room_id, room_id) == 0 &&
          g_strcmp0 (task->recruiter_id, recruiter_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (const Case *self, const InterviewPlanRecruiter *recruiter)
{
  return interview_staffing_plan_is_free (self->facts->policy, recruiter, self->task, self->tasks);
}

static InterviewRoomRecruiter *
make_recruiter (Case *self, const InterviewPlanRecruiter *recruiter, gboolean own)
{
  InterviewStaffingFacts *facts = self->facts;
  const InterviewRatingSeries *series = interview_staffing_facts_find_series (facts, recruiter->id);
  gint64 ratings = interview_score_count (series, &facts->batches);
  gboolean shown = ratings >= facts->minimum;
  double score = shown ? 1 + recruiter->score * (double) (facts->scale - 1) : 0;

  return g_object_new (INTERVIEW_TYPE_ROOM_RECRUITER, "recruiter-id", recruiter->id, "display-name",
                       recruiter->name, "ratings", ratings, "shown", shown, "score", score,
                       "interviews", own, NULL);
}

static InterviewRoomChoice *
make_choice (Case *self, const char *room_id)
{
  g_autoptr (GPtrArray) recruiters = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean choosing = may_choose (self);

  for (guint i = 0; i < self->recruiters->len && recruiters->len < INTERVIEW_LIMIT_ITEMS; i++)
    {
      const InterviewPlanRecruiter *recruiter =
          &g_array_index (self->recruiters, InterviewPlanRecruiter, i);
      gboolean own = interviews (self, room_id, recruiter->id);

      if (own || (choosing && is_free (self, recruiter)))
        g_ptr_array_add (recruiters, make_recruiter (self, recruiter, own));
    }
  return g_object_new (INTERVIEW_TYPE_ROOM_CHOICE, "room-id", room_id, "may-choose", choosing,
                       "scale", self->facts->scale, "recruiters", recruiters, NULL);
}

/**
 * interview_choice_service_get:
 * @actor: the candidate of the room
 * @room_id: the room
 * @error: return location
 *
 * Returns: (transfer full): who interviews, with their scores, and among whom the candidate may
 *   choose; or %NULL
 */
InterviewRoomChoice *
interview_choice_service_get (InterviewTransaction *transaction,
                              InterviewActor *actor,
                              const char *room_id,
                              GError **error)
{
  g_autoptr (Case) self = load (transaction, actor, room_id, error);

  return self != NULL ? make_choice (self, room_id) : NULL;
}

static const InterviewPlanRecruiter *
find_recruiter (const Case *self, const char *recruiter_id)
{
  for (guint i = 0; i < self->recruiters->len; i++)
    {
      const InterviewPlanRecruiter *recruiter =
          &g_array_index (self->recruiters, InterviewPlanRecruiter, i);

      if (g_strcmp0 (recruiter->id, recruiter_id) == 0)
        return recruiter;
    }
  return NULL;
}

static gboolean
refuse (GError **error, InterviewErrorCode code, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, code, message);
  return FALSE;
}

/* Everybody of the room is told, and who was to interview before. */
static gboolean
give (InterviewTransaction *transaction,
      InterviewActor *actor,
      const char *room_id,
      const char *former_id,
      const char *recruiter_id,
      GError **error)
{
  g_autoptr (GPtrArray) readers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (InterviewRoomRow) room = NULL;

  if (!interview_task_table_move (transaction, room_id, former_id, recruiter_id,
                                  INTERVIEW_TASK_SOURCE_CANDIDATE, error))
    return FALSE;
  room = interview_room_table_get_row (transaction, room_id, error);
  if (room == NULL ||
      !interview_room_readers_add (transaction, room, INTERVIEW_ROOM_READERS_ALL, readers, error))
    return FALSE;
  if (former_id != NULL)
    g_ptr_array_add (readers, g_strdup (former_id));
  return interview_room_readers_tell_persons (transaction, room, readers,
                                              INTERVIEW_EVENT_KIND_ROOM_CHANGED,
                                              interview_actor_get_person_id (actor), NULL, error) &&
         interview_panel_notice_service_update (transaction, room_id,
                                                interview_actor_get_person_id (actor), error) &&
         interview_staffing_update (transaction, room->company_id, FALSE, error);
}

/**
 * interview_choice_service_choose:
 * @actor: the candidate of the room
 * @room_id: the room
 * @request: whom they want
 * @error: return location; %INTERVIEW_ERROR_RECRUITER_TAKEN if that recruiter is not free any more,
 *   %INTERVIEW_ERROR_CONFLICT if there is nothing to choose, %INTERVIEW_ERROR_NOT_FOUND
 *
 * Choosing the same one again changes nothing.
 *
 * Returns: (transfer full): how it is then, or %NULL
 */
InterviewRoomChoice *
interview_choice_service_choose (InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 const char *room_id,
                                 InterviewChoiceRequest *request,
                                 GError **error)
{
  const char *recruiter_id = interview_choice_request_get_recruiter_id (request);
  g_autoptr (Case) self = load (transaction, actor, room_id, error);
  const InterviewPlanRecruiter *recruiter;

  if (self == NULL)
    return NULL;
  recruiter = find_recruiter (self, recruiter_id);
  if (recruiter == NULL)
    {
      refuse (error, INTERVIEW_ERROR_NOT_FOUND, "there is no such recruiter");
      return NULL;
    }
  if (interviews (self, room_id, recruiter_id))
    return make_choice (self, room_id);
  if (!may_choose (self))
    {
      refuse (error, INTERVIEW_ERROR_CONFLICT, "the recruiter of this interview cannot be chosen");
      return NULL;
    }
  if (!is_free (self, recruiter))
    {
      refuse (error, INTERVIEW_ERROR_RECRUITER_TAKEN,
              "somebody else was faster: choose another one");
      return NULL;
    }
  if (!give (transaction, actor, room_id, self->task->recruiter_id, recruiter_id, error))
    return NULL;
  return interview_choice_service_get (transaction, actor, room_id, error);
}
