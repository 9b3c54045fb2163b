/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/disclosed-text.h"
#include "core/model/participant.h"

G_BEGIN_DECLS

/**
 * InterviewDisclosureKind:
 * @INTERVIEW_DISCLOSURE_KIND_RESUME: the candidate's resume
 * @INTERVIEW_DISCLOSURE_KIND_COMPANY: the company's profile
 *
 * What is asked for.
 */
typedef enum
{
  INTERVIEW_DISCLOSURE_KIND_RESUME,
  INTERVIEW_DISCLOSURE_KIND_COMPANY,
} InterviewDisclosureKind;

#define INTERVIEW_TYPE_DISCLOSURE_KIND (interview_disclosure_kind_get_type ())
GType interview_disclosure_kind_get_type (void);

/**
 * InterviewDisclosureState:
 * @INTERVIEW_DISCLOSURE_STATE_ASKED: it waits for an answer
 * @INTERVIEW_DISCLOSURE_STATE_GIVEN: they agreed
 * @INTERVIEW_DISCLOSURE_STATE_REFUSED: they did not, or took it back
 *
 * What became of it.
 */
typedef enum
{
  INTERVIEW_DISCLOSURE_STATE_ASKED,
  INTERVIEW_DISCLOSURE_STATE_GIVEN,
  INTERVIEW_DISCLOSURE_STATE_REFUSED,
} InterviewDisclosureState;

#define INTERVIEW_TYPE_DISCLOSURE_STATE (interview_disclosure_state_get_type ())
GType interview_disclosure_state_get_type (void);

#define INTERVIEW_TYPE_DISCLOSURE (interview_disclosure_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDisclosure,
                      interview_disclosure,
                      INTERVIEW,
                      DISCLOSURE,
                      InterviewRecord)

const char *interview_disclosure_get_room_id (InterviewDisclosure *self);
InterviewDisclosureKind interview_disclosure_get_kind (InterviewDisclosure *self);
InterviewDisclosureState interview_disclosure_get_state (InterviewDisclosure *self);
InterviewParticipant *interview_disclosure_get_asked_by (InterviewDisclosure *self);
gint64 interview_disclosure_get_asked_at (InterviewDisclosure *self);
gboolean interview_disclosure_get_kept (InterviewDisclosure *self);
InterviewDisclosedText *interview_disclosure_get_contents (InterviewDisclosure *self);

G_END_DECLS
