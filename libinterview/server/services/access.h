/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/person.h"
#include "core/protocol/routes.h"

G_BEGIN_DECLS

/**
 * InterviewRelation:
 *
 * What somebody has to do with the thing that a request is about: facts, found in the store before
 * the decision.
 *
 * @INTERVIEW_RELATION_COMPANY: it belongs to their company
 * @INTERVIEW_RELATION_ROOM_CANDIDATE: they are the candidate of the room
 * @INTERVIEW_RELATION_ROOM_RECRUITER: they are assigned to the room
 * @INTERVIEW_RELATION_PICTURE: it is a picture of the company's profile
 * @INTERVIEW_RELATION_OWN_RESUME: it is the original of their own resume
 * @INTERVIEW_RELATION_ROOM_RESUME: it is the original of the resume of a candidate with whom they
 *   have a room
 * @INTERVIEW_RELATION_SELF: it is they themselves
 */
typedef enum
{
  INTERVIEW_RELATION_NONE = 0,
  INTERVIEW_RELATION_COMPANY = 1 << 0,
  INTERVIEW_RELATION_ROOM_CANDIDATE = 1 << 1,
  INTERVIEW_RELATION_ROOM_RECRUITER = 1 << 2,
  INTERVIEW_RELATION_PICTURE = 1 << 3,
  INTERVIEW_RELATION_OWN_RESUME = 1 << 4,
  INTERVIEW_RELATION_ROOM_RESUME = 1 << 5,
  INTERVIEW_RELATION_SELF = 1 << 6,
} InterviewRelation;

/**
 * InterviewObjectKind:
 *
 * What the first identifier in a route's path names, for the access policy.
 */
typedef enum
{
  INTERVIEW_OBJECT_NONE,
  INTERVIEW_OBJECT_ROOM,
  INTERVIEW_OBJECT_BLOB,
  INTERVIEW_OBJECT_PERSON,
  INTERVIEW_OBJECT_DELIVERY,
  INTERVIEW_OBJECT_SHARE,
} InterviewObjectKind;

/**
 * InterviewAccess:
 *
 * A decision. What is not for somebody of another company is not there for them.
 */
typedef enum
{
  INTERVIEW_ACCESS_ALLOWED,
  INTERVIEW_ACCESS_UNAUTHENTICATED,
  INTERVIEW_ACCESS_FORBIDDEN,
  INTERVIEW_ACCESS_NOT_FOUND,
} InterviewAccess;

gboolean interview_access_has_row (InterviewRoute route);
gboolean interview_access_is_public (InterviewRoute route);
InterviewObjectKind interview_access_get_object (InterviewRoute route);
InterviewAccess interview_access_decide (InterviewRoute route,
                                         gboolean signed_in,
                                         InterviewRole role,
                                         InterviewRelation relation);
gboolean interview_access_set_error (InterviewAccess access, GError **error);

G_END_DECLS
