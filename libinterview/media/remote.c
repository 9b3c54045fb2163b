/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/remote-private.h"

/*
 * InterviewRemote is another person in a call, as the windows see them: one run of their program.
 * The call makes it, keeps it in its list while they are there, and changes it; all on the main
 * context.
 */
struct _InterviewRemote
{
  GObject parent_instance;

  char *instance;
  InterviewParticipant *participant;
  InterviewFrameSlot *frame_slot;
  InterviewCallState state;
  gboolean microphone_on;
  gboolean camera_on;
  gboolean paused;
  gboolean sound_only;
  InterviewLevelMeter *meter;
  InterviewCallStats *stats;
  InterviewTap *tap;
  InterviewFrameSlot *screen_slot;
  gint64 screen_turn;
  InterviewCallStats *screen_stats;
  InterviewTap *screen_tap;
};

enum
{
  PROP_0,
  PROP_INSTANCE,
  PROP_PARTICIPANT,
  PROP_FRAME_SLOT,
  PROP_STATE,
  PROP_MICROPHONE_ON,
  PROP_CAMERA_ON,
  PROP_PAUSED,
  PROP_SOUND_ONLY,
  PROP_LEVEL,
  PROP_SCREEN_TURN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewRemote, interview_remote, G_TYPE_OBJECT)

static void
on_level (InterviewRemote *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

static void
interview_remote_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewRemote *self = INTERVIEW_REMOTE (object);

  switch (id)
    {
    case PROP_INSTANCE:
      g_value_set_string (value, self->instance);
      break;
    case PROP_PARTICIPANT:
      g_value_set_object (value, self->participant);
      break;
    case PROP_FRAME_SLOT:
      g_value_set_object (value, self->frame_slot);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_MICROPHONE_ON:
      g_value_set_boolean (value, self->microphone_on);
      break;
    case PROP_CAMERA_ON:
      g_value_set_boolean (value, self->camera_on);
      break;
    case PROP_PAUSED:
      g_value_set_boolean (value, self->paused);
      break;
    case PROP_SOUND_ONLY:
      g_value_set_boolean (value, self->sound_only);
      break;
    case PROP_LEVEL:
      g_value_set_double (value, interview_remote_get_level (self));
      break;
    case PROP_SCREEN_TURN:
      g_value_set_int64 (value, self->screen_turn);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_remote_finalize (GObject *object)
{
  InterviewRemote *self = INTERVIEW_REMOTE (object);

  g_clear_pointer (&self->instance, g_free);
  g_clear_object (&self->participant);
  g_clear_object (&self->frame_slot);
  g_clear_object (&self->meter);
  g_clear_object (&self->stats);
  g_clear_object (&self->tap);
  g_clear_object (&self->screen_slot);
  g_clear_object (&self->screen_stats);
  g_clear_object (&self->screen_tap);

  G_OBJECT_CLASS (interview_remote_parent_class)->finalize (object);
}

static void
interview_remote_class_init (InterviewRemoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_remote_get_property;
  object_class->finalize = interview_remote_finalize;

  properties[PROP_INSTANCE] = g_param_spec_string ("instance", NULL, NULL, NULL, flags);
  properties[PROP_PARTICIPANT] =
      g_param_spec_object ("participant", NULL, NULL, INTERVIEW_TYPE_PARTICIPANT, flags);
  properties[PROP_FRAME_SLOT] =
      g_param_spec_object ("frame-slot", NULL, NULL, INTERVIEW_TYPE_FRAME_SLOT, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, INTERVIEW_TYPE_CALL_STATE,
                                              INTERVIEW_CALL_STATE_WAITING, flags);
  properties[PROP_MICROPHONE_ON] = g_param_spec_boolean ("microphone-on", NULL, NULL, TRUE, flags);
  properties[PROP_CAMERA_ON] = g_param_spec_boolean ("camera-on", NULL, NULL, TRUE, flags);
  properties[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE, flags);
  properties[PROP_SOUND_ONLY] = g_param_spec_boolean ("sound-only", NULL, NULL, FALSE, flags);
  properties[PROP_LEVEL] = g_param_spec_double ("level", NULL, NULL, INTERVIEW_LEVEL_SILENCE, 0,
                                                INTERVIEW_LEVEL_SILENCE, flags);
  properties[PROP_SCREEN_TURN] =
      g_param_spec_int64 ("screen-turn", NULL, NULL, 0, G_MAXINT32, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_remote_init (InterviewRemote *self)
{
  self->frame_slot = interview_frame_slot_new ();
  self->meter = interview_level_meter_new ();
  self->stats = interview_call_stats_new ();
  self->tap = interview_tap_new ();
  self->screen_slot = interview_frame_slot_new ();
  self->screen_stats = interview_call_stats_new ();
  self->screen_tap = interview_tap_new ();
  self->microphone_on = TRUE;
  self->camera_on = TRUE;
  g_signal_connect_object (self->meter, "notify::level", G_CALLBACK (on_level), self,
                           G_CONNECT_SWAPPED);
}

/**
 * interview_remote_new:
 * @instance: (transfer none): the run of their program
 * @participant: (transfer none) (nullable): who it is
 *
 * Returns: (transfer full): a person of whom nothing has arrived yet
 */
InterviewRemote *
interview_remote_new (const char *instance, InterviewParticipant *participant)
{
  InterviewRemote *self = g_object_new (INTERVIEW_TYPE_REMOTE, NULL);

  self->instance = g_strdup (instance);
  g_set_object (&self->participant, participant);

  return self;
}

/**
 * interview_remote_set_state:
 * @state: how far the call with them is
 */
void
interview_remote_set_state (InterviewRemote *self, InterviewCallState state)
{
  g_return_if_fail (INTERVIEW_IS_REMOTE (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * interview_remote_set_media:
 * @microphone_on: whether they send sound
 * @camera_on: whether they send pictures
 *
 * Takes over what they say about themselves; the picture goes with their camera.
 */
void
interview_remote_set_media (InterviewRemote *self, gboolean microphone_on, gboolean camera_on)
{
  g_return_if_fail (INTERVIEW_IS_REMOTE (self));

  if (self->microphone_on != microphone_on)
    {
      self->microphone_on = microphone_on;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MICROPHONE_ON]);
    }
  if (self->camera_on != camera_on)
    {
      self->camera_on = camera_on;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAMERA_ON]);
    }
  if (!camera_on)
    interview_frame_slot_clear (self->frame_slot);
}

/**
 * interview_remote_set_paused:
 * @paused: whether their camera is on, and its pictures are left out because their upload is too
 *   slow for them
 */
void
interview_remote_set_paused (InterviewRemote *self, gboolean paused)
{
  g_return_if_fail (INTERVIEW_IS_REMOTE (self));

  if (self->paused == paused)
    return;
  self->paused = paused;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAUSED]);
}

/**
 * interview_remote_get_paused:
 *
 * Returns: whether pictures of their camera would come if their upload were faster
 */
gboolean
interview_remote_get_paused (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), FALSE);

  return self->paused;
}

/**
 * interview_remote_set_sound_only:
 * @sound_only: whether they want no pictures, and so do not see us
 */
void
interview_remote_set_sound_only (InterviewRemote *self, gboolean sound_only)
{
  g_return_if_fail (INTERVIEW_IS_REMOTE (self));

  if (self->sound_only == sound_only)
    return;
  self->sound_only = sound_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOUND_ONLY]);
}

/**
 * interview_remote_get_sound_only:
 *
 * Returns: whether they do not see us, because they want no pictures
 */
gboolean
interview_remote_get_sound_only (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), FALSE);

  return self->sound_only;
}

/**
 * interview_remote_set_screen:
 * @turn: their turn of sharing their screen, 0 for none
 *
 * Takes over what they say about their screen; its picture goes with it.
 */
void
interview_remote_set_screen (InterviewRemote *self, gint64 turn)
{
  g_return_if_fail (INTERVIEW_IS_REMOTE (self));

  if (self->screen_turn == turn)
    return;

  self->screen_turn = turn;
  if (turn == 0)
    interview_frame_slot_clear (self->screen_slot);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCREEN_TURN]);
}

/**
 * interview_remote_get_meter:
 *
 * Returns: (transfer none): what measures their sound
 */
InterviewLevelMeter *
interview_remote_get_meter (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), NULL);

  return self->meter;
}

/**
 * interview_remote_get_instance:
 *
 * Returns: (transfer none): the run of their program
 */
const char *
interview_remote_get_instance (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), NULL);

  return self->instance;
}

/**
 * interview_remote_get_participant:
 *
 * Returns: (transfer none) (nullable): who it is
 */
InterviewParticipant *
interview_remote_get_participant (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), NULL);

  return self->participant;
}

/**
 * interview_remote_get_frame_slot:
 *
 * Returns: (transfer none): where their picture arrives
 */
InterviewFrameSlot *
interview_remote_get_frame_slot (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), NULL);

  return self->frame_slot;
}

/**
 * interview_remote_get_state:
 *
 * Returns: how far the call with them is
 */
InterviewCallState
interview_remote_get_state (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), INTERVIEW_CALL_STATE_ENDED);

  return self->state;
}

/**
 * interview_remote_get_microphone_on:
 *
 * Returns: whether they say that they send sound
 */
gboolean
interview_remote_get_microphone_on (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), FALSE);

  return self->microphone_on;
}

/**
 * interview_remote_get_camera_on:
 *
 * Returns: whether they say that they send pictures
 */
gboolean
interview_remote_get_camera_on (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), FALSE);

  return self->camera_on;
}

/**
 * interview_remote_get_level:
 *
 * Returns: how loud they are, dB below full scale
 */
double
interview_remote_get_level (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), INTERVIEW_LEVEL_SILENCE);

  return interview_level_meter_get_level (self->meter);
}

/**
 * interview_remote_get_stats:
 *
 * Returns: (transfer none): the numbers
 */
InterviewCallStats *
interview_remote_get_stats (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), NULL);

  return self->stats;
}

/**
 * interview_remote_get_tap:
 *
 * Returns: (transfer none): where their picture and sound can be had, over every link to them
 */
InterviewTap *
interview_remote_get_tap (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), NULL);

  return self->tap;
}

/**
 * interview_remote_get_screen_turn:
 *
 * Returns: their turn of sharing their screen, 0 while they do not; the highest one in the room is
 *   to be shown
 */
gint64
interview_remote_get_screen_turn (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), 0);

  return self->screen_turn;
}

/**
 * interview_remote_get_screen_slot:
 *
 * Returns: (transfer none): where their screen arrives
 */
InterviewFrameSlot *
interview_remote_get_screen_slot (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), NULL);

  return self->screen_slot;
}

/**
 * interview_remote_get_screen_stats:
 *
 * Returns: (transfer none): the numbers of their screen; packets are counted with the others
 */
InterviewCallStats *
interview_remote_get_screen_stats (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), NULL);

  return self->screen_stats;
}

/**
 * interview_remote_get_screen_tap:
 *
 * Returns: (transfer none): where their screen can be had, over every link to them
 */
InterviewTap *
interview_remote_get_screen_tap (InterviewRemote *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (self), NULL);

  return self->screen_tap;
}
