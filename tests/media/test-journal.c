/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <arpa/inet.h>
#include <ifaddrs.h>

#include "media/call-journal.h"
#include "media/diagnosis.h"
#include "support/network.h"
#include "test-side.h"

/* Kilobits a second that both directions share: too little for pictures. */
#define NARROW 100

typedef struct
{
  Side *side;
  InterviewCallJournal *journal;
  InterviewCallReading reading;
} Reader;

static gboolean
get_reading (Reader *reader)
{
  return reader->side->remote != NULL &&
         interview_call_journal_get_reading (reader->journal, reader->side->remote,
                                             &reader->reading);
}

static gboolean
is_good (gpointer data)
{
  Reader *reader = data;

  return get_reading (reader) && reader->reading.way == INTERVIEW_LINK_WAY_DIRECT &&
         reader->reading.frame_rate > 8 && reader->reading.sending.round_trip > 0 &&
         interview_diagnose (&reader->reading) == 0;
}

static gboolean
is_camera_off (gpointer data)
{
  Reader *reader = data;

  return get_reading (reader) && !reader->reading.camera_on && reader->reading.frame_rate < 1;
}

static gboolean
finds_no_upload (gpointer data)
{
  Reader *reader = data;

  return get_reading (reader) &&
         (interview_diagnose (&reader->reading) & 1u << INTERVIEW_FINDING_NO_UPLOAD) != 0;
}

static void
assert_without (const char *text, const char *personal)
{
  if (strstr (text, personal) != NULL)
    g_error ("“%s” is in the log:\n%s", personal, text);
}

/* Nothing that says who was in the call, or where. */
static void
assert_impersonal (const char *text)
{
  static const char *const personal[] = { SMALL, LARGE, CANDIDATE, RECRUITER };
  struct ifaddrs *addresses = NULL;
  char written[INET6_ADDRSTRLEN];

  for (gsize i = 0; i < G_N_ELEMENTS (personal); i++)
    assert_without (text, personal[i]);
  assert_without (text, g_get_user_name ());
  assert_without (text, g_get_host_name ());
  g_assert_cmpint (getifaddrs (&addresses), ==, 0);
  for (struct ifaddrs *item = addresses; item != NULL; item = item->ifa_next)
    {
      const struct sockaddr *address = item->ifa_addr;
      const void *raw;

      if (address == NULL || (address->sa_family != AF_INET && address->sa_family != AF_INET6))
        continue;
      raw = address->sa_family == AF_INET
                ? (const void *) &((const struct sockaddr_in *) address)->sin_addr
                : (const void *) &((const struct sockaddr_in6 *) address)->sin6_addr;
      assert_without (text, inet_ntop (address->sa_family, raw, written, sizeof written));
    }
  freeifaddrs (addresses);
  /* No address in any other writing, either. */
  g_assert_false (g_regex_match_simple ("\\d+\\.\\d+\\.\\d+\\.\\d+", text, 0, 0));
  g_assert_false (g_regex_match_simple ("[0-9a-f]{1,4}:[0-9a-f:]{3,}", text, 0, 0));
}

static void
test_journal (void)
{
  g_autofree char *text = NULL;
  Side one, other;
  Reader reader;

  sides_open (&one, &other);
  reader = (Reader){ &one, interview_call_journal_new (one.call), { 0 } };
  sides_start (&one, &other);

  wait_for (is_good, &reader, "good readings");
  g_assert_cmpint (reader.reading.width, ==, 320);
  g_assert_cmpint (reader.reading.height, ==, 180);
  g_assert_cmpuint (reader.reading.bitrate, >, 20000);
  g_assert_cmpfloat (reader.reading.loss, <, 0.5);

  interview_capture_set_camera_enabled (other.capture, FALSE);
  wait_for (is_camera_off, &reader, "the camera to be off in the readings");

  text = interview_call_journal_to_text (reader.journal);
  g_assert_nonnull (strstr (text, "Interview " INTERVIEW_VERSION));
  g_assert_nonnull (strstr (text, "other 1  connected way=direct"));
  g_assert_nonnull (strstr (text, "320x180"));
  g_assert_nonnull (strstr (text, "camera-off"));
  assert_impersonal (text);

  g_object_unref (reader.journal);
  sides_close (&one, &other);
}

/* The network is narrowed for real: what is wrong is found, and found to be over. */
static void
test_narrow (void)
{
  g_autofree char *text = NULL;
  Side one, other;
  Reader reader;

  if (network_skip ())
    return;
  sides_open (&one, &other);
  interview_source_factory_set_test_picture (one.factory, 1280, 720, 30);
  interview_source_factory_set_test_picture (other.factory, 1280, 720, 30);
  reader = (Reader){ &one, interview_call_journal_new (one.call), { 0 } };
  sides_start (&one, &other);
  wait_for (is_good, &reader, "good readings");
  g_assert_true (network_limit (NARROW));
  wait_for (finds_no_upload, &reader, "the finding that the upload is too slow");
  g_assert_true (network_limit (0));
  wait_for (is_good, &reader, "good readings again");
  text = interview_call_journal_to_text (reader.journal);
  g_assert_nonnull (strstr (text, " no-upload"));
  assert_impersonal (text);

  g_object_unref (reader.journal);
  sides_close (&one, &other);
}

int
main (int argc, char **argv)
{
  network_enter ();
  side_init (&argc, &argv);

  g_test_add_func ("/journal/call", test_journal);
  g_test_add_func ("/journal/narrow", test_narrow);

  return g_test_run ();
}
