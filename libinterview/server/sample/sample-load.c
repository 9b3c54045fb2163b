/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/sample/sample-load.h"

#include "core/error.h"
#include "core/id.h"
#include "server/sample/sample-json.h"
#include "server/store/blob-table.h"

const char *const interview_sample_languages[] = { "en", "zh-CN", NULL };

/**
 * interview_sample_load_get_object:
 * @file: name of a file that holds an object
 *
 * Returns: (transfer none): the object
 */
JsonObject *
interview_sample_load_get_object (InterviewSampleLoad *load, const char *file)
{
  return json_node_get_object (g_hash_table_lookup (load->files, file));
}

/**
 * interview_sample_load_get_array:
 * @file: name of a file that holds a list
 *
 * Returns: (transfer none): the list
 */
JsonArray *
interview_sample_load_get_array (InterviewSampleLoad *load, const char *file)
{
  return json_node_get_array (g_hash_table_lookup (load->files, file));
}

/**
 * interview_sample_load_make_id:
 * @kind: what the row is
 * @key: what the files call it
 *
 * Returns: (transfer none): a new identifier, which interview_sample_load_find_id() finds
 */
const char *
interview_sample_load_make_id (InterviewSampleLoad *load, const char *kind, const char *key)
{
  char *name = g_strconcat (kind, ":", key, NULL);
  char *id = interview_id_new ();

  g_hash_table_replace (load->ids, name, id);
  return id;
}

/**
 * interview_sample_load_find_id:
 * @kind: what the row is
 * @key: (nullable): what the files call it
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer none): its identifier, or %NULL if there is no such row
 */
const char *
interview_sample_load_find_id (InterviewSampleLoad *load,
                               const char *kind,
                               const char *key,
                               GError **error)
{
  g_autofree char *name = g_strconcat (kind, ":", key, NULL);
  const char *id = g_hash_table_lookup (load->ids, name);

  if (id == NULL)
    g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                 "the sample company has no %s “%s”", kind, key != NULL ? key : "");
  return id;
}

/**
 * interview_sample_load_make_head:
 * @kind: what the row is
 * @row: the row, with its key and perhaps its unit
 * @head: (out): its head, whose texts belong to @load and @row
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: whether the row has a key and its unit is there
 */
gboolean
interview_sample_load_make_head (InterviewSampleLoad *load,
                                 const char *kind,
                                 JsonObject *row,
                                 InterviewRowHead *head,
                                 GError **error)
{
  const char *key = interview_sample_json_get_string (row, "key");
  const char *unit = interview_sample_json_get_string (row, "unit");

  if (key == NULL)
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                   "a %s of the sample company has no key", kind);
      return FALSE;
    }
  head->id = interview_sample_load_make_id (load, kind, key);
  head->company_id = load->company_id;
  head->external_id = key;
  head->unit_id =
      unit != NULL ? interview_sample_load_find_id (load, "unit", unit, error) : load->unit_id;
  return head->unit_id != NULL;
}

/**
 * interview_sample_load_add_blob:
 * @file: a file of the sample
 * @content_type: its media type
 * @name: the name that it had when somebody handed it in
 * @error: return location
 *
 * Returns: (transfer none): identifier of the blob, or %NULL
 */
const char *
interview_sample_load_add_blob (InterviewSampleLoad *load,
                                const char *file,
                                const char *content_type,
                                const char *name,
                                GError **error)
{
  g_autofree char *path = g_build_filename (load->folder, file, NULL);
  g_autofree char *hash = NULL;
  g_autoptr (GBytes) bytes = NULL;
  InterviewRowHead head = { NULL, load->company_id, load->unit_id, NULL };
  InterviewBlobRow blob = { 0 };
  char *contents = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;
  bytes = g_bytes_new_take (contents, length);
  hash = interview_blob_store_add (load->blobs, bytes, error);
  if (hash == NULL)
    return NULL;
  head.id = interview_sample_load_make_id (load, "blob", file);
  blob.hash = hash;
  blob.size = (gint64) length;
  blob.content_type = (char *) content_type;
  blob.name = (char *) name;
  return interview_blob_table_insert (load->transaction, &head, &blob, error) ? head.id : NULL;
}
