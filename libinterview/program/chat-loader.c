/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/chat-loader.h"

#include <glib/gi18n-lib.h>

#include "client/chat-api.h"
#include "core/id.h"
#include "client/retry.h"
#include "program/time-text.h"
#include "ui/chat-line.h"

/* An older message is dated, a younger one has the time of day. */
#define DATED_AFTER (12 * G_TIME_SPAN_HOUR)

/*
 * InterviewChatLoader holds one conversation of a room: what the server has, oldest first, and
 * behind it what was written here and is not sent yet. What is written goes into the spool at once,
 * which delivers it when it can; it moves up when it comes back from the server. `unread` counts
 * what others wrote since the person last saw the conversation; what they answered themselves, they
 * have seen. Main thread; belongs to who shows it.
 */
struct _InterviewChatLoader
{
  GObject parent_instance;

  InterviewConnection *connection;
  InterviewSpool *spool;
  InterviewParticipant *own;
  char *room_id;
  InterviewChatScope scope;
  GCancellable *cancellable;
  InterviewRetry *retry;

  GListStore *lines;
  GHashTable *known; /* id -> line */
  guint n_sent;      /* lines before the first one that the server does not have */
  gint64 last_sent_at;
  guint unread;
  gboolean loaded;
  gboolean loading;
  gboolean load_wanted;
};

enum
{
  PROP_0,
  PROP_UNREAD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewChatLoader, interview_chat_loader, G_TYPE_OBJECT)

static void
set_unread (InterviewChatLoader *self, guint unread)
{
  if (self->unread == unread)
    return;
  self->unread = unread;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNREAD]);
}

static gboolean
is_own (InterviewChatLoader *self, InterviewChatMessage *message)
{
  InterviewParticipant *sender = interview_chat_message_get_sender (message);

  return g_strcmp0 (interview_participant_get_person_id (sender),
                    interview_participant_get_person_id (self->own)) == 0;
}

static InterviewChatLine *
create_line (InterviewChatLoader *self, InterviewChatMessage *message)
{
  InterviewParticipant *sender = interview_chat_message_get_sender (message);
  gint64 sent_at = interview_chat_message_get_sent_at (message);
  gint64 now = g_get_real_time ();
  g_autofree char *time = now - sent_at < DATED_AFTER ? interview_time_text_clock (sent_at)
                                                      : interview_time_text_moment (sent_at, now);
  InterviewChatLine *line =
      interview_chat_line_new (interview_chat_message_get_id (message),
                               interview_participant_get_display_name (sender),
                               is_own (self, message), interview_chat_message_get_text (message),
                               time);

  g_hash_table_insert (self->known, g_strdup (interview_chat_message_get_id (message)),
                       g_object_ref (line));
  return line;
}

/* A line that the server has by now, in its place among the others. */
static void
settle (InterviewChatLoader *self, InterviewChatLine *line)
{
  guint position = 0;

  if (!g_list_store_find (self->lines, line, &position) || position < self->n_sent)
    return;
  if (position > self->n_sent)
    {
      g_list_store_remove (self->lines, position);
      g_list_store_insert (self->lines, self->n_sent, line);
    }
  self->n_sent++;
  interview_chat_line_set_state (line, INTERVIEW_CHAT_LINE_SENT, NULL);
}

static void
take (InterviewChatLoader *self, InterviewChatMessage *message, guint *unread)
{
  InterviewChatLine *known =
      g_hash_table_lookup (self->known, interview_chat_message_get_id (message));
  g_autoptr (InterviewChatLine) line = NULL;

  self->last_sent_at = MAX (self->last_sent_at, interview_chat_message_get_sent_at (message));
  if (known != NULL)
    {
      settle (self, known);
      return;
    }
  line = create_line (self, message);
  g_list_store_insert (self->lines, self->n_sent++, line);
  if (!interview_chat_line_get_own (line))
    (*unread)++;
  else if (!self->loaded)
    *unread = 0;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewChatLoader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page =
      interview_chat_api_list_finish (INTERVIEW_CONNECTION (source), result, &error);
  GPtrArray *messages = page != NULL ? interview_page_get_items (page) : NULL;
  guint unread = self->unread;

  self->loading = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (page == NULL)
    {
      self->load_wanted = interview_retry_helps (error);
      if (self->load_wanted)
        interview_retry_plan (self->retry);
      else
        g_warning ("The messages cannot be loaded: %s", error->message);
      return;
    }
  interview_retry_reset (self->retry);
  for (guint i = 0; i < messages->len; i++)
    take (self, g_ptr_array_index (messages, i), &unread);
  set_unread (self, unread);
  if (interview_page_get_next_cursor (page) != NULL)
    self->load_wanted = TRUE;
  else
    self->loaded = TRUE;
  if (self->load_wanted)
    interview_chat_loader_load (self);
}

static void
add_waiting (InterviewChatLoader *self, InterviewChatMessage *message)
{
  g_autoptr (InterviewChatLine) line = create_line (self, message);

  interview_chat_line_set_state (line, INTERVIEW_CHAT_LINE_WAITING, NULL);
  g_list_store_append (self->lines, line);
}

/* What an earlier run of the program left in the spool. */
static void
on_spooled (InterviewChatLoader *self)
{
  GListModel *messages = interview_spool_get_messages (self->spool);
  guint n = g_list_model_get_n_items (messages);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (InterviewChatMessage) message = g_list_model_get_item (messages, i);

      if (interview_chat_message_get_scope (message) == self->scope && is_own (self, message) &&
          g_strcmp0 (interview_chat_message_get_room_id (message), self->room_id) == 0 &&
          !g_hash_table_contains (self->known, interview_chat_message_get_id (message)))
        add_waiting (self, message);
    }
}

static void
on_delivered (InterviewChatLoader *self, const char *id)
{
  InterviewChatLine *line = g_hash_table_lookup (self->known, id);

  if (line == NULL)
    return;
  interview_chat_line_set_state (line, INTERVIEW_CHAT_LINE_SENT, NULL);
  interview_chat_loader_load (self);
}

static void
show_refused (InterviewChatLine *line, const GError *error)
{
  /* Translators: below a message that will never be sent; %s says why. */
  g_autofree char *problem = g_strdup_printf (_ ("Not sent. %s"), error->message);

  interview_chat_line_set_state (line, INTERVIEW_CHAT_LINE_REFUSED, problem);
}

static void
on_refused (InterviewChatLoader *self, const char *id, const GError *error)
{
  InterviewChatLine *line = g_hash_table_lookup (self->known, id);

  if (line != NULL)
    show_refused (line, error);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewChatLine) line = user_data;
  g_autoptr (GError) error = NULL;

  if (!interview_spool_add_finish (INTERVIEW_SPOOL (source), result, &error))
    show_refused (line, error);
}

static void
on_event (InterviewChatLoader *self, InterviewEvent *event)
{
  InterviewEventKind kind = interview_event_get_kind (event);
  static const InterviewEventKind kinds[INTERVIEW_N_CHAT_SCOPES] = {
    [INTERVIEW_CHAT_SCOPE_ROOM] = INTERVIEW_EVENT_KIND_CHAT_MESSAGE,
    [INTERVIEW_CHAT_SCOPE_PANEL] = INTERVIEW_EVENT_KIND_PANEL_MESSAGE,
    [INTERVIEW_CHAT_SCOPE_HELP] = INTERVIEW_EVENT_KIND_HELP_MESSAGE,
  };

  if (g_strcmp0 (interview_event_get_room_id (event), self->room_id) == 0 &&
      (kind == kinds[self->scope] || kind == INTERVIEW_EVENT_KIND_ROOM_CHANGED))
    interview_chat_loader_load (self);
}

static void
on_channel_state (InterviewChatLoader *self, GParamSpec *pspec, InterviewEventChannel *channel)
{
  if (interview_event_channel_get_state (channel) == INTERVIEW_CHANNEL_STATE_ONLINE)
    interview_chat_loader_load (self);
}

static void
interview_chat_loader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_UNREAD)
    g_value_set_uint (value, INTERVIEW_CHAT_LOADER (object)->unread);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
interview_chat_loader_dispose (GObject *object)
{
  InterviewChatLoader *self = INTERVIEW_CHAT_LOADER (object);

  g_cancellable_cancel (self->cancellable);
  interview_retry_reset (self->retry);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (interview_chat_loader_parent_class)->dispose (object);
}

static void
interview_chat_loader_finalize (GObject *object)
{
  InterviewChatLoader *self = INTERVIEW_CHAT_LOADER (object);

  g_clear_object (&self->spool);
  g_clear_object (&self->own);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->retry);
  g_clear_object (&self->lines);
  g_hash_table_unref (self->known);
  g_free (self->room_id);
  G_OBJECT_CLASS (interview_chat_loader_parent_class)->finalize (object);
}

static void
interview_chat_loader_class_init (InterviewChatLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_chat_loader_get_property;
  object_class->dispose = interview_chat_loader_dispose;
  object_class->finalize = interview_chat_loader_finalize;
  properties[PROP_UNREAD] =
      g_param_spec_uint ("unread", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_chat_loader_init (InterviewChatLoader *self)
{
  self->cancellable = g_cancellable_new ();
  self->retry = interview_retry_new ();
  self->lines = g_list_store_new (INTERVIEW_TYPE_CHAT_LINE);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_signal_connect_object (self->retry, "due", G_CALLBACK (interview_chat_loader_load), self,
                           G_CONNECT_SWAPPED);
}

/**
 * interview_chat_loader_new:
 * @account: who is signed in
 * @room_id: the room
 * @scope: which conversation of it
 *
 * Returns: (transfer full): a loader that has loaded nothing yet, and shows what waits here
 */
InterviewChatLoader *
interview_chat_loader_new (InterviewAccount *account, const char *room_id, InterviewChatScope scope)
{
  InterviewChatLoader *self;
  InterviewPerson *person;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (interview_account_get_session (account) != NULL, NULL);
  g_return_val_if_fail (room_id != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_CHAT_LOADER, NULL);
  person = interview_session_get_person (interview_account_get_session (account));
  self->connection = g_object_ref (interview_account_get_connection (account));
  self->spool = g_object_ref (interview_account_get_spool (account));
  self->own =
      g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id", interview_person_get_id (person),
                    "display-name", interview_person_get_display_name (person), "role",
                    interview_person_get_role (person), NULL);
  self->room_id = g_strdup (room_id);
  self->scope = scope;
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_account_get_channel (account), "notify::state",
                           G_CALLBACK (on_channel_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->spool, "delivered", G_CALLBACK (on_delivered), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->spool, "refused", G_CALLBACK (on_refused), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_spool_get_messages (self->spool), "items-changed",
                           G_CALLBACK (on_spooled), self, G_CONNECT_SWAPPED);
  on_spooled (self);
  return self;
}

/**
 * interview_chat_loader_load:
 *
 * Loads what is new, the first time all there is. Calls while one is under way become one more.
 */
void
interview_chat_loader_load (InterviewChatLoader *self)
{
  g_return_if_fail (INTERVIEW_IS_CHAT_LOADER (self));

  self->load_wanted = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  interview_chat_api_list_async (self->connection, self->room_id, self->scope, self->last_sent_at,
                                 self->cancellable, on_loaded, g_object_ref (self));
}

/**
 * interview_chat_loader_send:
 * @text: what to send: not empty, at most %INTERVIEW_LIMIT_TEXT characters
 *
 * Shows the message, keeps it on disk and sends it; without the server, as soon as it is back.
 */
void
interview_chat_loader_send (InterviewChatLoader *self, const char *text)
{
  g_autofree char *id = interview_id_new ();
  g_autoptr (InterviewChatMessage) message = NULL;

  g_return_if_fail (INTERVIEW_IS_CHAT_LOADER (self));
  g_return_if_fail (text != NULL);

  message = g_object_new (INTERVIEW_TYPE_CHAT_MESSAGE, "id", id, "room-id", self->room_id, "scope",
                          self->scope, "sender", self->own, "text", text, "sent-at",
                          g_get_real_time (), NULL);
  add_waiting (self, message);
  interview_spool_add_async (self->spool, interview_connection_get_endpoint (self->connection),
                             INTERVIEW_RECORD (message), NULL, on_kept,
                             g_object_ref (g_hash_table_lookup (self->known, id)));
}

/**
 * interview_chat_loader_mark_seen:
 *
 * The conversation is before the person's eyes.
 */
void
interview_chat_loader_mark_seen (InterviewChatLoader *self)
{
  g_return_if_fail (INTERVIEW_IS_CHAT_LOADER (self));

  set_unread (self, 0);
}

/**
 * interview_chat_loader_get_lines:
 *
 * Returns: (transfer none): list model of #InterviewChatLine, oldest first
 */
GListModel *
interview_chat_loader_get_lines (InterviewChatLoader *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_LOADER (self), NULL);

  return G_LIST_MODEL (self->lines);
}

/**
 * interview_chat_loader_get_unread:
 *
 * Returns: how many messages of others were not seen
 */
guint
interview_chat_loader_get_unread (InterviewChatLoader *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_LOADER (self), 0);

  return self->unread;
}
