/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/exchange.h"

#include "client/connection-private.h"
#include "client/failure.h"
#include "core/error.h"
#include "core/source.h"

#define CHUNK 16384

/*
 * One HTTP exchange: a message goes out, and the body of its answer comes back as bytes, within a
 * limit of bytes and a limit of time from beginning to end, however slowly the other side drips.
 */
typedef struct
{
  SoupMessage *message;
  gsize limit;
  GByteArray *body;
  GInputStream *stream;
  GCancellable *inner;
  GSource *timer;
  gulong outer_id;
  gboolean too_slow;
} Exchange;

static void
exchange_free (gpointer data)
{
  Exchange *exchange = data;

  interview_source_clear (&exchange->timer);
  g_clear_object (&exchange->message);
  g_clear_object (&exchange->stream);
  g_clear_object (&exchange->inner);
  g_clear_pointer (&exchange->body, g_byte_array_unref);
  g_free (exchange);
}

static void
finish (GTask *task, GError *error)
{
  Exchange *exchange = g_task_get_task_data (task);
  InterviewConnection *connection = g_task_get_source_object (task);

  interview_source_clear (&exchange->timer);
  if (exchange->outer_id != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), exchange->outer_id);
  exchange->outer_id = 0;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    {
      interview_connection_set_online (connection, TRUE);
      g_task_return_pointer (task, g_byte_array_free_to_bytes (g_steal_pointer (&exchange->body)),
                             (GDestroyNotify) g_bytes_unref);
    }
}

static GError *
too_large (void)
{
  return g_error_new_literal (INTERVIEW_ERROR, INTERVIEW_ERROR_TOO_LARGE,
                              "the answer is larger than any of the protocol");
}

static void
fail (GTask *task, const GError *cause)
{
  Exchange *exchange = g_task_get_task_data (task);
  InterviewConnection *connection = g_task_get_source_object (task);
  InterviewEndpoint *endpoint = interview_connection_get_endpoint (connection);
  GError *error = exchange->too_slow ? interview_failure_too_slow (endpoint)
                                     : interview_failure_from_transport (cause, endpoint);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    interview_connection_set_online (connection, FALSE);
  finish (task, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (chunk == NULL)
    {
      fail (task, error);
      return;
    }
  if (g_bytes_get_size (chunk) == 0)
    {
      finish (task, NULL);
      return;
    }
  g_byte_array_append (exchange->body, g_bytes_get_data (chunk, NULL), g_bytes_get_size (chunk));
  if (exchange->body->len > exchange->limit)
    {
      g_cancellable_cancel (exchange->inner);
      finish (task, too_large ());
      return;
    }
  g_input_stream_read_bytes_async (exchange->stream, CHUNK, G_PRIORITY_DEFAULT, exchange->inner,
                                   on_read, g_steal_pointer (&task));
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  exchange->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (exchange->stream == NULL)
    {
      fail (task, error);
      return;
    }
  if (soup_message_headers_get_content_length (
          soup_message_get_response_headers (exchange->message)) > (goffset) exchange->limit)
    {
      g_cancellable_cancel (exchange->inner);
      finish (task, too_large ());
      return;
    }
  g_input_stream_read_bytes_async (exchange->stream, CHUNK, G_PRIORITY_DEFAULT, exchange->inner,
                                   on_read, g_steal_pointer (&task));
}

static gboolean
on_time_over (gpointer user_data)
{
  Exchange *exchange = g_task_get_task_data (G_TASK (user_data));

  exchange->too_slow = TRUE;
  g_cancellable_cancel (exchange->inner);
  return G_SOURCE_REMOVE;
}

static void
on_cancelled (GCancellable *outer, gpointer user_data)
{
  g_cancellable_cancel (G_CANCELLABLE (user_data));
}

/**
 * interview_exchange_async:
 * @connection: the connection
 * @message: from interview_connection_new_message(); its status can be read afterwards
 * @limit: bytes of body that are accepted
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * The answer may have any status. Keeps the connection's `online` up to date.
 */
void
interview_exchange_async (InterviewConnection *connection,
                          SoupMessage *message,
                          gsize limit,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (connection, cancellable, callback, user_data);
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->message = g_object_ref (message);
  exchange->limit = limit;
  exchange->body = g_byte_array_new ();
  exchange->inner = g_cancellable_new ();
  exchange->timer = g_timeout_source_new (interview_connection_get_time_limit (connection));
  g_source_set_callback (exchange->timer, on_time_over, task, NULL);
  g_source_attach (exchange->timer, g_task_get_context (task));
  g_task_set_source_tag (task, interview_exchange_async);
  g_task_set_task_data (task, exchange, exchange_free);
  if (cancellable != NULL)
    exchange->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled),
                                                g_object_ref (exchange->inner), g_object_unref);
  soup_session_send_async (interview_connection_get_session (connection), message,
                           G_PRIORITY_DEFAULT, exchange->inner, on_sent, task);
}

/**
 * interview_exchange_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location; %INTERVIEW_ERROR_NETWORK, %INTERVIEW_ERROR_CERTIFICATE,
 *   %G_IO_ERROR_CANCELLED, or %INTERVIEW_ERROR_TOO_LARGE, which is not for people
 *
 * Returns: (transfer full): the body, empty if there is none, or %NULL
 */
GBytes *
interview_exchange_finish (InterviewConnection *connection, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, connection), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
