/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/agreements.h"

#include "client/recording-api.h"

/*
 * InterviewAgreements are the agreements to be recorded that whoever is signed in has given in one
 * room and can take back, also after the interview. `count` follows what the server says. Signal
 * `failed` (#GError): one could not be taken back. Main thread; belongs to the window.
 */
struct _InterviewAgreements
{
  GObject parent_instance;

  InterviewConnection *connection;
  char *room_id;
  char *person_id;
  GPtrArray *recordings;
  GCancellable *cancellable;
};

enum
{
  PROP_0,
  PROP_COUNT,
  N_PROPS,
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewAgreements, interview_agreements, G_TYPE_OBJECT)

static gboolean
has_agreed (InterviewAgreements *self, InterviewRecording *recording)
{
  GPtrArray *consents = interview_recording_get_consents (recording);

  for (guint i = 0; consents != NULL && i < consents->len; i++)
    {
      InterviewParticipant *person = interview_consent_get_person (consents->pdata[i]);

      if (g_strcmp0 (interview_participant_get_person_id (person), self->person_id) == 0)
        return interview_consent_get_decision (consents->pdata[i]) ==
               INTERVIEW_CONSENT_DECISION_GIVEN;
    }
  return FALSE;
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewAgreements) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page =
      interview_recording_api_list_finish (INTERVIEW_CONNECTION (source), result, &error);
  GPtrArray *items;

  if (page == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  items = interview_page_get_items (page);
  g_ptr_array_set_size (self->recordings, 0);
  for (guint i = 0; i < items->len; i++)
    {
      InterviewRecording *recording = g_ptr_array_index (items, i);

      if (interview_recording_get_started_at (recording) != 0 && has_agreed (self, recording))
        g_ptr_array_add (self->recordings, g_object_ref (recording));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
load (InterviewAgreements *self)
{
  interview_recording_api_list_async (self->connection, self->room_id, self->cancellable, on_listed,
                                      g_object_ref (self));
}

static void
on_event (InterviewAgreements *self, InterviewEvent *event)
{
  if (interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_RECORDING_CHANGED &&
      g_strcmp0 (interview_event_get_room_id (event), self->room_id) == 0)
    load (self);
}

static void
on_withdrawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewAgreements) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecording) recording =
      interview_recording_api_decide_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (recording == NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  load (self);
}

static void
interview_agreements_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COUNT)
    g_value_set_uint (value, interview_agreements_get_count (INTERVIEW_AGREEMENTS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
interview_agreements_dispose (GObject *object)
{
  InterviewAgreements *self = INTERVIEW_AGREEMENTS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (interview_agreements_parent_class)->dispose (object);
}

static void
interview_agreements_finalize (GObject *object)
{
  InterviewAgreements *self = INTERVIEW_AGREEMENTS (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->recordings);
  g_free (self->room_id);
  g_free (self->person_id);
  G_OBJECT_CLASS (interview_agreements_parent_class)->finalize (object);
}

static void
interview_agreements_class_init (InterviewAgreementsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_agreements_get_property;
  object_class->dispose = interview_agreements_dispose;
  object_class->finalize = interview_agreements_finalize;
  properties[PROP_COUNT] =
      g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", INTERVIEW_TYPE_AGREEMENTS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_agreements_init (InterviewAgreements *self)
{
  self->cancellable = g_cancellable_new ();
  self->recordings = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * interview_agreements_new:
 * @account: who is signed in
 * @room_id: the room
 *
 * Returns: (transfer full): their agreements, once the server has answered
 */
InterviewAgreements *
interview_agreements_new (InterviewAccount *account, const char *room_id)
{
  InterviewAgreements *self;
  InterviewSession *session;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (interview_account_get_session (account) != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_AGREEMENTS, NULL);
  session = interview_account_get_session (account);
  self->connection = g_object_ref (interview_account_get_connection (account));
  self->room_id = g_strdup (room_id);
  self->person_id = g_strdup (interview_person_get_id (interview_session_get_person (session)));
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

/**
 * interview_agreements_get_count:
 *
 * Returns: how many recordings there are to which they agreed
 */
guint
interview_agreements_get_count (InterviewAgreements *self)
{
  g_return_val_if_fail (INTERVIEW_IS_AGREEMENTS (self), 0);

  return self->recordings->len;
}

/**
 * interview_agreements_withdraw:
 *
 * Takes all of them back.
 */
void
interview_agreements_withdraw (InterviewAgreements *self)
{
  g_return_if_fail (INTERVIEW_IS_AGREEMENTS (self));

  for (guint i = 0; i < self->recordings->len; i++)
    interview_recording_api_decide_async (self->connection, self->recordings->pdata[i],
                                          INTERVIEW_CONSENT_DECISION_WITHDRAWN, self->cancellable,
                                          on_withdrawn, g_object_ref (self));
}
