/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/question-loader.h"

#include "client/page.h"
#include "client/question-api.h"
#include "core/id.h"
#include "core/model/own-question.h"
#include "client/retry.h"

/*
 * InterviewQuestionLoader holds the recommended questions of a room and sends the ticks. A tick
 * shows at once and is sent until the server has it; the last one for a question counts. A question
 * in the person's own words goes into the spool and stands on top, until the server says which
 * question it is. The order is the one of the first answer: rows do not move under a finger. Main
 * thread; belongs to who shows them.
 *
 * Signal `refused` (text, #GError): a question of the person's own cannot be kept or will never be
 * taken.
 */
struct _InterviewQuestionLoader
{
  GObject parent_instance;

  InterviewConnection *connection;
  InterviewSpool *spool;
  char *person_id;
  InterviewQuestionSide side;
  char *room_id;
  GCancellable *cancellable;
  InterviewRetry *retry;
  GListStore *questions;
  GHashTable *ticks;   /* question id -> asked, what the server does not have yet */
  GHashTable *typed;   /* ids of one's own questions that the server does not have yet */
  GHashTable *settled; /* and of those that it has, but has not named yet */
  gboolean loaded;
  gboolean loading;
  gboolean load_wanted;
  gboolean sending;
};

enum
{
  PROP_0,
  PROP_LOADED,
  N_PROPS,
};

enum
{
  SIGNAL_REFUSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewQuestionLoader, interview_question_loader, G_TYPE_OBJECT)

static void send_next (InterviewQuestionLoader *self);

static gboolean
find (InterviewQuestionLoader *self, const char *question_id, guint *position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->questions));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (InterviewQuestion) question =
          g_list_model_get_item (G_LIST_MODEL (self->questions), i);

      if (g_str_equal (interview_question_get_id (question), question_id))
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Shows a question as the server has it, with a tick of ours that is still on its way. */
static void
show_question (InterviewQuestionLoader *self, InterviewQuestion *question)
{
  const char *id = interview_question_get_id (question);
  g_autoptr (InterviewQuestion) shown = g_object_ref (question);
  g_autoptr (InterviewQuestion) before = NULL;
  gpointer asked = NULL;
  guint position = 0;

  if (g_hash_table_lookup_extended (self->ticks, id, NULL, &asked) &&
      interview_question_get_asked (question) != GPOINTER_TO_INT (asked))
    {
      g_object_unref (shown);
      shown = interview_record_copy (INTERVIEW_RECORD (question));
      g_object_set (shown, "asked", GPOINTER_TO_INT (asked), NULL);
    }
  if (!find (self, id, &position))
    {
      g_list_store_append (self->questions, shown);
      return;
    }
  before = g_list_model_get_item (G_LIST_MODEL (self->questions), position);
  if (interview_question_get_asked (before) != interview_question_get_asked (shown) ||
      interview_question_get_asked_count (before) != interview_question_get_asked_count (shown) ||
      g_strcmp0 (interview_question_get_text (before), interview_question_get_text (shown)) != 0)
    g_list_store_splice (self->questions, position, 1, (gpointer *) &shown, 1);
}

/* What somebody typed stays where it is if it became a question, and goes if it was one before. */
static void
settle_typed (InterviewQuestionLoader *self, GPtrArray *items)
{
  GHashTableIter iter;
  gpointer id;
  guint position = 0;

  for (guint i = 0; i < items->len; i++)
    g_hash_table_remove (self->settled, interview_question_get_id (items->pdata[i]));
  g_hash_table_iter_init (&iter, self->settled);
  while (!self->load_wanted && g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (find (self, id, &position))
        g_list_store_remove (self->questions, position);
      g_hash_table_iter_remove (&iter);
    }
}

static void
show_all (InterviewQuestionLoader *self, GPtrArray *items)
{
  if (items->len == 0 && g_hash_table_size (self->typed) == 0)
    g_list_store_remove_all (self->questions);
  for (guint i = 0; i < items->len; i++)
    show_question (self, g_ptr_array_index (items, i));
  settle_typed (self, items);
  if (!self->loaded)
    {
      self->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
    }
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewQuestionLoader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page =
      interview_question_api_list_finish (INTERVIEW_CONNECTION (source), result, &error);

  self->loading = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (page != NULL)
    {
      interview_retry_reset (self->retry);
      show_all (self, interview_page_get_items (page));
      if (self->load_wanted)
        interview_question_loader_load (self);
    }
  else if (interview_retry_helps (error))
    {
      self->load_wanted = TRUE;
      interview_retry_plan (self->retry);
    }
  else
    g_warning ("The questions cannot be loaded: %s", error->message);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewQuestionLoader *self = g_task_get_source_object (task);
  const char *question_id = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewQuestion) question =
      interview_question_api_set_asked_finish (INTERVIEW_CONNECTION (source), result, &error);
  gpointer wanted = NULL;

  self->sending = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (question == NULL && interview_retry_helps (error))
    {
      interview_retry_plan (self->retry);
      return;
    }
  interview_retry_reset (self->retry);
  if (question == NULL)
    {
      /* Refused for good: what the server has is shown again. */
      g_warning ("A tick was refused: %s", error->message);
      g_hash_table_remove (self->ticks, question_id);
      interview_question_loader_load (self);
    }
  else
    {
      /* Unless it was changed again while it was on its way. */
      if (g_hash_table_lookup_extended (self->ticks, question_id, NULL, &wanted) &&
          GPOINTER_TO_INT (wanted) == interview_question_get_asked (question))
        g_hash_table_remove (self->ticks, question_id);
      show_question (self, question);
    }
  send_next (self);
}

/* One at a time, so that two ticks of the same question arrive in their order. */
static void
send_next (InterviewQuestionLoader *self)
{
  GHashTableIter iter;
  gpointer question_id, asked;
  GTask *task;

  g_hash_table_iter_init (&iter, self->ticks);
  if (self->sending || !g_hash_table_iter_next (&iter, &question_id, &asked))
    return;
  self->sending = TRUE;
  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, send_next);
  g_task_set_task_data (task, g_strdup (question_id), g_free);
  interview_question_api_set_asked_async (self->connection, self->room_id, question_id,
                                          GPOINTER_TO_INT (asked), self->cancellable, on_sent,
                                          task);
}

static void
on_due (InterviewQuestionLoader *self)
{
  if (self->load_wanted)
    interview_question_loader_load (self);
  send_next (self);
}

/* Takes one's own words off the list; returns what they were. */
static char *
forget_typed (InterviewQuestionLoader *self, const char *id)
{
  g_autoptr (InterviewQuestion) question = NULL;
  guint position = 0;

  if (!g_hash_table_remove (self->typed, id) || !find (self, id, &position))
    return NULL;
  question = g_list_model_get_item (G_LIST_MODEL (self->questions), position);
  g_list_store_remove (self->questions, position);
  return g_strdup (interview_question_get_text (question));
}

static void
on_delivered (InterviewQuestionLoader *self, const char *id)
{
  if (!g_hash_table_remove (self->typed, id))
    return;
  g_hash_table_add (self->settled, g_strdup (id));
  interview_question_loader_load (self);
}

static void
on_refused (InterviewQuestionLoader *self, const char *id, const GError *error)
{
  g_autofree char *text = forget_typed (self, id);

  if (text != NULL)
    g_signal_emit (self, signals[SIGNAL_REFUSED], 0, text, error);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!interview_spool_add_finish (INTERVIEW_SPOOL (source), result, &error))
    on_refused (g_task_get_source_object (task), g_task_get_task_data (task), error);
}

static void
on_event (InterviewQuestionLoader *self, InterviewEvent *event)
{
  InterviewEventKind kind = interview_event_get_kind (event);

  if (g_strcmp0 (interview_event_get_room_id (event), self->room_id) == 0 &&
      (kind == INTERVIEW_EVENT_KIND_QUESTION_ASKED || interview_event_changes_room (event, NULL)))
    interview_question_loader_load (self);
}

static void
on_channel_state (InterviewQuestionLoader *self, GParamSpec *pspec, InterviewEventChannel *channel)
{
  if (interview_event_channel_get_state (channel) == INTERVIEW_CHANNEL_STATE_ONLINE)
    interview_retry_hurry (self->retry);
}

static void
interview_question_loader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADED)
    g_value_set_boolean (value, INTERVIEW_QUESTION_LOADER (object)->loaded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
interview_question_loader_dispose (GObject *object)
{
  InterviewQuestionLoader *self = INTERVIEW_QUESTION_LOADER (object);

  g_cancellable_cancel (self->cancellable);
  interview_retry_reset (self->retry);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (interview_question_loader_parent_class)->dispose (object);
}

static void
interview_question_loader_finalize (GObject *object)
{
  InterviewQuestionLoader *self = INTERVIEW_QUESTION_LOADER (object);

  g_clear_object (&self->spool);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->retry);
  g_clear_object (&self->questions);
  g_hash_table_unref (self->ticks);
  g_hash_table_unref (self->typed);
  g_hash_table_unref (self->settled);
  g_free (self->person_id);
  g_free (self->room_id);
  G_OBJECT_CLASS (interview_question_loader_parent_class)->finalize (object);
}

static void
interview_question_loader_class_init (InterviewQuestionLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_question_loader_get_property;
  object_class->dispose = interview_question_loader_dispose;
  object_class->finalize = interview_question_loader_finalize;
  properties[PROP_LOADED] =
      g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_REFUSED] =
      g_signal_new ("refused", INTERVIEW_TYPE_QUESTION_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
interview_question_loader_init (InterviewQuestionLoader *self)
{
  self->cancellable = g_cancellable_new ();
  self->retry = interview_retry_new ();
  self->questions = g_list_store_new (INTERVIEW_TYPE_QUESTION);
  self->ticks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_object (self->retry, "due", G_CALLBACK (on_due), self, G_CONNECT_SWAPPED);
}

/**
 * interview_question_loader_new:
 * @account: who is signed in; the questions are those for their side
 * @room_id: the room
 *
 * Returns: (transfer full): a loader that has loaded nothing yet
 */
InterviewQuestionLoader *
interview_question_loader_new (InterviewAccount *account, const char *room_id)
{
  InterviewQuestionLoader *self;
  InterviewPerson *person;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (interview_account_get_session (account) != NULL, NULL);
  g_return_val_if_fail (room_id != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_QUESTION_LOADER, NULL);
  person = interview_session_get_person (interview_account_get_session (account));
  self->connection = g_object_ref (interview_account_get_connection (account));
  self->spool = g_object_ref (interview_account_get_spool (account));
  self->person_id = g_strdup (interview_person_get_id (person));
  self->side = interview_person_get_role (person) == INTERVIEW_ROLE_CANDIDATE
                   ? INTERVIEW_QUESTION_SIDE_CANDIDATE
                   : INTERVIEW_QUESTION_SIDE_RECRUITER;
  g_signal_connect_object (self->spool, "delivered", G_CALLBACK (on_delivered), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->spool, "refused", G_CALLBACK (on_refused), self,
                           G_CONNECT_SWAPPED);
  self->room_id = g_strdup (room_id);
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_account_get_channel (account), "notify::state",
                           G_CALLBACK (on_channel_state), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * interview_question_loader_load:
 *
 * Loads the questions, the first time or again. Calls while one is under way become one more.
 */
void
interview_question_loader_load (InterviewQuestionLoader *self)
{
  g_return_if_fail (INTERVIEW_IS_QUESTION_LOADER (self));

  self->load_wanted = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  interview_question_api_list_async (self->connection, self->room_id, self->cancellable, on_loaded,
                                     g_object_ref (self));
}

/**
 * interview_question_loader_get_questions:
 *
 * Returns: (transfer none): the questions, #InterviewQuestion, best first
 */
GListModel *
interview_question_loader_get_questions (InterviewQuestionLoader *self)
{
  g_return_val_if_fail (INTERVIEW_IS_QUESTION_LOADER (self), NULL);

  return G_LIST_MODEL (self->questions);
}

/**
 * interview_question_loader_get_loaded:
 *
 * Returns: whether the questions have come once
 */
gboolean
interview_question_loader_get_loaded (InterviewQuestionLoader *self)
{
  g_return_val_if_fail (INTERVIEW_IS_QUESTION_LOADER (self), FALSE);

  return self->loaded;
}

/**
 * interview_question_loader_tick:
 * @question_id: a question of the list
 * @asked: whether it was asked in this room
 *
 * Shows the tick and sends it; without the server, as soon as it is back.
 */
void
interview_question_loader_tick (InterviewQuestionLoader *self,
                                const char *question_id,
                                gboolean asked)
{
  g_autoptr (InterviewQuestion) question = NULL;
  guint position = 0;

  g_return_if_fail (INTERVIEW_IS_QUESTION_LOADER (self));
  g_return_if_fail (question_id != NULL);

  if (!find (self, question_id, &position))
    return;
  question = g_list_model_get_item (G_LIST_MODEL (self->questions), position);
  if (g_hash_table_contains (self->typed, question_id))
    {
      /* Noted as asked, and not there to be ticked otherwise before the server knows it. */
      g_list_store_splice (self->questions, position, 1, (gpointer *) &question, 1);
      return;
    }
  if (interview_question_get_asked (question) == asked &&
      !g_hash_table_contains (self->ticks, question_id))
    return;
  g_hash_table_insert (self->ticks, g_strdup (question_id), GINT_TO_POINTER (asked));
  show_question (self, question);
  if (!interview_retry_is_planned (self->retry))
    send_next (self);
}

/**
 * interview_question_loader_type:
 * @text: what the person asked: not empty, at most %INTERVIEW_LIMIT_QUESTION characters
 *
 * Shows the question, keeps it on disk and sends it; without the server, as soon as it is back.
 */
void
interview_question_loader_type (InterviewQuestionLoader *self, const char *text)
{
  g_autofree char *id = interview_id_new ();
  g_autoptr (InterviewQuestion) shown = NULL;
  g_autoptr (InterviewOwnQuestion) own = NULL;
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_QUESTION_LOADER (self));
  g_return_if_fail (text != NULL);

  shown = g_object_new (INTERVIEW_TYPE_QUESTION, "id", id, "side", self->side, "text", text,
                        "asked-count", (gint64) 1, "asked", TRUE, "origin",
                        INTERVIEW_QUESTION_ORIGIN_TYPED, NULL);
  own = g_object_new (INTERVIEW_TYPE_OWN_QUESTION, "id", id, "room-id", self->room_id, "person-id",
                      self->person_id, "text", text, "asked-at", g_get_real_time (), NULL);
  g_hash_table_add (self->typed, g_strdup (id));
  g_list_store_insert (self->questions, 0, shown);
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, interview_question_loader_type);
  g_task_set_task_data (task, g_strdup (id), g_free);
  interview_spool_add_async (self->spool, interview_connection_get_endpoint (self->connection),
                             INTERVIEW_RECORD (own), NULL, on_kept, task);
}
