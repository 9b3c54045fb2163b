/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/signal.h"

#include "core/protocol/limits.h"

/*
 * InterviewSignal is one step of the set-up of a peer link. The server relays it and does not read
 * it.
 */
G_DEFINE_ENUM_TYPE (InterviewSignalKind,
                    interview_signal_kind,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SIGNAL_KIND_OFFER, "offer"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SIGNAL_KIND_ANSWER, "answer"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SIGNAL_KIND_CANDIDATE, "candidate"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SIGNAL_KIND_RESTART, "restart"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SIGNAL_KIND_BYE, "bye"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SIGNAL_KIND_MEDIA, "media"))

enum
{
  FIELD_ROOM_ID,
  FIELD_PEER,
  FIELD_EPOCH,
  FIELD_KIND,
  FIELD_SDP,
  FIELD_CANDIDATE,
  FIELD_MEDIA_LINE,
  FIELD_MICROPHONE,
  FIELD_CAMERA,
  FIELD_SCREEN,
  FIELD_SOUND_ONLY,
  FIELD_PAUSED,
  FIELD_SOURCE,
};

static const InterviewField fields[] = {
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_PEER] = { "peer", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_EPOCH] = { "epoch", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_KIND] = { "kind", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_signal_kind_get_type },
  [FIELD_SDP] = { "sdp", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_SDP, NULL },
  [FIELD_CANDIDATE] = { "candidate", INTERVIEW_FIELD_STRING, FALSE, 0,
                        INTERVIEW_LIMIT_ICE_CANDIDATE, NULL },
  [FIELD_MEDIA_LINE] = { "media_line", INTERVIEW_FIELD_INTEGER, FALSE, 0, 64, NULL },
  [FIELD_MICROPHONE] = { "microphone", INTERVIEW_FIELD_BOOLEAN, FALSE, 0, 0, NULL },
  [FIELD_CAMERA] = { "camera", INTERVIEW_FIELD_BOOLEAN, FALSE, 0, 0, NULL },
  [FIELD_SCREEN] = { "screen", INTERVIEW_FIELD_INTEGER, FALSE, 0, G_MAXINT32, NULL },
  [FIELD_SOUND_ONLY] = { "sound_only", INTERVIEW_FIELD_BOOLEAN, FALSE, 0, 0, NULL },
  [FIELD_PAUSED] = { "paused", INTERVIEW_FIELD_BOOLEAN, FALSE, 0, 0, NULL },
  [FIELD_SOURCE] = { "source", INTERVIEW_FIELD_ID, FALSE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewSignal, interview_signal)

/**
 * interview_signal_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_signal_get_room_id (InterviewSignal *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNAL (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_signal_get_peer:
 *
 * Returns: (transfer none): the run of the program that it goes to, or on arrival the one that it
 *   came from
 */
const char *
interview_signal_get_peer (InterviewSignal *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNAL (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_PEER);
}

/**
 * interview_signal_get_epoch:
 *
 * Returns: which peer link between the two; a newer one replaces an older one
 */
gint64
interview_signal_get_epoch (InterviewSignal *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNAL (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_EPOCH);
}

/**
 * interview_signal_get_kind:
 *
 * Returns: what it is
 */
InterviewSignalKind
interview_signal_get_kind (InterviewSignal *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNAL (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_KIND);
}

/**
 * interview_signal_get_sdp:
 *
 * Returns: (nullable) (transfer none): the description, of an offer or an answer
 */
const char *
interview_signal_get_sdp (InterviewSignal *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNAL (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SDP);
}

/**
 * interview_signal_get_candidate:
 *
 * Returns: (nullable) (transfer none): the ICE candidate
 */
const char *
interview_signal_get_candidate (InterviewSignal *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNAL (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CANDIDATE);
}

/**
 * interview_signal_get_media_line:
 *
 * Returns: the media line of the candidate
 */
gint64
interview_signal_get_media_line (InterviewSignal *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNAL (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_MEDIA_LINE);
}

/**
 * interview_signal_get_microphone:
 *
 * Returns: of media: whether sound is sent
 */
gboolean
interview_signal_get_microphone (InterviewSignal *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNAL (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_MICROPHONE);
}

/**
 * interview_signal_get_camera:
 *
 * Returns: of media: whether pictures are sent
 */
gboolean
interview_signal_get_camera (InterviewSignal *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNAL (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_CAMERA);
}

/**
 * interview_signal_get_screen:
 *
 * Returns: of media: which turn of sharing a screen in the room the sender has, 0 for none; the
 *   highest turn counts
 */
gint64
interview_signal_get_screen (InterviewSignal *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNAL (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SCREEN);
}

/**
 * interview_signal_get_sound_only:
 *
 * Returns: of media: whether the sender wants no pictures
 */
gboolean
interview_signal_get_sound_only (InterviewSignal *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNAL (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_SOUND_ONLY);
}

/**
 * interview_signal_get_paused:
 *
 * Returns: of media: whether the pictures of the camera are left out, because there is no room for
 *   them on the way from the sender
 */
gboolean
interview_signal_get_paused (InterviewSignal *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNAL (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_PAUSED);
}

/**
 * interview_signal_get_source:
 *
 * Returns: (nullable) (transfer none): of a signal to or from a media server: the run of a program
 *   whose picture and sound it is about; one's own to send them
 */
const char *
interview_signal_get_source (InterviewSignal *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNAL (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SOURCE);
}
