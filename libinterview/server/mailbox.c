/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/mailbox.h"

#include <string.h>

#include "core/source.h"

/*
 * InterviewMailbox is how anything in the server reaches an event socket: letters are put in from
 * any thread, and the socket takes them out on the context of its shard. It holds a bounded number
 * of them; a program that does not read for so long is cut off and comes back with the number of
 * the last event that it saw.
 *
 * Owned by its socket, which closes it when it goes; the hub holds references.
 */
struct _InterviewMailbox
{
  GObject parent_instance;

  GMutex mutex;
  GMainContext *context;
  GSource *source; /* of an announced arrival that was not delivered yet */
  InterviewMailboxFunc arrived;
  gpointer user_data;
  GQueue letters;
  gsize bytes;
  guint max_letters;
  gsize max_bytes;
  gboolean overflowed;
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (InterviewMailbox, interview_mailbox, G_TYPE_OBJECT)

/**
 * interview_letter_free:
 * @letter: (transfer full): a letter
 */
void
interview_letter_free (InterviewLetter *letter)
{
  g_clear_pointer (&letter->text, g_bytes_unref);
  g_free (letter);
}

static void
interview_mailbox_finalize (GObject *object)
{
  InterviewMailbox *self = INTERVIEW_MAILBOX (object);

  g_clear_pointer (&self->source, g_source_unref);
  g_queue_clear_full (&self->letters, (GDestroyNotify) interview_letter_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_mailbox_parent_class)->finalize (object);
}

static void
interview_mailbox_class_init (InterviewMailboxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_mailbox_finalize;
}

static void
interview_mailbox_init (InterviewMailbox *self)
{
  g_mutex_init (&self->mutex);
  g_queue_init (&self->letters);
}

/**
 * interview_mailbox_new:
 * @context: where @arrived is called
 * @max_letters: how many letters may wait
 * @max_bytes: how many bytes they may have
 * @arrived: called after letters were put in; takes them with interview_mailbox_take()
 * @user_data: for @arrived; has to live until interview_mailbox_close()
 *
 * Returns: (transfer full): a new mailbox
 */
InterviewMailbox *
interview_mailbox_new (GMainContext *context,
                       guint max_letters,
                       gsize max_bytes,
                       InterviewMailboxFunc arrived,
                       gpointer user_data)
{
  InterviewMailbox *self = g_object_new (INTERVIEW_TYPE_MAILBOX, NULL);

  self->context = g_main_context_ref (context);
  self->max_letters = max_letters;
  self->max_bytes = max_bytes;
  self->arrived = arrived;
  self->user_data = user_data;
  return self;
}

/**
 * interview_mailbox_close:
 *
 * Ends the deliveries. Called on the mailbox's own context; what is put in later is dropped.
 */
void
interview_mailbox_close (InterviewMailbox *self)
{
  GSource *source;

  g_return_if_fail (INTERVIEW_IS_MAILBOX (self));

  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  source = g_steal_pointer (&self->source);
  g_queue_clear_full (&self->letters, (GDestroyNotify) interview_letter_free);
  self->bytes = 0;
  g_mutex_unlock (&self->mutex);

  interview_source_clear (&source);
}

static gboolean
on_arrived (gpointer user_data)
{
  InterviewMailbox *self = user_data;
  gboolean closed;

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->source, g_source_unref);
  closed = self->closed;
  g_mutex_unlock (&self->mutex);

  if (!closed)
    self->arrived (self->user_data);
  return G_SOURCE_REMOVE;
}

/* Called with the mutex held. */
static void
announce (InterviewMailbox *self)
{
  if (self->source != NULL)
    return;
  self->source = g_idle_source_new ();
  g_source_set_priority (self->source, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->source, on_arrived, g_object_ref (self), g_object_unref);
  g_source_set_static_name (self->source, "mailbox");
  g_source_attach (self->source, self->context);
}

static void
put (InterviewMailbox *self, GBytes *text, gint64 sequence, gushort close_code)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gsize size = text != NULL ? g_bytes_get_size (text) : 0;
  InterviewLetter *letter;

  if (self->closed || self->overflowed)
    return;
  if (self->letters.length >= self->max_letters || self->bytes + size > self->max_bytes)
    self->overflowed = TRUE;
  else
    {
      letter = g_new0 (InterviewLetter, 1);
      letter->text = text != NULL ? g_bytes_ref (text) : NULL;
      letter->sequence = sequence;
      letter->close_code = close_code;
      g_queue_push_tail (&self->letters, letter);
      self->bytes += size;
    }
  announce (self);
}

/**
 * interview_mailbox_put:
 * @text: (transfer none): a message as JSON
 * @sequence: of an event its number, otherwise 0
 *
 * From any thread. A letter that does not fit is dropped and the mailbox is overflowed from then.
 */
void
interview_mailbox_put (InterviewMailbox *self, GBytes *text, gint64 sequence)
{
  g_return_if_fail (INTERVIEW_IS_MAILBOX (self));

  put (self, text, sequence, 0);
}

/**
 * interview_mailbox_put_close:
 * @code: a close code of the WebSocket protocol
 *
 * From any thread: asks the socket to close after the letters that are already there.
 */
void
interview_mailbox_put_close (InterviewMailbox *self, gushort code)
{
  g_return_if_fail (INTERVIEW_IS_MAILBOX (self));

  put (self, NULL, 0, code);
}

/**
 * interview_mailbox_take:
 *
 * Returns: (transfer full) (nullable): the oldest letter
 */
InterviewLetter *
interview_mailbox_take (InterviewMailbox *self)
{
  g_autoptr (GMutexLocker) locker = NULL;
  InterviewLetter *letter;

  g_return_val_if_fail (INTERVIEW_IS_MAILBOX (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  letter = g_queue_pop_head (&self->letters);
  if (letter != NULL && letter->text != NULL)
    self->bytes -= g_bytes_get_size (letter->text);
  return letter;
}

/**
 * interview_mailbox_get_overflowed:
 *
 * Returns: whether a letter was lost
 */
gboolean
interview_mailbox_get_overflowed (InterviewMailbox *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (INTERVIEW_IS_MAILBOX (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  return self->overflowed;
}

/**
 * interview_envelope_to_bytes:
 * @type: a type of message
 * @body: (transfer none): its body
 *
 * Returns: (transfer full): the message as JSON, to be put into any number of mailboxes
 */
GBytes *
interview_envelope_to_bytes (InterviewMessageType type, InterviewRecord *body)
{
  g_autoptr (InterviewEnvelope) envelope = interview_envelope_new (type, body);
  char *text = interview_envelope_to_text (envelope);

  return g_bytes_new_take (text, strlen (text));
}
