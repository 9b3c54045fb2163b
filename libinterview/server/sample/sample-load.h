/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "server/blobs/blob-store.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/* The languages that every text of the sample has. */
extern const char *const interview_sample_languages[];

/**
 * InterviewSampleLoad:
 * @files: (element-type utf8 JsonNode): the JSON files by name
 * @secrets: (element-type utf8 utf8): hashes of the passwords by the person's key
 * @ids: (element-type utf8 utf8): identifiers by `kind:key`
 * @language: the company's own
 *
 * What the parts of the loader share. The company and its first unit are there from the first part
 * on.
 */
typedef struct
{
  InterviewTransaction *transaction;
  InterviewBlobStore *blobs;
  const char *folder;
  GHashTable *files;
  GHashTable *secrets;
  GHashTable *ids;
  char *company_id;
  char *unit_id;
  char *language;
} InterviewSampleLoad;

gboolean interview_sample_load_company (InterviewSampleLoad *load, GError **error);
gboolean interview_sample_load_catalogue (InterviewSampleLoad *load, GError **error);
gboolean interview_sample_load_people (InterviewSampleLoad *load, GError **error);
gboolean interview_sample_load_rooms (InterviewSampleLoad *load, GError **error);

JsonObject *interview_sample_load_get_object (InterviewSampleLoad *load, const char *file);
JsonArray *interview_sample_load_get_array (InterviewSampleLoad *load, const char *file);
const char *
interview_sample_load_make_id (InterviewSampleLoad *load, const char *kind, const char *key);
const char *interview_sample_load_find_id (InterviewSampleLoad *load,
                                           const char *kind,
                                           const char *key,
                                           GError **error);
gboolean interview_sample_load_make_head (InterviewSampleLoad *load,
                                          const char *kind,
                                          JsonObject *row,
                                          InterviewRowHead *head,
                                          GError **error);
const char *interview_sample_load_add_blob (InterviewSampleLoad *load,
                                            const char *file,
                                            const char *content_type,
                                            const char *name,
                                            GError **error);

G_END_DECLS
