/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/shard.h"

#include <sys/socket.h>

#include "server/inlet.h"

#define SWEEP_MILLISECONDS 1000
#define DRAIN_MILLISECONDS 20

/* How long the ends of the connections may take to be noticed. */
#define END_MILLISECONDS 1000

/*
 * InterviewShard is a thread with a main context and a SoupServer of its own. One context slows
 * down with the number of its sockets, so the connections of the server are spread over several.
 *
 * Made and stopped by the server; interview_shard_accept() may be called from any thread, all else
 * happens on the shard's.
 */
struct _InterviewShard
{
  GObject parent_instance;

  const InterviewConfig *config;
  InterviewAdmission *admission;
  InterviewShardFunc set_up;
  gpointer user_data;

  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  int *load; /* atomic box */

  /* Of the shard's thread. */
  SoupServer *soup;
  InterviewReadiness *readiness;
  int quiet_end;
  GPtrArray *inlets;
  gboolean draining;
};

G_DEFINE_FINAL_TYPE (InterviewShard, interview_shard, G_TYPE_OBJECT)

static void
interview_shard_finalize (GObject *object)
{
  InterviewShard *self = INTERVIEW_SHARD (object);

  g_assert (self->thread == NULL);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->admission);
  g_atomic_rc_box_release (self->load);

  G_OBJECT_CLASS (interview_shard_parent_class)->finalize (object);
}

static void
interview_shard_class_init (InterviewShardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_shard_finalize;
}

static void
interview_shard_init (InterviewShard *self)
{
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->load = g_atomic_rc_box_alloc0 (sizeof (int));
}

static void
on_request_started (SoupServer *soup, SoupServerMessage *message)
{
  interview_inlet_request_started (interview_inlet_get_for_message (message));
}

static void
on_request_read (SoupServer *soup, SoupServerMessage *message)
{
  interview_inlet_request_read (interview_inlet_get_for_message (message));
}

static void
on_request_finished (SoupServer *soup, SoupServerMessage *message)
{
  interview_inlet_request_ended (interview_inlet_get_for_message (message), message, FALSE);
}

static void
on_request_aborted (SoupServer *soup, SoupServerMessage *message)
{
  interview_inlet_request_ended (interview_inlet_get_for_message (message), message, TRUE);
}

static gboolean
on_sweep (gpointer user_data)
{
  InterviewShard *self = user_data;
  gint64 now = g_get_monotonic_time ();

  for (guint i = 0; i < self->inlets->len; i++)
    {
      InterviewInlet *inlet = g_ptr_array_index (self->inlets, i);

      if (interview_inlet_is_gone (inlet))
        g_ptr_array_remove_index_fast (self->inlets, i--);
      else if ((self->draining && interview_inlet_is_idle (inlet)) ||
               interview_inlet_is_late (inlet, now, self->config->request_seconds,
                                        self->config->answer_seconds, self->config->idle_seconds))
        interview_inlet_cut (inlet);
      else
        interview_inlet_check (inlet, now);
    }
  return G_SOURCE_CONTINUE;
}

static void
add_sweep (InterviewShard *self, guint milliseconds)
{
  g_autoptr (GSource) source = g_timeout_source_new (milliseconds);

  g_source_set_callback (source, on_sweep, self, NULL);
  g_source_set_static_name (source, "shard-sweep");
  g_source_attach (source, self->context);
}

/*
 * SoupServer keeps a connection open between two requests only as long as it listens to something.
 * It gets one end of a socket pair on which nothing ever arrives, and so no port that would go
 * round the acceptor.
 */
static gboolean
listen_to_silence (InterviewShard *self, GError **error)
{
  g_autoptr (GSocket) socket = NULL;
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no socket pair");
      return FALSE;
    }
  self->quiet_end = ends[1];
  socket = g_socket_new_from_fd (ends[0], error);
  return socket != NULL && soup_server_listen_socket (self->soup, socket, 0, error);
}

static gboolean
on_end_timeout (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* WebSockets are no longer SoupServer's; whoever has one sees its end and lets it go. */
static void
end (InterviewShard *self)
{
  g_autoptr (GSource) timeout = g_timeout_source_new (END_MILLISECONDS);
  gboolean late = FALSE;

  self->draining = TRUE;
  for (guint i = 0; i < self->inlets->len; i++)
    interview_inlet_cut (g_ptr_array_index (self->inlets, i));
  g_source_set_callback (timeout, on_end_timeout, &late, NULL);
  g_source_attach (timeout, self->context);
  while (g_atomic_int_get (self->load) > 0 && !late)
    g_main_context_iteration (self->context, TRUE);
  g_source_destroy (timeout);
  soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
  while (g_main_context_iteration (self->context, FALSE))
    ;
}

static gpointer
run (gpointer user_data)
{
  InterviewShard *self = user_data;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (self->context);
  self->quiet_end = -1;
  self->inlets = g_ptr_array_new_with_free_func (g_object_unref);
  self->readiness = interview_readiness_new (self->context);
  self->soup = soup_server_new ("server-header", "interview-server", "raw-paths", TRUE, NULL);
  if (!listen_to_silence (self, &error))
    g_warning ("Connections cannot be kept open: %s", error->message);
  g_signal_connect (self->soup, "request-started", G_CALLBACK (on_request_started), NULL);
  g_signal_connect (self->soup, "request-read", G_CALLBACK (on_request_read), NULL);
  g_signal_connect (self->soup, "request-finished", G_CALLBACK (on_request_finished), NULL);
  g_signal_connect (self->soup, "request-aborted", G_CALLBACK (on_request_aborted), NULL);
  self->set_up (self->soup, self->user_data);
  add_sweep (self, SWEEP_MILLISECONDS);

  g_main_loop_run (self->loop);

  end (self);
  interview_readiness_stop (self->readiness);
  g_clear_object (&self->readiness);
  g_clear_pointer (&self->inlets, g_ptr_array_unref);
  if (self->quiet_end >= 0)
    close (self->quiet_end);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

/**
 * interview_shard_new:
 * @number: which shard it is, for the name of the thread
 * @config: settings, which have to outlive the shard
 * @admission: (transfer none): what each connection leaves when it is gone
 * @set_up: adds the handlers
 * @user_data: for @set_up
 *
 * Returns: (transfer full): a shard whose thread runs
 */
InterviewShard *
interview_shard_new (guint number,
                     const InterviewConfig *config,
                     InterviewAdmission *admission,
                     InterviewShardFunc set_up,
                     gpointer user_data)
{
  InterviewShard *self = g_object_new (INTERVIEW_TYPE_SHARD, NULL);
  g_autofree char *name = g_strdup_printf ("shard-%u", number);

  self->config = config;
  self->admission = g_object_ref (admission);
  self->set_up = set_up;
  self->user_data = user_data;
  self->thread = g_thread_new (name, run, self);
  return self;
}

typedef struct
{
  InterviewShard *shard;
  GIOStream *stream;
  GSocketAddress *remote;
} Handover;

static void
handover_free (gpointer user_data)
{
  Handover *handover = user_data;

  g_clear_object (&handover->shard);
  g_clear_object (&handover->stream);
  g_clear_object (&handover->remote);
  g_free (handover);
}

static gboolean
on_handover (gpointer user_data)
{
  Handover *handover = user_data;
  InterviewShard *self = handover->shard;
  g_autoptr (InterviewInlet) inlet = NULL;
  g_autoptr (GIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  inlet = interview_inlet_new (handover->stream, handover->remote, self->readiness, self->admission,
                               self->load, &stream);
  if (self->draining || self->soup == NULL)
    return G_SOURCE_REMOVE;
  g_ptr_array_add (self->inlets, g_object_ref (inlet));
  if (!soup_server_accept_iostream (self->soup, stream, handover->remote, handover->remote, &error))
    g_debug ("A connection was not taken: %s", error->message);
  return G_SOURCE_REMOVE;
}

/**
 * interview_shard_accept:
 * @stream: a stream that was admitted
 * @remote: its far end; an object of this connection alone
 *
 * Hands a connection to the shard. From any thread.
 */
void
interview_shard_accept (InterviewShard *self, GIOStream *stream, GSocketAddress *remote)
{
  g_autoptr (GSource) source = NULL;
  Handover *handover;

  g_return_if_fail (INTERVIEW_IS_SHARD (self));

  g_atomic_int_inc (self->load);
  handover = g_new0 (Handover, 1);
  handover->shard = g_object_ref (self);
  handover->stream = g_object_ref (stream);
  handover->remote = g_object_ref (remote);
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_handover, handover, handover_free);
  g_source_attach (source, self->context);
}

/**
 * interview_shard_get_load:
 *
 * Returns: how many connections the shard has
 */
guint
interview_shard_get_load (InterviewShard *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARD (self), 0);

  return g_atomic_int_get (self->load);
}

static gboolean
on_drain (gpointer user_data)
{
  InterviewShard *self = user_data;

  self->draining = TRUE;
  on_sweep (self);
  add_sweep (self, DRAIN_MILLISECONDS);
  return G_SOURCE_REMOVE;
}

/**
 * interview_shard_drain:
 *
 * Lets the requests that are under way finish and closes everything else but WebSockets, which are
 * asked by the hub. interview_shard_get_load() tells when it is done.
 */
void
interview_shard_drain (InterviewShard *self)
{
  g_return_if_fail (INTERVIEW_IS_SHARD (self));

  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, on_drain, g_object_ref (self),
                              g_object_unref);
}

static gboolean
on_quit (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

/**
 * interview_shard_stop:
 *
 * Cuts what is left and waits for the thread to end.
 */
void
interview_shard_stop (InterviewShard *self)
{
  g_return_if_fail (INTERVIEW_IS_SHARD (self));

  if (self->thread == NULL)
    return;
  g_main_context_invoke_full (self->context, G_PRIORITY_LOW, on_quit, g_main_loop_ref (self->loop),
                              (GDestroyNotify) g_main_loop_unref);
  g_thread_join (g_steal_pointer (&self->thread));
}
