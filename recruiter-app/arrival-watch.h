/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "program/program.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_ARRIVAL_WATCH (recruiter_arrival_watch_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterArrivalWatch,
                      recruiter_arrival_watch,
                      RECRUITER,
                      ARRIVAL_WATCH,
                      GObject)

RecruiterArrivalWatch *recruiter_arrival_watch_new (InterviewProgram *program);

G_END_DECLS
