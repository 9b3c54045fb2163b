/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/notice-keeper.h"

G_BEGIN_DECLS

#define CANDIDATE_TYPE_MESSAGES_WINDOW (candidate_messages_window_get_type ())
G_DECLARE_FINAL_TYPE (CandidateMessagesWindow,
                      candidate_messages_window,
                      CANDIDATE,
                      MESSAGES_WINDOW,
                      AdwWindow)

GtkWidget *candidate_messages_window_new (GtkWindow *parent, InterviewNoticeKeeper *keeper);

G_END_DECLS
