/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/playback.h"

#include <gst/audio/audio.h>

/*
 * InterviewPlayback is how the others are heard: how loud, from which speaker, and whether
 * only heard. Each of them has
 * a voice (voice.c), and one loudspeaker plays them all.
 *
 * A program owns one, binds its controls to it and hands it to the call. Main context only.
 */
struct _InterviewPlayback
{
  GObject parent_instance;

  double volume;
  gboolean muted;
  gboolean sound_only;
  InterviewDeviceChoice *speaker;
  InterviewLoudspeaker *loudspeaker;
};

enum
{
  PROP_0,
  PROP_VOLUME,
  PROP_MUTED,
  PROP_SOUND_ONLY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewPlayback, interview_playback, G_TYPE_OBJECT)

static void
interview_playback_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewPlayback *self = INTERVIEW_PLAYBACK (object);

  switch (id)
    {
    case PROP_VOLUME:
      g_value_set_double (value, self->volume);
      break;
    case PROP_MUTED:
      g_value_set_boolean (value, self->muted);
      break;
    case PROP_SOUND_ONLY:
      g_value_set_boolean (value, self->sound_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_playback_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  InterviewPlayback *self = INTERVIEW_PLAYBACK (object);

  switch (id)
    {
    case PROP_VOLUME:
      interview_playback_set_volume (self, g_value_get_double (value));
      break;
    case PROP_MUTED:
      interview_playback_set_muted (self, g_value_get_boolean (value));
      break;
    case PROP_SOUND_ONLY:
      interview_playback_set_sound_only (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_playback_finalize (GObject *object)
{
  InterviewPlayback *self = INTERVIEW_PLAYBACK (object);

  g_clear_object (&self->speaker);
  g_clear_object (&self->loudspeaker);

  G_OBJECT_CLASS (interview_playback_parent_class)->finalize (object);
}

static void
interview_playback_class_init (InterviewPlaybackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_playback_get_property;
  object_class->set_property = interview_playback_set_property;
  object_class->finalize = interview_playback_finalize;

  properties[PROP_VOLUME] = g_param_spec_double ("volume", NULL, NULL, 0, 1, 1, flags);
  properties[PROP_MUTED] = g_param_spec_boolean ("muted", NULL, NULL, FALSE, flags);
  properties[PROP_SOUND_ONLY] = g_param_spec_boolean ("sound-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_playback_init (InterviewPlayback *self)
{
  self->volume = 1;
  self->loudspeaker = interview_loudspeaker_new ();
}

static void
update_volume (InterviewPlayback *self)
{
  double factor = gst_stream_volume_convert_volume (GST_STREAM_VOLUME_FORMAT_CUBIC,
                                                    GST_STREAM_VOLUME_FORMAT_LINEAR, self->volume);

  interview_loudspeaker_set_volume (self->loudspeaker, factor, self->muted);
}

/**
 * interview_playback_new:
 *
 * Returns: (transfer full): full volume, from the speaker that the system prefers
 */
InterviewPlayback *
interview_playback_new (void)
{
  return g_object_new (INTERVIEW_TYPE_PLAYBACK, NULL);
}

/**
 * interview_playback_set_volume:
 * @volume: 0 to 1 as a person hears it; the cube of it is the factor of the amplitude
 */
void
interview_playback_set_volume (InterviewPlayback *self, double volume)
{
  g_return_if_fail (INTERVIEW_IS_PLAYBACK (self));

  volume = CLAMP (volume, 0, 1);
  if (self->volume == volume)
    return;

  self->volume = volume;
  update_volume (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VOLUME]);
}

/**
 * interview_playback_get_volume:
 *
 * Returns: 0 to 1
 */
double
interview_playback_get_volume (InterviewPlayback *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PLAYBACK (self), 0);

  return self->volume;
}

/**
 * interview_playback_set_muted:
 * @muted: whether nothing is heard, whatever the volume
 */
void
interview_playback_set_muted (InterviewPlayback *self, gboolean muted)
{
  g_return_if_fail (INTERVIEW_IS_PLAYBACK (self));

  muted = !!muted;
  if (self->muted == muted)
    return;

  self->muted = muted;
  update_volume (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MUTED]);
}

/**
 * interview_playback_get_muted:
 *
 * Returns: whether nothing is heard
 */
gboolean
interview_playback_get_muted (InterviewPlayback *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PLAYBACK (self), FALSE);

  return self->muted;
}

/**
 * interview_playback_set_sound_only:
 * @sound_only: whether no pictures of the others are wanted
 *
 * A call that is played here sends none either then.
 */
void
interview_playback_set_sound_only (InterviewPlayback *self, gboolean sound_only)
{
  g_return_if_fail (INTERVIEW_IS_PLAYBACK (self));

  sound_only = !!sound_only;
  if (self->sound_only == sound_only)
    return;

  self->sound_only = sound_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOUND_ONLY]);
}

/**
 * interview_playback_get_sound_only:
 *
 * Returns: whether no pictures are wanted
 */
gboolean
interview_playback_get_sound_only (InterviewPlayback *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PLAYBACK (self), FALSE);

  return self->sound_only;
}

static void
on_speaker_device (InterviewPlayback *self)
{
  interview_loudspeaker_set_device (self->loudspeaker,
                                    interview_device_choice_get_device (self->speaker));
}

/**
 * interview_playback_set_speaker:
 * @choice: (transfer none): which speaker; it may change while somebody is heard
 *
 * Plays by the speaker of the choice from then on; without one, by what the system prefers. To be
 * called once.
 */
void
interview_playback_set_speaker (InterviewPlayback *self, InterviewDeviceChoice *choice)
{
  g_return_if_fail (INTERVIEW_IS_PLAYBACK (self));
  g_return_if_fail (INTERVIEW_IS_DEVICE_CHOICE (choice));
  g_return_if_fail (self->speaker == NULL);

  self->speaker = g_object_ref (choice);
  g_signal_connect_object (choice, "notify::device", G_CALLBACK (on_speaker_device), self,
                           G_CONNECT_SWAPPED);
  on_speaker_device (self);
}

/**
 * interview_playback_get_speaker:
 *
 * Returns: (transfer none) (nullable): which speaker
 */
InterviewDeviceChoice *
interview_playback_get_speaker (InterviewPlayback *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PLAYBACK (self), NULL);

  return self->speaker;
}

/**
 * interview_playback_get_loudspeaker:
 *
 * Returns: (transfer none): what plays everybody
 */
InterviewLoudspeaker *
interview_playback_get_loudspeaker (InterviewPlayback *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PLAYBACK (self), NULL);

  return self->loudspeaker;
}
