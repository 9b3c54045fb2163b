/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libsoup/soup.h>

#include "server/admission.h"
#include "server/readiness.h"

G_BEGIN_DECLS

typedef void (*InterviewInletCheckFunc) (gint64 now, gpointer user_data);

#define INTERVIEW_TYPE_INLET (interview_inlet_get_type ())
G_DECLARE_FINAL_TYPE (InterviewInlet, interview_inlet, INTERVIEW, INLET, GObject)

InterviewInlet *interview_inlet_new (GIOStream *base,
                                     GSocketAddress *remote,
                                     InterviewReadiness *readiness,
                                     InterviewAdmission *admission,
                                     int *count,
                                     GIOStream **stream);
InterviewInlet *interview_inlet_get_for_message (SoupServerMessage *message);

const char *interview_inlet_get_key (InterviewInlet *self);
void interview_inlet_request_started (InterviewInlet *self);
void interview_inlet_request_read (InterviewInlet *self);
void interview_inlet_answer_goes_on (InterviewInlet *self);
void
interview_inlet_request_ended (InterviewInlet *self, SoupServerMessage *message, gboolean aborted);
GIOStream *interview_inlet_upgrade (InterviewInlet *self, SoupServerMessage *message);
void
interview_inlet_set_check (InterviewInlet *self, InterviewInletCheckFunc check, gpointer user_data);
void interview_inlet_check (InterviewInlet *self, gint64 now);
gboolean interview_inlet_is_gone (InterviewInlet *self);
gboolean interview_inlet_is_idle (InterviewInlet *self);
gboolean interview_inlet_is_late (InterviewInlet *self,
                                  gint64 now,
                                  guint request_seconds,
                                  guint answer_seconds,
                                  guint idle_seconds);
void interview_inlet_drop (InterviewInlet *self, SoupServerMessage *message);
void interview_inlet_cut (InterviewInlet *self);

G_END_DECLS
