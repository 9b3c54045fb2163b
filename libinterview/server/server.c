/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/server.h"

#include "core/error.h"
#include "core/source.h"
#include "server/acceptor.h"
#include "server/data-folder.h"
#include "server/delivery/delivery-worker.h"
#include "server/hub.h"
#include "server/room-keeper.h"
#include "server/router.h"
#include "server/services/password-hasher.h"
#include "server/services/recording-service.h"
#include "server/services/setup-service.h"
#include "server/shard.h"
#include "server/share-keeper.h"

/* Each comparison takes 64 MiB and some 170 ms of a core. */
#define HASHER_WORKERS 2
#define HASHER_WAITING 64

#define SWEEP_SECONDS 1
#define CLEAN_UP_SECONDS 3600

/* Requests and sockets may take this long to end when the server stops. */
#define STOP_MILLISECONDS 3000
#define STOP_CHECK_MILLISECONDS 20

/*
 * InterviewServer puts the parts together: it opens the data, starts the shards, listens, and takes
 * everything down again in order. A connection goes from the acceptor to the shard with the fewest;
 * there the router turns a request into a unit of work for the store, whose events go through the
 * hub to the sockets that they are for.
 *
 * Started and stopped on one main context, which has to run in between.
 */
struct _InterviewServer
{
  GObject parent_instance;

  const InterviewConfig *config;
  InterviewClock *clock;
  GMainContext *context;

  InterviewStore *store;
  InterviewBlobStore *blobs;
  InterviewUploadStore *uploads;
  InterviewPasswordHasher *hasher;
  InterviewHub *hub;
  InterviewMediaServer *media_server;
  InterviewRoomKeeper *keeper;
  InterviewShareKeeper *share_keeper;
  InterviewAdmission *admission;
  InterviewAcceptor *acceptor;
  InterviewRouter *router;
  InterviewDeliveryWorker *deliveries;
  GPtrArray *shards;

  GTlsCertificate *certificate;
  InterviewEndpoint *endpoint;
  char *address;
  char *fingerprint;
  GSource *sweep;
  GSource *clean_up;
};

G_DEFINE_FINAL_TYPE (InterviewServer, interview_server, G_TYPE_OBJECT)

static void
stop_now (InterviewServer *self)
{
  if (self->keeper != NULL)
    interview_room_keeper_stop (self->keeper);
  if (self->share_keeper != NULL)
    interview_share_keeper_stop (self->share_keeper);
  interview_source_clear (&self->sweep);
  interview_source_clear (&self->clean_up);
  if (self->media_server != NULL)
    interview_media_server_stop (self->media_server);
  if (self->acceptor != NULL)
    interview_acceptor_stop (self->acceptor);
  for (guint i = 0; i < self->shards->len; i++)
    interview_shard_stop (g_ptr_array_index (self->shards, i));
  g_ptr_array_set_size (self->shards, 0);
  if (self->deliveries != NULL)
    interview_delivery_worker_stop (self->deliveries);
  if (self->store != NULL)
    interview_store_close (self->store);
}

static void
interview_server_finalize (GObject *object)
{
  InterviewServer *self = INTERVIEW_SERVER (object);

  stop_now (self);
  g_clear_pointer (&self->shards, g_ptr_array_unref);
  g_clear_object (&self->acceptor);
  g_clear_object (&self->admission);
  g_clear_object (&self->router);
  g_clear_object (&self->deliveries);
  g_clear_object (&self->keeper);
  g_clear_object (&self->share_keeper);
  g_clear_object (&self->media_server);
  g_clear_object (&self->hub);
  g_clear_object (&self->hasher);
  g_clear_object (&self->blobs);
  g_clear_object (&self->uploads);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->certificate);
  g_clear_object (&self->endpoint);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->address);
  g_free (self->fingerprint);

  G_OBJECT_CLASS (interview_server_parent_class)->finalize (object);
}

static void
interview_server_class_init (InterviewServerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_server_finalize;
}

static void
interview_server_init (InterviewServer *self)
{
  self->shards = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * interview_server_new:
 * @config: settings, which have to outlive the server
 * @clock: (transfer none): what time it is
 *
 * Returns: (transfer full): a server that is not started
 */
InterviewServer *
interview_server_new (const InterviewConfig *config, InterviewClock *clock)
{
  InterviewServer *self = g_object_new (INTERVIEW_TYPE_SERVER, NULL);

  self->config = config;
  self->clock = g_object_ref (clock);
  return self;
}

static gboolean
on_sweep (gpointer user_data)
{
  InterviewServer *self = user_data;

  interview_hub_sweep (self->hub, g_get_monotonic_time ());
  return G_SOURCE_CONTINUE;
}

static gboolean
begin_recordings (InterviewTransaction *transaction, gpointer data, GError **error)
{
  return interview_recording_service_begin (transaction, error);
}

static gboolean
clean_up (InterviewTransaction *transaction, gpointer data, GError **error)
{
  return interview_setup_service_clean_up (transaction, error);
}

static void
on_cleaned_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!interview_store_submit_finish (INTERVIEW_STORE (source), result, NULL, &error))
    g_warning ("What has expired was not removed: %s", error->message);
}

static gboolean
on_clean_up (gpointer user_data)
{
  InterviewServer *self = user_data;

  interview_store_submit_async (self->store, clean_up, NULL, NULL, NULL, on_cleaned_up, NULL);
  return G_SOURCE_CONTINUE;
}

static GSource *
add_timer (InterviewServer *self, guint seconds, GSourceFunc func)
{
  GSource *source = g_timeout_source_new_seconds (seconds);

  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, self->context);
  return source;
}

static void
on_accepted (GIOStream *stream, GSocketAddress *local, GSocketAddress *remote, gpointer user_data)
{
  InterviewServer *self = user_data;
  InterviewShard *idlest = g_ptr_array_index (self->shards, 0);

  for (guint i = 1; i < self->shards->len; i++)
    {
      InterviewShard *shard = g_ptr_array_index (self->shards, i);

      if (interview_shard_get_load (shard) < interview_shard_get_load (idlest))
        idlest = shard;
    }
  interview_shard_accept (idlest, stream, remote);
}

static GInetSocketAddress *
parse_listen (InterviewServer *self, GError **error)
{
  g_autoptr (GSocketConnectable) address = NULL;
  g_autoptr (GInetAddress) inet = NULL;
  const char *host;

  address = g_network_address_parse (self->config->listen, 0, error);
  if (address == NULL)
    return NULL;
  host = g_network_address_get_hostname (G_NETWORK_ADDRESS (address));
  inet = g_inet_address_new_from_string (g_str_equal (host, "localhost") ? "127.0.0.1" : host);
  if (inet == NULL)
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                   "“%s” is not an address of this machine with a port, as 127.0.0.1:8700",
                   self->config->listen);
      return NULL;
    }
  if (!g_inet_address_get_is_loopback (inet) && self->certificate == NULL &&
      !self->config->insecure)
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                   "beyond this machine the server needs a certificate (--tls-certificate, "
                   "--tls-key); “%s” without one is only possible with --insecure",
                   self->config->listen);
      return NULL;
    }
  return G_INET_SOCKET_ADDRESS (
      g_inet_socket_address_new (inet, g_network_address_get_port (G_NETWORK_ADDRESS (address))));
}

static gboolean
load_certificate (InterviewServer *self, GError **error)
{
  if (self->config->tls_certificate == NULL)
    return TRUE;
  self->certificate = g_tls_certificate_new_from_files (self->config->tls_certificate,
                                                        self->config->tls_key, error);
  if (self->certificate == NULL)
    {
      g_prefix_error (error,
                      "the certificate “%s” cannot be used: ", self->config->tls_certificate);
      return FALSE;
    }
  self->fingerprint = interview_certificate_get_fingerprint (self->certificate);
  return TRUE;
}

static void
set_addresses (InterviewServer *self, GInetSocketAddress *address, guint16 port)
{
  GInetAddress *inet = g_inet_socket_address_get_address (address);
  g_autofree char *text = g_inet_address_to_string (inet);
  gboolean tls = self->certificate != NULL;
  g_autoptr (InterviewEndpoint) listening = interview_endpoint_new (text, port, tls, NULL);

  self->address = interview_endpoint_to_uri (listening, "http", "");
  if (self->config->public_address != NULL)
    self->endpoint = interview_endpoint_parse (self->config->public_address, NULL);
  else
    self->endpoint =
        interview_endpoint_new (g_inet_address_get_is_any (inet) ? g_get_host_name () : text, port,
                                tls, self->fingerprint);
}

/* From any thread. */
static void
on_delivered (GPtrArray *publications, gpointer user_data)
{
  interview_hub_publish (user_data, publications);
}

static void
on_media_server_said (const char *room_id,
                      const char *instance,
                      InterviewSignal *signal,
                      gpointer user_data)
{
  interview_hub_tell (user_data, room_id, instance, signal);
}

static void
on_media_server_changed (gpointer media_server, gpointer user_data)
{
  interview_hub_review_ways (user_data);
}

static void
start_media_server (InterviewServer *self)
{
  if (self->config->janus_uri == NULL)
    return;
  self->media_server = interview_media_server_new (self->config);
  interview_hub_set_media_server (self->hub, self->media_server);
  interview_media_server_start (self->media_server, on_media_server_said, on_media_server_changed,
                                self->hub);
}

static void
set_up_shard (SoupServer *soup, gpointer user_data)
{
  interview_router_attach (user_data, soup);
}

static void
start_shards (InterviewServer *self)
{
  guint count = self->config->shards != 0 ? self->config->shards : g_get_num_processors ();

  self->router = interview_router_new (self->config, self->store, self->blobs, self->uploads,
                                       self->hasher, self->hub, self->endpoint);
  for (guint i = 0; i < count; i++)
    g_ptr_array_add (self->shards, interview_shard_new (i, self->config, self->admission,
                                                        set_up_shard, self->router));
}

/**
 * interview_server_start:
 * @error: return location: why the data, the certificate or the address cannot be used
 *
 * Opens the data and listens, on the thread-default main context.
 *
 * Returns: whether programs can connect
 */
gboolean
interview_server_start (InterviewServer *self, GError **error)
{
  g_autoptr (GInetSocketAddress) address = NULL;
  guint16 port;

  g_return_val_if_fail (INTERVIEW_IS_SERVER (self), FALSE);
  g_return_val_if_fail (self->context == NULL, FALSE);

  self->context = g_main_context_ref_thread_default ();
  if (!interview_config_check (self->config, error) || !load_certificate (self, error))
    return FALSE;
  address = parse_listen (self, error);
  if (address == NULL ||
      !interview_data_folder_open (self->config, self->clock, &self->store, &self->blobs, error))
    return FALSE;
  self->uploads = interview_data_folder_open_uploads (self->config, error);
  if (self->uploads == NULL)
    return FALSE;

  interview_store_set_panel_limit (self->store, interview_config_get_panel_limit (self->config));
  if (!interview_store_run (self->store, begin_recordings, NULL, NULL, error))
    return FALSE;

  self->hub = interview_hub_new (self->clock);
  start_media_server (self);
  self->keeper = interview_room_keeper_new (self->store, self->hub);
  interview_room_keeper_start (self->keeper);
  self->share_keeper = interview_share_keeper_new (self->store, self->uploads, self->hub);
  interview_share_keeper_start (self->share_keeper);
  self->hasher = interview_password_hasher_new (HASHER_WORKERS, HASHER_WAITING);
  self->admission =
      interview_admission_new (self->config->connections, self->config->connections_per_address);
  self->acceptor = interview_acceptor_new (self->certificate, self->admission,
                                           self->config->handshake_seconds, on_accepted, self);
  if (!interview_acceptor_listen (self->acceptor, address, &port, error))
    {
      g_prefix_error (error, "“%s”: ", self->config->listen);
      return FALSE;
    }
  set_addresses (self, address, port);
  start_shards (self);
  self->deliveries =
      interview_delivery_worker_new (self->store, self->config->delivery_threads,
                                     self->config->delivery_certificates, on_delivered, self->hub);
  interview_delivery_worker_start (self->deliveries);
  on_clean_up (self);
  self->sweep = add_timer (self, SWEEP_SECONDS, on_sweep);
  self->clean_up = add_timer (self, CLEAN_UP_SECONDS, on_clean_up);
  return TRUE;
}

static gboolean
on_stop_check (gpointer user_data)
{
  GTask *task = user_data;
  InterviewServer *self = g_task_get_source_object (task);
  gint64 deadline = *(gint64 *) g_task_get_task_data (task);

  if (interview_admission_get_count (self->admission) > 0 && g_get_monotonic_time () < deadline)
    return G_SOURCE_CONTINUE;
  stop_now (self);
  g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

/**
 * interview_server_stop_async:
 * @callback: called when everything is closed and on disk
 * @user_data: for @callback
 *
 * Stops a started server: no new connections, an end to the sockets, the requests that are under
 * way are answered, and then the store is closed.
 */
void
interview_server_stop_async (InterviewServer *self,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GSource) source = g_timeout_source_new (STOP_CHECK_MILLISECONDS);
  GTask *task;
  gint64 deadline;

  g_return_if_fail (INTERVIEW_IS_SERVER (self));

  task = g_task_new (self, NULL, callback, user_data);
  deadline = g_get_monotonic_time () + STOP_MILLISECONDS * 1000;
  g_task_set_task_data (task, g_memdup2 (&deadline, sizeof deadline), g_free);
  interview_acceptor_stop (self->acceptor);
  interview_room_keeper_stop (self->keeper);
  interview_share_keeper_stop (self->share_keeper);
  interview_hub_close_all (self->hub);
  for (guint i = 0; i < self->shards->len; i++)
    interview_shard_drain (g_ptr_array_index (self->shards, i));
  g_source_set_callback (source, on_stop_check, task, g_object_unref);
  g_source_attach (source, self->context);
}

/**
 * interview_server_stop_finish:
 * @result: from the callback
 * @error: return location
 *
 * Returns: %TRUE
 */
gboolean
interview_server_stop_finish (InterviewServer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * interview_server_get_store:
 *
 * Returns: (transfer none): the store of a started server
 */
InterviewStore *
interview_server_get_store (InterviewServer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SERVER (self), NULL);

  return self->store;
}

/**
 * interview_server_get_endpoint:
 *
 * Returns: (transfer none): where links of a started server lead
 */
InterviewEndpoint *
interview_server_get_endpoint (InterviewServer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SERVER (self), NULL);

  return self->endpoint;
}

/**
 * interview_server_get_address:
 *
 * Returns: (transfer none): the URI on which a started server listens
 */
const char *
interview_server_get_address (InterviewServer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SERVER (self), NULL);

  return self->address;
}

/**
 * interview_server_get_fingerprint:
 *
 * Returns: (transfer none) (nullable): SHA-256 of the certificate of a started server
 */
const char *
interview_server_get_fingerprint (InterviewServer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SERVER (self), NULL);

  return self->fingerprint;
}
