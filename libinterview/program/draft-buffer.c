/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/draft-buffer.h"

#include "client/draft.h"

/*
 * InterviewDraftBuffer keeps what the person who is signed in writes into a text, and puts it there
 * again when they come back. What was sent is taken out of the text by who sends it, and by that
 * out of the draft. Main thread; belongs to whom the text belongs.
 */
struct _InterviewDraftBuffer
{
  GObject parent_instance;

  InterviewDraft *draft;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (InterviewDraftBuffer, interview_draft_buffer, G_TYPE_OBJECT)

static void
on_changed (InterviewDraftBuffer *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  interview_draft_set_text (self->draft, text);
}

/* Who has begun to write meanwhile goes on with that. */
static void
on_loaded (InterviewDraftBuffer *self, const char *text)
{
  if (gtk_text_buffer_get_char_count (self->buffer) == 0)
    gtk_text_buffer_set_text (self->buffer, text, -1);
}

static void
interview_draft_buffer_dispose (GObject *object)
{
  InterviewDraftBuffer *self = INTERVIEW_DRAFT_BUFFER (object);

  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->buffer);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (interview_draft_buffer_parent_class)->dispose (object);
}

static void
interview_draft_buffer_class_init (InterviewDraftBufferClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_draft_buffer_dispose;
}

static void
interview_draft_buffer_init (InterviewDraftBuffer *self)
{
}

/**
 * interview_draft_buffer_new:
 * @account: who is signed in
 * @place: what is written, such as "chat"
 * @room_id: (nullable): the room it is about
 * @buffer: the text
 *
 * Returns: (transfer full): keeps the text from now on; what was kept before comes into it soon
 */
InterviewDraftBuffer *
interview_draft_buffer_new (InterviewAccount *account,
                            const char *place,
                            const char *room_id,
                            GtkTextBuffer *buffer)
{
  InterviewDraftBuffer *self;
  InterviewPerson *person;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (interview_account_get_session (account) != NULL, NULL);
  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  self = g_object_new (INTERVIEW_TYPE_DRAFT_BUFFER, NULL);
  person = interview_session_get_person (interview_account_get_session (account));
  self->buffer = g_object_ref (buffer);
  self->draft = interview_draft_new (interview_account_get_spool (account),
                                     interview_person_get_id (person), place, room_id);
  g_signal_connect_object (self->draft, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  interview_draft_load (self->draft);
  return self;
}
