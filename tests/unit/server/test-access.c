/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "server/services/access.h"

#define ALL_RELATIONS                                                                              \
  (INTERVIEW_RELATION_COMPANY | INTERVIEW_RELATION_ROOM_CANDIDATE |                                \
   INTERVIEW_RELATION_ROOM_RECRUITER | INTERVIEW_RELATION_PICTURE |                                \
   INTERVIEW_RELATION_OWN_RESUME | INTERVIEW_RELATION_ROOM_RESUME | INTERVIEW_RELATION_SELF)

static void
test_every_route_has_a_row (void)
{
  for (int route = 0; route < INTERVIEW_N_ROUTES; route++)
    {
      if (!interview_access_has_row (route))
        g_error ("nobody has decided who may use the route %s", interview_route_get_name (route));
    }
}

/* A path with an identifier says in the table what it names, or is open to a token in the body. */
static void
test_every_identifier_is_judged (void)
{
  for (int route = 0; route < INTERVIEW_N_ROUTES; route++)
    {
      gboolean named = strstr (interview_route_get_template (route), "{}") != NULL;

      if (!interview_access_is_public (route))
        g_assert_cmpint (named, ==, interview_access_get_object (route) != INTERVIEW_OBJECT_NONE);
    }
}

/* Whatever the facts are: nothing without a session, nothing of another company. */
static void
test_no_way_around (void)
{
  for (int route = 0; route < INTERVIEW_N_ROUTES; route++)
    {
      for (int role = INTERVIEW_ROLE_CANDIDATE; role <= INTERVIEW_ROLE_HR_ADMIN; role++)
        {
          for (int relation = 0; relation <= ALL_RELATIONS; relation++)
            {
              if (interview_access_is_public (route))
                continue;
              g_assert_cmpint (interview_access_decide (route, FALSE, role, relation), ==,
                               INTERVIEW_ACCESS_UNAUTHENTICATED);
              if (interview_access_get_object (route) != INTERVIEW_OBJECT_NONE &&
                  (relation & INTERVIEW_RELATION_COMPANY) == 0)
                g_assert_cmpint (interview_access_decide (route, TRUE, role, relation), !=,
                                 INTERVIEW_ACCESS_ALLOWED);
            }
        }
    }
}

static void
test_public_routes (void)
{
  static const InterviewRoute open[] = {
    INTERVIEW_ROUTE_HEALTH,          INTERVIEW_ROUTE_SIGN_IN,
    INTERVIEW_ROUTE_REDEEM,          INTERVIEW_ROUTE_RATING,
    INTERVIEW_ROUTE_SHARED_PAGE,     INTERVIEW_ROUTE_SHARED_RECORDING,
    INTERVIEW_ROUTE_INVITATION_PAGE, INTERVIEW_ROUTE_INVITATION_ANSWER,
  };

  for (int route = 0; route < INTERVIEW_N_ROUTES; route++)
    {
      gboolean expected = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (open); i++)
        expected |= (int) open[i] == route;
      g_assert_cmpint (interview_access_is_public (route), ==, expected);
    }
}

enum
{
  COMPANY = INTERVIEW_RELATION_COMPANY,
  AS_CANDIDATE = COMPANY | INTERVIEW_RELATION_ROOM_CANDIDATE,
  AS_RECRUITER = COMPANY | INTERVIEW_RELATION_ROOM_RECRUITER,
  PICTURE = COMPANY | INTERVIEW_RELATION_PICTURE,
  OWN_RESUME = COMPANY | INTERVIEW_RELATION_OWN_RESUME,
  ROOM_RESUME = COMPANY | INTERVIEW_RELATION_ROOM_RESUME,
};
static const struct
{
  InterviewRoute route;
  InterviewRole role;
  int relation;
  InterviewAccess access;
} decisions[] = {
  { INTERVIEW_ROUTE_ROOM, INTERVIEW_ROLE_CANDIDATE, AS_CANDIDATE, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_ROOM, INTERVIEW_ROLE_CANDIDATE, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_ROOM, INTERVIEW_ROLE_RECRUITER, AS_RECRUITER, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_ROOM, INTERVIEW_ROLE_RECRUITER, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_ROOM, INTERVIEW_ROLE_HR_ADMIN, COMPANY, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_ROOM, INTERVIEW_ROLE_HR_ADMIN, 0, INTERVIEW_ACCESS_NOT_FOUND },
  { INTERVIEW_ROUTE_ROOM_END, INTERVIEW_ROLE_CANDIDATE, AS_CANDIDATE, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_ROOM_END, INTERVIEW_ROLE_RECRUITER, AS_RECRUITER, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_ROOM_SCHEDULE, INTERVIEW_ROLE_CANDIDATE, AS_CANDIDATE,
    INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_ROOM_SCHEDULE, INTERVIEW_ROLE_RECRUITER, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_ROOM_SCHEDULE, INTERVIEW_ROLE_RECRUITER, AS_RECRUITER,
    INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_ROOM_REPLY, INTERVIEW_ROLE_CANDIDATE, AS_CANDIDATE, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_ROOM_REPLY, INTERVIEW_ROLE_CANDIDATE, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_ROOM_REPLY, INTERVIEW_ROLE_RECRUITER, AS_RECRUITER,
    INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_ROOM_REPLY, INTERVIEW_ROLE_HR_ADMIN, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_ROOM_ENTRANCE, INTERVIEW_ROLE_CANDIDATE, AS_CANDIDATE,
    INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_ROOM_ENTRANCE, INTERVIEW_ROLE_RECRUITER, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_ROOM_ENTRANCE, INTERVIEW_ROLE_RECRUITER, AS_RECRUITER,
    INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_ROOM_ENTRANCE, INTERVIEW_ROLE_HR_ADMIN, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_ROOM_CANCEL, INTERVIEW_ROLE_CANDIDATE, AS_CANDIDATE,
    INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_ROOM_CANCEL, INTERVIEW_ROLE_HR_ADMIN, COMPANY, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_RECRUITERS, INTERVIEW_ROLE_CANDIDATE, 0, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_QUESTIONS, INTERVIEW_ROLE_HR_ADMIN, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_QUESTIONS, INTERVIEW_ROLE_HR_ADMIN, AS_RECRUITER, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_CHAT, INTERVIEW_ROLE_CANDIDATE, AS_CANDIDATE, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_CHAT, INTERVIEW_ROLE_CANDIDATE, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_CHAT, INTERVIEW_ROLE_HR_ADMIN, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_HELP_LIST, INTERVIEW_ROLE_CANDIDATE, AS_CANDIDATE, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_HELP_ASK, INTERVIEW_ROLE_CANDIDATE, AS_CANDIDATE, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_HELP_ASK, INTERVIEW_ROLE_CANDIDATE, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_HELP_ASK, INTERVIEW_ROLE_HR_ADMIN, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_HELP_CHAT, INTERVIEW_ROLE_HR_ADMIN, COMPANY, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_HELP_CHAT, INTERVIEW_ROLE_HR_ADMIN, 0, INTERVIEW_ACCESS_NOT_FOUND },
  { INTERVIEW_ROUTE_PANEL_CHAT, INTERVIEW_ROLE_RECRUITER, AS_RECRUITER, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_PANEL_CHAT, INTERVIEW_ROLE_RECRUITER, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_RATING_FORM, INTERVIEW_ROLE_CANDIDATE, AS_CANDIDATE, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_RATING_FORM, INTERVIEW_ROLE_RECRUITER, AS_RECRUITER,
    INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_RECORDING, INTERVIEW_ROLE_CANDIDATE, AS_CANDIDATE, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_RECORDING, INTERVIEW_ROLE_RECRUITER, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_RECORDINGS, INTERVIEW_ROLE_RECRUITER, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_RECORDINGS, INTERVIEW_ROLE_HR_ADMIN, COMPANY, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_RECORDING_ASK, INTERVIEW_ROLE_CANDIDATE, AS_CANDIDATE,
    INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_RECORDING_ASK, INTERVIEW_ROLE_HR_ADMIN, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_RECORDING_DECIDE, INTERVIEW_ROLE_HR_ADMIN, COMPANY,
    INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_CONSENT_EDITION_CHANGE, INTERVIEW_ROLE_RECRUITER, 0,
    INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_CONSENTS, INTERVIEW_ROLE_RECRUITER, 0, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_RESUME, INTERVIEW_ROLE_CANDIDATE, AS_CANDIDATE, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_RESUME, INTERVIEW_ROLE_RECRUITER, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_BLOB, INTERVIEW_ROLE_CANDIDATE, PICTURE, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_BLOB, INTERVIEW_ROLE_CANDIDATE, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_BLOB, INTERVIEW_ROLE_CANDIDATE, OWN_RESUME, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_BLOB, INTERVIEW_ROLE_RECRUITER, ROOM_RESUME, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_BLOB, INTERVIEW_ROLE_RECRUITER, COMPANY, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_BLOB, INTERVIEW_ROLE_HR_ADMIN, COMPANY, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_COMPANY_SWITCH, INTERVIEW_ROLE_RECRUITER, 0, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_COMPANY_SWITCH, INTERVIEW_ROLE_HR_ADMIN, 0, INTERVIEW_ACCESS_ALLOWED },
  { INTERVIEW_ROUTE_PASSWORD, INTERVIEW_ROLE_CANDIDATE, 0, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_SCORES, INTERVIEW_ROLE_CANDIDATE, 0, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_CANDIDATES, INTERVIEW_ROLE_CANDIDATE, 0, INTERVIEW_ACCESS_FORBIDDEN },
  { INTERVIEW_ROUTE_ROOM_CREATE, INTERVIEW_ROLE_CANDIDATE, 0, INTERVIEW_ACCESS_FORBIDDEN },
};

static void
test_decisions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    g_assert_cmpint (interview_access_decide (decisions[i].route, TRUE, decisions[i].role,
                                              decisions[i].relation),
                     ==, decisions[i].access);
}

/* Whatever is true between a candidate and a room: what the panel writes is not for them. */
static void
test_panel_is_closed_to_candidates (void)
{
  for (int relation = 0; relation <= ALL_RELATIONS; relation++)
    {
      g_assert_cmpint (interview_access_decide (INTERVIEW_ROUTE_PANEL_CHAT, TRUE,
                                                INTERVIEW_ROLE_CANDIDATE, relation),
                       ==, INTERVIEW_ACCESS_FORBIDDEN);
      g_assert_cmpint (interview_access_decide (INTERVIEW_ROUTE_PANEL_CHAT_SEND, TRUE,
                                                INTERVIEW_ROLE_CANDIDATE, relation),
                       ==, INTERVIEW_ACCESS_FORBIDDEN);
    }
}

/* Help is between a candidate and HR: whatever is true between a recruiter and a room. */
static void
test_help_is_closed_to_recruiters (void)
{
  static const InterviewRoute routes[] = {
    INTERVIEW_ROUTE_HELP_LIST,  INTERVIEW_ROUTE_HELP,      INTERVIEW_ROUTE_HELP_ASK,
    INTERVIEW_ROUTE_HELP_CLOSE, INTERVIEW_ROUTE_HELP_CHAT, INTERVIEW_ROUTE_HELP_CHAT_SEND,
  };

  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      for (int relation = 0; relation <= ALL_RELATIONS; relation++)
        g_assert_cmpint (interview_access_decide (routes[i], TRUE, INTERVIEW_ROLE_RECRUITER,
                                                  relation),
                         ==, INTERVIEW_ACCESS_FORBIDDEN);
    }
}

/* What is said of a recruiter is for them and HR; what becomes of them is for HR to say. */
static void
test_staffing_decisions (void)
{
  enum
  {
    SELF = COMPANY | INTERVIEW_RELATION_SELF,
  };
  static const struct
  {
    InterviewRoute route;
    InterviewRole role;
    int relation;
    InterviewAccess access;
  } cases[] = {
    { INTERVIEW_ROUTE_STAFFING, INTERVIEW_ROLE_CANDIDATE, 0, INTERVIEW_ACCESS_FORBIDDEN },
    { INTERVIEW_ROUTE_STAFFING, INTERVIEW_ROLE_RECRUITER, 0, INTERVIEW_ACCESS_ALLOWED },
    { INTERVIEW_ROUTE_STAFFING_POLICY_REPLACE, INTERVIEW_ROLE_RECRUITER, 0,
      INTERVIEW_ACCESS_FORBIDDEN },
    { INTERVIEW_ROUTE_RECEIVED_RATINGS, INTERVIEW_ROLE_RECRUITER, SELF, INTERVIEW_ACCESS_ALLOWED },
    { INTERVIEW_ROUTE_RECEIVED_RATINGS, INTERVIEW_ROLE_RECRUITER, COMPANY,
      INTERVIEW_ACCESS_FORBIDDEN },
    { INTERVIEW_ROUTE_RECEIVED_RATINGS, INTERVIEW_ROLE_CANDIDATE, SELF,
      INTERVIEW_ACCESS_FORBIDDEN },
    { INTERVIEW_ROUTE_STANDING_DECIDE, INTERVIEW_ROLE_RECRUITER, SELF, INTERVIEW_ACCESS_FORBIDDEN },
    { INTERVIEW_ROUTE_STANDING_APPEAL, INTERVIEW_ROLE_RECRUITER, COMPANY,
      INTERVIEW_ACCESS_FORBIDDEN },
    { INTERVIEW_ROUTE_STANDING_APPEAL, INTERVIEW_ROLE_RECRUITER, SELF, INTERVIEW_ACCESS_ALLOWED },
    { INTERVIEW_ROUTE_AUDIT, INTERVIEW_ROLE_RECRUITER, 0, INTERVIEW_ACCESS_FORBIDDEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (interview_access_decide (cases[i].route, TRUE, cases[i].role,
                                              cases[i].relation),
                     ==, cases[i].access);
}

static void
test_errors (void)
{
  static const struct
  {
    InterviewAccess access;
    InterviewErrorCode code;
  } cases[] = {
    { INTERVIEW_ACCESS_UNAUTHENTICATED, INTERVIEW_ERROR_UNAUTHENTICATED },
    { INTERVIEW_ACCESS_FORBIDDEN, INTERVIEW_ERROR_FORBIDDEN },
    { INTERVIEW_ACCESS_NOT_FOUND, INTERVIEW_ERROR_NOT_FOUND },
  };

  g_assert_true (interview_access_set_error (INTERVIEW_ACCESS_ALLOWED, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (interview_access_set_error (cases[i].access, &error));
      g_assert_error (error, INTERVIEW_ERROR, (int) cases[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/access/every-route-has-a-row", test_every_route_has_a_row);
  g_test_add_func ("/server/access/every-identifier-is-judged", test_every_identifier_is_judged);
  g_test_add_func ("/server/access/no-way-around", test_no_way_around);
  g_test_add_func ("/server/access/public-routes", test_public_routes);
  g_test_add_func ("/server/access/decisions", test_decisions);
  g_test_add_func ("/server/access/panel-is-closed-to-candidates",
                   test_panel_is_closed_to_candidates);
  g_test_add_func ("/server/access/help-is-closed-to-recruiters",
                   test_help_is_closed_to_recruiters);
  g_test_add_func ("/server/access/staffing", test_staffing_decisions);
  g_test_add_func ("/server/access/errors", test_errors);
  return g_test_run ();
}
