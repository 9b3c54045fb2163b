/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/chat-line.h"

/*
 * InterviewChatLine is one message as a chat shows it. Signal `changed`: it is sent, or will never
 * be. Main thread; in the list model of who shows it.
 */
struct _InterviewChatLine
{
  GObject parent_instance;

  char *id;
  char *sender;
  char *text;
  char *time;
  gboolean own;
  InterviewChatLineState state;
  char *problem;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewChatLine, interview_chat_line, G_TYPE_OBJECT)

static void
interview_chat_line_finalize (GObject *object)
{
  InterviewChatLine *self = INTERVIEW_CHAT_LINE (object);

  g_free (self->id);
  g_free (self->sender);
  g_free (self->text);
  g_free (self->time);
  g_free (self->problem);

  G_OBJECT_CLASS (interview_chat_line_parent_class)->finalize (object);
}

static void
interview_chat_line_class_init (InterviewChatLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_chat_line_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", INTERVIEW_TYPE_CHAT_LINE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
interview_chat_line_init (InterviewChatLine *self)
{
}

/**
 * interview_chat_line_new:
 * @id: identifier of the message
 * @sender: name of who wrote it
 * @own: whether that is the reader
 * @text: plain text
 * @time: when, as people read it
 *
 * Returns: (transfer full): a line that is sent
 */
InterviewChatLine *
interview_chat_line_new (const char *id,
                         const char *sender,
                         gboolean own,
                         const char *text,
                         const char *time)
{
  InterviewChatLine *self = g_object_new (INTERVIEW_TYPE_CHAT_LINE, NULL);

  self->id = g_strdup (id);
  self->sender = g_strdup (sender);
  self->own = own;
  self->text = g_strdup (text);
  self->time = g_strdup (time);
  return self;
}

/**
 * interview_chat_line_get_id:
 *
 * Returns: (transfer none): identifier of the message
 */
const char *
interview_chat_line_get_id (InterviewChatLine *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_LINE (self), NULL);

  return self->id;
}

/**
 * interview_chat_line_get_sender:
 *
 * Returns: (transfer none): name of who wrote it
 */
const char *
interview_chat_line_get_sender (InterviewChatLine *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_LINE (self), NULL);

  return self->sender;
}

/**
 * interview_chat_line_get_own:
 *
 * Returns: whether the reader wrote it
 */
gboolean
interview_chat_line_get_own (InterviewChatLine *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_LINE (self), FALSE);

  return self->own;
}

/**
 * interview_chat_line_get_text:
 *
 * Returns: (transfer none): plain text
 */
const char *
interview_chat_line_get_text (InterviewChatLine *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_LINE (self), NULL);

  return self->text;
}

/**
 * interview_chat_line_get_time:
 *
 * Returns: (transfer none): when it was written, as people read it
 */
const char *
interview_chat_line_get_time (InterviewChatLine *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_LINE (self), NULL);

  return self->time;
}

/**
 * interview_chat_line_get_state:
 *
 * Returns: how far it is
 */
InterviewChatLineState
interview_chat_line_get_state (InterviewChatLine *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_LINE (self), INTERVIEW_CHAT_LINE_SENT);

  return self->state;
}

/**
 * interview_chat_line_get_problem:
 *
 * Returns: (nullable) (transfer none): why it will never be sent, for people
 */
const char *
interview_chat_line_get_problem (InterviewChatLine *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_LINE (self), NULL);

  return self->problem;
}

/**
 * interview_chat_line_set_state:
 * @state: how far it is
 * @problem: (nullable): why it will never be sent, for people
 */
void
interview_chat_line_set_state (InterviewChatLine *self,
                               InterviewChatLineState state,
                               const char *problem)
{
  g_return_if_fail (INTERVIEW_IS_CHAT_LINE (self));

  if (self->state == state && g_strcmp0 (self->problem, problem) == 0)
    return;
  self->state = state;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
