/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/player.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"
#include "media/default-speaker.h"
#include "media/frame-sink.h"

/* How often the position is told while it plays. */
#define TICK_MILLISECONDS 250

/* playbin’s flags: picture and sound, with the volume made here; no subtitles, no visualisation. */
#define PLAY_FLAGS (0x1 | 0x2 | 0x10)

/*
 * InterviewPlayer plays a recording, forward and back, into a slot and the loudspeaker that the
 * desktop prefers. It is paused at first, and shows the first picture. Where there is no sound card
 * it plays without sound.
 *
 * Whoever shows it owns it, and closes it. Main context only.
 */
struct _InterviewPlayer
{
  GObject parent_instance;

  InterviewFrameSlot *frame_slot;
  GstElement *pipeline;
  GstBus *bus;
  gboolean silent;
  gboolean playing;
  gint64 duration;
  guint tick;
  char *uri;
  GError *error;
};

enum
{
  PROP_0,
  PROP_PLAYING,
  PROP_POSITION,
  PROP_DURATION,
  PROP_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewPlayer, interview_player, G_TYPE_OBJECT)

static void
notify_position (InterviewPlayer *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

static gboolean
on_tick (gpointer user_data)
{
  notify_position (user_data);

  return G_SOURCE_CONTINUE;
}

static void
take_duration (InterviewPlayer *self)
{
  gint64 duration;

  if (!gst_element_query_duration (self->pipeline, GST_FORMAT_TIME, &duration) ||
      duration / GST_USECOND == self->duration)
    return;

  self->duration = duration / GST_USECOND;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DURATION]);
}

static gboolean
is_from_sound (InterviewPlayer *self, GstMessage *message)
{
  g_autoptr (GstElement) sink = NULL;

  g_object_get (self->pipeline, "audio-sink", &sink, NULL);

  return sink != NULL && gst_object_has_as_ancestor (GST_MESSAGE_SRC (message), GST_OBJECT (sink));
}

/* Without a sound card: once more, into nothing. */
static void
play_silently (InterviewPlayer *self)
{
  GstElement *nothing = gst_element_factory_make ("fakesink", NULL);

  self->silent = TRUE;
  g_object_set (nothing, "sync", TRUE, NULL);
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_object_set (self->pipeline, "audio-sink", nothing, NULL);
  gst_element_set_state (self->pipeline, self->playing ? GST_STATE_PLAYING : GST_STATE_PAUSED);
}

static void
on_error (InterviewPlayer *self, GstMessage *message)
{
  g_autoptr (GError) error = NULL;

  gst_message_parse_error (message, &error, NULL);
  g_info ("%s: %s", self->uri, error->message);
  if (!self->silent && is_from_sound (self, message))
    {
      play_silently (self);
      return;
    }
  interview_player_set_playing (self, FALSE);
  if (self->error != NULL)
    return;
  self->error = g_error_new_literal (INTERVIEW_ERROR, INTERVIEW_ERROR_MEDIA,
                                     _ ("The recording cannot be played. Save it, and try another "
                                        "player."));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  InterviewPlayer *self = user_data;

  switch (GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_ERROR:
      on_error (self, message);
      break;
    case GST_MESSAGE_EOS:
      interview_player_set_playing (self, FALSE);
      interview_player_seek (self, 0);
      break;
    case GST_MESSAGE_ASYNC_DONE:
    case GST_MESSAGE_DURATION_CHANGED:
      take_duration (self);
      notify_position (self);
      break;
    default:
      break;
    }

  return G_SOURCE_CONTINUE;
}

static void
interview_player_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewPlayer *self = INTERVIEW_PLAYER (object);

  switch (id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_POSITION:
      g_value_set_int64 (value, interview_player_get_position (self));
      break;
    case PROP_DURATION:
      g_value_set_int64 (value, self->duration);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_player_dispose (GObject *object)
{
  InterviewPlayer *self = INTERVIEW_PLAYER (object);

  interview_player_close (self);
  g_clear_object (&self->frame_slot);
  g_clear_pointer (&self->uri, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (interview_player_parent_class)->dispose (object);
}

static void
interview_player_class_init (InterviewPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_player_get_property;
  object_class->dispose = interview_player_dispose;

  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  properties[PROP_POSITION] = g_param_spec_int64 ("position", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_DURATION] = g_param_spec_int64 ("duration", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_player_init (InterviewPlayer *self)
{
  self->frame_slot = interview_frame_slot_new ();
}

/**
 * interview_player_new:
 * @path: a recording
 *
 * Returns: (transfer full): a player that is paused at its beginning
 */
InterviewPlayer *
interview_player_new (const char *path)
{
  InterviewPlayer *self;
  GstElement *picture;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_PLAYER, NULL);
  self->uri = gst_filename_to_uri (path, NULL);
  self->pipeline = gst_object_ref_sink (gst_element_factory_make ("playbin", NULL));
  picture = interview_frame_sink_new (self->frame_slot);
  interview_frame_sink_keep_time (INTERVIEW_FRAME_SINK (picture));
  g_object_set (self->pipeline, "uri", self->uri, "video-sink", picture, "audio-sink",
                interview_default_speaker_new (), "flags", PLAY_FLAGS, NULL);
  self->bus = gst_element_get_bus (self->pipeline);
  gst_bus_add_watch (self->bus, on_message, self);
  gst_element_set_state (self->pipeline, GST_STATE_PAUSED);

  return self;
}

/**
 * interview_player_close:
 *
 * Stops it and lets go of the file.
 */
void
interview_player_close (InterviewPlayer *self)
{
  g_return_if_fail (INTERVIEW_IS_PLAYER (self));

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->bus == NULL)
    return;
  gst_bus_remove_watch (self->bus);
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_clear_object (&self->bus);
  gst_clear_object (&self->pipeline);
}

/**
 * interview_player_set_playing:
 * @playing: %FALSE to pause
 */
void
interview_player_set_playing (InterviewPlayer *self, gboolean playing)
{
  g_return_if_fail (INTERVIEW_IS_PLAYER (self));

  playing = !!playing;
  if (self->playing == playing || self->pipeline == NULL)
    return;

  self->playing = playing;
  g_clear_handle_id (&self->tick, g_source_remove);
  if (playing)
    self->tick = g_timeout_add (TICK_MILLISECONDS, on_tick, self);
  gst_element_set_state (self->pipeline, playing ? GST_STATE_PLAYING : GST_STATE_PAUSED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

/**
 * interview_player_get_playing:
 *
 * Returns: whether it plays
 */
gboolean
interview_player_get_playing (InterviewPlayer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PLAYER (self), FALSE);

  return self->playing;
}

/**
 * interview_player_seek:
 * @position: where to go, microseconds
 */
void
interview_player_seek (InterviewPlayer *self, gint64 position)
{
  g_return_if_fail (INTERVIEW_IS_PLAYER (self));

  if (self->pipeline != NULL)
    gst_element_seek_simple (self->pipeline, GST_FORMAT_TIME,
                             GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_ACCURATE,
                             MAX (position, 0) * GST_USECOND);
}

/**
 * interview_player_get_position:
 *
 * Returns: where it is, microseconds
 */
gint64
interview_player_get_position (InterviewPlayer *self)
{
  gint64 position = 0;

  g_return_val_if_fail (INTERVIEW_IS_PLAYER (self), 0);

  if (self->pipeline != NULL)
    gst_element_query_position (self->pipeline, GST_FORMAT_TIME, &position);

  return MAX (position, 0) / GST_USECOND;
}

/**
 * interview_player_get_duration:
 *
 * Returns: how long it is, microseconds; 0 until that is known
 */
gint64
interview_player_get_duration (InterviewPlayer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PLAYER (self), 0);

  return self->duration;
}

/**
 * interview_player_get_error:
 *
 * Returns: (transfer none) (nullable): why it cannot be played
 */
const GError *
interview_player_get_error (InterviewPlayer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PLAYER (self), NULL);

  return self->error;
}

/**
 * interview_player_get_frame_slot:
 *
 * Returns: (transfer none): where the picture arrives
 */
InterviewFrameSlot *
interview_player_get_frame_slot (InterviewPlayer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PLAYER (self), NULL);

  return self->frame_slot;
}
