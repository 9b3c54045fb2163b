/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/profile.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/error.h"
#include "program/locations.h"

/*
 * InterviewProfile is one set of settings, data and sign-in of a program. Several profiles of a
 * program run at once, because each has its own application identifier. It is made before the
 * program starts and lives as long as it, on the main thread.
 */
struct _InterviewProfile
{
  GObject parent_instance;

  char *name;
  char *program_id;
  char *application_id;
  char *data_directory;
  char *cache_directory;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (InterviewProfile, interview_profile, G_TYPE_OBJECT)

#define MAX_NAME_LENGTH 32

/* Part of an application identifier, of a folder's name and of a settings path. */
static gboolean
name_is_valid (const char *name)
{
  if (!g_ascii_isalpha (name[0]) || strlen (name) > MAX_NAME_LENGTH)
    return FALSE;
  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-' && *c != '_')
      return FALSE;
  return TRUE;
}

static char *
make_settings_path (InterviewProfile *self)
{
  g_autofree char *folder = g_strdup (self->program_id);

  g_strdelimit (folder, ".", '/');
  return self->name != NULL ? g_strdup_printf ("/%s/profiles/%s/", folder, self->name)
                            : g_strdup_printf ("/%s/", folder);
}

static gboolean
make_directory (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;
  g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CREDENTIALS,
               _ ("The folder “%s” cannot be made. Check that the disk has space left and that you "
                  "may write there."),
               path);
  return FALSE;
}

static void
interview_profile_finalize (GObject *object)
{
  InterviewProfile *self = INTERVIEW_PROFILE (object);

  g_free (self->name);
  g_free (self->program_id);
  g_free (self->application_id);
  g_free (self->data_directory);
  g_free (self->cache_directory);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (interview_profile_parent_class)->finalize (object);
}

static void
interview_profile_class_init (InterviewProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_profile_finalize;
}

static void
interview_profile_init (InterviewProfile *self)
{
}

/**
 * interview_profile_new:
 * @program_id: the application identifier of the program; its settings schema has the same name
 * @name: (nullable): the profile, or %NULL for the usual one
 * @error: return location
 *
 * Opens a profile and makes its folders.
 *
 * Returns: (transfer full) (nullable): the profile, or %NULL with %INTERVIEW_ERROR_INVALID for a
 *   name that cannot be used, %INTERVIEW_ERROR_CREDENTIALS if a folder cannot be made
 */
InterviewProfile *
interview_profile_new (const char *program_id, const char *name, GError **error)
{
  g_autoptr (InterviewProfile) self = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (g_application_id_is_valid (program_id), NULL);

  if (name != NULL && !name_is_valid (name))
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                   _ ("“%s” cannot be the name of a profile. Begin with a letter and use letters, "
                      "digits and dashes."),
                   name);
      return NULL;
    }
  self = g_object_new (INTERVIEW_TYPE_PROFILE, NULL);
  self->name = g_strdup (name);
  self->program_id = g_strdup (program_id);
  self->application_id =
      name != NULL ? g_strdup_printf ("%s.%s", program_id, name) : g_strdup (program_id);
  self->data_directory = g_build_filename (g_get_user_data_dir (), self->application_id, NULL);
  self->cache_directory = g_build_filename (g_get_user_cache_dir (), self->application_id, NULL);
  if (!make_directory (self->data_directory, error) ||
      !make_directory (self->cache_directory, error))
    return NULL;
  schema = interview_locations_find_schema (program_id, error);
  if (schema == NULL)
    return NULL;
  path = make_settings_path (self);
  self->settings = g_settings_new_full (schema, NULL, path);
  return g_steal_pointer (&self);
}

/**
 * interview_profile_get_name:
 *
 * Returns: (nullable) (transfer none): the name that was given, %NULL for the usual profile
 */
const char *
interview_profile_get_name (InterviewProfile *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROFILE (self), NULL);

  return self->name;
}

/**
 * interview_profile_get_program_id:
 *
 * Returns: (transfer none): the program's identifier, the same for all its profiles
 */
const char *
interview_profile_get_program_id (InterviewProfile *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROFILE (self), NULL);

  return self->program_id;
}

/**
 * interview_profile_get_application_id:
 *
 * Returns: (transfer none): the identifier of this profile's program
 */
const char *
interview_profile_get_application_id (InterviewProfile *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROFILE (self), NULL);

  return self->application_id;
}

/**
 * interview_profile_get_data_directory:
 *
 * Returns: (transfer none): the folder for what must not be lost; it exists, mode 0700
 */
const char *
interview_profile_get_data_directory (InterviewProfile *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROFILE (self), NULL);

  return self->data_directory;
}

/**
 * interview_profile_get_cache_directory:
 *
 * Returns: (transfer none): the folder for what can be fetched again; it exists, mode 0700
 */
const char *
interview_profile_get_cache_directory (InterviewProfile *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROFILE (self), NULL);

  return self->cache_directory;
}

/**
 * interview_profile_build_data_path:
 * @name: a file's name
 *
 * Returns: (transfer full): the path of a file in the data folder
 */
char *
interview_profile_build_data_path (InterviewProfile *self, const char *name)
{
  g_return_val_if_fail (INTERVIEW_IS_PROFILE (self), NULL);

  return g_build_filename (self->data_directory, name, NULL);
}

/**
 * interview_profile_get_settings:
 *
 * Returns: (transfer none): the settings of this profile
 */
GSettings *
interview_profile_get_settings (InterviewProfile *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROFILE (self), NULL);

  return self->settings;
}

/**
 * interview_profile_open_settings:
 * @schema_id: a relocatable schema
 * @folder: where under the profile's own settings, such as "panels/company"
 *
 * Returns: (transfer full) (nullable): more settings of this profile, %NULL if the program is not
 *   installed completely
 */
GSettings *
interview_profile_open_settings (InterviewProfile *self, const char *schema_id, const char *folder)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (INTERVIEW_IS_PROFILE (self), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  schema = interview_locations_find_schema (schema_id, &error);
  if (schema == NULL)
    {
      g_warning ("%s", error->message);
      return NULL;
    }
  base = make_settings_path (self);
  path = g_strdup_printf ("%s%s/", base, folder);
  return g_settings_new_full (schema, NULL, path);
}
