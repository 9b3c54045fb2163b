/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gst/webrtc/webrtc.h>

#include "media/diagnosis.h"

#define MS G_TIME_SPAN_MILLISECOND

/* A good call: what each case differs from. */
static const InterviewCallReading good = {
  .state = INTERVIEW_CALL_STATE_CONNECTED,
  .camera_on = TRUE,
  .microphone_on = TRUE,
  .sending = { .bitrate = 1500000,
               .acknowledged = 1200000,
               .loss = 0.005,
               .round_trip = 40 * MS,
               .lines = 720,
               .frame_rate = 30 },
  .bitrate = 1200000,
  .loss = 0.01,
  .frame_rate = 29,
  .width = 1280,
  .height = 720,
  .jitter = 5 * MS,
  .sound_delay = 40 * MS,
  .way = INTERVIEW_LINK_WAY_DIRECT,
};

static void
assert_found (const InterviewCallReading *reading, int finding)
{
  g_assert_cmphex (interview_diagnose (reading), ==, finding < 0 ? 0 : 1u << finding);
}

static void
test_findings (void)
{
  InterviewCallReading bad = good;

  assert_found (&good, -1);
  bad.sending.picture_paused = TRUE;
  bad.sending.lines = 180;
  assert_found (&bad, INTERVIEW_FINDING_NO_UPLOAD);
  bad.sending.picture_paused = FALSE;
  assert_found (&bad, INTERVIEW_FINDING_SLOW_UPLOAD);
  bad.sending.lines = 360;
  assert_found (&bad, -1);

  bad = good;
  bad.loss = 0.06;
  assert_found (&bad, INTERVIEW_FINDING_SOUND_IN_PIECES);
  bad.microphone_on = FALSE;
  assert_found (&bad, -1);
  bad = good;
  bad.jitter = 80 * MS;
  assert_found (&bad, INTERVIEW_FINDING_SOUND_IN_PIECES);

  bad = good;
  bad.sending.loss = 0.1;
  assert_found (&bad, INTERVIEW_FINDING_UPLOAD_LOSS);

  bad = good;
  bad.sending.computer = INTERVIEW_COMPUTER_STATE_LIMITED;
  bad.sending.lines = 360;
  assert_found (&bad, -1);
  bad.sending.computer = INTERVIEW_COMPUTER_STATE_OVERLOADED;
  assert_found (&bad, INTERVIEW_FINDING_SLOW_COMPUTER);

  bad = good;
  bad.frame_rate = 1;
  assert_found (&bad, INTERVIEW_FINDING_STILL_PICTURE);
  bad.camera_on = FALSE;
  assert_found (&bad, -1);

  bad = good;
  bad.sending.round_trip = 500 * MS;
  assert_found (&bad, -1);
  bad.sound_delay = 150 * MS;
  assert_found (&bad, INTERVIEW_FINDING_LATE);
}

/* When nothing comes, nothing else is known; before a call stands nothing is wrong. */
static void
test_states (void)
{
  InterviewCallReading bad = good;

  bad.sending.loss = 1;
  bad.frame_rate = 0;
  bad.state = INTERVIEW_CALL_STATE_RECONNECTING;
  assert_found (&bad, INTERVIEW_FINDING_SILENCE);
  bad.relay = INTERVIEW_CALL_RELAY_MISSING;
  g_assert_cmphex (interview_diagnose (&bad), ==,
                   1u << INTERVIEW_FINDING_SILENCE | 1u << INTERVIEW_FINDING_NO_RELAY);
  bad.state = INTERVIEW_CALL_STATE_CONNECTING;
  assert_found (&bad, INTERVIEW_FINDING_NO_RELAY);
  bad.relay = INTERVIEW_CALL_RELAY_GIVEN;
  assert_found (&bad, -1);
  bad.relay = INTERVIEW_CALL_RELAY_MISSING;
  bad.state = INTERVIEW_CALL_STATE_ENDED;
  assert_found (&bad, -1);
  bad.state = INTERVIEW_CALL_STATE_CONNECTED;
  g_assert_cmphex (interview_diagnose (&bad), ==,
                   1u << INTERVIEW_FINDING_UPLOAD_LOSS | 1u << INTERVIEW_FINDING_STILL_PICTURE);
}

static void
test_words (void)
{
  for (int i = 0; i < INTERVIEW_FINDING_N_KINDS; i++)
    {
      g_assert_cmpuint (strlen (interview_finding_describe (i)), >, 20);
      for (int j = 0; j < i; j++)
        g_assert_cmpstr (interview_finding_describe (i), !=, interview_finding_describe (j));
    }
}

static void
add_item (GstStructure *stats, const char *name, GstStructure *item)
{
  gst_structure_set (stats, name, GST_TYPE_STRUCTURE, item, NULL);
  gst_structure_free (item);
}

static void
add_candidate (GstStructure *stats, const char *name, GstWebRTCStatsType type, const char *kind)
{
  add_item (stats, name,
            gst_structure_new ("candidate", "type", GST_TYPE_WEBRTC_STATS_TYPE, type, "address",
                               G_TYPE_STRING, "192.0.2.7", "candidate-type", G_TYPE_STRING, kind,
                               NULL));
}

static void
add_stream (GstStructure *stats, const char *name, guint64 received, int lost)
{
  g_autoptr (GstStructure) source =
      gst_structure_new ("source", "packets-lost", G_TYPE_INT, lost, NULL);

  add_item (stats, name,
            gst_structure_new ("inbound", "type", GST_TYPE_WEBRTC_STATS_TYPE,
                               GST_WEBRTC_STATS_INBOUND_RTP, "packets-received", G_TYPE_UINT64,
                               received, "gst-rtpsource-stats", GST_TYPE_STRUCTURE, source, NULL));
}

static void
test_report (void)
{
  g_autoptr (GstStructure) stats = gst_structure_new_empty ("stats");
  InterviewLinkReport report = { 7, 7, INTERVIEW_LINK_WAY_RELAY };

  interview_link_report_read (&report, stats);
  g_assert_cmpuint (report.received + report.lost, ==, 0);
  g_assert_cmpint (report.way, ==, INTERVIEW_LINK_WAY_UNKNOWN);

  add_stream (stats, "sound", 100, 3);
  add_stream (stats, "picture", 400, -2);
  add_item (stats, "nonsense", gst_structure_new ("x", "type", G_TYPE_STRING, "y", NULL));
  add_candidate (stats, "here", GST_WEBRTC_STATS_LOCAL_CANDIDATE, "host");
  add_candidate (stats, "there", GST_WEBRTC_STATS_REMOTE_CANDIDATE, "srflx");
  add_item (stats, "pair",
            gst_structure_new ("pair", "type", GST_TYPE_WEBRTC_STATS_TYPE,
                               GST_WEBRTC_STATS_CANDIDATE_PAIR, "local-candidate-id", G_TYPE_STRING,
                               "here", "remote-candidate-id", G_TYPE_STRING, "there", NULL));
  interview_link_report_read (&report, stats);
  g_assert_cmpuint (report.received, ==, 500);
  g_assert_cmpuint (report.lost, ==, 3);
  g_assert_cmpint (report.way, ==, INTERVIEW_LINK_WAY_DIRECT);

  add_candidate (stats, "here", GST_WEBRTC_STATS_LOCAL_CANDIDATE, "relay");
  interview_link_report_read (&report, stats);
  g_assert_cmpint (report.way, ==, INTERVIEW_LINK_WAY_RELAY);
}

int
main (int argc, char **argv)
{
  gst_init (NULL, NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagnosis/findings", test_findings);
  g_test_add_func ("/diagnosis/states", test_states);
  g_test_add_func ("/diagnosis/words", test_words);
  g_test_add_func ("/diagnosis/report", test_report);

  return g_test_run ();
}
