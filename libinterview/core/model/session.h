/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/person.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SESSION (interview_session_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSession, interview_session, INTERVIEW, SESSION, InterviewRecord)

const char *interview_session_get_id (InterviewSession *self);
const char *interview_session_get_token (InterviewSession *self);
gint64 interview_session_get_expires_at (InterviewSession *self);
InterviewPerson *interview_session_get_person (InterviewSession *self);
const char *interview_session_get_company_name (InterviewSession *self);
const char *interview_session_get_room_id (InterviewSession *self);

G_END_DECLS
