/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/staffing-policy.h"
#include "server/services/score.h"
#include "server/services/staffing-plan.h"
#include "server/store/standing-table.h"
#include "server/store/task-table.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewStaffingFacts:
 * @all_series: (element-type InterviewRatingSeries): what candidates said of each recruiter
 * @standings: (element-type utf8 InterviewStandingRow): where each recruiter stands
 * @rows: (element-type InterviewTaskRow): the interviews from today on
 * @scale: the highest mark of the form
 * @batches: how ratings count outside of HR
 * @latest: how they count for HR
 *
 * All that a company's plan is made from, as it stands in a unit of work.
 */
typedef struct
{
  char *company_id;
  InterviewStaffingPolicy *policy;
  GPtrArray *all_series;
  GHashTable *standings;
  GPtrArray *rows;
  gint64 scale;
  gint64 minimum;
  InterviewScoreTerms batches;
  InterviewScoreTerms latest;
} InterviewStaffingFacts;

InterviewStaffingFacts *interview_staffing_facts_load (InterviewTransaction *transaction,
                                                       const char *company_id,
                                                       const char *language,
                                                       InterviewStaffingPolicy *policy,
                                                       GError **error);
void interview_staffing_facts_free (InterviewStaffingFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewStaffingFacts, interview_staffing_facts_free)

const InterviewRatingSeries *interview_staffing_facts_find_series (InterviewStaffingFacts *self,
                                                                   const char *recruiter_id);
InterviewStandingRow *interview_staffing_facts_get_standing (InterviewStaffingFacts *self,
                                                             const char *recruiter_id);
gboolean interview_staffing_facts_judge (InterviewStaffingFacts *self,
                                         const InterviewRatingSeries *series,
                                         gboolean anew);
GArray *interview_staffing_facts_list_recruiters (InterviewStaffingFacts *self);
GArray *interview_staffing_facts_list_tasks (InterviewStaffingFacts *self);

G_END_DECLS
