/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/turn-tunnel.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

/* Seconds for a connection with its handshake. */
#define PATIENCE 10

/* Seconds of rest where a connection could not be accepted, as when no more files may be open. */
#define REST 1

/*
 * InterviewTurnTunnel brings TLS to a TURN server: libnice speaks TURN by UDP and TCP only, but
 * where nothing gets out except to port 443, TLS does. It listens on loopback, and what this
 * program says there goes to the server encrypted, and back. Connections of other programs are
 * refused. What waits in it is bounded: a side that does not read stops the other one.
 *
 * The sound of a call goes through it, so it has a thread of its own and does not wait for windows
 * to be drawn. Whoever makes it owns it; with the last reference its connections end.
 */
struct _InterviewTurnTunnel
{
  GObject parent_instance;

  char *host;
  guint16 port;
  GTlsCertificate *authority;
  GSocketListener *listener;
  guint16 own_port;

  GMainContext *context;
  GThread *thread;
  int closed; /* atomic */

  /* The thread’s. */
  GCancellable *cancellable;
  GPtrArray *lines;
  gboolean accepting;
  GSource *rest; /* until it accepts again */
};

/* A connection of this program, and that to the server which belongs to it. */
typedef struct
{
  InterviewTurnTunnel *tunnel;
  GIOStream *near;
  GIOStream *far;
  GCancellable *cancellable;
  guint directions;
} Line;

G_DEFINE_FINAL_TYPE (InterviewTurnTunnel, interview_turn_tunnel, G_TYPE_OBJECT)

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_object (&line->near);
  g_clear_object (&line->far);
  g_object_unref (line->cancellable);
  g_free (line);
}

static void
end_line (Line *line)
{
  g_ptr_array_remove (line->tunnel->lines, line);
}

static void
on_spliced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Line *line = user_data;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL);
  g_cancellable_cancel (line->cancellable);
  if (--line->directions == 0)
    end_line (line);
}

static void
splice (Line *line, GIOStream *from, GIOStream *to)
{
  line->directions++;
  g_output_stream_splice_async (g_io_stream_get_output_stream (to),
                                g_io_stream_get_input_stream (from), G_OUTPUT_STREAM_SPLICE_NONE,
                                G_PRIORITY_DEFAULT, line->cancellable, on_spliced, line);
}

/* Packets are small, and each is in a hurry. */
static void
hurry (GSocketConnection *connection)
{
  GSocket *socket = g_socket_connection_get_socket (connection);

  g_socket_set_option (socket, IPPROTO_TCP, TCP_NODELAY, TRUE, NULL);
  g_socket_set_timeout (socket, 0);
}

static void
on_encrypted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Line *line = user_data;
  g_autoptr (GIOStream) below = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_tls_connection_handshake_finish (G_TLS_CONNECTION (source), result, &error))
    {
      g_info ("TLS to the TURN server: %s", error->message);
      end_line (line);
      return;
    }
  g_object_get (source, "base-io-stream", &below, NULL);
  hurry (G_SOCKET_CONNECTION (below));
  splice (line, line->near, line->far);
  splice (line, line->far, line->near);
}

/* What the system does not trust may be signed by the authority that our server named. */
static gboolean
on_certificate (GTlsConnection *connection,
                GTlsCertificate *certificate,
                GTlsCertificateFlags errors,
                gpointer user_data)
{
  Line *line = user_data;
  GSocketConnectable *identity =
      g_tls_client_connection_get_server_identity (G_TLS_CLIENT_CONNECTION (connection));

  return line->tunnel->authority != NULL &&
         g_tls_certificate_verify (certificate, identity, line->tunnel->authority) == 0;
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Line *line = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnectable) identity = NULL;
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect_to_host_finish (G_SOCKET_CLIENT (source), result, &error);

  if (connection != NULL)
    {
      identity = g_network_address_new (line->tunnel->host, line->tunnel->port);
      line->far = g_tls_client_connection_new (G_IO_STREAM (connection), identity, &error);
    }
  if (line->far == NULL)
    {
      g_info ("to the TURN server: %s", error->message);
      end_line (line);
      return;
    }
  g_signal_connect (line->far, "accept-certificate", G_CALLBACK (on_certificate), line);
  g_tls_connection_handshake_async (G_TLS_CONNECTION (line->far), G_PRIORITY_DEFAULT,
                                    line->cancellable, on_encrypted, line);
}

static guint16
get_port (int fd, int (*get) (int fd, struct sockaddr *address, socklen_t *size))
{
  struct sockaddr_in address = { 0 };
  socklen_t size = sizeof address;

  if (get (fd, (struct sockaddr *) &address, &size) != 0 || address.sin_family != AF_INET)
    return 0;
  return g_ntohs (address.sin_port);
}

static int
get_own_name (int fd, struct sockaddr *address, socklen_t *size)
{
  return getsockname (fd, address, size);
}

static int
get_peer_name (int fd, struct sockaddr *address, socklen_t *size)
{
  return getpeername (fd, address, size);
}

/* Whether the other end of a connection on loopback is in this program. The kernel does not say
 * whose it is, but each of our own sockets knows its ports. */
static gboolean
is_ours (GSocketConnection *connection)
{
  int fd = g_socket_get_fd (g_socket_connection_get_socket (connection));
  guint16 near = get_port (fd, get_own_name);
  guint16 far = get_port (fd, get_peer_name);
  g_autoptr (GDir) files = g_dir_open ("/proc/self/fd", 0, NULL);
  const char *name;
  gint64 number;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    if (g_ascii_string_to_signed (name, 10, 0, G_MAXINT, &number, NULL) &&
        get_port ((int) number, get_own_name) == far &&
        get_port ((int) number, get_peer_name) == near)
      return TRUE;

  return FALSE;
}

static void accept_next (InterviewTurnTunnel *self);

static void
add_line (InterviewTurnTunnel *self, GSocketConnection *connection)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  Line *line = g_new0 (Line, 1);

  hurry (connection);
  line->tunnel = self;
  line->near = G_IO_STREAM (g_object_ref (connection));
  line->cancellable = g_cancellable_new ();
  g_ptr_array_add (self->lines, line);
  g_socket_client_set_timeout (client, PATIENCE);
  g_socket_client_connect_to_host_async (client, self->host, self->port, line->cancellable,
                                         on_connected, line);
}

static void
end_rest (InterviewTurnTunnel *self)
{
  if (self->rest != NULL)
    g_source_destroy (self->rest);
  g_clear_pointer (&self->rest, g_source_unref);
}

static gboolean
on_rested (gpointer user_data)
{
  end_rest (user_data);
  accept_next (user_data);

  return G_SOURCE_REMOVE;
}

static void
begin_rest (InterviewTurnTunnel *self)
{
  self->rest = g_timeout_source_new_seconds (REST);
  g_source_set_callback (self->rest, on_rested, self, NULL);
  g_source_attach (self->rest, self->context);
}

static void
on_accepted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  InterviewTurnTunnel *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) connection =
      g_socket_listener_accept_finish (G_SOCKET_LISTENER (source), result, NULL, &error);

  self->accepting = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (connection == NULL)
    {
      g_info ("nobody is let in to the TURN server: %s", error->message);
      begin_rest (self);
      return;
    }
  if (is_ours (connection))
    add_line (self, connection);
  else
    g_info ("another program wanted to use the way to the TURN server");
  accept_next (self);
}

static void
accept_next (InterviewTurnTunnel *self)
{
  self->accepting = TRUE;
  g_socket_listener_accept_async (self->listener, self->cancellable, on_accepted, self);
}

static gpointer
run (gpointer data)
{
  InterviewTurnTunnel *self = data;

  g_main_context_push_thread_default (self->context);
  accept_next (self);
  while (!g_atomic_int_get (&self->closed))
    g_main_context_iteration (self->context, TRUE);
  g_cancellable_cancel (self->cancellable);
  end_rest (self);
  for (guint i = 0; i < self->lines->len; i++)
    g_cancellable_cancel (((Line *) g_ptr_array_index (self->lines, i))->cancellable);
  while (self->accepting || self->lines->len > 0)
    g_main_context_iteration (self->context, TRUE);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static void
interview_turn_tunnel_finalize (GObject *object)
{
  InterviewTurnTunnel *self = INTERVIEW_TURN_TUNNEL (object);

  if (self->thread != NULL)
    {
      g_atomic_int_set (&self->closed, TRUE);
      g_main_context_wakeup (self->context);
      g_thread_join (self->thread);
    }
  g_socket_listener_close (self->listener);
  g_clear_object (&self->listener);
  g_clear_object (&self->authority);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->lines);
  g_main_context_unref (self->context);
  g_free (self->host);

  G_OBJECT_CLASS (interview_turn_tunnel_parent_class)->finalize (object);
}

static void
interview_turn_tunnel_class_init (InterviewTurnTunnelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_turn_tunnel_finalize;
}

static void
interview_turn_tunnel_init (InterviewTurnTunnel *self)
{
  self->listener = g_socket_listener_new ();
  self->context = g_main_context_new ();
  self->cancellable = g_cancellable_new ();
  self->lines = g_ptr_array_new_with_free_func (line_free);
}

/**
 * interview_turn_tunnel_new:
 * @host: the TURN server
 * @port: its port for TLS
 * @authority: (nullable) (transfer none): whose signature on its certificate is good, besides those
 *   that the system trusts
 * @error: #GIOErrorEnum if there is no place to listen
 *
 * Returns: (transfer full) (nullable): a tunnel to it
 */
InterviewTurnTunnel *
interview_turn_tunnel_new (const char *host,
                           guint16 port,
                           GTlsCertificate *authority,
                           GError **error)
{
  g_autoptr (InterviewTurnTunnel) self = NULL;
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GSocketAddress) effective = NULL;

  g_return_val_if_fail (host != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_TURN_TUNNEL, NULL);
  self->host = g_strdup (host);
  self->port = port;
  g_set_object (&self->authority, authority);
  address = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  if (!g_socket_listener_add_address (self->listener, address, G_SOCKET_TYPE_STREAM,
                                      G_SOCKET_PROTOCOL_TCP, NULL, &effective, error))
    return NULL;
  self->own_port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  self->thread = g_thread_new ("turn-tunnel", run, self);

  return g_steal_pointer (&self);
}

/**
 * interview_turn_tunnel_get_port:
 *
 * Returns: at which port of 127.0.0.1 the server is reached through it
 */
guint16
interview_turn_tunnel_get_port (InterviewTurnTunnel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_TURN_TUNNEL (self), 0);

  return self->own_port;
}
