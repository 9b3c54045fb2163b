/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/commands.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "core/error.h"
#include "core/link.h"
#include "server/data-folder.h"
#include "server/sample/sample.h"
#include "server/services/password-hasher.h"
#include "server/services/setup-service.h"

#define MIN_PASSWORD_LENGTH 8
#define SIGN_IN_MODE 0600
#define SIGN_IN_FOLDER_MODE 0700

typedef struct
{
  const InterviewCommandOptions *options;
  char *secret;
} Setup;

static char *
read_line (FILE *stream)
{
  char line[512] = { 0 };

  if (fgets (line, sizeof line, stream) == NULL)
    return NULL;
  g_strchomp (line);
  return g_strdup (line);
}

static char *
ask_password (void)
{
  struct termios before, quiet;
  gboolean terminal = tcgetattr (STDIN_FILENO, &before) == 0;
  char *password;

  if (terminal)
    {
      g_printerr ("Password: ");
      quiet = before;
      quiet.c_lflag &= ~ECHO;
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &quiet);
    }
  password = read_line (stdin);
  if (terminal)
    {
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
      g_printerr ("\n");
    }
  return password;
}

static char *
get_password (const InterviewCommandOptions *options, GError **error)
{
  g_autofree char *password = NULL;

  if (options->password_file != NULL)
    {
      if (!g_file_get_contents (options->password_file, &password, NULL, error))
        return NULL;
      g_strchomp (password);
    }
  else
    password = ask_password ();
  if (password == NULL || !g_utf8_validate (password, -1, NULL) ||
      g_utf8_strlen (password, -1) < MIN_PASSWORD_LENGTH)
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                   "a password has at least %d characters", MIN_PASSWORD_LENGTH);
      return NULL;
    }
  return g_steal_pointer (&password);
}

static gboolean
set_up (InterviewTransaction *transaction, gpointer data, GError **error)
{
  Setup *setup = data;
  g_autoptr (InterviewPerson) admin = NULL;
  gboolean empty;

  if (!interview_setup_service_is_empty (transaction, &empty, error))
    return FALSE;
  if (!empty)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT,
                           "the store has a company already");
      return FALSE;
    }
  admin = interview_setup_service_create (transaction, setup->options->company,
                                          setup->options->language, setup->options->name,
                                          setup->options->email, setup->secret, error);
  return admin != NULL;
}

/**
 * interview_command_init:
 * @config: settings
 * @options: the company and its first HR admin
 * @error: return location
 *
 * Makes the store with one company and one person, who can sign in. Asks for the password.
 *
 * Returns: whether it is made
 */
gboolean
interview_command_init (const InterviewConfig *config,
                        const InterviewCommandOptions *options,
                        GError **error)
{
  g_autoptr (InterviewClock) clock = interview_clock_new_system ();
  g_autoptr (InterviewStore) store = NULL;
  g_autoptr (InterviewBlobStore) blobs = NULL;
  g_autofree char *password = NULL;
  g_autofree char *secret = NULL;
  Setup setup = { options, NULL };

  if (options->company == NULL || options->name == NULL || options->email == NULL)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "“init” needs --company, --name and --email");
      return FALSE;
    }
  if (!interview_data_folder_open (config, clock, &store, &blobs, error))
    return FALSE;
  password = get_password (options, error);
  if (password == NULL)
    return FALSE;
  secret = interview_password_hash (password, error);
  setup.secret = secret;
  return secret != NULL && interview_store_run (store, set_up, &setup, NULL, error);
}

static gboolean
write_sign_in (const InterviewCommandOptions *options,
               InterviewEndpoint *endpoint,
               const char *name,
               const char *code,
               GError **error)
{
  g_autofree char *path = g_build_filename (options->sign_in, name, NULL);
  g_autoptr (InterviewLink) link = interview_link_new (endpoint, code);
  g_autofree char *text = interview_link_to_text (link);
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  return g_file_set_contents_full (path, line, -1, G_FILE_SET_CONTENTS_CONSISTENT, SIGN_IN_MODE,
                                   error);
}

/**
 * interview_command_sample:
 * @config: settings
 * @options: where the sample is and where the sign-in files go
 * @error: return location
 *
 * Fills in the sample company with rooms that start now.
 *
 * Returns: whether it is there
 */
gboolean
interview_command_sample (const InterviewConfig *config,
                          const InterviewCommandOptions *options,
                          GError **error)
{
  g_autoptr (InterviewClock) clock = interview_clock_new_system ();
  g_autoptr (InterviewEndpoint) endpoint = NULL;
  g_autoptr (InterviewStore) store = NULL;
  g_autoptr (InterviewBlobStore) blobs = NULL;
  g_autoptr (InterviewSample) sample = NULL;

  if ((options->sign_in == NULL) != (options->server == NULL))
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "--sign-in and --server belong together");
      return FALSE;
    }
  if (options->server != NULL)
    {
      endpoint = interview_endpoint_parse (options->server, error);
      if (endpoint == NULL)
        return FALSE;
    }
  if (!interview_data_folder_open (config, clock, &store, &blobs, error))
    return FALSE;
  sample = interview_sample_load (store, blobs, options->sample, error);
  if (sample == NULL)
    return FALSE;
  if (options->sign_in == NULL)
    return TRUE;
  if (g_mkdir_with_parents (options->sign_in, SIGN_IN_FOLDER_MODE) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   "the folder “%s” cannot be made: %s", options->sign_in, g_strerror (errno));
      return FALSE;
    }
  return write_sign_in (options, endpoint, "recruiter.sign-in",
                        interview_sample_get_recruiter_code (sample), error) &&
         write_sign_in (options, endpoint, "candidate.sign-in",
                        interview_sample_get_candidate_code (sample), error) &&
         write_sign_in (options, endpoint, "admin.sign-in",
                        interview_sample_get_admin_code (sample), error);
}
