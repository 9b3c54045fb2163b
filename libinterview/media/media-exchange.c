/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/media-exchange.h"

#include "media/remote-private.h"

/*
 * What the two sides of a call tell each other about their microphones, cameras and screens, in
 * signals of kind media. Main context only.
 */

/* While we only listen, their camera is nothing to us. */
static void
show (InterviewMediaExchange *self, gboolean microphone_on)
{
  gboolean camera_on = self->camera_said && !interview_playback_get_sound_only (self->playback);

  interview_remote_set_media (self->remote, microphone_on, camera_on);
  interview_remote_set_paused (self->remote, camera_on && self->paused_said);
}

static gboolean
is_paused (const InterviewMediaExchange *self)
{
  InterviewCallStats *stats = interview_remote_get_stats (self->remote);

  return interview_call_stats_get_sending (stats).picture_paused;
}

/**
 * interview_media_exchange_init:
 * @capture: (transfer none): our microphone and camera
 * @screen: (transfer none): our screen
 * @playback: (transfer none): says whether we only listen
 * @remote: (transfer none): the other side
 *
 * Begins as if they had said that all is on.
 */
void
interview_media_exchange_init (InterviewMediaExchange *self,
                               InterviewCapture *capture,
                               InterviewScreenShare *screen,
                               InterviewPlayback *playback,
                               InterviewRemote *remote)
{
  *self = (InterviewMediaExchange){
    .capture = capture,
    .screen = screen,
    .playback = playback,
    .remote = remote,
    .camera_said = TRUE,
  };
}

/**
 * interview_media_exchange_read:
 * @signal: of kind media, from them
 *
 * Takes over what they say.
 */
void
interview_media_exchange_read (InterviewMediaExchange *self, InterviewSignal *signal)
{
  self->camera_said = interview_signal_get_camera (signal);
  self->paused_said = interview_signal_get_paused (signal);
  self->listens = interview_signal_get_sound_only (signal);
  show (self, interview_signal_get_microphone (signal));
  interview_remote_set_sound_only (self->remote, self->listens);
  interview_remote_set_screen (self->remote, interview_signal_get_screen (signal));
}

/**
 * interview_media_exchange_write:
 * @signal: of kind media, to them
 *
 * Says how it is with us.
 */
void
interview_media_exchange_write (InterviewMediaExchange *self, InterviewSignal *signal)
{
  self->paused_told = is_paused (self);
  g_object_set (signal, "microphone",
                interview_capture_get_microphone_enabled (self->capture) &&
                    interview_capture_get_has_microphone (self->capture),
                "camera",
                interview_capture_get_camera_enabled (self->capture) &&
                    interview_capture_get_has_camera (self->capture),
                "screen", interview_screen_share_get_turn (self->screen), "sound-only",
                interview_playback_get_sound_only (self->playback), "paused", self->paused_told,
                NULL);
  show (self, interview_remote_get_microphone_on (self->remote));
}

/**
 * interview_media_exchange_is_due:
 *
 * Returns: whether there is room for our pictures on the way to them, or is not any more, and they
 *   were not told; of all else somebody says when it changes
 */
gboolean
interview_media_exchange_is_due (const InterviewMediaExchange *self)
{
  return self->paused_told != is_paused (self);
}

/**
 * interview_media_exchange_wants_pictures:
 *
 * Returns: whether pictures of cameras are wanted on both sides
 */
gboolean
interview_media_exchange_wants_pictures (const InterviewMediaExchange *self)
{
  return !self->listens && !interview_playback_get_sound_only (self->playback);
}
