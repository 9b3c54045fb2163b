/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "core/error.h"
#include "core/id.h"
#include "core/protocol/json-text.h"
#include "server/sample/sample-json.h"
#include "server/sample/sample-load.h"
#include "server/store/application-table.h"
#include "server/store/choice.h"
#include "server/store/identity-table.h"
#include "server/store/membership-table.h"
#include "server/store/person-table.h"
#include "server/store/resume-table.h"

static gboolean
load_person (InterviewSampleLoad *load,
             JsonObject *row,
             InterviewRole role,
             InterviewRowHead *head,
             GError **error)
{
  const char *email = interview_sample_json_get_string (row, "email");
  g_autofree char *membership_id = interview_id_new ();
  g_autofree char *identity_id = interview_id_new ();
  g_autoptr (InterviewPerson) person = NULL;
  InterviewRowHead membership;
  const char *secret;

  if (!interview_sample_load_make_head (load, "person", row, head, error))
    return FALSE;
  person = g_object_new (INTERVIEW_TYPE_PERSON, "id", head->id, "revision", (gint64) 1, "role",
                         role, "email", email, "display-name",
                         interview_sample_json_get_string (row, "display_name"), "phone",
                         interview_sample_json_get_string (row, "phone"), NULL);
  membership = *head;
  membership.id = membership_id;
  if (!interview_record_validate (INTERVIEW_RECORD (person), error) ||
      !interview_person_table_insert (load->transaction, head, person,
                                      interview_sample_json_get_string (row, "language"), error) ||
      !interview_membership_table_insert (load->transaction, &membership, head->id, role, error))
    return FALSE;
  secret = g_hash_table_lookup (load->secrets, head->external_id);
  return secret == NULL ||
         interview_identity_table_insert (load->transaction, identity_id, head->id,
                                          INTERVIEW_PROVIDER_PASSWORD, email, secret, error);
}

static gboolean
load_resume (InterviewSampleLoad *load,
             const InterviewRowHead *person,
             const char *file,
             GError **error)
{
  g_autofree char *text = NULL, *document = NULL, *original_name = NULL;
  g_autofree char *id = interview_id_new ();
  g_autoptr (JsonNode) node = NULL;
  const char *blob_id = NULL;
  InterviewRowHead head = *person;
  JsonObject *resume;

  /* A copy, since the unit of work may run again. */
  text = json_to_string (g_hash_table_lookup (load->files, file), FALSE);
  node = interview_json_parse (text, -1, error);
  if (node == NULL)
    return FALSE;
  resume = json_node_get_object (node);
  original_name = g_strdup (interview_sample_json_get_string (resume, "original_name"));
  if (original_name != NULL)
    {
      g_autofree char *stem = g_strndup (file, strlen (file) - strlen (".json"));
      g_autofree char *original = g_strconcat (stem, ".pdf", NULL);

      blob_id =
          interview_sample_load_add_blob (load, original, "application/pdf", original_name, error);
      if (blob_id == NULL)
        return FALSE;
    }
  json_object_remove_member (resume, "language");
  json_object_remove_member (resume, "original_name");
  document = json_to_string (node, FALSE);
  head.id = id;
  return interview_resume_table_insert (load->transaction, &head, person->id, document, blob_id,
                                        original_name, error);
}

static gboolean
load_candidate (InterviewSampleLoad *load, JsonObject *row, GError **error)
{
  JsonArray *positions = interview_sample_json_get_array (row, "positions");
  const char *resume = interview_sample_json_get_string (row, "resume");
  InterviewRowHead head;

  if (!load_person (load, row, INTERVIEW_ROLE_CANDIDATE, &head, error) ||
      (resume != NULL && !load_resume (load, &head, resume, error)))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (positions); i++)
    {
      const char *key = interview_sample_json_get_item_string (positions, i);
      const char *position_id = interview_sample_load_find_id (load, "position", key, error);
      g_autofree char *application_id = interview_id_new ();
      g_autofree char *made_id = NULL;
      InterviewRowHead application = head;

      application.id = application_id;
      application.external_id = NULL;
      if (position_id == NULL ||
          (made_id = interview_application_table_ensure (load->transaction, &application, head.id,
                                                         position_id, error)) == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * interview_sample_load_people:
 * @load: what the parts of the loader share
 * @error: return location
 *
 * Staff with their passwords, candidates with their applications and resumes.
 *
 * Returns: whether they were loaded
 */
gboolean
interview_sample_load_people (InterviewSampleLoad *load, GError **error)
{
  JsonArray *people = interview_sample_load_get_array (load, "people.json");
  JsonArray *candidates = interview_sample_load_get_array (load, "candidates.json");

  for (guint i = 0; i < json_array_get_length (people); i++)
    {
      JsonObject *row = interview_sample_json_get_item (people, i);
      const char *role = interview_sample_json_get_string (row, "role");
      InterviewRowHead head;

      if (!load_person (load, row, interview_choice_from_nick (INTERVIEW_TYPE_ROLE, role), &head,
                        error))
        return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (candidates); i++)
    {
      if (!load_candidate (load, interview_sample_json_get_item (candidates, i), error))
        return FALSE;
    }
  return TRUE;
}
