/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/sample/sample.h"

#include "core/error.h"
#include "core/protocol/json-text.h"
#include "server/sample/sample-json.h"
#include "server/sample/sample-load.h"
#include "server/services/invitation-service.h"
#include "server/services/password-hasher.h"
#include "server/services/setup-service.h"

/* The codes lie in files and are used within the first minutes of a demonstration. */
#define CODE_LIFETIME G_TIME_SPAN_DAY

/*
 * InterviewSample is the sample company after it was filled in: the codes with which the programs
 * of a demonstration sign in. They are known to nobody else.
 */
struct _InterviewSample
{
  GObject parent_instance;

  char *recruiter_code;
  char *candidate_code;
  char *admin_code;
};

/* The unit of work; `sample` and the later members of `load` are its outcome. */
typedef struct
{
  InterviewSampleLoad load;
  InterviewSample *sample;
} Work;

static const char *const object_files[] = { "company.json", "rating-form.json", "rooms.json" };
static const char *const array_files[] = { "people.json", "positions.json", "candidates.json",
                                           "questions.json" };

G_DEFINE_FINAL_TYPE (InterviewSample, interview_sample, G_TYPE_OBJECT)

static void
interview_sample_finalize (GObject *object)
{
  InterviewSample *self = INTERVIEW_SAMPLE (object);

  g_clear_pointer (&self->recruiter_code, g_free);
  g_clear_pointer (&self->candidate_code, g_free);
  g_clear_pointer (&self->admin_code, g_free);

  G_OBJECT_CLASS (interview_sample_parent_class)->finalize (object);
}

static void
interview_sample_class_init (InterviewSampleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_sample_finalize;
}

static void
interview_sample_init (InterviewSample *self)
{
}

static gboolean
read_file (InterviewSampleLoad *load, const char *name, JsonNodeType type, GError **error)
{
  g_autofree char *path = g_build_filename (load->folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;
  node = interview_json_parse (text, (gssize) length, error);
  if (node == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  if (json_node_get_node_type (node) != type)
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                   "%s does not hold what it should", path);
      return FALSE;
    }
  g_hash_table_insert (load->files, g_strdup (name), g_steal_pointer (&node));
  return TRUE;
}

static gboolean
read_files (InterviewSampleLoad *load, GError **error)
{
  JsonArray *candidates;

  for (guint i = 0; i < G_N_ELEMENTS (object_files); i++)
    {
      if (!read_file (load, object_files[i], JSON_NODE_OBJECT, error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (array_files); i++)
    {
      if (!read_file (load, array_files[i], JSON_NODE_ARRAY, error))
        return FALSE;
    }
  candidates = interview_sample_load_get_array (load, "candidates.json");
  for (guint i = 0; i < json_array_get_length (candidates); i++)
    {
      const char *resume =
          interview_sample_json_get_string (interview_sample_json_get_item (candidates, i),
                                            "resume");

      if (resume != NULL && !read_file (load, resume, JSON_NODE_OBJECT, error))
        return FALSE;
    }
  return TRUE;
}

/* Hashing takes its time, so it is done before the unit of work. */
static gboolean
hash_passwords (InterviewSampleLoad *load, GError **error)
{
  JsonArray *people = interview_sample_load_get_array (load, "people.json");

  for (guint i = 0; i < json_array_get_length (people); i++)
    {
      JsonObject *row = interview_sample_json_get_item (people, i);
      const char *key = interview_sample_json_get_string (row, "key");
      const char *password = interview_sample_json_get_string (row, "password");
      char *secret;

      if (key == NULL || password == NULL)
        continue;
      secret = interview_password_hash (password, error);
      if (secret == NULL)
        return FALSE;
      g_hash_table_insert (load->secrets, g_strdup (key), secret);
    }
  return TRUE;
}

static char *
make_staff_code (InterviewSampleLoad *load, JsonObject *demo, const char *member, GError **error)
{
  const char *key = interview_sample_json_get_string (demo, member);
  const char *person_id = interview_sample_load_find_id (load, "person", key, error);
  gint64 expires_at = interview_transaction_get_now (load->transaction) + CODE_LIFETIME;

  return person_id != NULL
             ? interview_invitation_service_create_sign_in (load->transaction, person_id,
                                                            expires_at, error)
             : NULL;
}

/* The candidate gets the invitation to their first room that is still to come. */
static char *
make_candidate_code (InterviewSampleLoad *load, const char *candidate, GError **error)
{
  JsonArray *rooms =
      interview_sample_json_get_array (interview_sample_load_get_object (load, "rooms.json"),
                                       "rooms");
  g_autoptr (InterviewInvitation) invitation = NULL;
  const char *room_id = NULL;

  for (guint i = 0; room_id == NULL && i < json_array_get_length (rooms); i++)
    {
      JsonObject *room = interview_sample_json_get_item (rooms, i);

      if (!json_object_has_member (room, "state") &&
          g_strcmp0 (interview_sample_json_get_string (room, "candidate"), candidate) == 0)
        room_id =
            interview_sample_load_find_id (load, "room",
                                           interview_sample_json_get_string (room, "key"), NULL);
    }
  if (room_id == NULL)
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                   "the sample company has no room for “%s”", candidate != NULL ? candidate : "");
      return NULL;
    }
  invitation = interview_invitation_service_create (load->transaction, NULL, room_id, NULL, error);
  return invitation != NULL ? g_strdup (interview_invitation_get_code (invitation)) : NULL;
}

static gboolean
make_codes (InterviewSampleLoad *load, InterviewSample *sample, GError **error)
{
  JsonNode *node =
      json_object_get_member (interview_sample_load_get_object (load, "rooms.json"), "demo");
  JsonObject *demo;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "the sample company does not say who demonstrates it");
      return FALSE;
    }
  demo = json_node_get_object (node);
  sample->recruiter_code = make_staff_code (load, demo, "recruiter", error);
  if (sample->recruiter_code == NULL)
    return FALSE;
  sample->admin_code = make_staff_code (load, demo, "admin", error);
  if (sample->admin_code == NULL)
    return FALSE;
  sample->candidate_code =
      make_candidate_code (load, interview_sample_json_get_string (demo, "candidate"), error);
  return sample->candidate_code != NULL;
}

static void
clear_outcome (Work *work)
{
  g_clear_object (&work->sample);
  g_clear_pointer (&work->load.company_id, g_free);
  g_clear_pointer (&work->load.unit_id, g_free);
  g_clear_pointer (&work->load.language, g_free);
  g_hash_table_remove_all (work->load.ids);
}

static gboolean
run_work (InterviewTransaction *transaction, gpointer data, GError **error)
{
  Work *work = data;
  gboolean empty = FALSE;

  clear_outcome (work);
  work->sample = g_object_new (INTERVIEW_TYPE_SAMPLE, NULL);
  work->load.transaction = transaction;
  if (!interview_setup_service_is_empty (transaction, &empty, error))
    return FALSE;
  if (!empty)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT,
                           "the store is in use already: the sample company needs an empty one");
      return FALSE;
    }
  return interview_sample_load_company (&work->load, error) &&
         interview_sample_load_catalogue (&work->load, error) &&
         interview_sample_load_people (&work->load, error) &&
         interview_sample_load_rooms (&work->load, error) &&
         make_codes (&work->load, work->sample, error);
}

/**
 * interview_sample_load:
 * @store: an open store without any company
 * @blobs: where pictures and documents go
 * @folder: the sample company's files, as described in data/sample/README.md
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if the store has a company already
 *
 * Fills the sample company into a store. Blocks; for the program that sets up a store.
 *
 * Returns: (transfer full): the codes of the demonstration, or %NULL
 */
InterviewSample *
interview_sample_load (InterviewStore *store,
                       InterviewBlobStore *blobs,
                       const char *folder,
                       GError **error)
{
  Work work = { .load = { .blobs = blobs, .folder = folder } };
  InterviewSample *sample = NULL;

  g_return_val_if_fail (INTERVIEW_IS_STORE (store), NULL);
  g_return_val_if_fail (INTERVIEW_IS_BLOB_STORE (blobs), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  work.load.files =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
  work.load.secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  work.load.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (read_files (&work.load, error) && hash_passwords (&work.load, error) &&
      interview_store_run (store, run_work, &work, NULL, error))
    sample = g_steal_pointer (&work.sample);
  clear_outcome (&work);
  g_hash_table_unref (work.load.files);
  g_hash_table_unref (work.load.secrets);
  g_hash_table_unref (work.load.ids);
  return sample;
}

/**
 * interview_sample_get_recruiter_code:
 *
 * Returns: (transfer none): signs the demonstration's recruiter in, once
 */
const char *
interview_sample_get_recruiter_code (InterviewSample *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SAMPLE (self), NULL);

  return self->recruiter_code;
}

/**
 * interview_sample_get_candidate_code:
 *
 * Returns: (transfer none): invites the demonstration's candidate to their room
 */
const char *
interview_sample_get_candidate_code (InterviewSample *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SAMPLE (self), NULL);

  return self->candidate_code;
}

/**
 * interview_sample_get_admin_code:
 *
 * Returns: (transfer none): signs the demonstration's HR admin in, once
 */
const char *
interview_sample_get_admin_code (InterviewSample *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SAMPLE (self), NULL);

  return self->admin_code;
}
