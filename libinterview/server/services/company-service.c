/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/company-service.h"

#include "core/error.h"
#include "server/store/company-table.h"
#include "server/store/event-table.h"
#include "server/store/membership-table.h"

/*
 * The company's profile and its switch.
 */

/**
 * interview_company_service_get:
 * @actor: who asks
 * @error: return location
 *
 * Returns: (transfer full): their company's profile in their language, or %NULL
 */
InterviewCompany *
interview_company_service_get (InterviewTransaction *transaction,
                               InterviewActor *actor,
                               GError **error)
{
  const char *language = interview_actor_get_language (actor);

  return interview_company_table_get (transaction, interview_actor_get_company_id (actor),
                                      language != NULL ? language : "", error);
}

/**
 * interview_company_service_switch:
 * @actor: who switches
 * @request: on or off, and the revision that it is based on
 * @error: return location; %INTERVIEW_ERROR_CONFLICT
 *
 * Turns the interactive features of all rooms on or off; everybody of the company is told.
 *
 * Returns: (transfer full): the company as it is then, or %NULL
 */
InterviewCompany *
interview_company_service_switch (InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  InterviewSwitchRequest *request,
                                  GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  g_autoptr (GPtrArray) readers = g_ptr_array_new_with_free_func (g_free);
  const InterviewNewEvent event = {
    .kind = INTERVIEW_EVENT_KIND_COMPANY_CHANGED,
    .company_id = company_id,
    .actor_id = interview_actor_get_person_id (actor),
  };

  if (!interview_company_table_switch (transaction, company_id,
                                       interview_switch_request_get_revision (request),
                                       interview_switch_request_get_interactive (request), error))
    return NULL;
  for (int role = INTERVIEW_ROLE_CANDIDATE; role <= INTERVIEW_ROLE_HR_ADMIN; role++)
    {
      if (!interview_membership_table_add_readers (transaction, company_id, role, readers, error))
        return NULL;
    }
  if (!interview_event_table_insert (transaction, &event, readers, error))
    return NULL;
  return interview_company_service_get (transaction, actor, error);
}
