/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/sealer.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/error.h"
#include "server/store/sealed-text.h"

#define KEY_MODE 0600

/*
 * InterviewSealer encrypts what must not be read in a copy of the store alone: passwords of other
 * services, and messages that let a candidate in. Its key is a file beside the store that only the
 * server's own account can read (mode 0600); whoever backs up the folder has both.
 *
 * The store owns it; it never changes and may be used from any thread.
 */
struct _InterviewSealer
{
  GObject parent_instance;

  guint8 key[INTERVIEW_SEALED_TEXT_KEY_SIZE];
};

G_DEFINE_FINAL_TYPE (InterviewSealer, interview_sealer, G_TYPE_OBJECT)

static void
interview_sealer_finalize (GObject *object)
{
  InterviewSealer *self = INTERVIEW_SEALER (object);

  sodium_memzero (self->key, sizeof self->key);

  G_OBJECT_CLASS (interview_sealer_parent_class)->finalize (object);
}

static void
interview_sealer_class_init (InterviewSealerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_sealer_finalize;
}

static void
interview_sealer_init (InterviewSealer *self)
{
}

static gboolean
set_file_error (GError **error, const char *path, int number)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number),
               "the key “%s” cannot be used: %s", path, g_strerror (number));
  return FALSE;
}

/* The key is on disk under its name before anything is sealed with it. */
static gboolean
make_key (const char *path, GError **error)
{
  guint8 key[INTERVIEW_SEALED_TEXT_KEY_SIZE];
  gboolean made;

  crypto_secretbox_keygen (key);
  made = g_file_set_contents_full (path, (const char *) key, sizeof key,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   KEY_MODE, error);
  sodium_memzero (key, sizeof key);
  return made;
}

static gboolean
read_key (InterviewSealer *self, const char *path, GError **error)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  guint8 more;
  gssize length;

  if (file < 0)
    return set_file_error (error, path, errno);
  length = read (file, self->key, sizeof self->key);
  if (length == (gssize) sizeof self->key && read (file, &more, 1) != 0)
    length = 0;
  close (file);
  return length == (gssize) sizeof self->key || set_file_error (error, path, EINVAL);
}

/**
 * interview_sealer_open:
 * @path: the file of the key, made if it is missing
 * @error: return location; #GFileError, or %INTERVIEW_ERROR_INTERNAL
 *
 * Returns: (transfer full): a sealer, or %NULL
 */
InterviewSealer *
interview_sealer_open (const char *path, GError **error)
{
  g_autoptr (InterviewSealer) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (sodium_init () < 0)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL,
                           "the system gives no random numbers");
      return NULL;
    }
  self = g_object_new (INTERVIEW_TYPE_SEALER, NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !make_key (path, error))
    return NULL;
  return read_key (self, path, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * interview_sealer_seal:
 * @text: what only the server may read
 *
 * Returns: (transfer full): what can be stored
 */
GBytes *
interview_sealer_seal (InterviewSealer *self, const char *text)
{
  g_return_val_if_fail (INTERVIEW_IS_SEALER (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return interview_sealed_text_new (self->key, text);
}

/**
 * interview_sealer_unseal:
 * @sealed: what was stored
 * @error: return location; %INTERVIEW_ERROR_STORE_CORRUPT if it was not sealed with this key, or
 *   was changed since
 *
 * Returns: (transfer full): the text, or %NULL
 */
char *
interview_sealer_unseal (InterviewSealer *self, GBytes *sealed, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (INTERVIEW_IS_SEALER (self), NULL);
  g_return_val_if_fail (sealed != NULL, NULL);

  text = interview_sealed_text_open (self->key, sealed);
  if (text == NULL)
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_CORRUPT,
                         "a sealed text does not fit the key beside the store");
  return g_steal_pointer (&text);
}
