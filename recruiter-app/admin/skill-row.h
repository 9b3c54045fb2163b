/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/recruiter-skill.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_SKILL_ROW (recruiter_skill_row_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterSkillRow, recruiter_skill_row, RECRUITER, SKILL_ROW, AdwExpanderRow)

GtkWidget *recruiter_skill_row_new (const char *recruiter_id,
                                    const char *name,
                                    GListModel *positions,
                                    InterviewRecruiterSkill *skill);

InterviewRecruiterSkill *recruiter_skill_row_get_skill (RecruiterSkillRow *self);

G_END_DECLS
