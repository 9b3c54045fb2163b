/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/id.h"
#include "core/link.h"

#define CODE "0123456789abcdefghjkmnpqrs"
#define FINGERPRINT "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

static void
test_links (void)
{
  static const struct
  {
    const char *text;
    const char *host;
    guint16 port;
    gboolean tls;
    const char *again;
  } cases[] = {
    { "interview://hr.example.com/" CODE, "hr.example.com", 443, TRUE,
      "interview://hr.example.com:443/" CODE },
    { "  INTERVIEW://HR.example.com:8443/" CODE "\n", "hr.example.com", 8443, TRUE,
      "interview://hr.example.com:8443/" CODE },
    { "interview://127.0.0.1:9000/" CODE "?tls=no", "127.0.0.1", 9000, FALSE,
      "interview://127.0.0.1:9000/" CODE "?tls=no" },
    { "interview://[::1]:9000/" CODE "?tls=no", "::1", 9000, FALSE,
      "interview://[::1]:9000/" CODE "?tls=no" },
    { "interview://hr/0123-4567-89AB-CDEF-GHJK-MNPQ-RS?fingerprint=" FINGERPRINT, "hr", 443, TRUE,
      "interview://hr:443/" CODE "?fingerprint=" FINGERPRINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InterviewLink) link = interview_link_parse (cases[i].text, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (interview_link_get_code (link), ==, CODE);
      g_assert_cmpstr (interview_endpoint_get_host (interview_link_get_endpoint (link)), ==,
                       cases[i].host);
      g_assert_cmpuint (interview_endpoint_get_port (interview_link_get_endpoint (link)), ==,
                        cases[i].port);
      g_assert_cmpint (interview_endpoint_get_tls (interview_link_get_endpoint (link)), ==,
                       cases[i].tls);
      again = interview_link_to_text (link);
      g_assert_cmpstr (again, ==, cases[i].again);
    }
}

static void
test_no_links (void)
{
  static const char *const cases[] = {
    "",
    "hello",
    CODE,
    "interview://",
    "interview://host",
    "interview://host/",
    "interview:///" CODE,
    "https://host/" CODE,
    "interview://host/" CODE "x",
    "interview://host/" CODE "?tls=maybe",
    "interview://host/" CODE "?fingerprint=12",
    "interview://host/" CODE "?tls=no&fingerprint=" FINGERPRINT,
    "interview://host:0/" CODE,
    "interview://host:99999/" CODE,
    "interview://ho st/" CODE,
    "interview://user@host/" CODE,
    "interview://host#x/" CODE,
    "interview://-%00/" CODE,
    "interview://http://host/" CODE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (interview_link_parse (cases[i], &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
    }
}

static void
test_pasted_servers (void)
{
  static const struct
  {
    const char *text;
    const char *again;
  } cases[] = {
    { "http://127.0.0.1:8700", "127.0.0.1:8700?tls=no" },
    { "HTTP://[::1]:8700/", "[::1]:8700?tls=no" },
    { "https://hr.example.com/", "hr.example.com:443" },
    { "https://hr:8700/?fingerprint=" FINGERPRINT, "hr:8700?fingerprint=" FINGERPRINT },
    { "https://hr.example.com//", NULL },
    { "https://hr.example.com/rooms", NULL },
    { "https://", NULL },
    { "http:///", NULL },
    { "http://hr?fingerprint=" FINGERPRINT, NULL },
    { "http://https://hr", NULL },
    { "ftp://hr", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InterviewEndpoint) endpoint = interview_endpoint_parse (cases[i].text, NULL);
      g_autofree char *again = endpoint != NULL ? interview_endpoint_to_text (endpoint) : NULL;

      g_assert_cmpstr (again, ==, cases[i].again);
    }
}

static void
test_typed_codes (void)
{
  g_autofree char *typed = interview_code_normalize (" o123-4567 89AB CDEF GHJK MNPQ RS ");
  g_autofree char *letters = interview_code_normalize ("Oi23456789abcdefghjkmnpqrs");
  g_autofree char *grouped = interview_code_group (CODE);

  g_assert_cmpstr (typed, ==, CODE);
  g_assert_cmpstr (letters, ==, CODE);
  g_assert_cmpstr (grouped, ==, "0123-4567-89ab-cdef-ghjk-mnpq-rs");
  g_assert_null (interview_code_normalize ("0123"));
  g_assert_null (interview_code_normalize (CODE "0"));
  g_assert_null (interview_code_normalize ("0123456789abcdefghjkmnpqr语"));
}

static void
test_loopback (void)
{
  static const struct
  {
    const char *text;
    gboolean loopback;
  } cases[] = {
    { "localhost:1", TRUE }, { "127.0.0.1:1", TRUE },    { "127.9.9.9:1", TRUE },
    { "[::1]:1", TRUE },     { "192.168.0.1:1", FALSE }, { "localhost.example.com", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InterviewEndpoint) endpoint = interview_endpoint_parse (cases[i].text, NULL);

      g_assert_nonnull (endpoint);
      g_assert_cmpint (interview_endpoint_is_loopback (endpoint), ==, cases[i].loopback);
    }
}

static void
test_uri (void)
{
  g_autoptr (InterviewEndpoint) plain = interview_endpoint_parse ("[::1]:80?tls=no", NULL);
  g_autoptr (InterviewEndpoint) secure = interview_endpoint_parse ("hr.example.com", NULL);
  g_autofree char *plain_uri = interview_endpoint_to_uri (plain, "ws", "/a?b");
  g_autofree char *secure_uri = interview_endpoint_to_uri (secure, "http", "/a");

  g_assert_cmpstr (plain_uri, ==, "ws://[::1]:80/a?b");
  g_assert_cmpstr (secure_uri, ==, "https://hr.example.com:443/a");
}

static void
test_identifiers (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 10000; i++)
    {
      char *id = interview_id_new ();

      g_assert_true (interview_id_is_valid (id));
      g_assert_true (g_hash_table_add (seen, id));
    }
  g_assert_false (interview_id_is_valid (NULL));
  g_assert_false (interview_id_is_valid (""));
  g_assert_false (interview_id_is_valid ("01H0000000000000000000000A"));
  g_assert_false (interview_id_is_valid ("01h0000000000000000000000l"));
  g_assert_false (interview_id_is_valid ("01h0000000000000000000000aa"));
}

static void
test_base32 (void)
{
  g_autofree char *zero = interview_base32_encode ((const guint8[]){ 0 }, 1);
  g_autofree char *all =
      interview_base32_encode ((const guint8[]){ 0xff, 0xff, 0xff, 0xff, 0xff }, 5);
  g_autofree char *mixed = interview_base32_encode ((const guint8 *) "foobar", 6);

  g_assert_cmpstr (zero, ==, "00");
  g_assert_cmpstr (all, ==, "zzzzzzzz");
  g_assert_cmpstr (mixed, ==, "csqpyrk1e8");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/link/links", test_links);
  g_test_add_func ("/core/link/no-links", test_no_links);
  g_test_add_func ("/core/link/typed-codes", test_typed_codes);
  g_test_add_func ("/core/endpoint/pasted", test_pasted_servers);
  g_test_add_func ("/core/endpoint/loopback", test_loopback);
  g_test_add_func ("/core/endpoint/uri", test_uri);
  g_test_add_func ("/core/id/identifiers", test_identifiers);
  g_test_add_func ("/core/id/base32", test_base32);
  return g_test_run ();
}
