/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/person.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PARTICIPANT (interview_participant_get_type ())
G_DECLARE_FINAL_TYPE (InterviewParticipant,
                      interview_participant,
                      INTERVIEW,
                      PARTICIPANT,
                      InterviewRecord)

const char *interview_participant_get_person_id (InterviewParticipant *self);
const char *interview_participant_get_display_name (InterviewParticipant *self);
InterviewRole interview_participant_get_role (InterviewParticipant *self);

G_END_DECLS
