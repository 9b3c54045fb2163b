/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/disclosure-desk.h"

#include "client/disclosure-api.h"
#include "client/retry.h"
#include "ui/disclosure-dialog.h"

/*
 * InterviewDisclosureDesk is where a side of a room asks the other for what the server does not
 * have, and where its own person is asked. What they told the last time is kept in the profile of
 * the program, so that they only have to agree. Main thread; belongs to the contents of the panels.
 *
 * Signals: `changed`: what is wanted stands otherwise; `failed` (#GError): it could not be asked
 * for.
 */
struct _InterviewDisclosureDesk
{
  GObject parent_instance;

  InterviewConnection *connection;
  char *room_id;
  char *file;       /* where what was told is kept */
  GtkWidget *place; /* weak */
  InterviewDisclosureKind wanted_kind;
  InterviewDisclosureKind own_kind;
  InterviewDisclosure *wanted;
  InterviewDisclosureDialog *dialog;
  gboolean put_to_person;
  GCancellable *cancellable;
  InterviewRetry *retry;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewDisclosureDesk, interview_disclosure_desk, G_TYPE_OBJECT)

static InterviewDisclosedText *
read_former (InterviewDisclosureDesk *self)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (self->file, &text, &length, NULL))
    return NULL;
  return interview_record_from_text (INTERVIEW_TYPE_DISCLOSED_TEXT, text, (gssize) length, NULL);
}

static void
write_former (InterviewDisclosureDesk *self, InterviewDisclosedText *contents)
{
  g_autofree char *text = interview_record_to_text (INTERVIEW_RECORD (contents));
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents_full (self->file, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &error))
    g_warning ("What was shared is not kept for the next time: %s", error->message);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewDisclosureDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewDisclosure) disclosure =
      interview_disclosure_api_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (disclosure == NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  interview_disclosure_desk_load (self);
}

/* An answer that did not arrive is asked for again, with what was written. */
static void
on_answer_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewDisclosureDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewDisclosure) disclosure =
      interview_disclosure_api_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (disclosure == NULL)
    self->put_to_person = FALSE;
  interview_disclosure_desk_load (self);
}

static void
on_answered (InterviewDisclosureDesk *self, InterviewDisclosedText *contents, gboolean keep)
{
  if (contents != NULL)
    write_former (self, contents);
  interview_disclosure_api_answer_async (self->connection, self->room_id, self->own_kind, contents,
                                         keep, self->cancellable, on_answer_sent,
                                         g_object_ref (self));
  g_clear_object (&self->dialog);
}

static void
put_to_person (InterviewDisclosureDesk *self, InterviewDisclosure *disclosure)
{
  GtkRoot *root = self->place != NULL ? gtk_widget_get_root (self->place) : NULL;
  gboolean asked = interview_disclosure_get_state (disclosure) == INTERVIEW_DISCLOSURE_STATE_ASKED;
  g_autoptr (InterviewDisclosedText) former = NULL;

  if (!asked && self->dialog != NULL)
    {
      interview_disclosure_dialog_close (self->dialog);
      g_clear_object (&self->dialog);
    }
  if (!asked || self->put_to_person || !GTK_IS_WINDOW (root))
    return;
  self->put_to_person = TRUE;
  former = read_former (self);
  self->dialog = interview_disclosure_dialog_new (GTK_WINDOW (root), disclosure, former);
  g_signal_connect_object (self->dialog, "answered", G_CALLBACK (on_answered), self,
                           G_CONNECT_SWAPPED);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewDisclosureDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page =
      interview_disclosure_api_list_finish (INTERVIEW_CONNECTION (source), result, &error);
  GPtrArray *items = page != NULL ? interview_page_get_items (page) : NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (page == NULL)
    {
      if (interview_retry_helps (error))
        interview_retry_plan (self->retry);
      return;
    }
  interview_retry_reset (self->retry);
  for (guint i = 0; i < items->len; i++)
    {
      InterviewDisclosure *disclosure = g_ptr_array_index (items, i);

      if (interview_disclosure_get_kind (disclosure) == self->own_kind)
        put_to_person (self, disclosure);
      else if (g_set_object (&self->wanted, disclosure))
        g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
}

static void
on_event (InterviewDisclosureDesk *self, InterviewEvent *event)
{
  if (interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_DISCLOSURE_CHANGED &&
      g_strcmp0 (interview_event_get_room_id (event), self->room_id) == 0)
    interview_disclosure_desk_load (self);
}

static void
on_channel_state (InterviewDisclosureDesk *self, GParamSpec *pspec, InterviewEventChannel *channel)
{
  if (interview_event_channel_get_state (channel) == INTERVIEW_CHANNEL_STATE_ONLINE)
    interview_retry_hurry (self->retry);
}

static void
interview_disclosure_desk_dispose (GObject *object)
{
  InterviewDisclosureDesk *self = INTERVIEW_DISCLOSURE_DESK (object);

  g_cancellable_cancel (self->cancellable);
  interview_retry_reset (self->retry);
  g_clear_object (&self->dialog);
  g_clear_object (&self->connection);
  g_clear_weak_pointer (&self->place);
  G_OBJECT_CLASS (interview_disclosure_desk_parent_class)->dispose (object);
}

static void
interview_disclosure_desk_finalize (GObject *object)
{
  InterviewDisclosureDesk *self = INTERVIEW_DISCLOSURE_DESK (object);

  g_clear_object (&self->wanted);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->retry);
  g_free (self->room_id);
  g_free (self->file);
  G_OBJECT_CLASS (interview_disclosure_desk_parent_class)->finalize (object);
}

static void
interview_disclosure_desk_class_init (InterviewDisclosureDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_disclosure_desk_dispose;
  object_class->finalize = interview_disclosure_desk_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", INTERVIEW_TYPE_DISCLOSURE_DESK,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] =
      g_signal_new ("failed", INTERVIEW_TYPE_DISCLOSURE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_disclosure_desk_init (InterviewDisclosureDesk *self)
{
  self->cancellable = g_cancellable_new ();
  self->retry = interview_retry_new ();
  g_signal_connect_object (self->retry, "due", G_CALLBACK (interview_disclosure_desk_load), self,
                           G_CONNECT_SWAPPED);
}

/**
 * interview_disclosure_desk_new:
 * @account: who is signed in; decides who asks for what
 * @room_id: the room
 * @place: a widget in the window in which its person is asked
 *
 * Returns: (transfer full): a desk that has loaded nothing yet
 */
InterviewDisclosureDesk *
interview_disclosure_desk_new (InterviewAccount *account, const char *room_id, GtkWidget *place)
{
  InterviewDisclosureDesk *self;
  InterviewPerson *person;
  gboolean candidate;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (interview_account_get_session (account) != NULL, NULL);
  g_return_val_if_fail (room_id != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_DISCLOSURE_DESK, NULL);
  person = interview_session_get_person (interview_account_get_session (account));
  candidate = interview_person_get_role (person) == INTERVIEW_ROLE_CANDIDATE;
  self->connection = g_object_ref (interview_account_get_connection (account));
  self->room_id = g_strdup (room_id);
  g_set_weak_pointer (&self->place, place);
  self->own_kind = candidate ? INTERVIEW_DISCLOSURE_KIND_RESUME : INTERVIEW_DISCLOSURE_KIND_COMPANY;
  self->wanted_kind =
      candidate ? INTERVIEW_DISCLOSURE_KIND_COMPANY : INTERVIEW_DISCLOSURE_KIND_RESUME;
  self->file = g_build_filename (interview_profile_get_data_directory (
                                     interview_account_get_profile (account)),
                                 candidate ? "shared-resume.json" : "shared-profile.json", NULL);
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_account_get_channel (account), "notify::state",
                           G_CALLBACK (on_channel_state), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * interview_disclosure_desk_load:
 *
 * Loads how everything stands; its person is asked if the other side wants something.
 */
void
interview_disclosure_desk_load (InterviewDisclosureDesk *self)
{
  g_return_if_fail (INTERVIEW_IS_DISCLOSURE_DESK (self));

  interview_disclosure_api_list_async (self->connection, self->room_id, self->cancellable,
                                       on_loaded, g_object_ref (self));
}

/**
 * interview_disclosure_desk_ask:
 *
 * Asks the other side for what this one wants.
 */
void
interview_disclosure_desk_ask (InterviewDisclosureDesk *self)
{
  g_return_if_fail (INTERVIEW_IS_DISCLOSURE_DESK (self));

  interview_disclosure_api_ask_async (self->connection, self->room_id, self->wanted_kind,
                                      self->cancellable, on_done, g_object_ref (self));
}

/**
 * interview_disclosure_desk_get_wanted:
 *
 * Returns: (nullable) (transfer none): how it stands with what this side wants; %NULL if it has not
 *   asked
 */
InterviewDisclosure *
interview_disclosure_desk_get_wanted (InterviewDisclosureDesk *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSURE_DESK (self), NULL);

  return self->wanted;
}
