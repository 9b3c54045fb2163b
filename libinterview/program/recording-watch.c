/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/recording-watch.h"

#include "client/recording-api.h"

/*
 * InterviewRecordingWatch keeps the last recording of one room current: it loads it, and loads it
 * again when the server says that it changed and when the event channel is back after a break.
 * `recording` is %NULL until somebody asks to record. Main thread; belongs to who shows it.
 */
struct _InterviewRecordingWatch
{
  GObject parent_instance;

  InterviewAccount *account;
  InterviewConnection *connection;
  char *room_id;
  char *person_id;
  InterviewRecording *recording;
  GCancellable *cancellable;
  gboolean loading;
  gboolean stale; /* changed again while it is being loaded */
};

enum
{
  PROP_0,
  PROP_RECORDING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewRecordingWatch, interview_recording_watch, G_TYPE_OBJECT)

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRecordingWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecording) recording =
      interview_recording_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);

  self->loading = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->stale)
    interview_recording_watch_reload (self);
  else if (recording != NULL)
    interview_recording_watch_take (self, recording);
  else
    g_debug ("There is no recording: %s", error->message);
}

static void
on_event (InterviewRecordingWatch *self, InterviewEvent *event)
{
  if (interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_RECORDING_CHANGED &&
      g_strcmp0 (interview_event_get_room_id (event), self->room_id) == 0)
    interview_recording_watch_reload (self);
}

static void
on_channel_state (InterviewRecordingWatch *self, GParamSpec *pspec, InterviewEventChannel *channel)
{
  if (interview_event_channel_get_state (channel) == INTERVIEW_CHANNEL_STATE_ONLINE)
    interview_recording_watch_reload (self);
}

static void
interview_recording_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RECORDING)
    g_value_set_object (value, INTERVIEW_RECORDING_WATCH (object)->recording);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
interview_recording_watch_dispose (GObject *object)
{
  InterviewRecordingWatch *self = INTERVIEW_RECORDING_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->account);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (interview_recording_watch_parent_class)->dispose (object);
}

static void
interview_recording_watch_finalize (GObject *object)
{
  InterviewRecordingWatch *self = INTERVIEW_RECORDING_WATCH (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->recording);
  g_free (self->room_id);
  g_free (self->person_id);
  G_OBJECT_CLASS (interview_recording_watch_parent_class)->finalize (object);
}

static void
interview_recording_watch_class_init (InterviewRecordingWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_recording_watch_get_property;
  object_class->dispose = interview_recording_watch_dispose;
  object_class->finalize = interview_recording_watch_finalize;
  properties[PROP_RECORDING] =
      g_param_spec_object ("recording", NULL, NULL, INTERVIEW_TYPE_RECORDING,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_recording_watch_init (InterviewRecordingWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * interview_recording_watch_new:
 * @account: who is signed in
 * @room_id: the room
 *
 * Returns: (transfer full): a watch that has begun to load the recording
 */
InterviewRecordingWatch *
interview_recording_watch_new (InterviewAccount *account, const char *room_id)
{
  InterviewRecordingWatch *self;
  InterviewSession *session;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (interview_account_get_session (account) != NULL, NULL);
  g_return_val_if_fail (room_id != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_RECORDING_WATCH, NULL);
  session = interview_account_get_session (account);
  self->account = g_object_ref (account);
  self->connection = g_object_ref (interview_account_get_connection (account));
  self->room_id = g_strdup (room_id);
  self->person_id = g_strdup (interview_person_get_id (interview_session_get_person (session)));
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_account_get_channel (account), "notify::state",
                           G_CALLBACK (on_channel_state), self, G_CONNECT_SWAPPED);
  interview_recording_watch_reload (self);
  return self;
}

/**
 * interview_recording_watch_reload:
 *
 * Loads the recording again. Requests while one is under way become one more.
 */
void
interview_recording_watch_reload (InterviewRecordingWatch *self)
{
  g_return_if_fail (INTERVIEW_IS_RECORDING_WATCH (self));

  self->stale = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  interview_recording_api_get_async (self->connection, self->room_id, self->cancellable, on_loaded,
                                     g_object_ref (self));
}

/**
 * interview_recording_watch_take:
 * @recording: (transfer none): the recording as the server has just answered
 */
void
interview_recording_watch_take (InterviewRecordingWatch *self, InterviewRecording *recording)
{
  g_return_if_fail (INTERVIEW_IS_RECORDING_WATCH (self));
  g_return_if_fail (INTERVIEW_IS_RECORDING (recording));

  if (g_set_object (&self->recording, recording))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORDING]);
}

/**
 * interview_recording_watch_get_recording:
 *
 * Returns: (nullable) (transfer none): the last recording as it was last known
 */
InterviewRecording *
interview_recording_watch_get_recording (InterviewRecordingWatch *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_WATCH (self), NULL);

  return self->recording;
}

/**
 * interview_recording_watch_is_mine:
 *
 * Returns: whether it was asked for by whoever is signed in, so that this program records
 */
gboolean
interview_recording_watch_is_mine (InterviewRecordingWatch *self)
{
  InterviewParticipant *asked_by;

  g_return_val_if_fail (INTERVIEW_IS_RECORDING_WATCH (self), FALSE);

  if (self->recording == NULL)
    return FALSE;
  asked_by = interview_recording_get_asked_by (self->recording);
  return g_strcmp0 (interview_participant_get_person_id (asked_by), self->person_id) == 0;
}

static InterviewConsent *
find_consent (InterviewRecordingWatch *self, const char *person_id)
{
  GPtrArray *consents =
      self->recording != NULL ? interview_recording_get_consents (self->recording) : NULL;

  for (guint i = 0; consents != NULL && i < consents->len; i++)
    {
      InterviewParticipant *person = interview_consent_get_person (consents->pdata[i]);

      if (g_strcmp0 (interview_participant_get_person_id (person), person_id) == 0)
        return g_ptr_array_index (consents, i);
    }
  return NULL;
}

/**
 * interview_recording_watch_has_agreed:
 * @person_id: (nullable): somebody; %NULL for whoever is signed in
 *
 * Returns: whether they may be recorded
 */
gboolean
interview_recording_watch_has_agreed (InterviewRecordingWatch *self, const char *person_id)
{
  InterviewConsent *consent;

  g_return_val_if_fail (INTERVIEW_IS_RECORDING_WATCH (self), FALSE);

  consent = find_consent (self, person_id != NULL ? person_id : self->person_id);
  return consent != NULL &&
         interview_consent_get_decision (consent) == INTERVIEW_CONSENT_DECISION_GIVEN;
}

/**
 * interview_recording_watch_is_asked:
 *
 * Returns: whether whoever is signed in has been asked and has not decided
 */
gboolean
interview_recording_watch_is_asked (InterviewRecordingWatch *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_WATCH (self), FALSE);

  return self->recording != NULL &&
         interview_recording_get_state (self->recording) == INTERVIEW_RECORDING_STATE_ASKING &&
         find_consent (self, self->person_id) == NULL;
}
