/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>

#include "core/error.h"
#include "core/model/chat-message.h"
#include "core/model/audit-entry.h"
#include "core/model/company.h"
#include "core/model/disclosure.h"
#include "core/model/delivery.h"
#include "core/model/help.h"
#include "core/model/notice.h"
#include "core/model/notice-template.h"
#include "core/model/question.h"
#include "core/model/rating-form.h"
#include "core/model/received-rating.h"
#include "core/model/recording.h"
#include "core/model/recruiter-score.h"
#include "core/model/resume.h"
#include "core/model/room-choice.h"
#include "core/model/session.h"
#include "core/model/staffing.h"
#include "core/protocol/created-room.h"
#include "core/protocol/envelope.h"
#include "core/protocol/notice-preview.h"
#include "core/protocol/routes.h"
#include "core/model/position.h"
#include "server/handlers/handlers.h"
#include "server/services/access.h"

/*
 * Prints the protocol as the program knows it, as JSON: routes with what they take, records with
 * their fields and limits, messages and errors. The test of openapi.yaml compares the two.
 */

static void add_record (JsonObject *records, GType type);

static const char *const kinds[] = {
  "string", "id", "time", "integer", "double", "boolean", "choice", "strings", "record", "records",
};

static JsonArray *
list_choices (GType type)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  JsonArray *choices = json_array_new ();

  for (guint i = 0; i < klass->n_values; i++)
    json_array_add_string_element (choices, klass->values[i].value_nick);
  return choices;
}

static JsonObject *
describe_field (JsonObject *records, const InterviewField *field)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", kinds[field->kind]);
  json_object_set_boolean_member (object, "required", field->required);
  json_object_set_int_member (object, "minimum", field->minimum);
  json_object_set_int_member (object, "maximum", field->maximum);
  if (field->kind == INTERVIEW_FIELD_CHOICE)
    json_object_set_array_member (object, "choices", list_choices (field->type ()));
  else if (field->type != NULL)
    {
      json_object_set_string_member (object, "type", g_type_name (field->type ()));
      add_record (records, field->type ());
    }
  return object;
}

static void
add_record (JsonObject *records, GType type)
{
  g_autoptr (GTypeClass) klass = NULL;
  InterviewRecordClass *record_class;
  JsonObject *fields;

  if (json_object_has_member (records, g_type_name (type)))
    return;
  fields = json_object_new ();
  json_object_set_object_member (records, g_type_name (type), fields);
  klass = g_type_class_ref (type);
  record_class = INTERVIEW_RECORD_CLASS (klass);
  for (guint i = 0; i < record_class->n_fields; i++)
    json_object_set_object_member (fields, record_class->fields[i].name,
                                   describe_field (records, &record_class->fields[i]));
}

static JsonObject *
describe_route (JsonObject *records, InterviewRoute route)
{
  const InterviewHandler *handler = interview_handler_get (route);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "method", interview_route_get_method (route));
  json_object_set_string_member (object, "path", interview_route_get_template (route));
  json_object_set_boolean_member (object, "keyed", handler->keyed);
  json_object_set_boolean_member (object, "public", interview_access_is_public (route));
  json_object_set_string_member (object, "query", handler->query);
  if (handler->body != NULL)
    {
      json_object_set_string_member (object, "body", g_type_name (handler->body ()));
      if (!interview_handler_takes_bytes (handler))
        add_record (records, handler->body ());
    }
  return object;
}

int
main (void)
{
  GType (*const answers[]) (void) = {
    interview_session_get_type,         interview_company_get_type,
    interview_position_get_type,        interview_room_get_type,
    interview_created_room_get_type,    interview_resume_get_type,
    interview_question_get_type,        interview_rating_form_get_type,
    interview_recruiter_score_get_type, interview_staffing_get_type,
    interview_standing_get_type,        interview_received_rating_get_type,
    interview_audit_entry_get_type,     interview_chat_message_get_type,
    interview_disclosure_get_type,      interview_recording_get_type,
    interview_delivery_get_type,        interview_notice_get_type,
    interview_notice_template_get_type, interview_notice_preview_get_type,
    interview_room_choice_get_type,     interview_help_get_type,
  };
  g_autoptr (GEnumClass) messages = g_type_class_ref (INTERVIEW_TYPE_MESSAGE_TYPE);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *routes = json_object_new ();
  JsonObject *records = json_object_new ();
  JsonObject *types = json_object_new ();
  JsonArray *codes = json_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < INTERVIEW_N_ROUTES; i++)
    json_object_set_object_member (routes, interview_route_get_name (i),
                                   describe_route (records, i));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    add_record (records, answers[i]());
  for (guint i = 0; i < messages->n_values; i++)
    {
      GType body = interview_message_type_get_body_type (messages->values[i].value);

      json_object_set_string_member (types, messages->values[i].value_nick, g_type_name (body));
      add_record (records, body);
    }
  for (guint i = 0; i < interview_error_count (); i++)
    json_array_add_string_element (codes, interview_error_to_code (i));
  json_object_set_object_member (object, "routes", routes);
  json_object_set_object_member (object, "records", records);
  json_object_set_object_member (object, "messages", types);
  json_object_set_array_member (object, "codes", codes);
  json_node_take_object (root, object);
  text = json_to_string (root, TRUE);
  puts (text);
  return 0;
}
