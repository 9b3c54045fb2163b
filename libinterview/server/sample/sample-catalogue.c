/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/error.h"
#include "core/id.h"
#include "server/sample/sample-json.h"
#include "server/sample/sample-load.h"
#include "server/store/choice.h"
#include "server/store/position-table.h"
#include "server/store/question-table.h"
#include "server/store/rating-form-table.h"

static gboolean
load_position (InterviewSampleLoad *load, JsonObject *row, GError **error)
{
  InterviewRowHead head;

  if (!interview_sample_load_make_head (load, "position", row, &head, error) ||
      !interview_position_table_insert (load->transaction, &head, error))
    return FALSE;
  for (guint i = 0; interview_sample_languages[i] != NULL; i++)
    {
      const char *language = interview_sample_languages[i];
      g_autofree char *requirements =
          interview_sample_json_translate (row, "requirements", language);
      const InterviewPositionText text = {
        .language = language,
        .title = interview_sample_json_get_text (row, "title", language),
        .department = interview_sample_json_get_text (row, "department", language),
        .location = interview_sample_json_get_text (row, "location", language),
        .description = interview_sample_json_get_text (row, "description", language),
        .requirements = requirements,
      };

      if (!interview_position_table_insert_text (load->transaction, head.id, &text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_question (InterviewSampleLoad *load, JsonObject *row, int place, GError **error)
{
  JsonArray *positions = interview_sample_json_get_array (row, "positions");
  const char *side = interview_sample_json_get_string (row, "side");
  const char *kind = interview_sample_json_get_string (row, "kind");
  InterviewRowHead head;

  if (!interview_sample_load_make_head (load, "question", row, &head, error) ||
      !interview_question_table_insert (
          load->transaction, &head, interview_choice_from_nick (INTERVIEW_TYPE_QUESTION_SIDE, side),
          interview_choice_from_nick (INTERVIEW_TYPE_QUESTION_KIND, kind), place, error))
    return FALSE;
  for (guint i = 0; interview_sample_languages[i] != NULL; i++)
    {
      const char *language = interview_sample_languages[i];

      if (!interview_question_table_insert_text (
              load->transaction, head.id, language,
              interview_sample_json_get_text (row, "text", language),
              interview_sample_json_get_text (row, "hint", language), error))
        return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (positions); i++)
    {
      const char *key = interview_sample_json_get_item_string (positions, i);
      const char *position_id = interview_sample_load_find_id (load, "position", key, error);

      if (position_id == NULL ||
          !interview_question_table_insert_position (load->transaction, head.id, position_id,
                                                     error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_aspect (InterviewSampleLoad *load,
             const char *form_id,
             JsonObject *row,
             int place,
             GError **error)
{
  const char *key = interview_sample_json_get_string (row, "key");
  const char *id = interview_sample_load_make_id (load, "aspect", key);

  if (!interview_rating_form_table_insert_aspect (load->transaction, form_id, id, place, error))
    return FALSE;
  for (guint i = 0; interview_sample_languages[i] != NULL; i++)
    {
      const char *language = interview_sample_languages[i];

      if (!interview_rating_form_table_insert_aspect_text (
              load->transaction, id, language,
              interview_sample_json_get_text (row, "label", language), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_form (InterviewSampleLoad *load, JsonObject *form, GError **error)
{
  JsonArray *aspects = interview_sample_json_get_array (form, "aspects");
  g_autofree char *id = interview_id_new ();
  const InterviewRowHead head = { id, load->company_id, load->unit_id, NULL };

  if (!interview_rating_form_table_insert (
          load->transaction, &head, json_object_get_int_member_with_default (form, "scale", 5),
          json_object_get_boolean_member_with_default (form, "comment", TRUE), error))
    return FALSE;
  for (guint i = 0; interview_sample_languages[i] != NULL; i++)
    {
      const char *language = interview_sample_languages[i];

      if (!interview_rating_form_table_insert_text (load->transaction, id, language,
                                                    interview_sample_json_get_text (form, "title",
                                                                                    language),
                                                    error))
        return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (aspects); i++)
    {
      if (!load_aspect (load, id, interview_sample_json_get_item (aspects, i), (int) i, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * interview_sample_load_catalogue:
 * @load: what the parts of the loader share
 * @error: return location
 *
 * Positions, questions and the rating form.
 *
 * Returns: whether they were loaded
 */
gboolean
interview_sample_load_catalogue (InterviewSampleLoad *load, GError **error)
{
  JsonArray *positions = interview_sample_load_get_array (load, "positions.json");
  JsonArray *questions = interview_sample_load_get_array (load, "questions.json");

  for (guint i = 0; i < json_array_get_length (positions); i++)
    {
      if (!load_position (load, interview_sample_json_get_item (positions, i), error))
        return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      if (!load_question (load, interview_sample_json_get_item (questions, i), (int) i, error))
        return FALSE;
    }
  return load_form (load, interview_sample_load_get_object (load, "rating-form.json"), error);
}
