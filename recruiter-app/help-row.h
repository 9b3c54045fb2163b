/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/help.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_HELP_ROW (recruiter_help_row_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterHelpRow, recruiter_help_row, RECRUITER, HELP_ROW, GtkListBoxRow)

GtkWidget *recruiter_help_row_new (InterviewHelp *help);

InterviewHelp *recruiter_help_row_get_help (RecruiterHelpRow *self);

G_END_DECLS
