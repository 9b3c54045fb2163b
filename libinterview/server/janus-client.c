/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/janus-client.h"

#include <libsoup/soup.h>

#include "core/error.h"
#include "core/source.h"
#include "server/janus-message.h"

#define PLUGIN "janus.plugin.videoroom"
#define PROTOCOL "janus-protocol"

/* Janus ends a session that says nothing for a minute. */
#define KEEP_ALIVE_SECONDS 20

/* Without any word for so long, it is gone. */
#define SILENCE (45 * G_TIME_SPAN_SECOND)

#define RETRY_MILLISECONDS 1000

/* Until the WebSocket is open; from then on, SILENCE holds. */
#define CONNECT_SECONDS 10

/* A description of a line for each of sound, picture and screen is a tenth of this. */
#define MAX_MESSAGE (128 * 1024)

/*
 * InterviewJanusClient is the line to a Janus gateway: a WebSocket with one session, in which
 * handles of its VideoRoom plugin are made. When the line breaks it connects again, with a new
 * session; what was asked is answered with an error then, and the handles are gone for it. Janus
 * itself keeps them for its `reclaim_session_timeout`, so that a call outlasts a server that
 * restarts.
 *
 * Owned by the media server, on the main context on which it was made.
 *
 * Property `ready`: whether there is a session. Signal `event` (handle, message): what Janus says
 * without being asked; the message is a #JsonObject.
 */
struct _InterviewJanusClient
{
  GObject parent_instance;

  char *uri;
  char *secret;
  SoupSession *soup;
  SoupWebsocketConnection *socket;
  GCancellable *cancellable;
  GHashTable *questions; /* transaction -> GTask */
  guint64 session;
  guint transactions;
  gboolean running;
  gboolean ready;
  gboolean complained;
  gint64 heard_at;
  GSource *timer;
};

enum
{
  PROP_0,
  PROP_READY,
  N_PROPS,
};

enum
{
  SIGNAL_EVENT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewJanusClient, interview_janus_client, G_TYPE_OBJECT)

static gboolean on_connect (gpointer user_data);

static void
set_timer (InterviewJanusClient *self, guint milliseconds, GSourceFunc func)
{
  interview_source_clear (&self->timer);
  self->timer = g_timeout_source_new (milliseconds);
  g_source_set_callback (self->timer, func, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static void
set_ready (InterviewJanusClient *self, gboolean ready)
{
  if (self->ready == ready)
    return;
  self->ready = ready;
  if (ready)
    g_message ("Janus: ready");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static gboolean
on_release (gpointer socket)
{
  return G_SOURCE_REMOVE;
}

/* libsoup goes on with its socket after it has emitted a signal, without a reference of its own. */
static void
release_later (gpointer socket)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, on_release, socket, g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

static void
answer_all (InterviewJanusClient *self)
{
  g_autoptr (GHashTable) questions = g_steal_pointer (&self->questions);
  GHashTableIter iter;
  gpointer task;

  self->questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_hash_table_iter_init (&iter, questions);
  while (g_hash_table_iter_next (&iter, NULL, &task))
    g_task_return_new_error (task, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK,
                             "the line to Janus is broken");
}

static void
drop (InterviewJanusClient *self)
{
  interview_source_clear (&self->timer);
  if (self->socket != NULL)
    g_signal_handlers_disconnect_by_data (self->socket, self);
  g_clear_pointer (&self->socket, release_later);
  self->session = 0;
  answer_all (self);
  set_ready (self, FALSE);
}

static void
lose (InterviewJanusClient *self, const char *why)
{
  if (!self->complained)
    g_warning ("Janus at %s: %s. Large rooms do without until it is back", self->uri, why);
  self->complained = TRUE;
  drop (self);
  if (self->running)
    set_timer (self, RETRY_MILLISECONDS, on_connect);
}

static void
say (InterviewJanusClient *self, JsonObject *message)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), message);
  g_autofree char *text = json_to_string (node, FALSE);

  if (self->socket != NULL &&
      soup_websocket_connection_get_state (self->socket) == SOUP_WEBSOCKET_STATE_OPEN)
    soup_websocket_connection_send_text (self->socket, text);
}

/* A message with all that each of them has; (transfer full). */
static JsonObject *
message_new (InterviewJanusClient *self, const char *kind, guint64 handle)
{
  JsonObject *message = json_object_new ();
  g_autofree char *transaction = g_strdup_printf ("%u", ++self->transactions);

  json_object_set_string_member (message, "janus", kind);
  json_object_set_string_member (message, "transaction", transaction);
  if (self->secret != NULL)
    json_object_set_string_member (message, "apisecret", self->secret);
  if (self->session != 0)
    json_object_set_int_member (message, "session_id", (gint64) self->session);
  if (handle != 0)
    json_object_set_int_member (message, "handle_id", (gint64) handle);

  return message;
}

static void
ask (InterviewJanusClient *self, JsonObject *message, GTask *task)
{
  if (self->socket == NULL)
    {
      g_task_return_new_error (task, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK,
                               "there is no line to Janus");
      g_object_unref (task);
      return;
    }
  g_hash_table_insert (self->questions,
                       g_strdup (json_object_get_string_member (message, "transaction")), task);
  say (self, message);
}

static void
on_answer (InterviewJanusClient *self, const char *transaction, JsonObject *message)
{
  g_autofree char *key = NULL;
  g_autoptr (GTask) task = NULL;
  const char *refusal = interview_janus_message_find_refusal (message);

  if (!g_hash_table_steal_extended (self->questions, transaction, (gpointer *) &key,
                                    (gpointer *) &task))
    return;
  if (refusal != NULL)
    g_task_return_new_error (task, INTERVIEW_ERROR, INTERVIEW_ERROR_MEDIA, "Janus: %s", refusal);
  else
    g_task_return_pointer (task, json_object_ref (message), (GDestroyNotify) json_object_unref);
}

static void
take (InterviewJanusClient *self, JsonObject *message)
{
  const char *kind = interview_janus_message_find_text (message, "janus");
  const char *transaction = interview_janus_message_find_text (message, "transaction");

  /* What takes longer is acknowledged first, and answered by an event. */
  if (g_strcmp0 (kind, "ack") == 0)
    return;
  if (g_strcmp0 (kind, "timeout") == 0)
    lose (self, "the session has ended");
  else if (transaction != NULL)
    on_answer (self, transaction, message);
  else
    g_signal_emit (self, signals[SIGNAL_EVENT], 0,
                   interview_janus_message_find_number (message, "sender"), message);
}

static void
on_message (SoupWebsocketConnection *socket, int kind, GBytes *bytes, gpointer user_data)
{
  g_autoptr (InterviewJanusClient) self = g_object_ref (user_data);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  JsonNode *root;

  self->heard_at = g_get_monotonic_time ();
  if (kind != SOUP_WEBSOCKET_DATA_TEXT ||
      !json_parser_load_from_data (parser, text != NULL ? text : "", (gssize) size, &error))
    {
      lose (self, "what it says cannot be read");
      return;
    }
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    take (self, json_node_get_object (root));
}

static void
on_closed (SoupWebsocketConnection *socket, gpointer user_data)
{
  g_autoptr (InterviewJanusClient) self = g_object_ref (user_data);

  lose (self, "it has closed the line");
}

static gboolean
on_keep_alive (gpointer user_data)
{
  InterviewJanusClient *self = user_data;
  g_autoptr (JsonObject) message = NULL;

  if (g_get_monotonic_time () - self->heard_at > SILENCE)
    {
      lose (self, "it does not answer");
      return G_SOURCE_REMOVE;
    }
  message = message_new (self, "keepalive", 0);
  say (self, message);
  return G_SOURCE_CONTINUE;
}

static void
on_session (GObject *source, GAsyncResult *result, gpointer user_data)
{
  InterviewJanusClient *self = INTERVIEW_JANUS_CLIENT (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) message = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->socket == NULL)
    return;
  self->session =
      interview_janus_message_find_number (interview_janus_message_find_object (message, "data"),
                                           "id");
  if (self->session == 0)
    {
      lose (self, error != NULL ? error->message : "it gives no session");
      return;
    }
  self->complained = FALSE;
  set_ready (self, TRUE);
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewJanusClient) self = user_data;
  g_autoptr (SoupWebsocketConnection) socket = NULL;
  g_autoptr (JsonObject) message = NULL;
  g_autoptr (GError) error = NULL;

  socket = soup_session_websocket_connect_finish (SOUP_SESSION (source), result, &error);
  if (!self->running)
    return;
  if (socket == NULL)
    {
      lose (self, error->message);
      return;
    }
  self->socket = g_steal_pointer (&socket);
  self->heard_at = g_get_monotonic_time ();
  soup_websocket_connection_set_max_incoming_payload_size (self->socket, MAX_MESSAGE);
  g_signal_connect (self->socket, "message", G_CALLBACK (on_message), self);
  g_signal_connect (self->socket, "closed", G_CALLBACK (on_closed), self);
  set_timer (self, KEEP_ALIVE_SECONDS * 1000, on_keep_alive);
  message = message_new (self, "create", 0);
  ask (self, message, g_task_new (self, NULL, on_session, NULL));
}

static gboolean
on_connect (gpointer user_data)
{
  static const char *protocols[] = { PROTOCOL, NULL };
  InterviewJanusClient *self = user_data;
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, self->uri);

  interview_source_clear (&self->timer);
  soup_session_websocket_connect_async (self->soup, message, NULL, (char **) protocols,
                                        G_PRIORITY_DEFAULT, self->cancellable, on_connected,
                                        g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
interview_janus_client_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, INTERVIEW_JANUS_CLIENT (object)->ready);
}

static void
interview_janus_client_dispose (GObject *object)
{
  interview_janus_client_stop (INTERVIEW_JANUS_CLIENT (object));

  G_OBJECT_CLASS (interview_janus_client_parent_class)->dispose (object);
}

static void
interview_janus_client_finalize (GObject *object)
{
  InterviewJanusClient *self = INTERVIEW_JANUS_CLIENT (object);

  g_hash_table_unref (self->questions);
  g_clear_object (&self->soup);
  g_clear_object (&self->cancellable);
  g_free (self->uri);
  g_free (self->secret);

  G_OBJECT_CLASS (interview_janus_client_parent_class)->finalize (object);
}

static void
interview_janus_client_class_init (InterviewJanusClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_janus_client_get_property;
  object_class->dispose = interview_janus_client_dispose;
  object_class->finalize = interview_janus_client_finalize;

  properties[PROP_READY] =
      g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_EVENT] =
      g_signal_new ("event", INTERVIEW_TYPE_JANUS_CLIENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT64, JSON_TYPE_OBJECT | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
interview_janus_client_init (InterviewJanusClient *self)
{
  self->questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * interview_janus_client_new:
 * @uri: of its WebSocket, ws or wss
 * @secret: (nullable): its `api_secret`
 *
 * Returns: (transfer full): a client that does not connect yet
 */
InterviewJanusClient *
interview_janus_client_new (const char *uri, const char *secret)
{
  InterviewJanusClient *self = g_object_new (INTERVIEW_TYPE_JANUS_CLIENT, NULL);

  self->uri = g_strdup (uri);
  self->secret = g_strdup (secret);
  return self;
}

/**
 * interview_janus_client_start:
 *
 * Connects, and again whenever the line breaks, on the thread-default main context.
 */
void
interview_janus_client_start (InterviewJanusClient *self)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_CLIENT (self));
  g_return_if_fail (!self->running);

  self->running = TRUE;
  self->soup = soup_session_new_with_options ("timeout", CONNECT_SECONDS, NULL);
  soup_session_remove_feature_by_type (self->soup, SOUP_TYPE_WEBSOCKET_EXTENSION_MANAGER);
  self->cancellable = g_cancellable_new ();
  on_connect (self);
}

/**
 * interview_janus_client_stop:
 *
 * Lets go of the line; does nothing if it was not started.
 */
void
interview_janus_client_stop (InterviewJanusClient *self)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_CLIENT (self));

  if (!self->running)
    return;
  self->running = FALSE;
  g_cancellable_cancel (self->cancellable);
  drop (self);
}

/**
 * interview_janus_client_get_ready:
 *
 * Returns: whether it can be asked
 */
gboolean
interview_janus_client_get_ready (InterviewJanusClient *self)
{
  g_return_val_if_fail (INTERVIEW_IS_JANUS_CLIENT (self), FALSE);

  return self->ready;
}

/**
 * interview_janus_client_attach_async:
 *
 * Makes a handle of the VideoRoom plugin.
 */
void
interview_janus_client_attach_async (InterviewJanusClient *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (JsonObject) message = NULL;

  g_return_if_fail (INTERVIEW_IS_JANUS_CLIENT (self));

  message = message_new (self, "attach", 0);
  json_object_set_string_member (message, "plugin", PLUGIN);
  ask (self, message, g_task_new (self, cancellable, callback, user_data));
}

/**
 * interview_janus_client_attach_finish:
 * @error: %INTERVIEW_ERROR_NETWORK, or %INTERVIEW_ERROR_MEDIA with what Janus says
 *
 * Returns: the handle, 0 on error
 */
guint64
interview_janus_client_attach_finish (InterviewJanusClient *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  g_autoptr (JsonObject) message = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  message = g_task_propagate_pointer (G_TASK (result), error);
  return interview_janus_message_find_number (interview_janus_message_find_object (message, "data"),
                                              "id");
}

/**
 * interview_janus_client_ask_async:
 * @handle: from interview_janus_client_attach_finish()
 * @body: (transfer full): the request to the plugin
 * @jsep: (transfer full) (nullable): the description that goes with it
 *
 * Asks the plugin something.
 */
void
interview_janus_client_ask_async (InterviewJanusClient *self,
                                  guint64 handle,
                                  JsonObject *body,
                                  JsonObject *jsep,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (JsonObject) message = NULL;

  g_return_if_fail (INTERVIEW_IS_JANUS_CLIENT (self));

  message = message_new (self, "message", handle);
  json_object_set_object_member (message, "body", body);
  if (jsep != NULL)
    json_object_set_object_member (message, "jsep", jsep);
  ask (self, message, g_task_new (self, cancellable, callback, user_data));
}

/**
 * interview_janus_client_ask_finish:
 * @jsep: (out) (transfer full) (nullable) (optional): a description that came with the answer
 * @error: %INTERVIEW_ERROR_NETWORK, or %INTERVIEW_ERROR_MEDIA with what Janus says
 *
 * Returns: (transfer full) (nullable): the answer of the plugin, %NULL on error
 */
JsonObject *
interview_janus_client_ask_finish (InterviewJanusClient *self,
                                   GAsyncResult *result,
                                   JsonObject **jsep,
                                   GError **error)
{
  g_autoptr (JsonObject) message = NULL;
  JsonObject *data, *description;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  message = g_task_propagate_pointer (G_TASK (result), error);
  if (message == NULL)
    return NULL;
  data = interview_janus_message_find_plugin_data (message);
  description = interview_janus_message_find_object (message, "jsep");
  if (jsep != NULL)
    *jsep = description != NULL ? json_object_ref (description) : NULL;

  return data != NULL ? json_object_ref (data) : json_object_new ();
}

static void
say_to_handle (InterviewJanusClient *self, const char *kind, guint64 handle, JsonObject *candidate)
{
  g_autoptr (JsonObject) message = message_new (self, kind, handle);

  if (candidate != NULL)
    json_object_set_object_member (message, "candidate", candidate);
  say (self, message);
}

/**
 * interview_janus_client_trickle:
 * @handle: whose link it is of
 * @media_line: of its description
 * @candidate: a way to the program at the other end
 */
void
interview_janus_client_trickle (InterviewJanusClient *self,
                                guint64 handle,
                                gint64 media_line,
                                const char *candidate)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_CLIENT (self));

  say_to_handle (self, "trickle", handle,
                 interview_janus_message_new_candidate (media_line, candidate));
}

/**
 * interview_janus_client_detach:
 * @handle: a handle, or 0 for none; its link ends
 */
void
interview_janus_client_detach (InterviewJanusClient *self, guint64 handle)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_CLIENT (self));

  if (handle != 0 && self->ready)
    say_to_handle (self, "detach", handle, NULL);
}
