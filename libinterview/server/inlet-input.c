/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/inlet-input.h"

/*
 * InterviewInletInput is the reading side of a connection, with two differences to the stream
 * below. Its first byte is looked at, so that who does not speak HTTP at all is not waited for. And
 * its end can be kept from the reader: SoupServer of libsoup 3.2 does not let go of a connection
 * whose far end closes it between two requests; it has to be taken away from it before it reads
 * that end.
 */
struct _InterviewInletInput
{
  GFilterInputStream parent_instance;

  InterviewInletFirstFunc first;
  InterviewInletEndFunc end;
  gpointer user_data;
  gboolean begun;
  gboolean ended;
};

static void interview_inlet_input_pollable_init (GPollableInputStreamInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (InterviewInletInput,
                               interview_inlet_input,
                               G_TYPE_FILTER_INPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_INPUT_STREAM,
                                                      interview_inlet_input_pollable_init))

static GPollableInputStream *
get_base (InterviewInletInput *self)
{
  return G_POLLABLE_INPUT_STREAM (
      g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (self)));
}

static gboolean
interview_inlet_input_can_poll (GPollableInputStream *stream)
{
  return TRUE;
}

static gboolean
interview_inlet_input_is_readable (GPollableInputStream *stream)
{
  InterviewInletInput *self = INTERVIEW_INLET_INPUT (stream);

  return !self->ended && g_pollable_input_stream_is_readable (get_base (self));
}

static GSource *
interview_inlet_input_create_source (GPollableInputStream *stream, GCancellable *cancellable)
{
  InterviewInletInput *self = INTERVIEW_INLET_INPUT (stream);
  g_autoptr (GSource) base = NULL;

  if (!self->ended)
    base = g_pollable_input_stream_create_source (get_base (self), NULL);
  return g_pollable_source_new_full (stream, base, cancellable);
}

/* Returns how much of what came the reader gets. */
static gssize
look_at_first (InterviewInletInput *self, const guint8 *bytes, gssize length)
{
  if (self->begun)
    return length;
  self->begun = TRUE;
  return self->first == NULL || self->first (bytes[0], self->user_data) ? length : 0;
}

static gssize
interview_inlet_input_read_nonblocking (GPollableInputStream *stream,
                                        void *buffer,
                                        gsize count,
                                        GError **error)
{
  InterviewInletInput *self = INTERVIEW_INLET_INPUT (stream);
  g_autoptr (GError) local = NULL;
  gssize length = -1;

  if (!self->ended)
    {
      length =
          g_pollable_input_stream_read_nonblocking (get_base (self), buffer, count, NULL, &local);
      if (length > 0)
        return look_at_first (self, buffer, length);
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return -1;
        }
      self->ended = self->end != NULL && self->end (self->user_data);
    }
  if (self->ended)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK, "nothing comes any more");
      return -1;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return length;
}

static void
interview_inlet_input_class_init (InterviewInletInputClass *klass)
{
}

static void
interview_inlet_input_pollable_init (GPollableInputStreamInterface *iface)
{
  iface->can_poll = interview_inlet_input_can_poll;
  iface->is_readable = interview_inlet_input_is_readable;
  iface->create_source = interview_inlet_input_create_source;
  iface->read_nonblocking = interview_inlet_input_read_nonblocking;
}

static void
interview_inlet_input_init (InterviewInletInput *self)
{
}

/**
 * interview_inlet_input_new:
 * @base: (transfer none): a pollable stream
 *
 * Returns: (transfer full): a new stream
 */
InterviewInletInput *
interview_inlet_input_new (GInputStream *base)
{
  return g_object_new (INTERVIEW_TYPE_INLET_INPUT, "base-stream", base, NULL);
}

/**
 * interview_inlet_input_set_funcs:
 * @first: (nullable): asked when the first bytes have come
 * @end: (nullable): asked when the far end has closed the connection
 * @user_data: for both
 */
void
interview_inlet_input_set_funcs (InterviewInletInput *self,
                                 InterviewInletFirstFunc first,
                                 InterviewInletEndFunc end,
                                 gpointer user_data)
{
  g_return_if_fail (INTERVIEW_IS_INLET_INPUT (self));

  self->first = first;
  self->end = end;
  self->user_data = user_data;
}
