/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/description.h"

#include "core/error.h"

/* One line each for picture and sound, and room for a shared screen and a data channel. */
#define MOST_MEDIA 4

#define REDUCED_SIZE "rtcp-rsize"

/*
 * Reads a session description that another one sent, before webrtcbin sees it: webrtcbin trusts
 * what it gets, and aborts on some of what it does not expect.
 */

static gboolean
has_attribute (const GstSDPMessage *message, const GstSDPMedia *media, const char *name)
{
  return gst_sdp_media_get_attribute_val (media, name) != NULL ||
         gst_sdp_message_get_attribute_val (message, name) != NULL;
}

/* A flag has no value, and is not found by one. */
static gboolean
has_key (const GstSDPMedia *media, const char *key)
{
  for (guint i = 0; i < gst_sdp_media_attributes_len (media); i++)
    if (g_strcmp0 (gst_sdp_media_get_attribute (media, i)->key, key) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_number (const char *text)
{
  char *end;
  gint64 value = g_ascii_strtoll (text, &end, 10);

  return end != text && *end == '\0' && value >= 0 && value <= 127;
}

static gboolean
media_is_sound (const GstSDPMessage *message, const GstSDPMedia *media)
{
  const char *kind = gst_sdp_media_get_media (media);
  const char *protocol = gst_sdp_media_get_proto (media);

  if ((g_strcmp0 (kind, "audio") != 0 && g_strcmp0 (kind, "video") != 0) ||
      g_strcmp0 (protocol, "UDP/TLS/RTP/SAVPF") != 0 || gst_sdp_media_formats_len (media) == 0)
    return FALSE;
  for (guint i = 0; i < gst_sdp_media_formats_len (media); i++)
    if (!is_number (gst_sdp_media_get_format (media, i)))
      return FALSE;

  return gst_sdp_media_get_attribute_val (media, "mid") != NULL &&
         has_attribute (message, media, "ice-ufrag") && has_attribute (message, media, "ice-pwd") &&
         has_attribute (message, media, "fingerprint") && has_attribute (message, media, "setup");
}

static gboolean
is_sound (const GstSDPMessage *message)
{
  guint n_media = gst_sdp_message_medias_len (message);

  if (n_media == 0 || n_media > MOST_MEDIA)
    return FALSE;
  for (guint i = 0; i < n_media; i++)
    if (!media_is_sound (message, gst_sdp_message_get_media (message, i)))
      return FALSE;

  return TRUE;
}

/**
 * interview_description_accept_reduced_size:
 * @offer: what the other one sent
 * @answer: what webrtcbin answers
 *
 * Accepts RTCP of reduced size (RFC 5506), which webrtcbin offers and understands but forgets to
 * accept: without it each feedback on packets carries a sender report for every stream, which on a
 * narrow link is more than picture and sound.
 */
void
interview_description_accept_reduced_size (const GstSDPMessage *offer, GstSDPMessage *answer)
{
  guint n_media = MIN (gst_sdp_message_medias_len (offer), gst_sdp_message_medias_len (answer));

  for (guint i = 0; i < n_media; i++)
    {
      const GstSDPMedia *offered = gst_sdp_message_get_media (offer, i);
      GstSDPMedia *answered = (GstSDPMedia *) gst_sdp_message_get_media (answer, i);

      if (has_key (offered, REDUCED_SIZE) && !has_key (answered, REDUCED_SIZE))
        gst_sdp_media_add_attribute (answered, REDUCED_SIZE, "");
    }
}

/**
 * interview_description_parse:
 * @type: offer or answer
 * @text: (nullable): what the other one sent
 * @error: %INTERVIEW_ERROR_INVALID if it is not a description of a call
 *
 * Returns: (transfer full) (nullable): the description
 */
GstWebRTCSessionDescription *
interview_description_parse (GstWebRTCSDPType type, const char *text, GError **error)
{
  GstSDPMessage *message = NULL;

  if (text != NULL && *text != '\0' &&
      gst_sdp_message_new_from_text (text, &message) == GST_SDP_OK && is_sound (message))
    return gst_webrtc_session_description_new (type, message);

  g_clear_pointer (&message, gst_sdp_message_free);
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                       "The description of the call cannot be read");
  return NULL;
}
