/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "program/sharing-desk.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RECORDINGS_WINDOW (interview_recordings_window_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecordingsWindow,
                      interview_recordings_window,
                      INTERVIEW,
                      RECORDINGS_WINDOW,
                      AdwWindow)

void interview_recordings_window_present (GtkWindow *parent, InterviewSharingDesk *desk);

G_END_DECLS
