/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/help-watch.h"

#include "client/help-api.h"
#include "core/error.h"
#include "client/retry.h"

/*
 * InterviewHelpWatch is the help for the candidate of one room, as far as it is, and asks for it.
 * What was asked without a network is asked as soon as that is back. Signal `changed`: other help,
 * or another answer of `waiting`. Signal `failed` (#GError): asking or closing did not work. Main
 * thread; belongs to who shows it.
 */
struct _InterviewHelpWatch
{
  GObject parent_instance;

  InterviewConnection *connection;
  char *room_id;
  GCancellable *cancellable;
  InterviewRetry *retry;
  InterviewHelp *help;
  InterviewHelpRequest *request; /* that the server does not have yet */
  gboolean loading;
  gboolean stale;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewHelpWatch, interview_help_watch, G_TYPE_OBJECT)

static void load (InterviewHelpWatch *self);

static void
take (InterviewHelpWatch *self, InterviewHelp *help)
{
  if (self->help != NULL &&
      interview_help_get_revision (help) < interview_help_get_revision (self->help))
    return;
  g_set_object (&self->help, help);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewHelpWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewHelp) help =
      interview_help_api_finish (INTERVIEW_CONNECTION (source), result, &error);

  self->loading = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (help != NULL)
    take (self, help);
  else if (interview_retry_helps (error))
    interview_retry_plan (self->retry);
  else if (!g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND))
    g_warning ("The state of the help cannot be loaded: %s", error->message);
  if (self->stale)
    load (self);
}

static void
load (InterviewHelpWatch *self)
{
  self->stale = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  interview_help_api_get_async (self->connection, self->room_id, self->cancellable, on_loaded,
                                g_object_ref (self));
}

static void
fail (InterviewHelpWatch *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewHelpWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewHelp) help =
      interview_help_api_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (help == NULL && interview_retry_helps (error))
    {
      interview_retry_plan (self->retry);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return;
    }
  interview_retry_reset (self->retry);
  g_clear_object (&self->request);
  if (help != NULL)
    take (self, help);
  else
    fail (self, error);
}

static void
send (InterviewHelpWatch *self)
{
  interview_help_api_ask_async (self->connection, self->room_id, self->request, self->cancellable,
                                on_asked, g_object_ref (self));
}

static void
on_due (InterviewHelpWatch *self)
{
  if (self->request != NULL)
    send (self);
  else
    load (self);
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewHelpWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewHelp) help =
      interview_help_api_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (help != NULL)
    take (self, help);
  else
    fail (self, error);
}

static void
on_event (InterviewHelpWatch *self, InterviewEvent *event)
{
  if (interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_HELP_CHANGED &&
      g_strcmp0 (interview_event_get_room_id (event), self->room_id) == 0)
    load (self);
}

static void
on_channel_state (InterviewHelpWatch *self, GParamSpec *pspec, InterviewEventChannel *channel)
{
  if (interview_event_channel_get_state (channel) == INTERVIEW_CHANNEL_STATE_ONLINE)
    on_due (self);
}

static void
interview_help_watch_dispose (GObject *object)
{
  InterviewHelpWatch *self = INTERVIEW_HELP_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  interview_retry_reset (self->retry);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (interview_help_watch_parent_class)->dispose (object);
}

static void
interview_help_watch_finalize (GObject *object)
{
  InterviewHelpWatch *self = INTERVIEW_HELP_WATCH (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->retry);
  g_clear_object (&self->help);
  g_clear_object (&self->request);
  g_free (self->room_id);
  G_OBJECT_CLASS (interview_help_watch_parent_class)->finalize (object);
}

static void
interview_help_watch_class_init (InterviewHelpWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_help_watch_dispose;
  object_class->finalize = interview_help_watch_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", INTERVIEW_TYPE_HELP_WATCH, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", INTERVIEW_TYPE_HELP_WATCH, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_help_watch_init (InterviewHelpWatch *self)
{
  self->cancellable = g_cancellable_new ();
  self->retry = interview_retry_new ();
  g_signal_connect_object (self->retry, "due", G_CALLBACK (on_due), self, G_CONNECT_SWAPPED);
}

/**
 * interview_help_watch_new:
 * @account: the candidate or an HR admin, signed in
 * @room_id: the room
 *
 * Returns: (transfer full): a watch that has begun to load
 */
InterviewHelpWatch *
interview_help_watch_new (InterviewAccount *account, const char *room_id)
{
  InterviewHelpWatch *self;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (interview_account_get_connection (account) != NULL, NULL);
  g_return_val_if_fail (room_id != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_HELP_WATCH, NULL);
  self->connection = g_object_ref (interview_account_get_connection (account));
  self->room_id = g_strdup (room_id);
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_account_get_channel (account), "notify::state",
                           G_CALLBACK (on_channel_state), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

/**
 * interview_help_watch_ask:
 * @request: where the candidate is stuck
 *
 * Asks HR for help, without the network as soon as it is back.
 */
void
interview_help_watch_ask (InterviewHelpWatch *self, InterviewHelpRequest *request)
{
  g_return_if_fail (INTERVIEW_IS_HELP_WATCH (self));

  g_set_object (&self->request, request);
  send (self);
}

/**
 * interview_help_watch_close:
 *
 * Says that no more help is needed.
 */
void
interview_help_watch_close (InterviewHelpWatch *self)
{
  g_return_if_fail (INTERVIEW_IS_HELP_WATCH (self));

  g_clear_object (&self->request);
  interview_help_api_close_async (self->connection, self->room_id, self->cancellable, on_closed,
                                  g_object_ref (self));
}

/**
 * interview_help_watch_get_help:
 *
 * Returns: (nullable) (transfer none): how far it is, %NULL if nobody asked as far as is known
 */
InterviewHelp *
interview_help_watch_get_help (InterviewHelpWatch *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP_WATCH (self), NULL);

  return self->help;
}

/**
 * interview_help_watch_get_waiting:
 *
 * Returns: whether HR does not know of the last ask yet
 */
gboolean
interview_help_watch_get_waiting (InterviewHelpWatch *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP_WATCH (self), FALSE);

  return self->request != NULL;
}
