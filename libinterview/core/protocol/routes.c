/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/routes.h"

#include <string.h>

#include "core/id.h"

/*
 * One table for both ends: the program makes its paths from it, the router of the server finds its
 * handlers with it, and the tests generate their cases from it. `{}` stands for one identifier.
 */
typedef struct
{
  const char *name;
  const char *method;
  const char *template;
} Entry;

static const Entry entries[INTERVIEW_N_ROUTES] = {
  [INTERVIEW_ROUTE_HEALTH] = { "health", "GET", "/api/v1/health" },
  [INTERVIEW_ROUTE_EVENTS] = { "events", "GET", "/api/v1/events" },
  [INTERVIEW_ROUTE_SIGN_IN] = { "sign-in", "POST", "/api/v1/sessions" },
  [INTERVIEW_ROUTE_REDEEM] = { "redeem", "POST", "/api/v1/invitations/redeem" },
  [INTERVIEW_ROUTE_SESSION] = { "session", "GET", "/api/v1/session" },
  [INTERVIEW_ROUTE_SIGN_OUT] = { "sign-out", "DELETE", "/api/v1/session" },
  [INTERVIEW_ROUTE_PASSWORD] = { "password", "PUT", "/api/v1/session/password" },
  [INTERVIEW_ROUTE_COMPANY] = { "company", "GET", "/api/v1/company" },
  [INTERVIEW_ROUTE_COMPANY_SWITCH] = { "company-switch", "PATCH", "/api/v1/company" },
  [INTERVIEW_ROUTE_BLOB] = { "blob", "GET", "/api/v1/blobs/{}" },
  [INTERVIEW_ROUTE_POSITIONS] = { "positions", "GET", "/api/v1/positions" },
  [INTERVIEW_ROUTE_CANDIDATES] = { "candidates", "GET", "/api/v1/candidates" },
  [INTERVIEW_ROUTE_CANDIDATE_CREATE] = { "candidate-create", "POST", "/api/v1/candidates" },
  [INTERVIEW_ROUTE_ROOMS] = { "rooms", "GET", "/api/v1/rooms" },
  [INTERVIEW_ROUTE_ROOM_CREATE] = { "room-create", "POST", "/api/v1/rooms" },
  [INTERVIEW_ROUTE_ROOM] = { "room", "GET", "/api/v1/rooms/{}" },
  [INTERVIEW_ROUTE_ROOM_SWITCH] = { "room-switch", "PATCH", "/api/v1/rooms/{}" },
  [INTERVIEW_ROUTE_ROOM_END] = { "room-end", "POST", "/api/v1/rooms/{}/end" },
  [INTERVIEW_ROUTE_INVITATION_RENEW] = { "invitation-renew", "POST",
                                         "/api/v1/rooms/{}/invitation" },
  [INTERVIEW_ROUTE_INVITATION_REVOKE] = { "invitation-revoke", "DELETE",
                                          "/api/v1/rooms/{}/invitation" },
  [INTERVIEW_ROUTE_RESUME] = { "resume", "GET", "/api/v1/rooms/{}/resume" },
  [INTERVIEW_ROUTE_QUESTIONS] = { "questions", "GET", "/api/v1/rooms/{}/questions" },
  [INTERVIEW_ROUTE_QUESTION_ASKED] = { "question-asked", "PUT",
                                       "/api/v1/rooms/{}/questions/{}/asked" },
  [INTERVIEW_ROUTE_CHAT] = { "chat", "GET", "/api/v1/rooms/{}/chat" },
  [INTERVIEW_ROUTE_CHAT_SEND] = { "chat-send", "PUT", "/api/v1/rooms/{}/chat/{}" },
  [INTERVIEW_ROUTE_PANEL_CHAT] = { "panel-chat", "GET", "/api/v1/rooms/{}/panel-chat" },
  [INTERVIEW_ROUTE_PANEL_CHAT_SEND] = { "panel-chat-send", "PUT",
                                        "/api/v1/rooms/{}/panel-chat/{}" },
  [INTERVIEW_ROUTE_RECORDING] = { "recording", "GET", "/api/v1/rooms/{}/recording" },
  [INTERVIEW_ROUTE_RECORDINGS] = { "recordings", "GET", "/api/v1/rooms/{}/recordings" },
  [INTERVIEW_ROUTE_RECORDING_ASK] = { "recording-ask", "POST", "/api/v1/rooms/{}/recordings" },
  [INTERVIEW_ROUTE_RECORDING_DECIDE] = { "recording-decide", "PUT",
                                         "/api/v1/rooms/{}/recordings/{}/consent" },
  [INTERVIEW_ROUTE_RECORDING_STOP] = { "recording-stop", "POST",
                                       "/api/v1/rooms/{}/recordings/{}/stop" },
  [INTERVIEW_ROUTE_CONSENT_TEXT] = { "consent-text", "GET", "/api/v1/consent-text" },
  [INTERVIEW_ROUTE_CONSENT_EDITION] = { "consent-edition", "GET", "/api/v1/consent-edition" },
  [INTERVIEW_ROUTE_CONSENT_EDITION_CHANGE] = { "consent-edition-change", "PUT",
                                               "/api/v1/consent-edition" },
  [INTERVIEW_ROUTE_CONSENTS] = { "consents", "GET", "/api/v1/consents" },
  [INTERVIEW_ROUTE_QUESTION_TYPE] = { "question-type", "PUT", "/api/v1/rooms/{}/questions/{}" },
  [INTERVIEW_ROUTE_DISCLOSURES] = { "disclosures", "GET", "/api/v1/rooms/{}/disclosures" },
  [INTERVIEW_ROUTE_RESUME_ASK] = { "resume-ask", "POST", "/api/v1/rooms/{}/disclosures/resume" },
  [INTERVIEW_ROUTE_RESUME_ANSWER] = { "resume-answer", "PUT",
                                      "/api/v1/rooms/{}/disclosures/resume" },
  [INTERVIEW_ROUTE_PROFILE_ASK] = { "profile-ask", "POST", "/api/v1/rooms/{}/disclosures/company" },
  [INTERVIEW_ROUTE_PROFILE_ANSWER] = { "profile-answer", "PUT",
                                       "/api/v1/rooms/{}/disclosures/company" },
  [INTERVIEW_ROUTE_RATING_FORM] = { "rating-form", "GET", "/api/v1/rooms/{}/rating-form" },
  [INTERVIEW_ROUTE_RATING] = { "rating", "PUT", "/api/v1/ratings/{}" },
  [INTERVIEW_ROUTE_SCORES] = { "scores", "GET", "/api/v1/scores" },
  [INTERVIEW_ROUTE_RECRUITERS] = { "recruiters", "GET", "/api/v1/recruiters" },
  [INTERVIEW_ROUTE_ROOM_SCHEDULE] = { "room-schedule", "PUT", "/api/v1/rooms/{}/schedule" },
  [INTERVIEW_ROUTE_ROOM_CANCEL] = { "room-cancel", "POST", "/api/v1/rooms/{}/cancel" },
  [INTERVIEW_ROUTE_ROOM_ENTRANCE] = { "room-entrance", "PUT", "/api/v1/rooms/{}/entrance" },
  [INTERVIEW_ROUTE_STAFFING] = { "staffing", "GET", "/api/v1/staffing" },
  [INTERVIEW_ROUTE_STAFFING_PREVIEW] = { "staffing-preview", "POST", "/api/v1/staffing/preview" },
  [INTERVIEW_ROUTE_STAFFING_POLICY] = { "staffing-policy", "GET", "/api/v1/staffing/policy" },
  [INTERVIEW_ROUTE_STAFFING_POLICY_REPLACE] = { "staffing-policy-replace", "PUT",
                                                "/api/v1/staffing/policy" },
  [INTERVIEW_ROUTE_RATING_DRAFT] = { "rating-draft", "GET", "/api/v1/rating-form" },
  [INTERVIEW_ROUTE_RATING_DRAFT_REPLACE] = { "rating-draft-replace", "PUT", "/api/v1/rating-form" },
  [INTERVIEW_ROUTE_RECEIVED_RATINGS] = { "received-ratings", "GET",
                                         "/api/v1/recruiters/{}/ratings" },
  [INTERVIEW_ROUTE_STANDING_DECIDE] = { "standing-decide", "POST",
                                        "/api/v1/recruiters/{}/standing" },
  [INTERVIEW_ROUTE_STANDING_APPEAL] = { "standing-appeal", "POST", "/api/v1/recruiters/{}/appeal" },
  [INTERVIEW_ROUTE_AUDIT] = { "audit", "GET", "/api/v1/audit" },
  [INTERVIEW_ROUTE_NOTICE_SETTINGS] = { "notice-settings", "GET", "/api/v1/notice-settings" },
  [INTERVIEW_ROUTE_NOTICE_SETTINGS_REPLACE] = { "notice-settings-replace", "PUT",
                                                "/api/v1/notice-settings" },
  [INTERVIEW_ROUTE_DELIVERIES] = { "deliveries", "GET", "/api/v1/deliveries" },
  [INTERVIEW_ROUTE_DELIVERY_RESEND] = { "delivery-resend", "POST", "/api/v1/deliveries/{}/resend" },
  [INTERVIEW_ROUTE_NOTICES] = { "notices", "GET", "/api/v1/notices" },
  [INTERVIEW_ROUTE_CONTACT_SEND] = { "contact-send", "POST", "/api/v1/rooms/{}/contact" },
  [INTERVIEW_ROUTE_ONBOARDING_SEND] = { "onboarding-send", "POST", "/api/v1/rooms/{}/onboarding" },
  [INTERVIEW_ROUTE_NOTICE_TEMPLATES] = { "notice-templates", "GET", "/api/v1/notice-templates" },
  [INTERVIEW_ROUTE_NOTICE_TEMPLATE_REPLACE] = { "notice-template-replace", "PUT",
                                                "/api/v1/notice-templates" },
  [INTERVIEW_ROUTE_NOTICE_PREVIEW] = { "notice-preview", "POST",
                                       "/api/v1/notice-templates/preview" },
  [INTERVIEW_ROUTE_NOTICE_TEST] = { "notice-test", "POST", "/api/v1/notice-templates/test" },
  [INTERVIEW_ROUTE_TIME_ZONE] = { "time-zone", "PUT", "/api/v1/session/time-zone" },
  [INTERVIEW_ROUTE_ROOM_CHOICE] = { "room-choice", "GET", "/api/v1/rooms/{}/recruiter" },
  [INTERVIEW_ROUTE_ROOM_CHOOSE] = { "room-choose", "PUT", "/api/v1/rooms/{}/recruiter" },
  [INTERVIEW_ROUTE_HELP_LIST] = { "help-list", "GET", "/api/v1/help" },
  [INTERVIEW_ROUTE_HELP] = { "help", "GET", "/api/v1/rooms/{}/help" },
  [INTERVIEW_ROUTE_HELP_ASK] = { "help-ask", "PUT", "/api/v1/rooms/{}/help" },
  [INTERVIEW_ROUTE_HELP_CLOSE] = { "help-close", "POST", "/api/v1/rooms/{}/help/close" },
  [INTERVIEW_ROUTE_HELP_CHAT] = { "help-chat", "GET", "/api/v1/rooms/{}/help-chat" },
  [INTERVIEW_ROUTE_HELP_CHAT_SEND] = { "help-chat-send", "PUT", "/api/v1/rooms/{}/help-chat/{}" },
  [INTERVIEW_ROUTE_SHARE_CREATE] = { "share-create", "POST",
                                     "/api/v1/rooms/{}/recordings/{}/shares" },
  [INTERVIEW_ROUTE_SHARES] = { "shares", "GET", "/api/v1/shares" },
  [INTERVIEW_ROUTE_SHARE] = { "share", "GET", "/api/v1/shares/{}" },
  [INTERVIEW_ROUTE_SHARE_WRITE] = { "share-write", "PUT", "/api/v1/shares/{}/content" },
  [INTERVIEW_ROUTE_SHARE_FINISH] = { "share-finish", "POST", "/api/v1/shares/{}/finish" },
  [INTERVIEW_ROUTE_SHARE_WITHDRAW] = { "share-withdraw", "DELETE", "/api/v1/shares/{}" },
  [INTERVIEW_ROUTE_SHARING_POLICY] = { "sharing-policy", "GET", "/api/v1/sharing-policy" },
  [INTERVIEW_ROUTE_SHARING_POLICY_REPLACE] = { "sharing-policy-replace", "PUT",
                                               "/api/v1/sharing-policy" },
  /* For people who have a link and no program: what stands for the identifier is its secret. */
  [INTERVIEW_ROUTE_SHARED_PAGE] = { "shared-page", "GET", "/shared/{}" },
  [INTERVIEW_ROUTE_SHARED_RECORDING] = { "shared-recording", "GET", "/shared/{}/recording" },
  [INTERVIEW_ROUTE_INVITATION_PAGE] = { "invitation-page", "GET", "/invitation/{}" },
  [INTERVIEW_ROUTE_INVITATION_ANSWER] = { "invitation-answer", "POST", "/invitation/{}" },
  [INTERVIEW_ROUTE_ROOM_REPLY] = { "room-reply", "PUT", "/api/v1/rooms/{}/reply" },
};

/**
 * interview_route_get_name:
 *
 * Returns: (transfer none): a short name, as in the log
 */
const char *
interview_route_get_name (InterviewRoute route)
{
  g_return_val_if_fail ((guint) route < INTERVIEW_N_ROUTES, NULL);

  return entries[route].name;
}

/**
 * interview_route_get_method:
 *
 * Returns: (transfer none): the HTTP method
 */
const char *
interview_route_get_method (InterviewRoute route)
{
  g_return_val_if_fail ((guint) route < INTERVIEW_N_ROUTES, NULL);

  return entries[route].method;
}

/**
 * interview_route_get_template:
 *
 * Returns: (transfer none): the path, with `{}` for each identifier
 */
const char *
interview_route_get_template (InterviewRoute route)
{
  g_return_val_if_fail ((guint) route < INTERVIEW_N_ROUTES, NULL);

  return entries[route].template;
}

/**
 * interview_route_format:
 * @first: (nullable): the first identifier, if the path has one
 * @second: (nullable): the second one
 *
 * Returns: (transfer full): the path
 */
char *
interview_route_format (InterviewRoute route, const char *first, const char *second)
{
  const char *const arguments[] = { first, second };
  g_auto (GStrv) parts = NULL;
  GString *path = g_string_new (NULL);

  g_return_val_if_fail ((guint) route < INTERVIEW_N_ROUTES, NULL);

  parts = g_strsplit (entries[route].template, "{}", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_string_append (path, parts[i]);
      if (parts[i + 1] != NULL)
        {
          g_assert (i < G_N_ELEMENTS (arguments) && interview_id_is_valid (arguments[i]));
          g_string_append (path, arguments[i]);
        }
    }
  return g_string_free (path, FALSE);
}

/**
 * interview_route_match:
 * @path: a path from outside
 * @arguments: (out): the identifiers of the path, %NULL-terminated, to be freed by the caller;
 *   untouched if the path does not match
 *
 * Returns: whether the path is one of this route
 */
gboolean
interview_route_match (InterviewRoute route,
                       const char *path,
                       char *arguments[INTERVIEW_ROUTE_MAX_ARGUMENTS + 1])
{
  char *found[INTERVIEW_ROUTE_MAX_ARGUMENTS + 1] = { NULL };
  const char *template;
  guint n = 0;

  g_return_val_if_fail ((guint) route < INTERVIEW_N_ROUTES, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  template = entries[route].template;
  while (*template != '\0')
    {
      if (template[0] == '{')
        {
          char id[INTERVIEW_ID_LENGTH + 1] = { 0 };

          g_strlcpy (id, path, sizeof id);
          if (!interview_id_is_valid (id))
            break;
          found[n++] = g_strdup (id);
          path += INTERVIEW_ID_LENGTH;
          template += 2;
        }
      else if (*template ++ != *path++)
        {
          template = "-";
          break;
        }
    }
  if (*template != '\0' || *path != '\0')
    {
      for (guint i = 0; i < n; i++)
        g_free (found[i]);
      return FALSE;
    }
  memcpy (arguments, found, sizeof found);
  return TRUE;
}
