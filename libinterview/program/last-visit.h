/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/clock.h"
#include "program/devices.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_LAST_VISIT (interview_last_visit_get_type ())
G_DECLARE_FINAL_TYPE (InterviewLastVisit, interview_last_visit, INTERVIEW, LAST_VISIT, GObject)

/* How long after its last mark a visit is taken up again without a question. */
#define INTERVIEW_LAST_VISIT_SECONDS (10 * 60)

InterviewLastVisit *interview_last_visit_new (const char *path, InterviewClock *clock);

void interview_last_visit_mark (InterviewLastVisit *self,
                                const char *room_id,
                                gboolean camera_enabled,
                                gboolean microphone_enabled);
void interview_last_visit_clear (InterviewLastVisit *self);
void interview_last_visit_restore (InterviewLastVisit *self, InterviewDevices *devices);
char *interview_last_visit_find_room (InterviewLastVisit *self);
gboolean interview_last_visit_get_camera_enabled (InterviewLastVisit *self);
gboolean interview_last_visit_get_microphone_enabled (InterviewLastVisit *self);

G_END_DECLS
