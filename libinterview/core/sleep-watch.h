/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SLEEP_WATCH (interview_sleep_watch_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSleepWatch, interview_sleep_watch, INTERVIEW, SLEEP_WATCH, GObject)

InterviewSleepWatch *interview_sleep_watch_new (void);

G_END_DECLS
