/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CALL_BANNER (interview_call_banner_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCallBanner, interview_call_banner, INTERVIEW, CALL_BANNER, GtkWidget)

void
interview_call_banner_tell (InterviewCallBanner *self, const char *icon_name, const char *text);
void interview_call_banner_tell_busy (InterviewCallBanner *self, const char *text);
void interview_call_banner_hide (InterviewCallBanner *self);

G_END_DECLS
