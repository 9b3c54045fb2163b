/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/envelope.h"

#include "core/error.h"
#include "core/protocol/event.h"
#include "core/protocol/hello.h"
#include "core/protocol/json-text.h"
#include "core/protocol/limits.h"
#include "core/protocol/ping.h"
#include "core/protocol/presence.h"
#include "core/protocol/problem.h"
#include "core/protocol/relays.h"
#include "core/protocol/room-reference.h"
#include "core/protocol/signal.h"
#include "core/protocol/welcome.h"

/*
 * InterviewEnvelope is one message of the event socket: {"type": "join", "body": {...}}.
 * Immutable; may be read from any thread.
 */
struct _InterviewEnvelope
{
  GObject parent_instance;

  InterviewMessageType type;
  InterviewRecord *body;
};

G_DEFINE_ENUM_TYPE (InterviewMessageType,
                    interview_message_type,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_MESSAGE_HELLO, "hello"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_MESSAGE_WELCOME, "welcome"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_MESSAGE_JOIN, "join"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_MESSAGE_LEAVE, "leave"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_MESSAGE_PING, "ping"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_MESSAGE_PONG, "pong"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_MESSAGE_RELAYS, "relays"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_MESSAGE_PRESENCE, "presence"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_MESSAGE_SIGNAL, "signal"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_MESSAGE_EVENT, "event"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_MESSAGE_ERROR, "error"))

G_DEFINE_FINAL_TYPE (InterviewEnvelope, interview_envelope, G_TYPE_OBJECT)

static GType (*const body_types[]) (void) = {
  [INTERVIEW_MESSAGE_HELLO] = interview_hello_get_type,
  [INTERVIEW_MESSAGE_WELCOME] = interview_welcome_get_type,
  [INTERVIEW_MESSAGE_JOIN] = interview_room_reference_get_type,
  [INTERVIEW_MESSAGE_LEAVE] = interview_room_reference_get_type,
  [INTERVIEW_MESSAGE_PING] = interview_ping_get_type,
  [INTERVIEW_MESSAGE_PONG] = interview_ping_get_type,
  [INTERVIEW_MESSAGE_RELAYS] = interview_relays_get_type,
  [INTERVIEW_MESSAGE_PRESENCE] = interview_presence_get_type,
  [INTERVIEW_MESSAGE_SIGNAL] = interview_signal_get_type,
  [INTERVIEW_MESSAGE_EVENT] = interview_event_get_type,
  [INTERVIEW_MESSAGE_ERROR] = interview_problem_get_type,
};

static void
interview_envelope_finalize (GObject *object)
{
  InterviewEnvelope *self = INTERVIEW_ENVELOPE (object);

  g_clear_object (&self->body);

  G_OBJECT_CLASS (interview_envelope_parent_class)->finalize (object);
}

static void
interview_envelope_class_init (InterviewEnvelopeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_envelope_finalize;
}

static void
interview_envelope_init (InterviewEnvelope *self)
{
}

/**
 * interview_message_type_get_body_type:
 * @type: a type of message
 *
 * Returns: the class of its body
 */
GType
interview_message_type_get_body_type (InterviewMessageType type)
{
  g_return_val_if_fail ((guint) type < G_N_ELEMENTS (body_types), G_TYPE_INVALID);

  return body_types[type]();
}

/**
 * interview_envelope_new:
 * @type: a type of message
 * @body: (transfer none): a record of the class that belongs to the type
 *
 * Returns: (transfer full): a new message
 */
InterviewEnvelope *
interview_envelope_new (InterviewMessageType type, InterviewRecord *body)
{
  InterviewEnvelope *self;

  g_return_val_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (body,
                                                    interview_message_type_get_body_type (type)),
                        NULL);

  self = g_object_new (INTERVIEW_TYPE_ENVELOPE, NULL);
  self->type = type;
  self->body = g_object_ref (body);
  return self;
}

/**
 * interview_envelope_parse:
 * @text: text from a peer
 * @length: bytes, or -1 if terminated
 * @error: return location; %INTERVIEW_ERROR_INVALID or %INTERVIEW_ERROR_TOO_LARGE
 *
 * Returns: (transfer full): the message, or %NULL
 */
InterviewEnvelope *
interview_envelope_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonNode) root = interview_json_parse (text, length, error);
  g_autoptr (GEnumClass) types = g_type_class_ref (INTERVIEW_TYPE_MESSAGE_TYPE);
  g_autoptr (InterviewRecord) body = NULL;
  JsonObject *object;
  JsonNode *name;
  GEnumValue *type = NULL;

  if (root == NULL)
    return NULL;
  object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  name = object != NULL ? json_object_get_member (object, "type") : NULL;
  if (name != NULL && JSON_NODE_HOLDS_VALUE (name) &&
      json_node_get_value_type (name) == G_TYPE_STRING)
    type = g_enum_get_value_by_nick (types, json_node_get_string (name));
  if (type == NULL || json_object_get_size (object) != 2 ||
      !json_object_has_member (object, "body"))
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "a message has a known “type” and a “body” and nothing else");
      return NULL;
    }
  body = interview_record_from_json (interview_message_type_get_body_type (type->value),
                                     json_object_get_member (object, "body"), error);
  if (body == NULL)
    return NULL;
  return interview_envelope_new (type->value, body);
}

/**
 * interview_envelope_to_text:
 *
 * Returns: (transfer full): compact JSON
 */
char *
interview_envelope_to_text (InterviewEnvelope *self)
{
  g_autoptr (GEnumClass) types = g_type_class_ref (INTERVIEW_TYPE_MESSAGE_TYPE);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  g_return_val_if_fail (INTERVIEW_IS_ENVELOPE (self), NULL);

  json_object_set_string_member (object, "type", g_enum_get_value (types, self->type)->value_nick);
  json_object_set_member (object, "body", interview_record_to_json (self->body));
  json_node_take_object (root, object);
  return json_to_string (root, FALSE);
}

/**
 * interview_envelope_get_message_type:
 *
 * Returns: what kind of message it is
 */
InterviewMessageType
interview_envelope_get_message_type (InterviewEnvelope *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ENVELOPE (self), 0);

  return self->type;
}

/**
 * interview_envelope_get_body:
 *
 * Returns: (transfer none): the body, of the class that belongs to the type
 */
gpointer
interview_envelope_get_body (InterviewEnvelope *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ENVELOPE (self), NULL);

  return self->body;
}
