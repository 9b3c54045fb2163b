/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/error.h"
#include "core/id.h"
#include "server/sample/sample-json.h"
#include "server/sample/sample-load.h"
#include "server/services/token.h"
#include "server/store/application-table.h"
#include "server/store/asked-table.h"
#include "server/store/assignment-table.h"
#include "server/store/choice.h"
#include "server/store/rating-table.h"
#include "server/store/room-table.h"

/* Rooms start on a quarter of an hour, as people plan them. */
#define QUARTER (G_TIME_SPAN_MINUTE * 15)

/* Questions are ticked so long one after the other. */
#define BETWEEN_QUESTIONS (G_TIME_SPAN_MINUTE * 5)

static gint64
get_start (InterviewSampleLoad *load, JsonObject *row)
{
  gint64 now = interview_transaction_get_now (load->transaction);
  gint64 minutes = json_object_get_int_member_with_default (row, "starts_in_minutes", 0);
  gint64 start = now + minutes * G_TIME_SPAN_MINUTE;

  return minutes == 0 ? now : (start + QUARTER - 1) / QUARTER * QUARTER;
}

static gboolean
load_asked (InterviewSampleLoad *load,
            const InterviewNewRoom *room,
            JsonArray *questions,
            const char *person_id,
            GError **error)
{
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      const char *key = interview_sample_json_get_item_string (questions, i);
      const char *question_id = interview_sample_load_find_id (load, "question", key, error);

      if (question_id == NULL ||
          !interview_asked_table_set (load->transaction, room->head.id, question_id, person_id,
                                      room->starts_at + BETWEEN_QUESTIONS * (i + 1), error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
make_marks (InterviewSampleLoad *load, JsonObject *row, GError **error)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  JsonNode *aspects = json_object_get_member (row, "aspects");
  JsonObjectIter iter;
  const char *key;
  JsonNode *stars;

  if (aspects == NULL || !JSON_NODE_HOLDS_OBJECT (aspects))
    return g_steal_pointer (&marks);
  json_object_iter_init (&iter, json_node_get_object (aspects));
  while (json_object_iter_next (&iter, &key, &stars))
    {
      const char *aspect_id = interview_sample_load_find_id (load, "aspect", key, error);

      if (aspect_id == NULL)
        return NULL;
      g_ptr_array_add (marks, g_object_new (INTERVIEW_TYPE_ASPECT_MARK, "aspect-id", aspect_id,
                                            "stars", json_node_get_int (stars), NULL));
    }
  return g_steal_pointer (&marks);
}

static gboolean
load_rating (InterviewSampleLoad *load,
             const InterviewNewRoom *room,
             JsonObject *row,
             GError **error)
{
  JsonObject *form = interview_sample_load_get_object (load, "rating-form.json");
  const char *key = interview_sample_json_get_string (row, "recruiter");
  const char *recruiter_id = interview_sample_load_find_id (load, "person", key, error);
  gint64 end = room->starts_at + room->duration_minutes * G_TIME_SPAN_MINUTE;
  g_autofree char *id = interview_id_new ();
  g_autoptr (GPtrArray) marks = make_marks (load, row, error);
  g_autoptr (GBytes) content_hash = interview_token_hash (id);
  g_autoptr (InterviewRating) rating = NULL;
  InterviewRowHead head = room->head;

  if (recruiter_id == NULL || marks == NULL)
    return FALSE;
  head.id = id;
  head.external_id = NULL;
  rating = g_object_new (INTERVIEW_TYPE_RATING, "id", id, "room-id", room->head.id, "recruiter-id",
                         recruiter_id, "stars",
                         json_object_get_int_member_with_default (row, "stars", 0), "aspects",
                         marks, "comment", interview_sample_json_get_string (row, "comment"),
                         "answered-at", end, NULL);
  return interview_rating_table_insert (load->transaction, &head, rating,
                                        json_object_get_int_member_with_default (form, "scale", 5),
                                        content_hash, error);
}

static gboolean
load_history (InterviewSampleLoad *load,
              const InterviewNewRoom *room,
              JsonObject *row,
              const char *candidate_id,
              const char *recruiter_id,
              GError **error)
{
  JsonArray *ratings = interview_sample_json_get_array (row, "ratings");
  JsonNode *asked = json_object_get_member (row, "asked");

  if (asked != NULL && JSON_NODE_HOLDS_OBJECT (asked))
    {
      JsonObject *sides = json_node_get_object (asked);

      if (!load_asked (load, room, interview_sample_json_get_array (sides, "candidate"),
                       candidate_id, error) ||
          !load_asked (load, room, interview_sample_json_get_array (sides, "recruiter"),
                       recruiter_id, error))
        return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (ratings); i++)
    {
      if (!load_rating (load, room, interview_sample_json_get_item (ratings, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_room (InterviewSampleLoad *load, JsonObject *row, GError **error)
{
  const char *candidate = interview_sample_json_get_string (row, "candidate");
  const char *position = interview_sample_json_get_string (row, "position");
  const char *candidate_id = interview_sample_load_find_id (load, "person", candidate, error);
  const char *position_id = candidate_id != NULL
                                ? interview_sample_load_find_id (load, "position", position, error)
                                : NULL;
  JsonArray *recruiters = interview_sample_json_get_array (row, "recruiters");
  const char *state = interview_sample_json_get_string (row, "state");
  g_autofree char *new_application_id = interview_id_new ();
  g_autofree char *application_id = NULL;
  const char *first_id = NULL;
  InterviewNewRoom room = { 0 };
  InterviewRowHead application;

  if (position_id == NULL ||
      !interview_sample_load_make_head (load, "room", row, &room.head, error))
    return FALSE;
  application = room.head;
  application.id = new_application_id;
  application.external_id = NULL;
  application_id = interview_application_table_ensure (load->transaction, &application,
                                                       candidate_id, position_id, error);
  room.application_id = application_id;
  room.state = state != NULL ? interview_choice_from_nick (INTERVIEW_TYPE_ROOM_STATE, state)
                             : INTERVIEW_ROOM_STATE_SCHEDULED;
  room.interactive = json_object_get_boolean_member_with_default (row, "interactive", TRUE);
  room.starts_at = get_start (load, row);
  room.duration_minutes = json_object_get_int_member_with_default (row, "duration_minutes", 45);
  if (application_id == NULL || !interview_room_table_insert (load->transaction, &room, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (recruiters); i++)
    {
      const char *key = interview_sample_json_get_item_string (recruiters, i);
      const char *recruiter_id = interview_sample_load_find_id (load, "person", key, error);

      if (recruiter_id == NULL ||
          !interview_assignment_table_insert (load->transaction, room.head.id, recruiter_id,
                                              (int) i, error))
        return FALSE;
      first_id = i == 0 ? recruiter_id : first_id;
    }
  return load_history (load, &room, row, candidate_id, first_id, error);
}

/**
 * interview_sample_load_rooms:
 * @load: what the parts of the loader share
 * @error: return location
 *
 * The last part: rooms, with what was asked in them and how their recruiters were rated.
 *
 * Returns: whether they were loaded
 */
gboolean
interview_sample_load_rooms (InterviewSampleLoad *load, GError **error)
{
  JsonObject *file = interview_sample_load_get_object (load, "rooms.json");
  JsonArray *rooms = interview_sample_json_get_array (file, "rooms");

  for (guint i = 0; i < json_array_get_length (rooms); i++)
    {
      if (!load_room (load, interview_sample_json_get_item (rooms, i), error))
        return FALSE;
    }
  return TRUE;
}
