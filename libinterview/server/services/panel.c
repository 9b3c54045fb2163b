/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/panel.h"

#include "core/error.h"
#include "server/store/assignment-table.h"
#include "server/store/person-table.h"

/*
 * The panel of a room: the recruiters who interview in it.
 */

static gboolean
check_recruiter (InterviewTransaction *transaction,
                 InterviewActor *actor,
                 const char *person_id,
                 GError **error)
{
  g_autoptr (InterviewPerson) person = NULL;

  person = interview_person_table_get (transaction, interview_actor_get_company_id (actor),
                                       person_id, error);
  if (person == NULL)
    return FALSE;
  if (interview_person_get_role (person) != INTERVIEW_ROLE_CANDIDATE)
    return TRUE;
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                       "the person who interviews must not be a candidate");
  return FALSE;
}

static gboolean
check_size (InterviewTransaction *transaction, const char *const *ids, GError **error)
{
  guint limit = interview_transaction_get_panel_limit (transaction);

  if (g_strv_length ((char **) ids) <= limit)
    return TRUE;
  g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
               "a panel has at most %u people here; a larger one needs a media server, which is "
               "named in [janus] of the settings of the server",
               limit);
  return FALSE;
}

/**
 * interview_panel_set:
 * @actor: who decides it
 * @room_id: a room
 * @recruiter_ids: (array zero-terminated=1): who interviews, in order; @actor alone if empty
 * @error: return location; %INTERVIEW_ERROR_INVALID, %INTERVIEW_ERROR_NOT_FOUND
 *
 * Replaces the panel of a room.
 *
 * Returns: whether it was done
 */
gboolean
interview_panel_set (InterviewTransaction *transaction,
                     InterviewActor *actor,
                     const char *room_id,
                     const char *const *recruiter_ids,
                     GError **error)
{
  const char *const alone[] = { interview_actor_get_person_id (actor), NULL };
  const char *const *ids = recruiter_ids[0] != NULL ? recruiter_ids : alone;

  if (!check_size (transaction, ids, error) ||
      !interview_assignment_table_clear (transaction, room_id, error))
    return FALSE;
  for (int i = 0; ids[i] != NULL; i++)
    {
      for (int before = 0; before < i; before++)
        {
          if (g_str_equal (ids[before], ids[i]))
            {
              g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                                   "the same person is on the panel twice");
              return FALSE;
            }
        }
      if (!check_recruiter (transaction, actor, ids[i], error) ||
          !interview_assignment_table_insert (transaction, room_id, ids[i], i, error))
        return FALSE;
    }
  return TRUE;
}
