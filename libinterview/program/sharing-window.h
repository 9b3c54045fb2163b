/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "program/sharing-desk.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SHARING_WINDOW (interview_sharing_window_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSharingWindow,
                      interview_sharing_window,
                      INTERVIEW,
                      SHARING_WINDOW,
                      AdwWindow)

void interview_sharing_window_present (GtkWindow *parent,
                                       InterviewSharingDesk *desk,
                                       InterviewShelvedRecording *recording);

G_END_DECLS
