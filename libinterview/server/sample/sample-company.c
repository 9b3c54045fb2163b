/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/id.h"
#include "server/sample/sample-json.h"
#include "server/sample/sample-load.h"
#include "server/store/company-table.h"
#include "server/store/unit-table.h"

static gboolean
load_texts (InterviewSampleLoad *load, JsonObject *company, GError **error)
{
  for (guint i = 0; interview_sample_languages[i] != NULL; i++)
    {
      const char *language = interview_sample_languages[i];
      g_autofree char *hiring_for =
          interview_sample_json_translate (company, "hiring_for", language);
      g_autofree char *facts = interview_sample_json_translate (company, "facts", language);
      g_autofree char *links = interview_sample_json_translate (company, "links", language);
      const InterviewCompanyText text = {
        .language = language,
        .name = interview_sample_json_get_text (company, "name", language),
        .tagline = interview_sample_json_get_text (company, "tagline", language),
        .about = interview_sample_json_get_text (company, "about", language),
        .hiring_for = hiring_for,
        .facts = facts,
        .links = links,
      };

      if (!interview_company_table_insert_text (load->transaction, load->company_id, &text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_unit (InterviewSampleLoad *load, JsonObject *unit, GError **error)
{
  const char *key = interview_sample_json_get_string (unit, "key");
  const char *parent = interview_sample_json_get_string (unit, "parent");
  const char *parent_id = NULL, *id;

  if (parent != NULL &&
      (parent_id = interview_sample_load_find_id (load, "unit", parent, error)) == NULL)
    return FALSE;
  id = interview_sample_load_make_id (load, "unit", key);
  if (load->unit_id == NULL)
    load->unit_id = g_strdup (id);
  if (!interview_unit_table_insert (load->transaction, id, load->company_id, parent_id, key, error))
    return FALSE;
  for (guint i = 0; interview_sample_languages[i] != NULL; i++)
    {
      const char *language = interview_sample_languages[i];

      if (!interview_unit_table_insert_text (load->transaction, id, language,
                                             interview_sample_json_get_text (unit, "name",
                                                                             language),
                                             error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_picture (InterviewSampleLoad *load, JsonObject *picture, int place, GError **error)
{
  const char *file = interview_sample_json_get_string (picture, "file");
  const char *blob_id = interview_sample_load_add_blob (load, file, "image/png", file, error);

  if (blob_id == NULL ||
      !interview_company_table_insert_picture (load->transaction, load->company_id, place, blob_id,
                                               error))
    return FALSE;
  for (guint i = 0; interview_sample_languages[i] != NULL; i++)
    {
      const char *language = interview_sample_languages[i];
      const char *caption = interview_sample_json_get_text (picture, "caption", language);

      if (!interview_company_table_insert_caption (load->transaction, load->company_id, place,
                                                   language, caption, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * interview_sample_load_company:
 * @load: what the parts of the loader share
 * @error: return location
 *
 * The first part: company, units and pictures.
 *
 * Returns: whether it was loaded
 */
gboolean
interview_sample_load_company (InterviewSampleLoad *load, GError **error)
{
  JsonObject *company = interview_sample_load_get_object (load, "company.json");
  JsonArray *units = interview_sample_json_get_array (company, "units");
  JsonArray *pictures = interview_sample_json_get_array (company, "pictures");
  const char *logo = interview_sample_json_get_string (company, "logo");
  const char *blob_id;

  load->company_id = interview_id_new ();
  load->language = g_strdup (interview_sample_json_get_string (company, "language"));
  if (!interview_company_table_insert (
          load->transaction, load->company_id, interview_sample_json_get_string (company, "key"),
          load->language,
          json_object_get_boolean_member_with_default (company, "interactive", TRUE), error) ||
      !load_texts (load, company, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (units); i++)
    {
      if (!load_unit (load, interview_sample_json_get_item (units, i), error))
        return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (pictures); i++)
    {
      if (!load_picture (load, interview_sample_json_get_item (pictures, i), (int) i, error))
        return FALSE;
    }
  if (logo == NULL)
    return TRUE;
  blob_id = interview_sample_load_add_blob (load, logo, "image/png", logo, error);
  return blob_id != NULL &&
         interview_company_table_set_logo (load->transaction, load->company_id, blob_id, error);
}
