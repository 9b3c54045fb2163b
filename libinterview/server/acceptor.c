/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/acceptor.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

#include "core/source.h"
#include "server/ready-connection.h"
#include "server/transport-hint.h"

#define BACKLOG 1024

/*
 * InterviewAcceptor takes connections in, encrypts them and hands them on. SoupServer could do
 * that, but it loses memory with every handshake that fails, and lets in any number.
 *
 * A connection that is over a limit is closed at once; one that does not finish its handshake in
 * time is closed then. A handshake takes a thread, so it begins only when something has come, and
 * who speaks plain HTTP is told so instead. Created and stopped on one main context, on which it
 * also works; the handshakes themselves run on GIO's threads. Owned by the server.
 */
struct _InterviewAcceptor
{
  GObject parent_instance;

  GTlsCertificate *certificate;
  InterviewAdmission *admission;
  guint handshake_seconds;
  InterviewAcceptedFunc accepted;
  gpointer user_data;
  GSocketService *service;
  GCancellable *stopping;
};

typedef struct
{
  InterviewAcceptor *acceptor;
  GIOStream *tls;
  GIOStream *stream;
  GSocketAddress *local;
  GSocketAddress *remote;
  char *key;
  GCancellable *cancellable;
  gulong stopping_id;
  GSource *timeout;
  GSource *first_bytes;
} Handshake;

G_DEFINE_FINAL_TYPE (InterviewAcceptor, interview_acceptor, G_TYPE_OBJECT)

static void
interview_acceptor_dispose (GObject *object)
{
  InterviewAcceptor *self = INTERVIEW_ACCEPTOR (object);

  interview_acceptor_stop (self);

  G_OBJECT_CLASS (interview_acceptor_parent_class)->dispose (object);
}

static void
interview_acceptor_finalize (GObject *object)
{
  InterviewAcceptor *self = INTERVIEW_ACCEPTOR (object);

  g_clear_object (&self->certificate);
  g_clear_object (&self->admission);
  g_clear_object (&self->stopping);

  G_OBJECT_CLASS (interview_acceptor_parent_class)->finalize (object);
}

static void
interview_acceptor_class_init (InterviewAcceptorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_acceptor_dispose;
  object_class->finalize = interview_acceptor_finalize;
}

static void
interview_acceptor_init (InterviewAcceptor *self)
{
  self->stopping = g_cancellable_new ();
}

/**
 * interview_acceptor_new:
 * @certificate: (nullable): certificate with its key; %NULL for plain HTTP
 * @admission: (transfer none): who may come in
 * @handshake_seconds: how long a handshake may take
 * @accepted: called for each stream that is ready
 * @user_data: for @accepted
 *
 * Returns: (transfer full): a new acceptor that does not listen yet
 */
InterviewAcceptor *
interview_acceptor_new (GTlsCertificate *certificate,
                        InterviewAdmission *admission,
                        guint handshake_seconds,
                        InterviewAcceptedFunc accepted,
                        gpointer user_data)
{
  InterviewAcceptor *self = g_object_new (INTERVIEW_TYPE_ACCEPTOR, NULL);

  g_set_object (&self->certificate, certificate);
  self->admission = g_object_ref (admission);
  self->handshake_seconds = handshake_seconds;
  self->accepted = accepted;
  self->user_data = user_data;
  return self;
}

static void
handshake_free (Handshake *handshake)
{
  interview_source_clear (&handshake->timeout);
  g_clear_pointer (&handshake->first_bytes, g_source_unref);
  g_cancellable_disconnect (handshake->acceptor->stopping, handshake->stopping_id);
  g_clear_object (&handshake->acceptor);
  g_clear_object (&handshake->tls);
  g_clear_object (&handshake->stream);
  g_clear_object (&handshake->local);
  g_clear_object (&handshake->remote);
  g_clear_object (&handshake->cancellable);
  g_free (handshake->key);
  g_free (handshake);
}

static gboolean
on_handshake_timeout (gpointer user_data)
{
  Handshake *handshake = user_data;

  g_cancellable_cancel (handshake->cancellable);
  return G_SOURCE_REMOVE;
}

static void
on_stopping (GCancellable *stopping, GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
give_up (Handshake *handshake)
{
  g_io_stream_close (handshake->stream, NULL, NULL);
  interview_admission_leave (handshake->acceptor->admission, handshake->key);
  handshake_free (handshake);
}

static void
on_handshake (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Handshake *handshake = user_data;
  InterviewAcceptor *self = handshake->acceptor;
  g_autoptr (GError) error = NULL;

  if (g_tls_connection_handshake_finish (G_TLS_CONNECTION (source), result, &error) &&
      !g_cancellable_is_cancelled (self->stopping))
    {
      self->accepted (handshake->tls, handshake->local, handshake->remote, self->user_data);
      handshake_free (handshake);
      return;
    }
  g_debug ("A handshake failed: %s", error != NULL ? error->message : "stopping");
  give_up (handshake);
}

static gboolean
on_first_bytes (GSocket *socket, GIOCondition condition, gpointer user_data)
{
  Handshake *handshake = user_data;
  guint8 first_byte;

  if (g_cancellable_is_cancelled (handshake->cancellable) ||
      !interview_transport_hint_peek (socket, &first_byte))
    give_up (handshake);
  else if (interview_transport_hint_is_tls (first_byte))
    g_tls_connection_handshake_async (G_TLS_CONNECTION (handshake->tls), G_PRIORITY_DEFAULT,
                                      handshake->cancellable, on_handshake, handshake);
  else
    {
      interview_transport_hint_send (socket, INTERVIEW_TRANSPORT_HINT_TLS);
      give_up (handshake);
    }
  return G_SOURCE_REMOVE;
}

static void
start_handshake (InterviewAcceptor *self,
                 GSocket *socket,
                 GIOStream *stream,
                 GSocketAddress *local,
                 GSocketAddress *remote,
                 const char *key)
{
  static const char *const protocols[] = { "http/1.1", NULL };
  GType type = g_tls_backend_get_server_connection_type (g_tls_backend_get_default ());
  Handshake *handshake = g_new0 (Handshake, 1);

  handshake->acceptor = g_object_ref (self);
  handshake->stream = g_object_ref (stream);
  handshake->local = g_object_ref (local);
  handshake->remote = g_object_ref (remote);
  handshake->key = g_strdup (key);
  handshake->cancellable = g_cancellable_new ();
  /* No database: programs show no certificate, and loading the system's costs 13 ms each. */
  handshake->tls = g_initable_new (type, NULL, NULL, "base-io-stream", stream, "certificate",
                                   self->certificate, "database", NULL, NULL);
  g_tls_connection_set_require_close_notify (G_TLS_CONNECTION (handshake->tls), FALSE);
  g_tls_connection_set_advertised_protocols (G_TLS_CONNECTION (handshake->tls), protocols);

  handshake->timeout = g_timeout_source_new_seconds (self->handshake_seconds);
  g_source_set_callback (handshake->timeout, on_handshake_timeout, handshake, NULL);
  g_source_attach (handshake->timeout, g_main_context_get_thread_default ());
  handshake->stopping_id =
      g_cancellable_connect (self->stopping, G_CALLBACK (on_stopping),
                             g_object_ref (handshake->cancellable), g_object_unref);
  handshake->first_bytes = g_socket_create_source (socket, G_IO_IN, handshake->cancellable);
  g_source_set_callback (handshake->first_bytes, G_SOURCE_FUNC (on_first_bytes), handshake, NULL);
  g_source_attach (handshake->first_bytes, g_main_context_get_thread_default ());
}

static gboolean
on_incoming (GSocketService *service,
             GSocketConnection *connection,
             GObject *source,
             gpointer user_data)
{
  InterviewAcceptor *self = user_data;
  GSocket *socket = g_socket_connection_get_socket (connection);
  g_autoptr (GSocketAddress) local = g_socket_connection_get_local_address (connection, NULL);
  g_autoptr (GSocketAddress) remote = g_socket_connection_get_remote_address (connection, NULL);
  g_autoptr (InterviewReadyConnection) stream = NULL;
  g_autofree char *key = NULL;

  /* The far end may be gone already. */
  if (local == NULL || remote == NULL)
    return TRUE;
  key = interview_address_to_key (remote);
  if (!interview_admission_enter (self->admission, key))
    {
      g_debug ("A connection was refused: too many");
      g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
      return TRUE;
    }
  g_socket_set_option (socket, IPPROTO_TCP, TCP_NODELAY, 1, NULL);
  stream = interview_ready_connection_new (socket);
  if (self->certificate != NULL)
    start_handshake (self, socket, G_IO_STREAM (stream), local, remote, key);
  else
    self->accepted (G_IO_STREAM (stream), local, remote, self->user_data);
  return TRUE;
}

/**
 * interview_acceptor_listen:
 * @address: where to listen; port 0 for a free one
 * @port: (out): the port
 * @error: return location; #GIOErrorEnum, as when the port is in use
 *
 * Returns: whether connections come in from now on
 */
gboolean
interview_acceptor_listen (InterviewAcceptor *self,
                           GInetSocketAddress *address,
                           guint16 *port,
                           GError **error)
{
  g_autoptr (GSocketAddress) effective = NULL;

  g_return_val_if_fail (INTERVIEW_IS_ACCEPTOR (self), FALSE);
  g_return_val_if_fail (self->service == NULL, FALSE);

  self->service = g_socket_service_new ();
  g_socket_service_stop (self->service);
  g_socket_listener_set_backlog (G_SOCKET_LISTENER (self->service), BACKLOG);
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), G_SOCKET_ADDRESS (address),
                                      G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &effective,
                                      error))
    {
      g_clear_object (&self->service);
      return FALSE;
    }
  *port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  g_signal_connect_object (self->service, "incoming", G_CALLBACK (on_incoming), self, 0);
  g_socket_service_start (self->service);
  return TRUE;
}

/**
 * interview_acceptor_stop:
 *
 * Stops listening and gives up the handshakes that are under way.
 */
void
interview_acceptor_stop (InterviewAcceptor *self)
{
  g_return_if_fail (INTERVIEW_IS_ACCEPTOR (self));

  g_cancellable_cancel (self->stopping);
  if (self->service != NULL)
    {
      g_socket_service_stop (self->service);
      g_socket_listener_close (G_SOCKET_LISTENER (self->service));
      g_clear_object (&self->service);
    }
}

/**
 * interview_certificate_get_fingerprint:
 * @certificate: a certificate
 *
 * Returns: (transfer full): SHA-256 of it in lower-case hexadecimal, as links carry it
 */
char *
interview_certificate_get_fingerprint (GTlsCertificate *certificate)
{
  g_autoptr (GByteArray) der = NULL;

  g_return_val_if_fail (G_IS_TLS_CERTIFICATE (certificate), NULL);

  g_object_get (certificate, "certificate", &der, NULL);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, der->data, der->len);
}
