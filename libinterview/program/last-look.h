/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "program/profile.h"

G_BEGIN_DECLS

gpointer interview_last_look_load (InterviewProfile *profile, const char *name, GType type);
void
interview_last_look_keep (InterviewProfile *profile, const char *name, InterviewRecord *record);
void interview_last_look_forget (InterviewProfile *profile, const char *name);

G_END_DECLS
