/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/autostart.h"

#include <glib/gstdio.h>

/*
 * Whether the desktop starts a profile's program, without a window, when the person signs in to
 * their computer: a desktop file in their autostart folder, which is written and removed by their
 * choice alone.
 */

#define FOLDER_MODE 0700

static char *
get_path (InterviewProfile *profile)
{
  g_autofree char *name =
      g_strconcat (interview_profile_get_application_id (profile), ".desktop", NULL);

  return g_build_filename (g_get_user_config_dir (), "autostart", name, NULL);
}

/**
 * interview_autostart_get_enabled:
 *
 * Returns: whether the desktop starts the program
 */
gboolean
interview_autostart_get_enabled (InterviewProfile *profile)
{
  g_autofree char *path = get_path (profile);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  return g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) &&
         !g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN,
                                  NULL);
}

static char *
make_command (InterviewProfile *profile, GError **error)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", error);
  g_autofree char *quoted = program != NULL ? g_shell_quote (program) : NULL;
  const char *name = interview_profile_get_name (profile);

  if (quoted == NULL)
    return NULL;
  if (name == NULL || *name == '\0')
    return g_strconcat (quoted, " --gapplication-service", NULL);
  return g_strconcat (quoted, " --profile ", name, " --gapplication-service", NULL);
}

/**
 * interview_autostart_set_enabled:
 * @enabled: whether the desktop is to start the program
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_autostart_set_enabled (InterviewProfile *profile, gboolean enabled, GError **error)
{
  g_autofree char *path = get_path (profile);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *command = NULL;

  if (!enabled)
    {
      g_unlink (path);
      return TRUE;
    }
  command = make_command (profile, error);
  if (command == NULL)
    return FALSE;
  g_mkdir_with_parents (folder, FOLDER_MODE);
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE,
                         G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NAME,
                         g_get_application_name ());
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, command);
  return g_key_file_save_to_file (file, path, error);
}
