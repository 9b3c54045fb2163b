/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PROFILE (interview_profile_get_type ())
G_DECLARE_FINAL_TYPE (InterviewProfile, interview_profile, INTERVIEW, PROFILE, GObject)

InterviewProfile *interview_profile_new (const char *program_id, const char *name, GError **error);

const char *interview_profile_get_name (InterviewProfile *self);
const char *interview_profile_get_program_id (InterviewProfile *self);
const char *interview_profile_get_application_id (InterviewProfile *self);
const char *interview_profile_get_data_directory (InterviewProfile *self);
const char *interview_profile_get_cache_directory (InterviewProfile *self);
char *interview_profile_build_data_path (InterviewProfile *self, const char *name);
GSettings *interview_profile_get_settings (InterviewProfile *self);
GSettings *
interview_profile_open_settings (InterviewProfile *self, const char *schema_id, const char *folder);

G_END_DECLS
