/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/delivery/mail.h"

#include <string.h>

#include <gmime/gmime.h>

#include "server/delivery/qr-picture.h"
#include "server/services/html-text.h"
#include "server/services/placeholders.h"

#define CHARSET "utf-8"
#define CALENDAR_FILE "invitation.ics"

/* Calendars act on what asks for an answer; what is only published is a file to be opened. */
#define PUBLISH "PUBLISH"

/*
 * A mail as bytes: plain text and HTML side by side, the appointment beside them for the calendars
 * that look there, and once more as a file for all others. The same errand always makes the same
 * bytes but for the boundaries, so that a second attempt is recognized by whoever got the first.
 */

static GMimeObject *
make_text (const char *subtype, const char *text)
{
  GMimeTextPart *part = g_mime_text_part_new_with_subtype (subtype);

  g_mime_text_part_set_charset (part, CHARSET);
  g_mime_text_part_set_text (part, text);
  g_mime_part_set_content_encoding (GMIME_PART (part), GMIME_CONTENT_ENCODING_BASE64);
  return GMIME_OBJECT (part);
}

static GMimeObject *
make_calendar (InterviewNoticeContent *content)
{
  GMimeObject *part = make_text ("calendar", interview_notice_content_get_calendar (content));

  g_mime_object_set_content_type_parameter (part, "method",
                                            interview_notice_content_get_calendar_method (content));
  return part;
}

static void
add_take (GMimeMultipart *multipart, GMimeObject *part)
{
  g_mime_multipart_add (multipart, part);
  g_object_unref (part);
}

/* The picture that the HTML names, or %NULL if it names none. */
static GMimeObject *
make_qr_picture (InterviewNoticeContent *content)
{
  const char *html = interview_notice_content_get_html (content);
  const char *answer =
      interview_placeholders_find (interview_notice_content_get_values (content), "answer");
  g_autoptr (GBytes) picture = NULL;
  GMimePart *part;
  GMimeStream *stream;
  GMimeDataWrapper *wrapper;

  if (html == NULL || answer == NULL || strstr (html, "cid:" INTERVIEW_HTML_QR_ID) == NULL)
    return NULL;
  picture = interview_qr_picture_make (answer);
  if (picture == NULL)
    return NULL;
  part = g_mime_part_new_with_type ("image", "png");
  stream = g_mime_stream_mem_new_with_buffer (g_bytes_get_data (picture, NULL),
                                              g_bytes_get_size (picture));
  wrapper = g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);
  g_mime_part_set_content (part, wrapper);
  g_mime_part_set_content_encoding (part, GMIME_CONTENT_ENCODING_BASE64);
  g_mime_object_set_disposition (GMIME_OBJECT (part), GMIME_DISPOSITION_INLINE);
  g_mime_object_set_content_id (GMIME_OBJECT (part), INTERVIEW_HTML_QR_ID);
  g_object_unref (wrapper);
  g_object_unref (stream);
  return GMIME_OBJECT (part);
}

/* The HTML, together with its picture if it has one (RFC 2387). */
static GMimeObject *
make_html (InterviewNoticeContent *content)
{
  GMimeObject *html = make_text ("html", interview_notice_content_get_html (content));
  GMimeObject *picture = make_qr_picture (content);
  GMimeMultipart *related;

  if (picture == NULL)
    return html;
  related = g_mime_multipart_new_with_subtype ("related");
  g_mime_object_set_content_type_parameter (GMIME_OBJECT (related), "type", "text/html");
  add_take (related, html);
  add_take (related, picture);
  return GMIME_OBJECT (related);
}

static GMimeObject *
make_alternative (InterviewNoticeContent *content)
{
  GMimeMultipart *alternative = g_mime_multipart_new_with_subtype ("alternative");
  const char *html = interview_notice_content_get_html (content);
  const char *method = interview_notice_content_get_calendar_method (content);

  add_take (alternative, make_text ("plain", interview_notice_content_get_plain (content)));
  if (html != NULL)
    add_take (alternative, make_html (content));
  if (interview_notice_content_get_calendar (content) != NULL && g_strcmp0 (method, PUBLISH) != 0)
    add_take (alternative, make_calendar (content));
  return GMIME_OBJECT (alternative);
}

static GMimeObject *
make_body (InterviewNoticeContent *content)
{
  GMimeMultipart *mixed;
  GMimeObject *file;

  if (interview_notice_content_get_calendar (content) == NULL)
    return make_alternative (content);
  mixed = g_mime_multipart_new_with_subtype ("mixed");
  add_take (mixed, make_alternative (content));
  file = make_calendar (content);
  g_mime_object_set_disposition (file, GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename (GMIME_PART (file), CALENDAR_FILE);
  add_take (mixed, file);
  return GMIME_OBJECT (mixed);
}

/**
 * interview_mail_make_id:
 * @errand: what is to be sent
 *
 * Returns: (transfer full): its Message-ID without brackets, the same for every attempt
 */
char *
interview_mail_make_id (const InterviewErrand *errand)
{
  const char *sender = interview_notice_settings_get_sender_address (errand->settings);
  const char *at = sender != NULL ? strrchr (sender, '@') : NULL;

  return g_strdup_printf ("%s@%s", errand->delivery_id, at != NULL ? at + 1 : "interview");
}

static void
set_header (GMimeMessage *message, const char *name, const char *value)
{
  g_mime_object_set_header (GMIME_OBJECT (message), name, value, CHARSET);
}

/**
 * interview_mail_make:
 * @errand: what is to be sent, by e-mail
 *
 * Returns: (transfer full): the mail as it goes over the wire, with CRLF
 */
GBytes *
interview_mail_make (const InterviewErrand *errand)
{
  GMimeMessage *message = g_mime_message_new (TRUE);
  GMimeObject *body = make_body (errand->content);
  g_autoptr (GDateTime) date =
      g_date_time_new_from_unix_utc (errand->written_at / G_TIME_SPAN_SECOND);
  g_autofree char *id = interview_mail_make_id (errand);
  GMimeStream *stream = g_mime_stream_mem_new ();
  GMimeFormatOptions *options = g_mime_format_options_new ();
  const char *sender_name = interview_notice_settings_get_sender_name (errand->settings);
  GByteArray *written;
  GBytes *bytes;

  g_mime_message_add_mailbox (message, GMIME_ADDRESS_TYPE_FROM, sender_name,
                              interview_notice_settings_get_sender_address (errand->settings));
  g_mime_message_add_mailbox (message, GMIME_ADDRESS_TYPE_TO, errand->person_name,
                              errand->recipient);
  g_mime_message_set_subject (message, interview_notice_content_get_subject (errand->content),
                              CHARSET);
  g_mime_message_set_date (message, date);
  g_mime_message_set_message_id (message, id);
  set_header (message, "Content-Language", interview_notice_content_get_language (errand->content));
  set_header (message, "Auto-Submitted", "auto-generated");
  g_mime_message_set_mime_part (message, body);

  g_mime_format_options_set_newline_format (options, GMIME_NEWLINE_FORMAT_DOS);
  g_mime_object_write_to_stream (GMIME_OBJECT (message), options, stream);
  g_mime_format_options_free (options);
  written = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  bytes = g_bytes_new (written->data, written->len);
  g_object_unref (stream);
  g_object_unref (body);
  g_object_unref (message);
  return bytes;
}
