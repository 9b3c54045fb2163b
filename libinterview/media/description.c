/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/description.h"

#include "core/error.h"

/* Of a header extension of one byte (RFC 8285, section 4.2). */
#define HIGHEST_EXTENSION 14

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

/* The second of two sources of which it repeats what the first lost (RFC 4588, section 8.8). */
static char *
find_repeater (const GstSDPMedia *media)
{
  const char *group = gst_sdp_media_get_attribute_val (media, "ssrc-group");
  g_auto (GStrv) words = g_strsplit (group != NULL ? group : "", " ", -1);

  if (g_strv_length (words) != 3 || !g_str_equal (words[0], "FID"))
    return NULL;

  return g_strdup (words[2]);
}

static void
hide_repeater (GstSDPMedia *media)
{
  g_autofree char *repeater = find_repeater (media);
  g_autofree char *prefix = g_strconcat (repeater != NULL ? repeater : "", " ", NULL);
  guint i = 0;

  if (repeater == NULL)
    return;
  while (i < gst_sdp_media_attributes_len (media))
    {
      const GstSDPAttribute *attribute = gst_sdp_media_get_attribute (media, i);

      if (g_str_equal (attribute->key, "ssrc-group") ||
          (g_str_equal (attribute->key, "ssrc") && g_str_has_prefix (attribute->value, prefix)))
        gst_sdp_media_remove_attribute (media, i);
      else
        i++;
    }
}

/**
 * interview_description_to_text:
 * @message: what webrtcbin made
 *
 * The text for the other side. It does not say from which source lost sound is repeated: browsers
 * take one source of sound in a line, and refuse the rest of the description with it. Where sound
 * can be repeated it is known by what it repeats.
 *
 * Returns: (transfer full): the description
 */
char *
interview_description_to_text (const GstSDPMessage *message)
{
  GstSDPMessage *copy = NULL;
  char *text;

  gst_sdp_message_copy (message, &copy);
  for (guint i = 0; i < gst_sdp_message_medias_len (copy); i++)
    {
      GstSDPMedia *media = (GstSDPMedia *) gst_sdp_message_get_media (copy, i);

      if (g_strcmp0 (gst_sdp_media_get_media (media), "audio") == 0)
        hide_repeater (media);
    }
  text = gst_sdp_message_as_text (copy);
  gst_sdp_message_free (copy);

  return text;
}

/* "ID URI", or "ID/direction URI", and perhaps attributes (RFC 8285, section 5). */
static guint
read_extension (const char *value, const char *uri)
{
  g_auto (GStrv) parts = g_strsplit (value, " ", 3);
  guint64 id;
  char *end;

  if (g_strv_length (parts) < 2 || !g_str_equal (parts[1], uri))
    return 0;
  id = g_ascii_strtoull (parts[0], &end, 10);
  if (end == parts[0] || (*end != '\0' && *end != '/') || id > HIGHEST_EXTENSION)
    return 0;

  return id;
}

/**
 * interview_description_find_extension:
 * @message: a description
 * @uri: a header extension
 *
 * Returns: the number of the extension, the same in all lines of a bundle (RFC 8843, section 9.2);
 *   0 if it is not there
 */
guint
interview_description_find_extension (const GstSDPMessage *message, const char *uri)
{
  for (guint i = 0; i < gst_sdp_message_medias_len (message); i++)
    {
      const GstSDPMedia *media = gst_sdp_message_get_media (message, i);

      for (guint j = 0; j < gst_sdp_media_attributes_len (media); j++)
        {
          const GstSDPAttribute *attribute = gst_sdp_media_get_attribute (media, j);
          guint id = 0;

          if (g_strcmp0 (attribute->key, "extmap") == 0 && attribute->value != NULL)
            id = read_extension (attribute->value, uri);
          if (id != 0)
            return id;
        }
    }

  return 0;
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
