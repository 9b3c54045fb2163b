/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/media-server.h"

#include "core/error.h"
#include "core/id.h"
#include "core/protocol/limits.h"
#include "core/source.h"
#include "server/janus-room.h"

/* A Janus that makes no rooms is not asked again for so long. */
#define REST_SECONDS 30

/*
 * InterviewMediaServer says through whom pictures and sounds of a room go, and talks to Janus for
 * the programs: they reach it by signals, as they reach each other, so that nobody needs to be let
 * into Janus but this server, and who is in a room is decided in one place.
 *
 * Up to four people have a link each to each other. In a larger room each would have to encode and
 * send too often for a home’s upload; there everybody sends once, to Janus. That is decided by the
 * panel and not by who is there, so that nobody’s way changes when a fifth comes, nor after a
 * restart. When Janus is away, large rooms do without it, as well as the links carry it.
 *
 * The hub asks from any thread, with its lock held; what concerns Janus is done on the main context
 * on which it was started, on which both functions are called.
 */
struct _InterviewMediaServer
{
  GObject parent_instance;

  GMainContext *context;
  InterviewJanusClient *client;
  char *admin_key;
  GHashTable *rooms; /* room id -> InterviewJanusRoom; main context only */
  InterviewMediaServerSaidFunc said;
  GFunc changed;
  gpointer user_data;
  GSource *rest; /* main context only */

  GMutex mutex;
  GHashTable *peers; /* room id -> id of the media server there */
  gboolean ready;
};

/* What the main context has to do for a room. */
typedef struct
{
  InterviewMediaServer *server;
  char *room_id;
  char *name; /* of the media server, or of a run of a program */
  InterviewSignal *signal;
} Errand;

G_DEFINE_FINAL_TYPE (InterviewMediaServer, interview_media_server, G_TYPE_OBJECT)

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->server);
  g_free (errand->room_id);
  g_free (errand->name);
  g_clear_object (&errand->signal);
  g_free (errand);
}

/* From any thread; the order is kept. */
static void
do_later (InterviewMediaServer *self,
          GSourceFunc func,
          const char *room_id,
          const char *name,
          InterviewSignal *signal)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Errand *errand = g_new0 (Errand, 1);

  errand->server = g_object_ref (self);
  errand->room_id = g_strdup (room_id);
  errand->name = g_strdup (name);
  g_set_object (&errand->signal, signal);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, errand, errand_free);
  g_source_attach (source, self->context);
}

static void
interview_media_server_dispose (GObject *object)
{
  interview_media_server_stop (INTERVIEW_MEDIA_SERVER (object));

  G_OBJECT_CLASS (interview_media_server_parent_class)->dispose (object);
}

static void
interview_media_server_finalize (GObject *object)
{
  InterviewMediaServer *self = INTERVIEW_MEDIA_SERVER (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_hash_table_unref (self->rooms);
  g_hash_table_unref (self->peers);
  g_free (self->admin_key);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_media_server_parent_class)->finalize (object);
}

static void
interview_media_server_class_init (InterviewMediaServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_media_server_dispose;
  object_class->finalize = interview_media_server_finalize;
}

static void
interview_media_server_init (InterviewMediaServer *self)
{
  g_mutex_init (&self->mutex);
  self->rooms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->peers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
set_ready (InterviewMediaServer *self, gboolean ready)
{
  interview_source_clear (&self->rest);
  g_mutex_lock (&self->mutex);
  self->ready = ready;
  g_hash_table_remove_all (self->peers);
  g_mutex_unlock (&self->mutex);
  g_hash_table_remove_all (self->rooms);
  if (self->changed != NULL)
    self->changed (self, self->user_data);
}

static void
on_ready (InterviewMediaServer *self)
{
  set_ready (self, interview_janus_client_get_ready (self->client));
}

static void
on_said (InterviewMediaServer *self, const char *instance, InterviewSignal *signal)
{
  self->said (interview_signal_get_room_id (signal), instance, signal, self->user_data);
}

static gboolean
on_rested (gpointer user_data)
{
  on_ready (user_data);
  return G_SOURCE_REMOVE;
}

/* That the line is broken is heard from the client, and no reason not to ask when it is back. */
static void
on_failed (InterviewMediaServer *self, const GError *error)
{
  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK))
    return;

  g_warning ("Janus makes no room: %s. Large rooms do without for %d s", error->message,
             REST_SECONDS);
  set_ready (self, FALSE);
  self->rest = g_timeout_source_new_seconds (REST_SECONDS);
  g_source_set_callback (self->rest, on_rested, self, NULL);
  g_source_attach (self->rest, self->context);
}

/* Whether it is still through @peer that a room goes. */
static gboolean
is_peer (InterviewMediaServer *self, const char *room_id, const char *peer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return g_strcmp0 (g_hash_table_lookup (self->peers, room_id), peer) == 0;
}

static gboolean
on_open (gpointer user_data)
{
  Errand *errand = user_data;
  InterviewMediaServer *self = errand->server;
  InterviewJanusRoom *room;

  if (!is_peer (self, errand->room_id, errand->name))
    return G_SOURCE_REMOVE;
  room = interview_janus_room_new (self->client, errand->room_id, errand->name);
  g_signal_connect_object (room, "said", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (room, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_hash_table_replace (self->rooms, g_strdup (errand->room_id), room);
  interview_janus_room_open (room, self->admin_key);
  return G_SOURCE_REMOVE;
}

static gboolean
on_release (gpointer user_data)
{
  Errand *errand = user_data;
  InterviewJanusRoom *room = g_hash_table_lookup (errand->server->rooms, errand->room_id);

  if (room != NULL)
    interview_janus_room_close (room);
  g_hash_table_remove (errand->server->rooms, errand->room_id);
  return G_SOURCE_REMOVE;
}

static gboolean
on_take (gpointer user_data)
{
  Errand *errand = user_data;
  InterviewJanusRoom *room = g_hash_table_lookup (errand->server->rooms, errand->room_id);

  if (room != NULL)
    interview_janus_room_take (room, errand->name, errand->signal);
  return G_SOURCE_REMOVE;
}

static gboolean
on_part (gpointer user_data)
{
  Errand *errand = user_data;
  InterviewJanusRoom *room = g_hash_table_lookup (errand->server->rooms, errand->room_id);

  if (room != NULL)
    interview_janus_room_part (room, errand->name);
  return G_SOURCE_REMOVE;
}

/**
 * interview_media_server_new:
 * @config: settings, which name a Janus
 *
 * Returns: (transfer full): a media server that is not started
 */
InterviewMediaServer *
interview_media_server_new (const InterviewConfig *config)
{
  InterviewMediaServer *self = g_object_new (INTERVIEW_TYPE_MEDIA_SERVER, NULL);

  self->client = interview_janus_client_new (config->janus_uri, config->janus_secret);
  self->admin_key = g_strdup (config->janus_admin_key);
  return self;
}

/**
 * interview_media_server_start:
 * @said: what it says to programs
 * @changed: called when all rooms may go through somebody else from now on
 * @user_data: for both
 *
 * Connects to Janus, on the thread-default main context.
 */
void
interview_media_server_start (InterviewMediaServer *self,
                              InterviewMediaServerSaidFunc said,
                              GFunc changed,
                              gpointer user_data)
{
  g_return_if_fail (INTERVIEW_IS_MEDIA_SERVER (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_main_context_ref_thread_default ();
  self->said = said;
  self->changed = changed;
  self->user_data = user_data;
  g_signal_connect_object (self->client, "notify::ready", G_CALLBACK (on_ready), self,
                           G_CONNECT_SWAPPED);
  interview_janus_client_start (self->client);
}

/**
 * interview_media_server_stop:
 *
 * Lets go of Janus, which keeps the links for a while: the server may be back soon. Nothing is said
 * afterwards.
 */
void
interview_media_server_stop (InterviewMediaServer *self)
{
  g_return_if_fail (INTERVIEW_IS_MEDIA_SERVER (self));

  if (self->context == NULL)
    return;
  self->changed = NULL;
  g_signal_handlers_disconnect_by_data (self->client, self);
  interview_janus_client_stop (self->client);
  set_ready (self, FALSE);
}

/**
 * interview_media_server_enter:
 * @room_id: a room in which somebody is
 * @n_people: how many may be in it
 *
 * From any thread.
 *
 * Returns: (transfer full) (nullable): through whom pictures and sounds go there, as a peer in
 *   signals; %NULL if straight from each to each
 */
char *
interview_media_server_enter (InterviewMediaServer *self, const char *room_id, guint n_people)
{
  g_autoptr (GMutexLocker) locker = NULL;
  char *peer;

  g_return_val_if_fail (INTERVIEW_IS_MEDIA_SERVER (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  if (!self->ready || n_people <= INTERVIEW_LIMIT_MESH)
    return NULL;
  peer = g_hash_table_lookup (self->peers, room_id);
  if (peer == NULL)
    {
      peer = interview_id_new ();
      g_hash_table_insert (self->peers, g_strdup (room_id), peer);
      do_later (self, on_open, room_id, peer, NULL);
    }

  return g_strdup (peer);
}

/**
 * interview_media_server_release:
 * @room_id: a room in which nobody is any more
 *
 * From any thread.
 */
void
interview_media_server_release (InterviewMediaServer *self, const char *room_id)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (INTERVIEW_IS_MEDIA_SERVER (self));

  locker = g_mutex_locker_new (&self->mutex);
  if (g_hash_table_remove (self->peers, room_id))
    do_later (self, on_release, room_id, NULL, NULL);
}

/**
 * interview_media_server_list_rooms:
 *
 * From any thread.
 *
 * Returns: (transfer full): the rooms that go through it
 */
GStrv
interview_media_server_list_rooms (InterviewMediaServer *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GMutexLocker) locker = NULL;
  GHashTableIter iter;
  gpointer room_id;

  g_return_val_if_fail (INTERVIEW_IS_MEDIA_SERVER (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  g_hash_table_iter_init (&iter, self->peers);
  while (g_hash_table_iter_next (&iter, &room_id, NULL))
    g_strv_builder_add (builder, room_id);

  return g_strv_builder_end (builder);
}

/**
 * interview_media_server_take:
 * @sender: a run of a program that is in the call
 * @signal: (transfer none): what it says
 *
 * From any thread.
 */
void
interview_media_server_take (InterviewMediaServer *self,
                             const char *sender,
                             InterviewSignal *signal)
{
  g_return_if_fail (INTERVIEW_IS_MEDIA_SERVER (self));

  do_later (self, on_take, interview_signal_get_room_id (signal), sender, signal);
}

/**
 * interview_media_server_part:
 * @room_id: a room
 * @instance: a run of a program that is not in its call any more
 *
 * From any thread.
 */
void
interview_media_server_part (InterviewMediaServer *self, const char *room_id, const char *instance)
{
  g_return_if_fail (INTERVIEW_IS_MEDIA_SERVER (self));

  do_later (self, on_part, room_id, instance, NULL);
}
