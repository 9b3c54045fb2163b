/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/inlet-stream.h"

/*
 * InterviewInletStream is what SoupServer gets: an accepted stream that is read through an
 * #InterviewInletInput.
 */
struct _InterviewInletStream
{
  GIOStream parent_instance;

  GIOStream *base;
  InterviewInletInput *input;
  gboolean detached;
};

G_DEFINE_FINAL_TYPE (InterviewInletStream, interview_inlet_stream, G_TYPE_IO_STREAM)

static void
interview_inlet_stream_finalize (GObject *object)
{
  InterviewInletStream *self = INTERVIEW_INLET_STREAM (object);

  g_clear_object (&self->input);
  g_clear_object (&self->base);

  G_OBJECT_CLASS (interview_inlet_stream_parent_class)->finalize (object);
}

static GInputStream *
interview_inlet_stream_get_input_stream (GIOStream *stream)
{
  return G_INPUT_STREAM (INTERVIEW_INLET_STREAM (stream)->input);
}

static GOutputStream *
interview_inlet_stream_get_output_stream (GIOStream *stream)
{
  return g_io_stream_get_output_stream (INTERVIEW_INLET_STREAM (stream)->base);
}

static gboolean
interview_inlet_stream_close (GIOStream *stream, GCancellable *cancellable, GError **error)
{
  InterviewInletStream *self = INTERVIEW_INLET_STREAM (stream);

  return self->detached || g_io_stream_close (self->base, cancellable, error);
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_io_stream_close_finish (G_IO_STREAM (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
interview_inlet_stream_close_async (GIOStream *stream,
                                    int io_priority,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task = g_task_new (stream, cancellable, callback, user_data);

  g_io_stream_close_async (INTERVIEW_INLET_STREAM (stream)->base, io_priority, cancellable,
                           on_closed, task);
}

static gboolean
interview_inlet_stream_close_finish (GIOStream *stream, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
interview_inlet_stream_class_init (InterviewInletStreamClass *klass)
{
  GIOStreamClass *stream_class = G_IO_STREAM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = interview_inlet_stream_finalize;

  stream_class->get_input_stream = interview_inlet_stream_get_input_stream;
  stream_class->get_output_stream = interview_inlet_stream_get_output_stream;
  stream_class->close_fn = interview_inlet_stream_close;
  stream_class->close_async = interview_inlet_stream_close_async;
  stream_class->close_finish = interview_inlet_stream_close_finish;
}

static void
interview_inlet_stream_init (InterviewInletStream *self)
{
}

/**
 * interview_inlet_stream_new:
 * @base: a stream, which is closed with the new one
 * @input: (transfer none): the reading side; stands on that of @base
 *
 * Returns: (transfer full): a new stream
 */
InterviewInletStream *
interview_inlet_stream_new (GIOStream *base, InterviewInletInput *input)
{
  InterviewInletStream *self = g_object_new (INTERVIEW_TYPE_INLET_STREAM, NULL);

  self->base = g_object_ref (base);
  self->input = g_object_ref (input);
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (input), FALSE);
  return self;
}

/**
 * interview_inlet_stream_detach:
 *
 * Takes the stream below out, for a WebSocket: it has no use for the layers above, each of which
 * costs something in every turn of the main loop. Closing this stream closes nothing afterwards.
 *
 * Returns: (transfer full): the stream below
 */
GIOStream *
interview_inlet_stream_detach (InterviewInletStream *self)
{
  g_return_val_if_fail (INTERVIEW_IS_INLET_STREAM (self), NULL);

  self->detached = TRUE;
  return g_object_ref (self->base);
}
