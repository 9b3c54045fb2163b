/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"
#include "program/devices.h"

G_BEGIN_DECLS

#define CANDIDATE_TYPE_HELP_WINDOW (candidate_help_window_get_type ())
G_DECLARE_FINAL_TYPE (CandidateHelpWindow, candidate_help_window, CANDIDATE, HELP_WINDOW, AdwWindow)

CandidateHelpWindow *candidate_help_window_new (GtkWindow *parent,
                                                GtkWidget *button,
                                                InterviewAccount *account,
                                                InterviewDevices *devices,
                                                const char *room_id);

void candidate_help_window_ask (CandidateHelpWindow *self, GtkWidget *page);

G_END_DECLS
