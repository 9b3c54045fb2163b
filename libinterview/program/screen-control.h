/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/call.h"
#include "program/profile.h"
#include "ui/call-view.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SCREEN_CONTROL (interview_screen_control_get_type ())
G_DECLARE_FINAL_TYPE (InterviewScreenControl,
                      interview_screen_control,
                      INTERVIEW,
                      SCREEN_CONTROL,
                      GObject)

InterviewScreenControl *interview_screen_control_new (InterviewCall *call,
                                                      InterviewCallView *view,
                                                      InterviewProfile *profile);
void interview_screen_control_close (InterviewScreenControl *self);

G_END_DECLS
