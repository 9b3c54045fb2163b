/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/draft-keeper.h"

#include "client/draft.h"

/*
 * InterviewDraftKeeper keeps what the person who is signed in writes into a text, and puts it there
 * again when they come back. The text is the property `text` of a #GtkTextBuffer or #GtkEditable.
 * What was sent is taken out of it by who sends it, and by that out of the draft. Main thread;
 * belongs to whom the text belongs.
 */
struct _InterviewDraftKeeper
{
  GObject parent_instance;

  InterviewDraft *draft;
  GObject *text;
};

G_DEFINE_FINAL_TYPE (InterviewDraftKeeper, interview_draft_keeper, G_TYPE_OBJECT)

static void
on_changed (InterviewDraftKeeper *self)
{
  g_autofree char *text = NULL;

  g_object_get (self->text, "text", &text, NULL);
  interview_draft_set_text (self->draft, text);
}

/* Who has begun to write meanwhile goes on with that. */
static void
on_loaded (InterviewDraftKeeper *self, const char *text)
{
  g_autofree char *written = NULL;

  g_object_get (self->text, "text", &written, NULL);
  if (*written == '\0')
    g_object_set (self->text, "text", text, NULL);
}

static void
interview_draft_keeper_dispose (GObject *object)
{
  InterviewDraftKeeper *self = INTERVIEW_DRAFT_KEEPER (object);

  if (self->text != NULL)
    g_signal_handlers_disconnect_by_data (self->text, self);
  g_clear_object (&self->text);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (interview_draft_keeper_parent_class)->dispose (object);
}

static void
interview_draft_keeper_class_init (InterviewDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_draft_keeper_dispose;
}

static void
interview_draft_keeper_init (InterviewDraftKeeper *self)
{
}

/**
 * interview_draft_keeper_new:
 * @account: who is signed in
 * @place: what is written, such as "chat"
 * @room_id: (nullable): the room it is about
 * @text: (transfer none): a #GtkTextBuffer or #GtkEditable
 *
 * Returns: (transfer full): keeps the text from now on; what was kept before comes into it soon
 */
InterviewDraftKeeper *
interview_draft_keeper_new (InterviewAccount *account,
                            const char *place,
                            const char *room_id,
                            gpointer text)
{
  InterviewDraftKeeper *self;
  InterviewPerson *person;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (interview_account_get_session (account) != NULL, NULL);
  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (text) || GTK_IS_EDITABLE (text), NULL);

  self = g_object_new (INTERVIEW_TYPE_DRAFT_KEEPER, NULL);
  person = interview_session_get_person (interview_account_get_session (account));
  self->text = g_object_ref (text);
  self->draft = interview_draft_new (interview_account_get_spool (account),
                                     interview_person_get_id (person), place, room_id);
  g_signal_connect_object (self->draft, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "notify::text", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  interview_draft_load (self->draft);
  return self;
}
