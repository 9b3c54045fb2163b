/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/room.h"
#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_RESUME_BOX (recruiter_resume_box_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterResumeBox, recruiter_resume_box, RECRUITER, RESUME_BOX, AdwBin)

void recruiter_resume_box_set_account (RecruiterResumeBox *self, InterviewAccount *account);
void recruiter_resume_box_load (RecruiterResumeBox *self, InterviewRoom *room);

G_END_DECLS
