/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/locations.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"

/*
 * Where a program finds what was built or installed with it. The folders are looked for beside the
 * running file first, so that a build folder, an installation that was moved and the configured
 * prefix all work, without a variable in the environment.
 */

static char *
find_beside_program (const char *const *candidates)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; folder != NULL && candidates[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, "..", candidates[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/**
 * interview_locations_find_locale_directory:
 *
 * Looks for the folder with the translations of the running program.
 *
 * Returns: (transfer full): a path; the configured one if none lies beside the program
 */
char *
interview_locations_find_locale_directory (void)
{
  const char *const candidates[] = { "po/zh_CN/LC_MESSAGES/interview.mo",
                                     "share/locale/zh_CN/LC_MESSAGES/interview.mo", NULL };
  g_autofree char *catalogue = find_beside_program (candidates);

  if (catalogue == NULL)
    return g_strdup (INTERVIEW_LOCALEDIR);
  for (guint i = 0; i < 3; i++)
    {
      char *parent = g_path_get_dirname (catalogue);

      g_free (catalogue);
      catalogue = parent;
    }
  return g_steal_pointer (&catalogue);
}

/**
 * interview_locations_find_schema:
 * @id: the identifier of a settings schema
 * @error: return location
 *
 * Looks for a settings schema where the system has its own, then beside the running program.
 *
 * Returns: (transfer full) (nullable): the schema, or %NULL with %INTERVIEW_ERROR_INTERNAL if the
 *   program is not installed completely
 */
GSettingsSchema *
interview_locations_find_schema (const char *id, GError **error)
{
  const char *const candidates[] = { "data/gschemas.compiled",
                                     "share/glib-2.0/schemas/gschemas.compiled", NULL };
  GSettingsSchemaSource *system = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) own = NULL;
  g_autofree char *compiled = NULL;
  g_autofree char *folder = NULL;
  GSettingsSchema *schema = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  if (system != NULL)
    schema = g_settings_schema_source_lookup (system, id, TRUE);
  if (schema != NULL)
    return schema;
  compiled = find_beside_program (candidates);
  folder = compiled != NULL ? g_path_get_dirname (compiled) : NULL;
  if (folder != NULL)
    own = g_settings_schema_source_new_from_directory (folder, system, TRUE, NULL);
  if (own != NULL)
    schema = g_settings_schema_source_lookup (own, id, TRUE);
  if (schema == NULL)
    g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL,
                 _ ("The settings “%s” are missing. Install the program again."), id);
  return schema;
}
