/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "program/program.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_HELP_DESK (recruiter_help_desk_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterHelpDesk, recruiter_help_desk, RECRUITER, HELP_DESK, GObject)

RecruiterHelpDesk *recruiter_help_desk_new (InterviewProgram *program);

GListModel *recruiter_help_desk_get_list (RecruiterHelpDesk *self);
guint recruiter_help_desk_get_count (RecruiterHelpDesk *self);

G_END_DECLS
