/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "core/protocol/envelope.h"

G_BEGIN_DECLS

/**
 * InterviewLetter:
 *
 * What lies in a mailbox: a message, or a request to close the socket.
 *
 * @text: (nullable): the message as JSON, or %NULL for a request to close
 * @sequence: of an event its number, otherwise 0
 * @close_code: of a request to close the WebSocket code
 */
typedef struct
{
  GBytes *text;
  gint64 sequence;
  gushort close_code;
} InterviewLetter;

void interview_letter_free (InterviewLetter *letter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewLetter, interview_letter_free)

typedef void (*InterviewMailboxFunc) (gpointer user_data);

#define INTERVIEW_TYPE_MAILBOX (interview_mailbox_get_type ())
G_DECLARE_FINAL_TYPE (InterviewMailbox, interview_mailbox, INTERVIEW, MAILBOX, GObject)

InterviewMailbox *interview_mailbox_new (GMainContext *context,
                                         guint max_letters,
                                         gsize max_bytes,
                                         InterviewMailboxFunc arrived,
                                         gpointer user_data);
void interview_mailbox_close (InterviewMailbox *self);
void interview_mailbox_put (InterviewMailbox *self, GBytes *text, gint64 sequence);
void interview_mailbox_put_close (InterviewMailbox *self, gushort code);
InterviewLetter *interview_mailbox_take (InterviewMailbox *self);
gboolean interview_mailbox_get_overflowed (InterviewMailbox *self);

GBytes *interview_envelope_to_bytes (InterviewMessageType type, InterviewRecord *body);

G_END_DECLS
