/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/screen-share.h"

#include "media/screen-chain.h"
#include "media/screen-turn.h"

/* A change of the rate that the encoder is told, as a part of it. */
#define WORTH_WHILE 0.05

/*
 * InterviewScreenShare is our screen in a call, beside the camera: a pipeline that runs only while
 * the screen is shared. One person at a time shares in a room, and whoever began last is that one:
 * when somebody else begins, ours ends.
 *
 * Signal `ended` (#InterviewScreenEnd) tells why it is over; not emitted for the end of the call.
 *
 * The call owns one; main context only.
 */
struct _InterviewScreenShare
{
  GObject parent_instance;

  char *instance;
  InterviewTap *tap;
  GstElement *pipeline;
  InterviewScreenChain chain;
  GstElement *source;
  GstBus *bus;
  GHashTable *rates; /* link -> what it carries, bits a second */
  InterviewBroadcast *video;
  gint64 turn;
  gint64 heard;
  guint bitrate;
};

enum
{
  PROP_0,
  PROP_SHARING,
  N_PROPS,
};

enum
{
  SIGNAL_ENDED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (InterviewScreenEnd,
                    interview_screen_end,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SCREEN_END_STOPPED, "stopped"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SCREEN_END_TAKEN_OVER, "taken-over"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SCREEN_END_CLOSED, "closed"))

G_DEFINE_FINAL_TYPE (InterviewScreenShare, interview_screen_share, G_TYPE_OBJECT)

static void
remove_source (InterviewScreenShare *self)
{
  if (self->source == NULL)
    return;

  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_element_unlink (self->source, self->chain.head);
  gst_bin_remove (GST_BIN (self->pipeline), self->source);
  gst_clear_object (&self->source);
}

static void
end (InterviewScreenShare *self, InterviewScreenEnd why)
{
  if (self->turn == 0)
    return;

  remove_source (self);
  self->turn = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHARING]);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0, why);
}

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  InterviewScreenShare *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *details = NULL;

  switch (GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_ERROR:
      gst_message_parse_error (message, &error, &details);
      g_info ("%s: %s (%s)", GST_OBJECT_NAME (GST_MESSAGE_SRC (message)), error->message, details);
      end (self, INTERVIEW_SCREEN_END_CLOSED);
      break;
    case GST_MESSAGE_EOS:
      end (self, INTERVIEW_SCREEN_END_CLOSED);
      break;
    case GST_MESSAGE_LATENCY:
      gst_bin_recalculate_latency (GST_BIN (self->pipeline));
      break;
    default:
      break;
    }

  return G_SOURCE_CONTINUE;
}

static void
interview_screen_share_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewScreenShare *self = INTERVIEW_SCREEN_SHARE (object);

  switch (id)
    {
    case PROP_SHARING:
      g_value_set_boolean (value, interview_screen_share_get_sharing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_screen_share_dispose (GObject *object)
{
  InterviewScreenShare *self = INTERVIEW_SCREEN_SHARE (object);

  if (self->bus != NULL)
    gst_bus_remove_watch (self->bus);
  gst_clear_object (&self->bus);
  remove_source (self);
  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_clear_object (&self->pipeline);
  g_clear_object (&self->video);
  g_clear_object (&self->tap);

  G_OBJECT_CLASS (interview_screen_share_parent_class)->dispose (object);
}

static void
interview_screen_share_finalize (GObject *object)
{
  InterviewScreenShare *self = INTERVIEW_SCREEN_SHARE (object);

  g_free (self->instance);
  g_hash_table_unref (self->rates);

  G_OBJECT_CLASS (interview_screen_share_parent_class)->finalize (object);
}

static void
interview_screen_share_class_init (InterviewScreenShareClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_screen_share_get_property;
  object_class->dispose = interview_screen_share_dispose;
  object_class->finalize = interview_screen_share_finalize;

  properties[PROP_SHARING] =
      g_param_spec_boolean ("sharing", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * InterviewScreenShare::ended:
   * @why: why the screen is not shared any more
   */
  signals[SIGNAL_ENDED] =
      g_signal_new ("ended", INTERVIEW_TYPE_SCREEN_SHARE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, INTERVIEW_TYPE_SCREEN_END);
}

static void
interview_screen_share_init (InterviewScreenShare *self)
{
  g_autoptr (GstClock) clock = gst_system_clock_obtain ();

  self->tap = interview_tap_new ();
  self->pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  gst_pipeline_use_clock (GST_PIPELINE (self->pipeline), clock);
  gst_element_set_start_time (self->pipeline, GST_CLOCK_TIME_NONE);
  self->video = interview_screen_chain_add (&self->chain, GST_BIN (self->pipeline), self->tap);
  self->rates = g_hash_table_new (NULL, NULL);
  self->bus = gst_element_get_bus (self->pipeline);
  gst_bus_add_watch (self->bus, on_message, self);
}

/**
 * interview_screen_share_new:
 * @base_time: that of the capture beside it, nanoseconds
 * @instance: our run of the program in the room
 *
 * Returns: (transfer full): a screen that is not shared
 */
InterviewScreenShare *
interview_screen_share_new (GstClockTime base_time, const char *instance)
{
  InterviewScreenShare *self = g_object_new (INTERVIEW_TYPE_SCREEN_SHARE, NULL);

  self->instance = g_strdup (instance);
  gst_element_set_base_time (self->pipeline, base_time);

  return self;
}

/**
 * interview_screen_share_start:
 * @source: (transfer floating): an element with one pad `src` of raw video
 *
 * Shares what @source shows, instead of what was shared before.
 *
 * Returns: whether it could be begun; one that fails later is told by `ended`
 */
gboolean
interview_screen_share_start (InterviewScreenShare *self, GstElement *source)
{
  g_return_val_if_fail (INTERVIEW_IS_SCREEN_SHARE (self), FALSE);
  g_return_val_if_fail (GST_IS_ELEMENT (source), FALSE);

  remove_source (self);
  self->source = gst_object_ref_sink (source);
  gst_bin_add (GST_BIN (self->pipeline), source);
  if (!gst_element_link (source, self->chain.head) ||
      gst_element_set_state (self->pipeline, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
    {
      remove_source (self);
      end (self, INTERVIEW_SCREEN_END_CLOSED);
      return FALSE;
    }

  self->heard = self->turn = interview_screen_turn_next (self->heard);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHARING]);
  return TRUE;
}

/**
 * interview_screen_share_stop:
 *
 * Shares it no more.
 */
void
interview_screen_share_stop (InterviewScreenShare *self)
{
  g_return_if_fail (INTERVIEW_IS_SCREEN_SHARE (self));

  end (self, INTERVIEW_SCREEN_END_STOPPED);
}

/**
 * interview_screen_share_hear:
 * @turn: what somebody else says, 0 if they do not share
 * @instance: the run of their program
 *
 * Takes notice of another’s screen, and gives way to it if it came later.
 */
void
interview_screen_share_hear (InterviewScreenShare *self, gint64 turn, const char *instance)
{
  g_return_if_fail (INTERVIEW_IS_SCREEN_SHARE (self));
  g_return_if_fail (instance != NULL);

  self->heard = MAX (self->heard, turn);
  if (interview_screen_turn_beats (turn, instance, self->turn, self->instance))
    end (self, INTERVIEW_SCREEN_END_TAKEN_OVER);
}

/* The slowest link decides: the screen is encoded once for all. */
static void
fit (InterviewScreenShare *self)
{
  GHashTableIter iter;
  gpointer value;
  guint least = INTERVIEW_SCREEN_BITRATE;

  g_hash_table_iter_init (&iter, self->rates);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    least = MIN (least, interview_screen_chain_get_share (GPOINTER_TO_UINT (value)));
  if (ABS ((int) self->bitrate - (int) least) < least * WORTH_WHILE)
    return;

  self->bitrate = least;
  g_object_set (self->chain.encoder, "target-bitrate", (int) least, NULL);
}

/**
 * interview_screen_share_fit:
 * @link: which way to another person
 * @bitrate: what it carries, bits a second
 *
 * Fits the screen to what the links carry.
 *
 * Returns: what is left on the link beside the screen, bits a second
 */
guint
interview_screen_share_fit (InterviewScreenShare *self, gconstpointer link, guint bitrate)
{
  g_return_val_if_fail (INTERVIEW_IS_SCREEN_SHARE (self), bitrate);

  g_hash_table_insert (self->rates, (gpointer) link, GUINT_TO_POINTER (bitrate));
  fit (self);

  return self->turn > 0 ? bitrate - MIN (bitrate, self->bitrate) : bitrate;
}

/**
 * interview_screen_share_forget:
 * @link: a link that is gone
 *
 * Fits the screen to the others.
 */
void
interview_screen_share_forget (InterviewScreenShare *self, gconstpointer link)
{
  g_return_if_fail (INTERVIEW_IS_SCREEN_SHARE (self));

  if (g_hash_table_remove (self->rates, link))
    fit (self);
}

/**
 * interview_screen_share_get_sharing:
 *
 * Returns: whether our screen is shared
 */
gboolean
interview_screen_share_get_sharing (InterviewScreenShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SCREEN_SHARE (self), FALSE);

  return self->turn > 0;
}

/**
 * interview_screen_share_get_turn:
 *
 * Returns: our turn, 0 while the screen is not shared
 */
gint64
interview_screen_share_get_turn (InterviewScreenShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SCREEN_SHARE (self), 0);

  return self->turn;
}

/**
 * interview_screen_share_get_tap:
 *
 * Returns: (transfer none): where our screen can be had as it is sent
 */
InterviewTap *
interview_screen_share_get_tap (InterviewScreenShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SCREEN_SHARE (self), NULL);

  return self->tap;
}

/**
 * interview_screen_share_get_video:
 *
 * Returns: (transfer none): the encoded screen
 */
InterviewBroadcast *
interview_screen_share_get_video (InterviewScreenShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SCREEN_SHARE (self), NULL);

  return self->video;
}
