/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/sound-only.h"

/*
 * InterviewSoundOnly joins two wishes for the time of a call: who wants no pictures sends none
 * either, and who switches the camera on wants them again.
 *
 * The call owns it; main context only.
 */
struct _InterviewSoundOnly
{
  GObject parent_instance;

  InterviewCapture *capture;
  InterviewPlayback *playback;
  gboolean camera_closed; /* because only sound is wanted */
};

G_DEFINE_FINAL_TYPE (InterviewSoundOnly, interview_sound_only, G_TYPE_OBJECT)

static void
on_sound_only (InterviewSoundOnly *self)
{
  gboolean sound_only = interview_playback_get_sound_only (self->playback);

  if (sound_only && interview_capture_get_camera_enabled (self->capture))
    {
      self->camera_closed = TRUE;
      interview_capture_set_camera_enabled (self->capture, FALSE);
    }
  else if (!sound_only && self->camera_closed)
    {
      self->camera_closed = FALSE;
      interview_capture_set_camera_enabled (self->capture, TRUE);
    }
}

static void
on_camera_enabled (InterviewSoundOnly *self)
{
  if (!interview_capture_get_camera_enabled (self->capture))
    return;
  self->camera_closed = FALSE;
  interview_playback_set_sound_only (self->playback, FALSE);
}

static void
interview_sound_only_finalize (GObject *object)
{
  InterviewSoundOnly *self = INTERVIEW_SOUND_ONLY (object);

  g_clear_object (&self->capture);
  g_clear_object (&self->playback);

  G_OBJECT_CLASS (interview_sound_only_parent_class)->finalize (object);
}

static void
interview_sound_only_class_init (InterviewSoundOnlyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_sound_only_finalize;
}

static void
interview_sound_only_init (InterviewSoundOnly *self)
{
}

/**
 * interview_sound_only_new:
 * @capture: (transfer none): what is sent
 * @playback: (transfer none): what is wanted
 *
 * Returns: (transfer full): what joins the two until interview_sound_only_end()
 */
InterviewSoundOnly *
interview_sound_only_new (InterviewCapture *capture, InterviewPlayback *playback)
{
  InterviewSoundOnly *self;

  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (capture), NULL);
  g_return_val_if_fail (INTERVIEW_IS_PLAYBACK (playback), NULL);

  self = g_object_new (INTERVIEW_TYPE_SOUND_ONLY, NULL);
  self->capture = g_object_ref (capture);
  self->playback = g_object_ref (playback);
  g_signal_connect_object (playback, "notify::sound-only", G_CALLBACK (on_sound_only), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (capture, "notify::camera-enabled", G_CALLBACK (on_camera_enabled), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * interview_sound_only_end:
 *
 * Takes it all back: who comes to another call wants to see it.
 */
void
interview_sound_only_end (InterviewSoundOnly *self)
{
  g_return_if_fail (INTERVIEW_IS_SOUND_ONLY (self));

  g_signal_handlers_disconnect_by_data (self->capture, self);
  g_signal_handlers_disconnect_by_data (self->playback, self);
  interview_playback_set_sound_only (self->playback, FALSE);
  if (self->camera_closed)
    interview_capture_set_camera_enabled (self->capture, TRUE);
  self->camera_closed = FALSE;
}
