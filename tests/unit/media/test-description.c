/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/description.h"

#include <string.h>

#include "core/error.h"

#define SESSION "v=0\r\no=- 1 0 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n"
#define KEYS                                                                                       \
  "a=ice-ufrag:abcd\r\na=ice-pwd:abcdefghijklmnopqrstuvwx\r\na=setup:actpass\r\n"                  \
  "a=fingerprint:sha-256 AA:BB\r\n"
#define VIDEO "m=video 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=rtpmap:96 VP8/90000\r\n"
#define AUDIO "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=rtpmap:111 OPUS/48000\r\n"

static void
test_sound (void)
{
  static const char *const texts[] = {
    SESSION VIDEO KEYS "a=mid:video0\r\n",
    SESSION VIDEO KEYS "a=mid:video0\r\n" AUDIO KEYS "a=mid:audio1\r\n",
    SESSION KEYS VIDEO "a=mid:video0\r\n" AUDIO "a=mid:audio1\r\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      GstWebRTCSessionDescription *description =
          interview_description_parse (GST_WEBRTC_SDP_TYPE_OFFER, texts[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (description);
      g_assert_cmpint (description->type, ==, GST_WEBRTC_SDP_TYPE_OFFER);
      gst_webrtc_session_description_free (description);
    }
}

#define FEEDBACK "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"

static GstSDPMessage *
read_message (const char *text)
{
  GstSDPMessage *message = NULL;

  g_assert_cmpint (gst_sdp_message_new_from_text (text, &message), ==, GST_SDP_OK);

  return message;
}

static void
test_extension (void)
{
  static const struct
  {
    const char *text;
    guint id;
  } cases[] = {
    { SESSION VIDEO "a=extmap:3 " FEEDBACK "\r\n", 3 },
    { SESSION VIDEO "a=extmap:14/sendrecv " FEEDBACK " option\r\n", 14 },
    { SESSION AUDIO "a=extmap:1 urn:other\r\n" VIDEO "a=extmap:2 " FEEDBACK "\r\n", 2 },
    { SESSION VIDEO, 0 },
    { SESSION VIDEO "a=extmap:3 " FEEDBACK "x\r\n", 0 },
    { SESSION VIDEO "a=extmap:0 " FEEDBACK "\r\n", 0 },
    { SESSION VIDEO "a=extmap:15 " FEEDBACK "\r\n", 0 },
    { SESSION VIDEO "a=extmap:-1 " FEEDBACK "\r\n", 0 },
    { SESSION VIDEO "a=extmap:3x " FEEDBACK "\r\n", 0 },
    { SESSION VIDEO "a=extmap:" FEEDBACK "\r\n", 0 },
    { SESSION VIDEO "a=extmap\r\n", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GstSDPMessage *message = read_message (cases[i].text);

      g_assert_cmpuint (interview_description_find_extension (message, FEEDBACK), ==, cases[i].id);
      gst_sdp_message_free (message);
    }
}

/* A browser refuses a line of sound with two sources; of pictures it takes both. */
static void
test_repeated_sound (void)
{
  GstSDPMessage *message =
      read_message (SESSION VIDEO "a=ssrc-group:FID 1 2\r\na=ssrc:1 cname:a\r\n"
                                  "a=ssrc:2 cname:a\r\n" AUDIO "a=ssrc-group:FID 3 34\r\n"
                                  "a=ssrc:3 cname:a\r\na=ssrc:34 cname:a\r\n"
                                  "a=ssrc:34 msid:a b\r\na=sendrecv\r\n");
  g_autofree char *text = interview_description_to_text (message);

  g_assert_nonnull (strstr (text, "a=ssrc-group:FID 1 2\r\na=ssrc:1 cname:a\r\n"
                                  "a=ssrc:2 cname:a\r\n"));
  g_assert_null (strstr (text, "FID 3 34"));
  g_assert_nonnull (strstr (text, "a=ssrc:3 cname:a\r\na=sendrecv"));
  g_assert_null (strstr (text, "a=ssrc:34"));
  /* webrtcbin keeps what it made. */
  g_assert_cmpuint (gst_sdp_media_attributes_len (gst_sdp_message_get_media (message, 1)), ==, 6);
  gst_sdp_message_free (message);
}

static void
test_unsound (void)
{
  static const char *const texts[] = {
    NULL,
    "",
    "nonsense",
    SESSION,
    SESSION VIDEO,
    SESSION VIDEO KEYS,
    SESSION VIDEO "a=mid:video0\r\n",
    SESSION KEYS "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:0\r\n",
    SESSION KEYS "m=video 9 RTP/AVP 96\r\na=mid:0\r\n",
    SESSION KEYS "m=video 9 UDP/TLS/RTP/SAVPF\r\na=mid:0\r\n",
    SESSION KEYS "m=video 9 UDP/TLS/RTP/SAVPF 96x\r\na=mid:0\r\n",
    SESSION KEYS "m=video 9 UDP/TLS/RTP/SAVPF -1\r\na=mid:0\r\n",
    SESSION KEYS "m=video 9 UDP/TLS/RTP/SAVPF 999\r\na=mid:0\r\n",
    SESSION KEYS VIDEO "a=mid:0\r\n" VIDEO "a=mid:1\r\n" VIDEO "a=mid:2\r\n" VIDEO
                       "a=mid:3\r\n" VIDEO "a=mid:4\r\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (interview_description_parse (GST_WEBRTC_SDP_TYPE_OFFER, texts[i], &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
    }
}

static GstSDPMessage *
parse (const char *text)
{
  GstSDPMessage *message;

  g_assert_cmpint (gst_sdp_message_new_from_text (text, &message), ==, GST_SDP_OK);

  return message;
}

/* Only where it was offered, and once. */
static void
test_reduced_size (void)
{
  GstSDPMessage *offer = parse (SESSION VIDEO "a=rtcp-rsize\r\n" AUDIO VIDEO "a=rtcp-rsize\r\n");
  GstSDPMessage *answer = parse (SESSION VIDEO AUDIO VIDEO "a=rtcp-rsize\r\n");
  g_autofree char *text = NULL;

  interview_description_accept_reduced_size (offer, answer);
  text = gst_sdp_message_as_text (answer);
  g_assert_cmpstr (text, ==, SESSION VIDEO "a=rtcp-rsize\r\n" AUDIO VIDEO "a=rtcp-rsize\r\n");
  gst_sdp_message_free (offer);
  gst_sdp_message_free (answer);
}

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/description/sound", test_sound);
  g_test_add_func ("/description/extension", test_extension);
  g_test_add_func ("/description/repeated-sound", test_repeated_sound);
  g_test_add_func ("/description/unsound", test_unsound);
  g_test_add_func ("/description/reduced-size", test_reduced_size);

  return g_test_run ();
}
