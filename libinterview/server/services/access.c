/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/access.h"

#include "core/error.h"

#define ROOM_MEMBER (INTERVIEW_RELATION_ROOM_CANDIDATE | INTERVIEW_RELATION_ROOM_RECRUITER)

/* A relation that everybody has: the route is for the role as such. */
#define ANY_RELATION (1 << 30)

/*
 * Who may do what. One row per route: whether it needs a session, what its path names, and for each
 * role the relations of which one is needed. 0 is never. Nothing else in the server decides this;
 * lists are cut to what the reader may see by the query that makes them.
 */
typedef struct
{
  gboolean present;
  gboolean is_public;
  InterviewObjectKind object;
  int needed[3];
} Row;

#define PUBLIC                                                                                     \
  {                                                                                                \
    TRUE, TRUE, INTERVIEW_OBJECT_NONE,                                                             \
    {                                                                                              \
      0                                                                                            \
    }                                                                                              \
  }
#define ROLES(candidate, recruiter, hr_admin)                                                      \
  {                                                                                                \
    TRUE, FALSE, INTERVIEW_OBJECT_NONE,                                                            \
    {                                                                                              \
      candidate, recruiter, hr_admin                                                               \
    }                                                                                              \
  }
#define OBJECT(kind, candidate, recruiter, hr_admin)                                               \
  {                                                                                                \
    TRUE, FALSE, INTERVIEW_OBJECT_##kind,                                                          \
    {                                                                                              \
      candidate, recruiter, hr_admin                                                               \
    }                                                                                              \
  }

/* clang-format off */
static const Row rows[INTERVIEW_N_ROUTES] = {
  [INTERVIEW_ROUTE_HEALTH] = PUBLIC,
  [INTERVIEW_ROUTE_SIGN_IN] = PUBLIC,
  [INTERVIEW_ROUTE_REDEEM] = PUBLIC,
  /* The delivery token in the body stands for the candidate: a rating outlives the session. */
  [INTERVIEW_ROUTE_RATING] = PUBLIC,
  /* The secret in the path stands for whoever shared the recording. */
  [INTERVIEW_ROUTE_SHARED_PAGE] = PUBLIC,
  [INTERVIEW_ROUTE_SHARED_RECORDING] = PUBLIC,
  /* So does the code of an invitation for the candidate. */
  [INTERVIEW_ROUTE_INVITATION_PAGE] = PUBLIC,
  [INTERVIEW_ROUTE_INVITATION_ANSWER] = PUBLIC,

  [INTERVIEW_ROUTE_EVENTS] = ROLES (ANY_RELATION, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_SESSION] = ROLES (ANY_RELATION, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_SIGN_OUT] = ROLES (ANY_RELATION, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_PASSWORD] = ROLES (0, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_COMPANY] = ROLES (ANY_RELATION, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_COMPANY_SWITCH] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_POSITIONS] = ROLES (0, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_CANDIDATES] = ROLES (0, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_CANDIDATE_CREATE] = ROLES (0, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_ROOMS] = ROLES (ANY_RELATION, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_ROOM_CREATE] = ROLES (0, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_CONSENT_TEXT] = ROLES (ANY_RELATION, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_CONSENT_EDITION] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_CONSENT_EDITION_CHANGE] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_CONSENTS] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_SCORES] = ROLES (0, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_RECRUITERS] = ROLES (0, ANY_RELATION, ANY_RELATION),

  [INTERVIEW_ROUTE_STAFFING] = ROLES (0, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_STAFFING_PREVIEW] = ROLES (0, 0, ANY_RELATION),
  /* Who is judged by a rule may read it. */
  [INTERVIEW_ROUTE_STAFFING_POLICY] = ROLES (0, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_STAFFING_POLICY_REPLACE] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_RATING_DRAFT] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_RATING_DRAFT_REPLACE] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_AUDIT] = ROLES (0, 0, ANY_RELATION),

  [INTERVIEW_ROUTE_RECEIVED_RATINGS] = OBJECT (PERSON,
    0, INTERVIEW_RELATION_SELF, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_STANDING_DECIDE] = OBJECT (PERSON, 0, 0, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_STANDING_APPEAL] = OBJECT (PERSON, 0, INTERVIEW_RELATION_SELF, 0),

  [INTERVIEW_ROUTE_BLOB] = OBJECT (BLOB,
    INTERVIEW_RELATION_PICTURE | INTERVIEW_RELATION_OWN_RESUME,
    INTERVIEW_RELATION_PICTURE | INTERVIEW_RELATION_ROOM_RESUME,
    INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_ROOM] = OBJECT (ROOM,
    INTERVIEW_RELATION_ROOM_CANDIDATE, INTERVIEW_RELATION_ROOM_RECRUITER,
    INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_ROOM_SWITCH] = OBJECT (ROOM,
    0, INTERVIEW_RELATION_ROOM_RECRUITER, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_ROOM_END] = OBJECT (ROOM,
    0, INTERVIEW_RELATION_ROOM_RECRUITER, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_ROOM_SCHEDULE] = OBJECT (ROOM,
    0, INTERVIEW_RELATION_ROOM_RECRUITER, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_ROOM_REPLY] = OBJECT (ROOM, INTERVIEW_RELATION_ROOM_CANDIDATE, 0, 0),
  [INTERVIEW_ROUTE_ROOM_CANCEL] = OBJECT (ROOM,
    0, INTERVIEW_RELATION_ROOM_RECRUITER, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_ROOM_ENTRANCE] = OBJECT (ROOM,
    0, INTERVIEW_RELATION_ROOM_RECRUITER, INTERVIEW_RELATION_ROOM_RECRUITER),
  [INTERVIEW_ROUTE_INVITATION_RENEW] = OBJECT (ROOM,
    0, INTERVIEW_RELATION_ROOM_RECRUITER, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_INVITATION_REVOKE] = OBJECT (ROOM,
    0, INTERVIEW_RELATION_ROOM_RECRUITER, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_RESUME] = OBJECT (ROOM,
    INTERVIEW_RELATION_ROOM_CANDIDATE, INTERVIEW_RELATION_ROOM_RECRUITER,
    INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_QUESTIONS] = OBJECT (ROOM, ROOM_MEMBER, ROOM_MEMBER, ROOM_MEMBER),
  [INTERVIEW_ROUTE_QUESTION_ASKED] = OBJECT (ROOM, ROOM_MEMBER, ROOM_MEMBER, ROOM_MEMBER),
  [INTERVIEW_ROUTE_CHAT] = OBJECT (ROOM,
    INTERVIEW_RELATION_ROOM_CANDIDATE, INTERVIEW_RELATION_ROOM_RECRUITER,
    INTERVIEW_RELATION_ROOM_RECRUITER),
  [INTERVIEW_ROUTE_CHAT_SEND] = OBJECT (ROOM,
    INTERVIEW_RELATION_ROOM_CANDIDATE, INTERVIEW_RELATION_ROOM_RECRUITER,
    INTERVIEW_RELATION_ROOM_RECRUITER),
  /* The panel among itself: whoever signed in as a candidate never reads nor writes here. */
  [INTERVIEW_ROUTE_PANEL_CHAT] = OBJECT (ROOM,
    0, INTERVIEW_RELATION_ROOM_RECRUITER, INTERVIEW_RELATION_ROOM_RECRUITER),
  [INTERVIEW_ROUTE_PANEL_CHAT_SEND] = OBJECT (ROOM,
    0, INTERVIEW_RELATION_ROOM_RECRUITER, INTERVIEW_RELATION_ROOM_RECRUITER),
  [INTERVIEW_ROUTE_RECORDING] = OBJECT (ROOM,
    INTERVIEW_RELATION_ROOM_CANDIDATE, INTERVIEW_RELATION_ROOM_RECRUITER,
    INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_RECORDINGS] = OBJECT (ROOM,
    INTERVIEW_RELATION_ROOM_CANDIDATE, INTERVIEW_RELATION_ROOM_RECRUITER,
    INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_RECORDING_ASK] = OBJECT (ROOM, ROOM_MEMBER, ROOM_MEMBER, ROOM_MEMBER),
  [INTERVIEW_ROUTE_RECORDING_DECIDE] = OBJECT (ROOM, ROOM_MEMBER, ROOM_MEMBER, ROOM_MEMBER),
  [INTERVIEW_ROUTE_RECORDING_STOP] = OBJECT (ROOM, ROOM_MEMBER, ROOM_MEMBER, ROOM_MEMBER),
  [INTERVIEW_ROUTE_QUESTION_TYPE] = OBJECT (ROOM, ROOM_MEMBER, ROOM_MEMBER, ROOM_MEMBER),
  [INTERVIEW_ROUTE_ROOM_CHOICE] = OBJECT (ROOM, INTERVIEW_RELATION_ROOM_CANDIDATE, 0, 0),
  [INTERVIEW_ROUTE_ROOM_CHOOSE] = OBJECT (ROOM, INTERVIEW_RELATION_ROOM_CANDIDATE, 0, 0),
  [INTERVIEW_ROUTE_DISCLOSURES] = OBJECT (ROOM, ROOM_MEMBER, ROOM_MEMBER, ROOM_MEMBER),
  /* Each side asks for what is the other's to give. */
  [INTERVIEW_ROUTE_RESUME_ASK] = OBJECT (ROOM,
    0, INTERVIEW_RELATION_ROOM_RECRUITER, INTERVIEW_RELATION_ROOM_RECRUITER),
  [INTERVIEW_ROUTE_RESUME_ANSWER] = OBJECT (ROOM, INTERVIEW_RELATION_ROOM_CANDIDATE, 0, 0),
  [INTERVIEW_ROUTE_PROFILE_ASK] = OBJECT (ROOM, INTERVIEW_RELATION_ROOM_CANDIDATE, 0, 0),
  [INTERVIEW_ROUTE_PROFILE_ANSWER] = OBJECT (ROOM,
    0, INTERVIEW_RELATION_ROOM_RECRUITER, INTERVIEW_RELATION_ROOM_RECRUITER),
  [INTERVIEW_ROUTE_RATING_FORM] = OBJECT (ROOM, INTERVIEW_RELATION_ROOM_CANDIDATE, 0, 0),
  [INTERVIEW_ROUTE_NOTICE_SETTINGS] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_NOTICE_SETTINGS_REPLACE] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_DELIVERIES] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_DELIVERY_RESEND] = OBJECT (DELIVERY, 0, 0, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_NOTICES] = ROLES (ANY_RELATION, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_CONTACT_SEND] = OBJECT (ROOM, INTERVIEW_RELATION_ROOM_CANDIDATE, 0, 0),
  [INTERVIEW_ROUTE_ONBOARDING_SEND] = OBJECT (ROOM,
    0, INTERVIEW_RELATION_ROOM_RECRUITER, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_NOTICE_TEMPLATES] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_NOTICE_TEMPLATE_REPLACE] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_NOTICE_PREVIEW] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_NOTICE_TEST] = ROLES (0, 0, ANY_RELATION),
  /* Whoever reads the chat about help may also join its video call; a panel does neither. */
  [INTERVIEW_ROUTE_HELP_LIST] = ROLES (0, 0, ANY_RELATION),
  [INTERVIEW_ROUTE_HELP] = OBJECT (ROOM,
    INTERVIEW_RELATION_ROOM_CANDIDATE, 0, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_HELP_ASK] = OBJECT (ROOM, INTERVIEW_RELATION_ROOM_CANDIDATE, 0, 0),
  [INTERVIEW_ROUTE_HELP_CLOSE] = OBJECT (ROOM,
    INTERVIEW_RELATION_ROOM_CANDIDATE, 0, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_HELP_CHAT] = OBJECT (ROOM,
    INTERVIEW_RELATION_ROOM_CANDIDATE, 0, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_HELP_CHAT_SEND] = OBJECT (ROOM,
    INTERVIEW_RELATION_ROOM_CANDIDATE, 0, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_TIME_ZONE] = ROLES (ANY_RELATION, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_SHARE_CREATE] = OBJECT (ROOM, ROOM_MEMBER, ROOM_MEMBER, ROOM_MEMBER),
  [INTERVIEW_ROUTE_SHARES] = ROLES (ANY_RELATION, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_SHARE] = OBJECT (SHARE,
    INTERVIEW_RELATION_SELF, INTERVIEW_RELATION_SELF, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_SHARE_WRITE] = OBJECT (SHARE,
    INTERVIEW_RELATION_SELF, INTERVIEW_RELATION_SELF, INTERVIEW_RELATION_SELF),
  [INTERVIEW_ROUTE_SHARE_FINISH] = OBJECT (SHARE,
    INTERVIEW_RELATION_SELF, INTERVIEW_RELATION_SELF, INTERVIEW_RELATION_SELF),
  [INTERVIEW_ROUTE_SHARE_WITHDRAW] = OBJECT (SHARE,
    INTERVIEW_RELATION_SELF, INTERVIEW_RELATION_SELF, INTERVIEW_RELATION_COMPANY),
  [INTERVIEW_ROUTE_SHARING_POLICY] = ROLES (ANY_RELATION, ANY_RELATION, ANY_RELATION),
  [INTERVIEW_ROUTE_SHARING_POLICY_REPLACE] = ROLES (0, 0, ANY_RELATION),
};
/* clang-format on */

/**
 * interview_access_has_row:
 *
 * Returns: whether somebody has thought about who may use the route; without a row nobody may
 */
gboolean
interview_access_has_row (InterviewRoute route)
{
  g_return_val_if_fail ((guint) route < INTERVIEW_N_ROUTES, FALSE);

  return rows[route].present;
}

/**
 * interview_access_is_public:
 *
 * Returns: whether the route can be used without a session
 */
gboolean
interview_access_is_public (InterviewRoute route)
{
  g_return_val_if_fail ((guint) route < INTERVIEW_N_ROUTES, FALSE);

  return rows[route].is_public;
}

/**
 * interview_access_get_object:
 *
 * Returns: what the first identifier of the path names, whose relation has to be found
 */
InterviewObjectKind
interview_access_get_object (InterviewRoute route)
{
  g_return_val_if_fail ((guint) route < INTERVIEW_N_ROUTES, INTERVIEW_OBJECT_NONE);

  return rows[route].object;
}

/**
 * interview_access_decide:
 * @route: what is asked for
 * @signed_in: whether there is a valid session; the rest does not matter without one
 * @role: what the person is in their company
 * @relation: all that is true between the person and the object; %INTERVIEW_RELATION_NONE for an
 *   object that does not exist or belongs to another company
 *
 * Decides. A pure function of its arguments.
 *
 * Returns: the decision
 */
InterviewAccess
interview_access_decide (InterviewRoute route,
                         gboolean signed_in,
                         InterviewRole role,
                         InterviewRelation relation)
{
  const Row *row;
  int needed;

  g_return_val_if_fail ((guint) route < INTERVIEW_N_ROUTES, INTERVIEW_ACCESS_FORBIDDEN);
  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (rows[0].needed), INTERVIEW_ACCESS_FORBIDDEN);

  row = &rows[route];
  if (!row->present)
    return INTERVIEW_ACCESS_FORBIDDEN;
  if (row->is_public)
    return INTERVIEW_ACCESS_ALLOWED;
  if (!signed_in)
    return INTERVIEW_ACCESS_UNAUTHENTICATED;
  needed = row->needed[role];
  if (needed == 0)
    return INTERVIEW_ACCESS_FORBIDDEN;
  if (row->object == INTERVIEW_OBJECT_NONE)
    return INTERVIEW_ACCESS_ALLOWED;
  if ((relation & INTERVIEW_RELATION_COMPANY) == 0)
    return INTERVIEW_ACCESS_NOT_FOUND;
  return (relation & needed) != 0 ? INTERVIEW_ACCESS_ALLOWED : INTERVIEW_ACCESS_FORBIDDEN;
}

/**
 * interview_access_set_error:
 * @access: a decision
 * @error: return location
 *
 * Returns: %TRUE if it allows; otherwise %FALSE with @error set
 */
gboolean
interview_access_set_error (InterviewAccess access, GError **error)
{
  switch (access)
    {
    case INTERVIEW_ACCESS_ALLOWED:
      return TRUE;
    case INTERVIEW_ACCESS_UNAUTHENTICATED:
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_UNAUTHENTICATED,
                           "sign in first");
      return FALSE;
    case INTERVIEW_ACCESS_NOT_FOUND:
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND,
                           "there is no such thing");
      return FALSE;
    case INTERVIEW_ACCESS_FORBIDDEN:
    default:
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_FORBIDDEN,
                           "this is not for you to do");
      return FALSE;
    }
}
