/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * InterviewReadyFunc:
 * @target: what was added
 * @ended: whether nothing comes after what can be read now
 *
 * Called on the thread of the context when there is something to read that was not there before.
 */
typedef void (*InterviewReadyFunc) (GObject *target, gboolean ended);

#define INTERVIEW_TYPE_READINESS (interview_readiness_get_type ())
G_DECLARE_FINAL_TYPE (InterviewReadiness, interview_readiness, INTERVIEW, READINESS, GObject)

InterviewReadiness *interview_readiness_new (GMainContext *context);
guint64 interview_readiness_add (InterviewReadiness *self,
                                 int descriptor,
                                 GObject *target,
                                 InterviewReadyFunc func);
void interview_readiness_remove (InterviewReadiness *self, guint64 id);
void interview_readiness_stop (InterviewReadiness *self);

G_END_DECLS
