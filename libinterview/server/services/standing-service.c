/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/standing-service.h"

#include "core/error.h"
#include "server/services/staffing-update.h"
#include "server/services/standing-state.h"
#include "server/store/audit-table.h"
#include "server/store/choice.h"
#include "server/store/person-table.h"
#include "server/store/rating-table.h"
#include "server/store/standing-table.h"

/*
 * What people decide about a recruiter's qualification. What ratings do to it is in
 * staffing-update.c.
 */

typedef struct
{
  const char *recruiter_id;
  gint64 revision;
  InterviewStandingHappening happening;
  InterviewAuditKind kind;
  const char *reason;
} Step;

static gboolean
record (InterviewTransaction *transaction,
        InterviewActor *actor,
        const Step *step,
        InterviewStandingState former,
        InterviewStandingState latter,
        GError **error)
{
  const InterviewNewAuditEntry entry = {
    .company_id = interview_actor_get_company_id (actor),
    .kind = step->kind,
    .actor_id = interview_actor_get_person_id (actor),
    .subject_id = step->recruiter_id,
    .reason = step->reason,
    .former = interview_choice_to_nick (INTERVIEW_TYPE_STANDING_STATE, (int) former),
    .latter = interview_choice_to_nick (INTERVIEW_TYPE_STANDING_STATE, (int) latter),
  };

  return interview_audit_table_insert (transaction, &entry, error);
}

/* Who is reinstated begins anew: every rating that there is by then is forgiven. */
static gboolean
forgive (InterviewTransaction *transaction,
         const char *company_id,
         InterviewStandingRow *row,
         GError **error)
{
  g_autoptr (GPtrArray) all_series =
      interview_rating_table_list_series (transaction, company_id, error);

  if (all_series == NULL)
    return FALSE;
  for (guint i = 0; i < all_series->len; i++)
    {
      const InterviewRatingSeries *series = g_ptr_array_index (all_series, i);

      if (g_strcmp0 (series->recruiter_id, row->recruiter_id) == 0)
        row->forgiven = series->values->len;
    }
  return TRUE;
}

static InterviewStanding *
take_step (InterviewTransaction *transaction,
           InterviewActor *actor,
           const Step *step,
           GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  g_autoptr (InterviewStandingRow) row =
      interview_standing_table_get (transaction, step->recruiter_id, error);
  InterviewStandingState former;

  if (row == NULL)
    return NULL;
  former = row->state;
  row->state = interview_standing_state_next (former, step->happening);
  if (row->revision != step->revision || row->state == former)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT,
                           "somebody else decided about this meanwhile: load it again");
      return NULL;
    }
  row->revision++;
  row->changed_at = interview_transaction_get_now (transaction);
  g_free (row->reason);
  row->reason = g_strdup (step->reason);
  if (row->state == INTERVIEW_STANDING_STATE_REINSTATED &&
      !forgive (transaction, company_id, row, error))
    return NULL;
  if (!interview_standing_table_set (transaction, company_id, row, error) ||
      !record (transaction, actor, step, former, row->state, error) ||
      !interview_staffing_update (transaction, company_id, FALSE, error))
    return NULL;
  return g_object_new (INTERVIEW_TYPE_STANDING, "recruiter-id", row->recruiter_id, "revision",
                       row->revision, "state", row->state, "reason", row->reason, "changed-at",
                       row->changed_at, NULL);
}

/**
 * interview_standing_service_decide:
 * @actor: who decides
 * @recruiter_id: about whom, of their company
 * @request: what, why, and on the ground of which revision
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if there is nothing of the kind to decide any
 *   more, %INTERVIEW_ERROR_INVALID for somebody who is no recruiter
 *
 * Returns: (transfer full): where the recruiter stands then, or %NULL
 */
InterviewStanding *
interview_standing_service_decide (InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   const char *recruiter_id,
                                   InterviewStandingRequest *request,
                                   GError **error)
{
  static const struct
  {
    InterviewStandingHappening happening;
    InterviewAuditKind kind;
  } decisions[] = {
    [INTERVIEW_STANDING_DECISION_CONFIRM] = { INTERVIEW_STANDING_HAPPENING_CONFIRM,
                                              INTERVIEW_AUDIT_KIND_WITHDRAWAL_CONFIRMED },
    [INTERVIEW_STANDING_DECISION_REJECT] = { INTERVIEW_STANDING_HAPPENING_REJECT,
                                             INTERVIEW_AUDIT_KIND_WITHDRAWAL_REJECTED },
    [INTERVIEW_STANDING_DECISION_REINSTATE] = { INTERVIEW_STANDING_HAPPENING_REINSTATE,
                                                INTERVIEW_AUDIT_KIND_REINSTATED },
  };
  InterviewStandingDecision decision = interview_standing_request_get_decision (request);
  const Step step = {
    .recruiter_id = recruiter_id,
    .revision = interview_standing_request_get_revision (request),
    .happening = decisions[decision].happening,
    .kind = decisions[decision].kind,
    .reason = interview_standing_request_get_reason (request),
  };
  g_autoptr (InterviewPerson) person =
      interview_person_table_get (transaction, interview_actor_get_company_id (actor), recruiter_id,
                                  error);

  if (person == NULL)
    return NULL;
  if (interview_person_get_role (person) == INTERVIEW_ROLE_CANDIDATE)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "candidates are not qualified as recruiters");
      return NULL;
    }
  return take_step (transaction, actor, &step, error);
}

/**
 * interview_standing_service_appeal:
 * @actor: the recruiter whose qualification is at stake
 * @request: why, and against which revision
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if there is nothing to object to any more
 *
 * Returns: (transfer full): where they stand then, or %NULL
 */
InterviewStanding *
interview_standing_service_appeal (InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   InterviewAppealRequest *request,
                                   GError **error)
{
  const Step step = {
    .recruiter_id = interview_actor_get_person_id (actor),
    .revision = interview_appeal_request_get_revision (request),
    .happening = INTERVIEW_STANDING_HAPPENING_APPEAL,
    .kind = INTERVIEW_AUDIT_KIND_APPEALED,
    .reason = interview_appeal_request_get_reason (request),
  };

  return take_step (transaction, actor, &step, error);
}
