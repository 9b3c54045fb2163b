/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/credential-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"

/* Bytes. A server's address and a token are some 500 at most. */
#define MAX_SIZE 4096

/*
 * A secret in a file that nobody else may read: what takes the place of the Secret Service where
 * there is none.
 */

/**
 * interview_credential_file_save:
 * @path: the file, mode 0600 afterwards
 * @secret: text
 * @error: return location; %INTERVIEW_ERROR_CREDENTIALS with a message for people
 *
 * Returns: whether it is on disk
 */
gboolean
interview_credential_file_save (const char *path, const char *secret, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autoptr (GError) cause = NULL;

  g_mkdir_with_parents (directory, 0700);
  /* A file that is replaced keeps its mode, so one with a wrong mode must go first. */
  g_unlink (path);
  if (g_file_set_contents_full (path, secret, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &cause))
    return TRUE;
  g_message ("%s: %s", path, cause->message);
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CREDENTIALS,
                       _ ("Your sign-in could not be kept on this computer, so you will have to "
                          "sign in again next time. Check that your disk is not full."));
  return FALSE;
}

/**
 * interview_credential_file_load:
 * @path: the file
 *
 * Returns: (transfer full) (nullable): the secret, %NULL if there is none or others could have
 *   read or written it
 */
char *
interview_credential_file_load (const char *path)
{
  char text[MAX_SIZE + 1];
  struct stat info;
  gssize length = -1;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);

  if (fd < 0)
    return NULL;
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && info.st_uid == geteuid () &&
      (info.st_mode & 0077) == 0)
    length = read (fd, text, MAX_SIZE);
  else
    g_message ("%s is not used: others could have read it", path);
  close (fd);
  if (length <= 0)
    return NULL;
  text[length] = '\0';
  return g_utf8_validate (text, length, NULL) ? g_strdup (text) : NULL;
}

/**
 * interview_credential_file_clear:
 * @path: the file
 * @error: return location; %INTERVIEW_ERROR_CREDENTIALS with a message for people
 *
 * Returns: whether it is gone
 */
gboolean
interview_credential_file_clear (const char *path, GError **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CREDENTIALS,
               /* Translators: %s is a file */
               _ ("Your sign-in could not be removed from this computer. Delete the file “%s” "
                  "yourself."),
               path);
  return FALSE;
}
