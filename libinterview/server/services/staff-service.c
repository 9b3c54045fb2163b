/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/staff-service.h"

#include "core/error.h"
#include "core/id.h"
#include "core/mail-address.h"
#include "core/model/participant.h"
#include "core/model/position.h"
#include "server/services/page-cursor.h"
#include "server/store/membership-table.h"
#include "server/store/person-table.h"
#include "server/store/position-table.h"

/*
 * What staff choose from when they plan an interview: positions, candidates and recruiters.
 */

/**
 * interview_staff_service_list_positions:
 * @actor: who asks
 * @cursor: (nullable): from the page before
 * @limit: how many at most, 0 for no wish
 * @next_cursor: (out) (transfer full) (nullable): for the next page, %NULL at the end
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full) (element-type InterviewPosition): the company's positions by title, or
 *   %NULL
 */
GPtrArray *
interview_staff_service_list_positions (InterviewTransaction *transaction,
                                        InterviewActor *actor,
                                        const char *cursor,
                                        guint limit,
                                        char **next_cursor,
                                        GError **error)
{
  const char *language = interview_actor_get_language (actor);
  guint page = interview_page_cursor_limit (limit);
  g_autofree char *after_title = NULL, *after_id = NULL;
  g_autoptr (GPtrArray) positions = NULL;

  *next_cursor = NULL;
  if (!interview_page_cursor_parse (cursor, &after_title, &after_id, error))
    return NULL;
  positions = interview_position_table_list (transaction, interview_actor_get_company_id (actor),
                                             language != NULL ? language : "", after_title,
                                             after_id, page + 1, error);
  if (positions != NULL && positions->len > page)
    {
      g_ptr_array_set_size (positions, (int) page);
      *next_cursor = interview_page_cursor_make ("", interview_position_get_id (
                                                         g_ptr_array_index (positions, page - 1)));
    }
  return g_steal_pointer (&positions);
}

static GPtrArray *
list_persons (InterviewTransaction *transaction,
              InterviewActor *actor,
              InterviewRole role,
              const char *cursor,
              guint limit,
              char **next_cursor,
              GError **error)
{
  guint page = interview_page_cursor_limit (limit);
  g_autofree char *after_name = NULL, *after_id = NULL;
  g_autoptr (GPtrArray) persons = NULL;

  *next_cursor = NULL;
  if (!interview_page_cursor_parse (cursor, &after_name, &after_id, error))
    return NULL;
  persons = interview_person_table_list (transaction, interview_actor_get_company_id (actor), role,
                                         after_name, after_id, page + 1, error);
  if (persons != NULL && persons->len > page)
    {
      InterviewPerson *last;

      g_ptr_array_set_size (persons, (int) page);
      last = g_ptr_array_index (persons, page - 1);
      *next_cursor = interview_page_cursor_make (interview_person_get_display_name (last),
                                                 interview_person_get_id (last));
    }
  return g_steal_pointer (&persons);
}

/**
 * interview_staff_service_list_candidates:
 * @actor: who asks
 * @cursor: (nullable): from the page before
 * @limit: how many at most, 0 for no wish
 * @next_cursor: (out) (transfer full) (nullable): for the next page, %NULL at the end
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full) (element-type InterviewPerson): the company's candidates by name, or
 *   %NULL
 */
GPtrArray *
interview_staff_service_list_candidates (InterviewTransaction *transaction,
                                         InterviewActor *actor,
                                         const char *cursor,
                                         guint limit,
                                         char **next_cursor,
                                         GError **error)
{
  return list_persons (transaction, actor, INTERVIEW_ROLE_CANDIDATE, cursor, limit, next_cursor,
                       error);
}

/**
 * interview_staff_service_list_recruiters:
 * @actor: who asks
 * @cursor: (nullable): from the page before
 * @limit: how many at most, 0 for no wish
 * @next_cursor: (out) (transfer full) (nullable): for the next page, %NULL at the end
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full) (element-type InterviewParticipant): the company's recruiters by name,
 *   without their addresses, or %NULL
 */
GPtrArray *
interview_staff_service_list_recruiters (InterviewTransaction *transaction,
                                         InterviewActor *actor,
                                         const char *cursor,
                                         guint limit,
                                         char **next_cursor,
                                         GError **error)
{
  g_autoptr (GPtrArray) persons = list_persons (transaction, actor, INTERVIEW_ROLE_RECRUITER,
                                                cursor, limit, next_cursor, error);
  g_autoptr (GPtrArray) recruiters = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; persons != NULL && i < persons->len; i++)
    {
      InterviewPerson *person = g_ptr_array_index (persons, i);

      g_ptr_array_add (recruiters, g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id",
                                                 interview_person_get_id (person), "display-name",
                                                 interview_person_get_display_name (person), "role",
                                                 INTERVIEW_ROLE_RECRUITER, NULL));
    }
  return persons != NULL ? g_steal_pointer (&recruiters) : NULL;
}

/**
 * interview_staff_service_create_candidate:
 * @actor: who adds the candidate, to their own branch
 * @request: name and addresses
 * @error: return location; %INTERVIEW_ERROR_INVALID if the e-mail address is none
 *
 * Returns: (transfer full): the new candidate, or %NULL
 */
InterviewPerson *
interview_staff_service_create_candidate (InterviewTransaction *transaction,
                                          InterviewActor *actor,
                                          InterviewCandidateRequest *request,
                                          GError **error)
{
  const char *email = interview_candidate_request_get_email (request);
  g_autofree char *person_id = interview_id_new ();
  g_autofree char *membership_id = interview_id_new ();
  InterviewRowHead head = { person_id, interview_actor_get_company_id (actor),
                            interview_actor_get_unit_id (actor), NULL };
  g_autoptr (InterviewPerson) person =
      g_object_new (INTERVIEW_TYPE_PERSON, "id", person_id, "revision", (gint64) 1, "role",
                    INTERVIEW_ROLE_CANDIDATE, "display-name",
                    interview_candidate_request_get_display_name (request), "email", email, "phone",
                    interview_candidate_request_get_phone (request), NULL);

  if (email != NULL && *email != '\0' && !interview_mail_address_is_plausible (email))
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "“email” is not an e-mail address");
      return NULL;
    }
  if (!interview_person_table_insert (transaction, &head, person, NULL, error))
    return NULL;
  head.id = membership_id;
  if (!interview_membership_table_insert (transaction, &head, person_id, INTERVIEW_ROLE_CANDIDATE,
                                          error))
    return NULL;
  return g_steal_pointer (&person);
}
