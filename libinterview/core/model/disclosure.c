/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/disclosure.h"

#include "core/protocol/limits.h"

/*
 * InterviewDisclosure is that one side of a room asked the other for what the server does not have,
 * and what became of it.
 */
G_DEFINE_ENUM_TYPE (InterviewDisclosureKind,
                    interview_disclosure_kind,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DISCLOSURE_KIND_RESUME, "resume"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DISCLOSURE_KIND_COMPANY, "company"))

G_DEFINE_ENUM_TYPE (InterviewDisclosureState,
                    interview_disclosure_state,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DISCLOSURE_STATE_ASKED, "asked"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DISCLOSURE_STATE_GIVEN, "given"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DISCLOSURE_STATE_REFUSED, "refused"))

enum
{
  FIELD_ROOM_ID,
  FIELD_KIND,
  FIELD_STATE,
  FIELD_ASKED_BY,
  FIELD_ASKED_AT,
  FIELD_KEPT,
  FIELD_CONTENTS,
};

static const InterviewField fields[] = {
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_KIND] = { "kind", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_disclosure_kind_get_type },
  [FIELD_STATE] = { "state", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                    interview_disclosure_state_get_type },
  [FIELD_ASKED_BY] = { "asked_by", INTERVIEW_FIELD_RECORD, TRUE, 0, 0,
                       interview_participant_get_type },
  [FIELD_ASKED_AT] = { "asked_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_KEPT] = { "kept", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_CONTENTS] = { "contents", INTERVIEW_FIELD_RECORD, FALSE, 0, 0,
                       interview_disclosed_text_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewDisclosure, interview_disclosure)

/**
 * interview_disclosure_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_disclosure_get_room_id (InterviewDisclosure *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSURE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_disclosure_get_kind:
 *
 * Returns: what is asked for
 */
InterviewDisclosureKind
interview_disclosure_get_kind (InterviewDisclosure *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSURE (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_KIND);
}

/**
 * interview_disclosure_get_state:
 *
 * Returns: what became of it
 */
InterviewDisclosureState
interview_disclosure_get_state (InterviewDisclosure *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSURE (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_STATE);
}

/**
 * interview_disclosure_get_asked_by:
 *
 * Returns: (transfer none): who asked
 */
InterviewParticipant *
interview_disclosure_get_asked_by (InterviewDisclosure *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSURE (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_ASKED_BY);
}

/**
 * interview_disclosure_get_asked_at:
 *
 * Returns: when, microseconds since 1970 in UTC
 */
gint64
interview_disclosure_get_asked_at (InterviewDisclosure *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSURE (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_ASKED_AT);
}

/**
 * interview_disclosure_get_kept:
 *
 * Returns: whether it was agreed that the company keeps it
 */
gboolean
interview_disclosure_get_kept (InterviewDisclosure *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSURE (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_KEPT);
}

/**
 * interview_disclosure_get_contents:
 *
 * Returns: (nullable) (transfer none): what was given, until the interview is over
 */
InterviewDisclosedText *
interview_disclosure_get_contents (InterviewDisclosure *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSURE (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_CONTENTS);
}
