/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/person.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ACTOR (interview_actor_get_type ())
G_DECLARE_FINAL_TYPE (InterviewActor, interview_actor, INTERVIEW, ACTOR, GObject)

const char *interview_actor_get_person_id (InterviewActor *self);
const char *interview_actor_get_company_id (InterviewActor *self);
const char *interview_actor_get_unit_id (InterviewActor *self);
InterviewRole interview_actor_get_role (InterviewActor *self);
const char *interview_actor_get_session_id (InterviewActor *self);
const char *interview_actor_get_room_id (InterviewActor *self);
const char *interview_actor_get_language (InterviewActor *self);

G_END_DECLS
