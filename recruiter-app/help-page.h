/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/help.h"
#include "program/account.h"
#include "program/devices.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_HELP_PAGE (recruiter_help_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterHelpPage, recruiter_help_page, RECRUITER, HELP_PAGE, AdwBin)

GtkWidget *
recruiter_help_page_new (InterviewAccount *account, InterviewDevices *devices, const char *room_id);

InterviewHelp *recruiter_help_page_get_help (RecruiterHelpPage *self);
void recruiter_help_page_leave_call (RecruiterHelpPage *self);

G_END_DECLS
