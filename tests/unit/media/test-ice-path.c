/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/ice-path.h"

#include "core/error.h"
#include "core/ice-uri.h"

static void
test_described (void)
{
  static const struct
  {
    const char *uri;
    const char *username;
    const char *credential;
    const char *described;
  } cases[] = {
    { "stun:a.example", NULL, NULL, "stun://a.example:3478" },
    { "stun:192.0.2.1:19302", NULL, NULL, "stun://192.0.2.1:19302" },
    { "stun:[2001:db8::1]:3479", NULL, NULL, "stun://[2001:db8::1]:3479" },
    { "turn:a.example", "1700000000:bob",
      "a+b/c=", "turn://1700000000%3Abob:a%2Bb%2Fc%3D@a.example:3478?transport=udp" },
    { "turn:a.example:443?transport=tcp", "u", "p", "turn://u:p@a.example:443?transport=tcp" },
    /* Nobody is let in without a name. */
    { "turn:a.example", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InterviewIceServer) server =
          g_object_new (INTERVIEW_TYPE_ICE_SERVER, "uri", cases[i].uri, "username",
                        cases[i].username, "credential", cases[i].credential, NULL);
      g_autoptr (InterviewIceUri) uri = interview_ice_uri_parse (cases[i].uri, NULL);
      g_autofree char *described = interview_ice_path_describe (server, uri);

      g_assert_cmpstr (described, ==, cases[i].described);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    "stun",
    "stun:",
    "stun:a b",
    "stun:a:0",
    "stun:a:x",
    "stun:a:70000",
    "stun:a?transport=udp",
    "turn:[::1",
    "turn:[::1]x",
    "turn:a@b",
    "turn:a?transport=sctp",
    "turn:a?",
    "turns:a?transport=udp",
    "STUN:a",
    "stun:a/../b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (interview_ice_uri_parse (texts[i], &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ice-path/described", test_described);
  g_test_add_func ("/ice-path/refused", test_refused);

  return g_test_run ();
}
