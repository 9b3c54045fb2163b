/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/frame-slot.h"

/*
 * InterviewFrameSlot is a mailbox for one picture between the thread that decodes and the main
 * context that paints. The newest frame wins: one that nobody took in time is thrown away, so a
 * slow screen never makes a queue. However many frames arrive, at most one wake-up is under way.
 *
 * Frames may be put from any thread; everything else is called on the main context that was the
 * thread's default when the slot was made. How the picture is shown is told here too, so that it is
 * scaled before it is converted, or not converted at all (frame-sink.c).
 */
struct _InterviewFrameSlot
{
  GObject parent_instance;

  GMainContext *context;
  GQueue readers; /* element-type Reader, the one that gets the frames first */
  int display_width;
  int display_height;
  gboolean planar;

  GMutex mutex;
  GstSample *pending;
  GSource *wake_up;
  gboolean blank;
  guint64 frames;
  guint64 missed;
};

typedef struct
{
  InterviewFrameSlotFunc callback;
  gpointer user_data;
  GDestroyNotify destroy;
} Reader;

enum
{
  PROP_0,
  PROP_DISPLAY_WIDTH,
  PROP_DISPLAY_HEIGHT,
  PROP_PLANAR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewFrameSlot, interview_frame_slot, G_TYPE_OBJECT)

static void
reader_free (gpointer data)
{
  Reader *reader = data;

  if (reader->destroy != NULL)
    reader->destroy (reader->user_data);
  g_free (reader);
}

static gboolean
on_wake_up (gpointer user_data)
{
  InterviewFrameSlot *self = user_data;
  Reader *reader = g_queue_peek_head (&self->readers);

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->wake_up, g_source_unref);
  g_mutex_unlock (&self->mutex);

  if (reader != NULL)
    reader->callback (self, reader->user_data);

  return G_SOURCE_REMOVE;
}

/* With the mutex held. */
static void
wake_up (InterviewFrameSlot *self)
{
  if (self->wake_up != NULL)
    return;

  self->wake_up = g_idle_source_new ();
  g_source_set_priority (self->wake_up, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->wake_up, on_wake_up, g_object_ref (self), g_object_unref);
  g_source_set_static_name (self->wake_up, "InterviewFrameSlot");
  g_source_attach (self->wake_up, self->context);
}

static void
interview_frame_slot_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewFrameSlot *self = INTERVIEW_FRAME_SLOT (object);

  switch (id)
    {
    case PROP_DISPLAY_WIDTH:
      g_value_set_int (value, self->display_width);
      break;
    case PROP_DISPLAY_HEIGHT:
      g_value_set_int (value, self->display_height);
      break;
    case PROP_PLANAR:
      g_value_set_boolean (value, self->planar);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_frame_slot_finalize (GObject *object)
{
  InterviewFrameSlot *self = INTERVIEW_FRAME_SLOT (object);

  g_queue_clear_full (&self->readers, reader_free);
  g_clear_pointer (&self->pending, gst_sample_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_frame_slot_parent_class)->finalize (object);
}

static void
interview_frame_slot_class_init (InterviewFrameSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_frame_slot_get_property;
  object_class->finalize = interview_frame_slot_finalize;

  properties[PROP_DISPLAY_WIDTH] =
      g_param_spec_int ("display-width", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_DISPLAY_HEIGHT] =
      g_param_spec_int ("display-height", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PLANAR] =
      g_param_spec_boolean ("planar", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_frame_slot_init (InterviewFrameSlot *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
  self->blank = TRUE;
}

/**
 * interview_frame_slot_new:
 *
 * Returns: (transfer full): an empty slot that wakes the thread's default main context
 */
InterviewFrameSlot *
interview_frame_slot_new (void)
{
  return g_object_new (INTERVIEW_TYPE_FRAME_SLOT, NULL);
}

/**
 * interview_frame_slot_add_reader:
 * @callback: called when there is a frame, or when the picture went away
 * @user_data: for @callback; tells this reader from others
 * @destroy: (nullable): frees @user_data when the reader is removed or the slot goes
 *
 * The newest reader gets the frames; the one before gets them again when it is removed.
 */
void
interview_frame_slot_add_reader (InterviewFrameSlot *self,
                                 InterviewFrameSlotFunc callback,
                                 gpointer user_data,
                                 GDestroyNotify destroy)
{
  Reader *reader;

  g_return_if_fail (INTERVIEW_IS_FRAME_SLOT (self));
  g_return_if_fail (callback != NULL);

  reader = g_new0 (Reader, 1);
  reader->callback = callback;
  reader->user_data = user_data;
  reader->destroy = destroy;
  g_queue_push_head (&self->readers, reader);
  g_mutex_lock (&self->mutex);
  if (self->pending != NULL)
    wake_up (self);
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_frame_slot_remove_reader:
 * @user_data: what the reader was added with
 *
 * Removes a reader; does nothing if there is none of that kind.
 */
void
interview_frame_slot_remove_reader (InterviewFrameSlot *self, gpointer user_data)
{
  g_return_if_fail (INTERVIEW_IS_FRAME_SLOT (self));

  for (GList *link = self->readers.head; link != NULL; link = link->next)
    {
      Reader *reader = link->data;

      if (reader->user_data == user_data)
        {
          g_queue_delete_link (&self->readers, link);
          reader_free (reader);
          break;
        }
    }
  /* Whoever reads now may not know yet that there is no picture any more. */
  g_mutex_lock (&self->mutex);
  wake_up (self);
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_frame_slot_remind:
 *
 * Calls the reader again if there is something that it left when it was called: a frame, or that
 * there is no picture. That may be another reader by now.
 */
void
interview_frame_slot_remind (InterviewFrameSlot *self)
{
  g_return_if_fail (INTERVIEW_IS_FRAME_SLOT (self));

  g_mutex_lock (&self->mutex);
  if (self->pending != NULL || self->blank)
    wake_up (self);
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_frame_slot_put:
 * @sample: (transfer none): a raw picture with its caps
 *
 * Replaces the frame in the slot. From any thread.
 */
void
interview_frame_slot_put (InterviewFrameSlot *self, GstSample *sample)
{
  GstSample *old;

  g_return_if_fail (INTERVIEW_IS_FRAME_SLOT (self));
  g_return_if_fail (GST_IS_SAMPLE (sample));

  g_mutex_lock (&self->mutex);
  old = self->pending;
  self->pending = gst_sample_ref (sample);
  self->blank = FALSE;
  self->frames++;
  if (old != NULL)
    self->missed++;
  wake_up (self);
  g_mutex_unlock (&self->mutex);

  g_clear_pointer (&old, gst_sample_unref);
}

/**
 * interview_frame_slot_clear:
 *
 * Says that there is no picture any more: the camera was switched off or the link is gone. The
 * reader is woken and finds interview_frame_slot_is_blank(). From any thread.
 */
void
interview_frame_slot_clear (InterviewFrameSlot *self)
{
  GstSample *old;

  g_return_if_fail (INTERVIEW_IS_FRAME_SLOT (self));

  g_mutex_lock (&self->mutex);
  old = g_steal_pointer (&self->pending);
  if (!self->blank)
    wake_up (self);
  self->blank = TRUE;
  g_mutex_unlock (&self->mutex);

  g_clear_pointer (&old, gst_sample_unref);
}

/**
 * interview_frame_slot_take:
 *
 * Returns: (transfer full) (nullable): the newest frame, %NULL if it was taken before or there is
 *   none. From any thread.
 */
GstSample *
interview_frame_slot_take (InterviewFrameSlot *self)
{
  GstSample *sample;

  g_return_val_if_fail (INTERVIEW_IS_FRAME_SLOT (self), NULL);

  g_mutex_lock (&self->mutex);
  sample = g_steal_pointer (&self->pending);
  g_mutex_unlock (&self->mutex);

  return sample;
}

/**
 * interview_frame_slot_is_blank:
 *
 * Returns: %TRUE before the first frame and after interview_frame_slot_clear()
 */
gboolean
interview_frame_slot_is_blank (InterviewFrameSlot *self)
{
  gboolean blank;

  g_return_val_if_fail (INTERVIEW_IS_FRAME_SLOT (self), TRUE);

  g_mutex_lock (&self->mutex);
  blank = self->blank;
  g_mutex_unlock (&self->mutex);

  return blank;
}

/**
 * interview_frame_slot_get_frames:
 *
 * Returns: how many frames were put so far, taken or not. From any thread.
 */
guint64
interview_frame_slot_get_frames (InterviewFrameSlot *self)
{
  guint64 frames;

  g_return_val_if_fail (INTERVIEW_IS_FRAME_SLOT (self), 0);

  g_mutex_lock (&self->mutex);
  frames = self->frames;
  g_mutex_unlock (&self->mutex);

  return frames;
}

/**
 * interview_frame_slot_get_missed:
 *
 * Returns: how many frames nobody took before the next was put. From any thread.
 */
guint64
interview_frame_slot_get_missed (InterviewFrameSlot *self)
{
  guint64 missed;

  g_return_val_if_fail (INTERVIEW_IS_FRAME_SLOT (self), 0);

  g_mutex_lock (&self->mutex);
  missed = self->missed;
  g_mutex_unlock (&self->mutex);

  return missed;
}

/**
 * interview_frame_slot_set_display_size:
 * @width: device pixels, 0 for "as large as it comes"
 * @height: device pixels, 0 for "as large as it comes"
 *
 * Says how large the picture is shown. Frames come at most about that large, in their own aspect
 * ratio; a smaller one is not enlarged.
 */
void
interview_frame_slot_set_display_size (InterviewFrameSlot *self, int width, int height)
{
  g_return_if_fail (INTERVIEW_IS_FRAME_SLOT (self));
  g_return_if_fail (width >= 0 && height >= 0);

  if (self->display_width == width && self->display_height == height)
    return;

  self->display_width = width;
  self->display_height = height;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISPLAY_WIDTH]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISPLAY_HEIGHT]);
}

/**
 * interview_frame_slot_get_display_width:
 *
 * Returns: device pixels, 0 if not said
 */
int
interview_frame_slot_get_display_width (InterviewFrameSlot *self)
{
  g_return_val_if_fail (INTERVIEW_IS_FRAME_SLOT (self), 0);

  return self->display_width;
}

/**
 * interview_frame_slot_get_display_height:
 *
 * Returns: device pixels, 0 if not said
 */
int
interview_frame_slot_get_display_height (InterviewFrameSlot *self)
{
  g_return_val_if_fail (INTERVIEW_IS_FRAME_SLOT (self), 0);

  return self->display_height;
}

/**
 * interview_frame_slot_set_planar:
 * @planar: whether the reader takes the pictures as decoders give them, in I420 and as large as
 *   they come, rather than in RGB in the size that is shown
 */
void
interview_frame_slot_set_planar (InterviewFrameSlot *self, gboolean planar)
{
  g_return_if_fail (INTERVIEW_IS_FRAME_SLOT (self));

  planar = !!planar;
  if (self->planar == planar)
    return;

  self->planar = planar;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLANAR]);
}

/**
 * interview_frame_slot_get_planar:
 *
 * Returns: whether pictures come in I420
 */
gboolean
interview_frame_slot_get_planar (InterviewFrameSlot *self)
{
  g_return_val_if_fail (INTERVIEW_IS_FRAME_SLOT (self), FALSE);

  return self->planar;
}
