/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/ice-offer.h"

#include <glib/gstdio.h>

#include "core/error.h"

#define ROOM "aaaaaaaaaaaaaaaaaaaaaaaaaa"
#define PERSON "bbbbbbbbbbbbbbbbbbbbbbbbbb"
#define NOW (G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC)

static InterviewConfig *
make_config (const char *stun, const char *turn, const char *secret, gboolean relay_only)
{
  InterviewConfig *config = interview_config_new ();

  config->ice_stun = g_strdup (stun);
  config->ice_turn = g_strdup (turn);
  config->ice_secret = g_strdup (secret);
  config->ice_relay_only = relay_only;

  return config;
}

/* The password is what openssl gives for the name:
 * printf NAME | openssl dgst -sha1 -hmac north -binary | base64 */
static void
test_signed (void)
{
  g_autoptr (InterviewConfig) config =
      make_config ("stun:a.example", "turn:a.example, turns:a.example:443", "north", FALSE);
  g_autoptr (InterviewIceSettings) settings = interview_ice_offer_make (config, ROOM, PERSON, NOW);
  GPtrArray *servers = interview_ice_settings_get_servers (settings);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (servers->len, ==, 3);
  g_assert_null (interview_ice_server_get_credential (g_ptr_array_index (servers, 0)));
  for (guint i = 1; i < 3; i++)
    {
      InterviewIceServer *server = g_ptr_array_index (servers, i);

      g_assert_cmpstr (interview_ice_server_get_username (server), ==,
                       "1700007200:" ROOM "." PERSON);
      g_assert_cmpstr (interview_ice_server_get_credential (server), ==,
                       "PNuJxi722ZqOWb03qhDIRoDxeTQ=");
    }
  g_assert_cmpint (interview_ice_settings_get_expires_at (settings), ==,
                   NOW + 2 * G_TIME_SPAN_HOUR);
  g_assert_false (interview_ice_settings_get_relay_only (settings));
  g_assert_true (interview_record_validate (INTERVIEW_RECORD (settings), &error));
  g_assert_no_error (error);
}

static void
test_nothing (void)
{
  g_autoptr (InterviewConfig) config = make_config (NULL, NULL, NULL, FALSE);

  g_assert_null (interview_ice_offer_make (config, ROOM, PERSON, NOW));
}

static void
test_checked (void)
{
  static const struct
  {
    const char *stun;
    const char *turn;
    const char *secret;
    gboolean relay_only;
    const char *complaint;
  } cases[] = {
    { "stun:a", "turn:a", "s", TRUE, NULL },
    { NULL, NULL, NULL, FALSE, NULL },
    { "turn:a", NULL, "s", FALSE, "not a STUN server" },
    { NULL, "stun:a", "s", FALSE, "not a TURN server" },
    { NULL, "turn:a", NULL, FALSE, "needs its secret" },
    { NULL, "turn:a", "", FALSE, "needs its secret" },
    { "stun:a", NULL, NULL, TRUE, "needs a TURN server" },
    { "here", NULL, NULL, FALSE, "is not the address" },
    { NULL, "turn:a turn:b turn:c turn:d turn:e turn:f turn:g turn:h turn:i", "s", FALSE,
      "more than 8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InterviewConfig) config =
          make_config (cases[i].stun, cases[i].turn, cases[i].secret, cases[i].relay_only);
      g_autoptr (GError) error = NULL;
      gboolean sound = interview_config_check (config, &error);

      g_assert_cmpint (sound, ==, cases[i].complaint == NULL);
      if (sound)
        continue;
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].complaint));
    }
}

/* The secret in a file of its own, as an administrator writes one, or an empty or absent one. */
static void
test_secret_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ice-offer-XXXXXX", NULL);
  g_autofree char *secret = g_build_filename (folder, "secret", NULL);
  g_autofree char *path = g_build_filename (folder, "server.conf", NULL);
  g_autofree char *text = g_strdup_printf ("[ice]\nturn=turn:a\nsecret-file=%s\n", secret);
  g_autoptr (InterviewConfig) config = interview_config_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_false (interview_config_load (config, path, &error));
  g_assert_nonnull (strstr (error->message, "secret-file"));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (secret, "\n", -1, NULL));
  g_assert_false (interview_config_load (config, path, &error));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (secret, "north\n", -1, NULL));
  g_assert_true (interview_config_load (config, path, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (config->ice_secret, ==, "north");
  g_assert_true (interview_config_check (config, &error));
  g_remove (secret);
  g_remove (path);
  g_rmdir (folder);
}

/* An authority is told, and one that is none is refused. */
static void
test_authority (void)
{
  g_autoptr (InterviewConfig) config = make_config (NULL, "turns:a.example", "north", FALSE);
  g_autoptr (InterviewIceSettings) settings = NULL;
  g_autoptr (GError) error = NULL;

  config->ice_authority = g_strdup ("-----BEGIN NONSENSE-----");
  g_assert_false (interview_config_check (config, &error));
  g_assert_nonnull (strstr (error->message, "authority"));
  settings = interview_ice_offer_make (config, ROOM, PERSON, NOW);
  g_assert_cmpstr (interview_ice_settings_get_authority (settings), ==, config->ice_authority);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ice-offer/signed", test_signed);
  g_test_add_func ("/ice-offer/nothing", test_nothing);
  g_test_add_func ("/ice-offer/checked", test_checked);
  g_test_add_func ("/ice-offer/secret-file", test_secret_file);
  g_test_add_func ("/ice-offer/authority", test_authority);

  return g_test_run ();
}
