/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/call.h"
#include "ui/call-view.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CONNECTION_CONTROL (interview_connection_control_get_type ())
G_DECLARE_FINAL_TYPE (InterviewConnectionControl,
                      interview_connection_control,
                      INTERVIEW,
                      CONNECTION_CONTROL,
                      GObject)

InterviewConnectionControl *interview_connection_control_new (InterviewCall *call,
                                                              InterviewCallView *view);

G_END_DECLS
