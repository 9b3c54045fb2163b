/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ADMISSION (interview_admission_get_type ())
G_DECLARE_FINAL_TYPE (InterviewAdmission, interview_admission, INTERVIEW, ADMISSION, GObject)

InterviewAdmission *interview_admission_new (guint total, guint per_address);
gboolean interview_admission_enter (InterviewAdmission *self, const char *address);
void interview_admission_leave (InterviewAdmission *self, const char *address);
guint interview_admission_get_count (InterviewAdmission *self);

char *interview_address_to_key (GSocketAddress *address);

G_END_DECLS
