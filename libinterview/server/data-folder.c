/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/data-folder.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "core/error.h"
#include "server/services/setup-service.h"

#define STORE_FILE "interview.db"
#define BLOB_FOLDER "blobs"
#define UPLOAD_FOLDER "uploads"
#define DATA_FOLDER_MODE 0700

/*
 * The folder in which a server keeps everything: the store, the blobs and the uploads.
 */

/**
 * interview_data_folder_open:
 * @config: settings
 * @clock: (transfer none): what time it is
 * @store: (out) (transfer full): the store
 * @blobs: (out) (transfer full): the blob store
 * @error: return location
 *
 * Opens the folder of the server, and makes it if it is missing.
 *
 * Returns: whether both are open
 */
gboolean
interview_data_folder_open (const InterviewConfig *config,
                            InterviewClock *clock,
                            InterviewStore **store,
                            InterviewBlobStore **blobs,
                            GError **error)
{
  g_autofree char *path = g_build_filename (config->data, STORE_FILE, NULL);
  g_autofree char *folder = g_build_filename (config->data, BLOB_FOLDER, NULL);

  if (g_mkdir_with_parents (config->data, DATA_FOLDER_MODE) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   "the folder “%s” cannot be made: %s", config->data, g_strerror (errno));
      return FALSE;
    }
  *store = interview_store_open (path, clock, error);
  if (*store == NULL)
    return FALSE;
  *blobs = interview_blob_store_open (folder, error);
  return *blobs != NULL;
}

/**
 * interview_data_folder_open_uploads:
 * @config: settings
 * @error: return location
 *
 * Returns: (transfer full): where the server keeps what is sent to it in parts, or %NULL
 */
InterviewUploadStore *
interview_data_folder_open_uploads (const InterviewConfig *config, GError **error)
{
  g_autofree char *folder = g_build_filename (config->data, UPLOAD_FOLDER, NULL);

  return interview_upload_store_open (folder, error);
}

static gboolean
look_for_company (InterviewTransaction *transaction, gpointer data, GError **error)
{
  return interview_setup_service_is_empty (transaction, data, error);
}

/**
 * interview_data_folder_check_company:
 * @config: settings
 * @clock: (transfer none): what time it is
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Makes nothing that is not there: a folder that was mistyped stays one.
 *
 * Returns: whether there is a company to serve
 */
gboolean
interview_data_folder_check_company (const InterviewConfig *config,
                                     InterviewClock *clock,
                                     GError **error)
{
  g_autofree char *path = g_build_filename (config->data, STORE_FILE, NULL);
  gboolean empty = TRUE;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (InterviewStore) store = interview_store_open (path, clock, error);

      if (store == NULL || !interview_store_run (store, look_for_company, &empty, NULL, error))
        return FALSE;
    }
  if (empty)
    g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND,
                 "there is no company in “%s” yet. Make one with\n"
                 "  interview-server init --data %s --company NAME --name NAME --email ADDRESS\n"
                 "or, to try it, fill in the sample company with\n"
                 "  interview-server sample --data %s",
                 config->data, config->data, config->data);
  return !empty;
}
