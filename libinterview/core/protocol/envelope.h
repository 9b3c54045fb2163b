/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewMessageType:
 *
 * The messages of the event socket. Each has one class of record as its body.
 */
typedef enum
{
  INTERVIEW_MESSAGE_HELLO,
  INTERVIEW_MESSAGE_WELCOME,
  INTERVIEW_MESSAGE_JOIN,
  INTERVIEW_MESSAGE_LEAVE,
  INTERVIEW_MESSAGE_PING,
  INTERVIEW_MESSAGE_PONG,
  INTERVIEW_MESSAGE_RELAYS,
  INTERVIEW_MESSAGE_PRESENCE,
  INTERVIEW_MESSAGE_SIGNAL,
  INTERVIEW_MESSAGE_EVENT,
  INTERVIEW_MESSAGE_ERROR,
} InterviewMessageType;

#define INTERVIEW_TYPE_MESSAGE_TYPE (interview_message_type_get_type ())
GType interview_message_type_get_type (void);

#define INTERVIEW_TYPE_ENVELOPE (interview_envelope_get_type ())
G_DECLARE_FINAL_TYPE (InterviewEnvelope, interview_envelope, INTERVIEW, ENVELOPE, GObject)

InterviewEnvelope *interview_envelope_new (InterviewMessageType type, InterviewRecord *body);
InterviewEnvelope *interview_envelope_parse (const char *text, gssize length, GError **error);
char *interview_envelope_to_text (InterviewEnvelope *self);

InterviewMessageType interview_envelope_get_message_type (InterviewEnvelope *self);
gpointer interview_envelope_get_body (InterviewEnvelope *self);
GType interview_message_type_get_body_type (InterviewMessageType type);

G_END_DECLS
