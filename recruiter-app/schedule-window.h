/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "client/connection.h"
#include "core/model/room.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_SCHEDULE_WINDOW (recruiter_schedule_window_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterScheduleWindow,
                      recruiter_schedule_window,
                      RECRUITER,
                      SCHEDULE_WINDOW,
                      AdwWindow)

GtkWidget *recruiter_schedule_window_new (GtkWindow *parent,
                                          InterviewConnection *connection,
                                          InterviewRoom *room);

G_END_DECLS
