/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/call.h"
#include "program/devices.h"
#include "program/last-visit.h"
#include "program/room-watch.h"
#include "program/roster.h"
#include "program/visit-state.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_VISIT (interview_visit_get_type ())
G_DECLARE_FINAL_TYPE (InterviewVisit, interview_visit, INTERVIEW, VISIT, GObject)

InterviewVisit *interview_visit_new (InterviewAccount *account,
                                     InterviewRoomWatch *watch,
                                     InterviewDevices *devices,
                                     InterviewLastVisit *last_visit);

void interview_visit_enter (InterviewVisit *self);
void interview_visit_leave (InterviewVisit *self);
void interview_visit_end_async (InterviewVisit *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean interview_visit_end_finish (InterviewVisit *self, GAsyncResult *result, GError **error);

InterviewVisitState interview_visit_get_state (InterviewVisit *self);
InterviewCall *interview_visit_get_call (InterviewVisit *self);
InterviewRoomWatch *interview_visit_get_watch (InterviewVisit *self);
gboolean interview_visit_get_online (InterviewVisit *self);
InterviewRoster *interview_visit_get_roster (InterviewVisit *self);

G_END_DECLS
