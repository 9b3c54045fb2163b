/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/last-look.h"

#include <glib/gstdio.h>

/*
 * What somebody saw, or was writing, when they last looked, kept in a small file: so that what is
 * new since then can be told, and what was not saved is there again.
 */

/* A staffing of two hundred recruiters and tasks is far below this. */
#define MAX_SIZE (1024 * 1024)

/**
 * interview_last_look_load:
 * @profile: whose files they are
 * @name: what was looked at, as a file name
 * @type: class of the record
 *
 * Returns: (transfer full) (nullable): what was seen, or %NULL if that is not known
 */
gpointer
interview_last_look_load (InterviewProfile *profile, const char *name, GType type)
{
  g_autofree char *path = interview_profile_build_data_path (profile, name);
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, NULL) || length > MAX_SIZE)
    return NULL;
  return interview_record_from_text (type, text, (gssize) length, NULL);
}

/**
 * interview_last_look_keep:
 * @profile: whose files they are
 * @name: what was looked at, as a file name
 * @record: what was seen
 *
 * Keeps it for the next look. A full disk costs the marks and what was not saved, so a failure is
 * only logged.
 */
void
interview_last_look_keep (InterviewProfile *profile, const char *name, InterviewRecord *record)
{
  g_autofree char *path = interview_profile_build_data_path (profile, name);
  g_autofree char *text = interview_record_to_text (record);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_warning ("What was seen cannot be written down: %s", error->message);
}

/**
 * interview_last_look_forget:
 * @profile: whose files they are
 * @name: what was looked at, as a file name
 *
 * Forgets it, because it was saved.
 */
void
interview_last_look_forget (InterviewProfile *profile, const char *name)
{
  g_autofree char *path = interview_profile_build_data_path (profile, name);

  g_unlink (path);
}
