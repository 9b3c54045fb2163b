/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/protocol/event.h"
#include "server/store/room-standing.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PUBLICATION (interview_publication_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPublication, interview_publication, INTERVIEW, PUBLICATION, GObject)

InterviewPublication *interview_publication_new (InterviewEvent *event,
                                                 const char *const *person_ids,
                                                 const char *session_id,
                                                 const InterviewRoomStanding *standing);
InterviewEvent *interview_publication_get_event (InterviewPublication *self);
const char *const *interview_publication_get_person_ids (InterviewPublication *self);
const char *interview_publication_get_session_id (InterviewPublication *self);
const InterviewRoomStanding *interview_publication_get_standing (InterviewPublication *self);

G_END_DECLS
