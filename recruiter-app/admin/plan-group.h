/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/staffing.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_PLAN_GROUP (recruiter_plan_group_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterPlanGroup,
                      recruiter_plan_group,
                      RECRUITER,
                      PLAN_GROUP,
                      AdwPreferencesGroup)

void recruiter_plan_group_show (RecruiterPlanGroup *self,
                                InterviewStaffing *before,
                                InterviewStaffing *plan);

G_END_DECLS
