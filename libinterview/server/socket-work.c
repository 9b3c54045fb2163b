/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/socket-work.h"

#include "core/error.h"
#include "server/problems.h"
#include "server/services/event-service.h"
#include "server/services/help-service.h"
#include "server/services/room-service.h"
#include "server/services/session-service.h"

/*
 * InterviewSocketWork does what an event socket needs of the store: the events that a program
 * missed, and whether it may join a room. Each unit of work authenticates the token anew, so that
 * a socket can do no more than its sign-in. Used on the thread of the socket's shard.
 */
struct _InterviewSocketWork
{
  GObject parent_instance;

  InterviewStore *store;
  char *token;
};

typedef struct
{
  char *token;

  gint64 last_sequence;
  gint64 sequence;
  gboolean resumed;
  gint64 now;
  GPtrArray *missed;

  char *room_id;
  gint64 opens_at;
  InterviewParticipant *participant;
  InterviewRoomStanding *standing;
} Work;

G_DEFINE_FINAL_TYPE (InterviewSocketWork, interview_socket_work, G_TYPE_OBJECT)

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->token);
  g_clear_pointer (&work->missed, g_ptr_array_unref);
  g_free (work->room_id);
  g_clear_object (&work->participant);
  g_clear_pointer (&work->standing, interview_room_standing_free);
  g_free (work);
}

static void
interview_socket_work_finalize (GObject *object)
{
  InterviewSocketWork *self = INTERVIEW_SOCKET_WORK (object);

  g_clear_object (&self->store);
  g_free (self->token);

  G_OBJECT_CLASS (interview_socket_work_parent_class)->finalize (object);
}

static void
interview_socket_work_class_init (InterviewSocketWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_socket_work_finalize;
}

static void
interview_socket_work_init (InterviewSocketWork *self)
{
}

/**
 * interview_socket_work_new:
 * @store: (transfer none): the store
 * @token: the program's token
 *
 * Returns: (transfer full): work for one socket
 */
InterviewSocketWork *
interview_socket_work_new (InterviewStore *store, const char *token)
{
  InterviewSocketWork *self = g_object_new (INTERVIEW_TYPE_SOCKET_WORK, NULL);

  self->store = g_object_ref (store);
  self->token = g_strdup (token);
  return self;
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (interview_store_submit_finish (INTERVIEW_STORE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
submit (InterviewSocketWork *self,
        InterviewWorkFunc func,
        Work *work,
        GCancellable *cancellable,
        GAsyncReadyCallback callback,
        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, work_free);
  work->token = g_strdup (self->token);
  interview_store_submit_async (self->store, func, work, NULL, cancellable, on_submitted, task);
}

static gboolean
greet (InterviewTransaction *transaction, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (InterviewActor) actor =
      interview_session_service_authenticate (transaction, work->token, NULL, error);

  g_clear_pointer (&work->missed, g_ptr_array_unref);
  if (actor == NULL ||
      !interview_event_service_get_last (transaction, actor, &work->sequence, error))
    return FALSE;
  work->now = interview_transaction_get_now (transaction);
  work->resumed = FALSE;
  if (work->last_sequence > 0 && work->last_sequence <= work->sequence)
    {
      work->missed = interview_event_service_list_since (transaction, actor, work->last_sequence,
                                                         &work->resumed, error);
      if (work->missed == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * interview_socket_work_greet_async:
 * @last_sequence: number of the last event that the program saw, 0 for none
 * @cancellable: (nullable): cancelled when the socket closes
 * @callback: called when it is known what the program missed
 * @user_data: for @callback
 */
void
interview_socket_work_greet_async (InterviewSocketWork *self,
                                   gint64 last_sequence,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Work *work;

  g_return_if_fail (INTERVIEW_IS_SOCKET_WORK (self));

  work = g_new0 (Work, 1);
  work->last_sequence = last_sequence;
  submit (self, greet, work, cancellable, callback, user_data);
}

/**
 * interview_socket_work_greet_finish:
 * @result: from the callback
 * @missed: (out) (transfer full) (element-type InterviewEvent): what happened since, in order;
 *   nothing if the program has to load everything anew
 * @error: return location
 *
 * Returns: (transfer full): the welcome, or %NULL
 */
InterviewWelcome *
interview_socket_work_greet_finish (InterviewSocketWork *self,
                                    GAsyncResult *result,
                                    GPtrArray **missed,
                                    GError **error)
{
  Work *work;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  work = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (work->resumed)
    *missed = g_steal_pointer (&work->missed);
  else
    *missed = g_ptr_array_new ();
  return g_object_new (INTERVIEW_TYPE_WELCOME, "sequence", work->sequence, "resumed", work->resumed,
                       "server-time", work->now, NULL);
}

static gboolean
join (InterviewTransaction *transaction, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (InterviewActor) actor =
      interview_session_service_authenticate (transaction, work->token, NULL, error);

  g_clear_object (&work->participant);
  g_clear_pointer (&work->standing, interview_room_standing_free);
  work->opens_at = 0;
  if (actor == NULL)
    return FALSE;
  work->participant = interview_room_service_check_join (transaction, actor, work->room_id,
                                                         &work->opens_at, &work->standing, &local);
  /* Not an interview: perhaps the video call about somebody's call for help. */
  if (g_error_matches (local, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND))
    work->participant = interview_help_service_check_join (transaction, actor, work->room_id,
                                                           &work->standing, error);
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return work->participant != NULL;
}

/**
 * interview_socket_work_join_async:
 * @room_id: the room, or a call for help
 * @cancellable: (nullable): cancelled when the socket closes
 * @callback: called when it is decided
 * @user_data: for @callback
 */
void
interview_socket_work_join_async (InterviewSocketWork *self,
                                  const char *room_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Work *work;

  g_return_if_fail (INTERVIEW_IS_SOCKET_WORK (self));

  work = g_new0 (Work, 1);
  work->room_id = g_strdup (room_id);
  submit (self, join, work, cancellable, callback, user_data);
}

/**
 * interview_socket_work_join_finish:
 * @result: from the callback
 * @standing: (out) (transfer full) (nullable): who may be in the room
 * @problem: (out) (transfer full) (nullable): what to tell the program if it may not join
 * @error: return location
 *
 * Returns: (transfer full): who it is in the room, or %NULL
 */
InterviewParticipant *
interview_socket_work_join_finish (InterviewSocketWork *self,
                                   GAsyncResult *result,
                                   InterviewRoomStanding **standing,
                                   InterviewProblem **problem,
                                   GError **error)
{
  g_autoptr (GError) local = NULL;
  Work *work;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  work = g_task_get_task_data (G_TASK (result));
  *standing = g_steal_pointer (&work->standing);
  if (g_task_propagate_boolean (G_TASK (result), &local))
    return g_steal_pointer (&work->participant);
  *problem = interview_problem_new_for_error_at (local, work->opens_at);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
