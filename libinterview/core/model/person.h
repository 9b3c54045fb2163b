/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewRole:
 *
 * What somebody is in a company.
 */
typedef enum
{
  INTERVIEW_ROLE_CANDIDATE,
  INTERVIEW_ROLE_RECRUITER,
  INTERVIEW_ROLE_HR_ADMIN,
} InterviewRole;

#define INTERVIEW_TYPE_ROLE (interview_role_get_type ())
GType interview_role_get_type (void);

#define INTERVIEW_TYPE_PERSON (interview_person_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPerson, interview_person, INTERVIEW, PERSON, InterviewRecord)

const char *interview_person_get_id (InterviewPerson *self);
gint64 interview_person_get_revision (InterviewPerson *self);
const char *interview_person_get_display_name (InterviewPerson *self);
InterviewRole interview_person_get_role (InterviewPerson *self);
const char *interview_person_get_email (InterviewPerson *self);
const char *interview_person_get_phone (InterviewPerson *self);

G_END_DECLS
