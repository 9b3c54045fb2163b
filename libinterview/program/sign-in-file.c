/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/sign-in-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"

/*
 * A sign-in file holds one link with a one-time code. Whoever reads it is signed in, so it must
 * belong to the person and be closed to others, and it is removed once it has done its work.
 */

/* The longest link that is taken; longer files are something else. */
#define MAX_FILE_SIZE 4096

static gboolean
check_file (int file, const char *path, GError **error)
{
  struct stat status;

  if (fstat (file, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size > MAX_FILE_SIZE)
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                   _ ("“%s” is not a sign-in file."), path);
      return FALSE;
    }
  if (status.st_uid != geteuid () || (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CREDENTIALS,
                   _ ("The sign-in file “%s” can be read by other people, so it is not used. Ask "
                      "for a new one."),
                   path);
      return FALSE;
    }
  return TRUE;
}

/**
 * interview_sign_in_file_read:
 * @path: a file
 * @error: return location
 *
 * Reads the link of a sign-in file. The file must belong to the person and have mode 0600.
 *
 * Returns: (transfer full) (nullable): the link, or %NULL with %INTERVIEW_ERROR_NOT_FOUND if there
 *   is no such file, %INTERVIEW_ERROR_CREDENTIALS if others can read it,
 *   %INTERVIEW_ERROR_INVALID if it holds no link
 */
InterviewLink *
interview_sign_in_file_read (const char *path, GError **error)
{
  char text[MAX_FILE_SIZE + 1] = { 0 };
  InterviewLink *link = NULL;
  gssize length;
  int file;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  if (file < 0)
    {
      g_set_error (error, INTERVIEW_ERROR,
                   errno == ENOENT ? INTERVIEW_ERROR_NOT_FOUND : INTERVIEW_ERROR_CREDENTIALS,
                   _ ("The sign-in file “%s” cannot be read. Ask for a new one."), path);
      return NULL;
    }
  if (check_file (file, path, error))
    {
      length = read (file, text, MAX_FILE_SIZE);
      text[MAX (length, 0)] = '\0';
      link = interview_link_parse (text, NULL);
      if (link == NULL)
        g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                     _ ("The sign-in file “%s” holds no link. Ask for a new one."), path);
    }
  g_close (file, NULL);
  return link;
}

/**
 * interview_sign_in_file_remove:
 * @path: a file whose code has been used
 * @error: return location
 *
 * Returns: whether it is gone; otherwise %INTERVIEW_ERROR_CREDENTIALS
 */
gboolean
interview_sign_in_file_remove (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CREDENTIALS,
               _ ("The used sign-in file “%s” cannot be removed. Delete it yourself."), path);
  return FALSE;
}
