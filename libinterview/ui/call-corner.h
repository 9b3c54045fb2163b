/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "ui/connection-view.h"

G_BEGIN_DECLS

/* Begins and ends sharing the screen, anywhere in the window. */
#define INTERVIEW_SCREEN_KEY "<Control><Shift>s"

#define INTERVIEW_TYPE_CALL_CORNER (interview_call_corner_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCallCorner, interview_call_corner, INTERVIEW, CALL_CORNER, GtkWidget)

InterviewCallCorner *interview_call_corner_new (void);
void interview_call_corner_set_sharing (InterviewCallCorner *self, gboolean sharing);
void interview_call_corner_set_busy (InterviewCallCorner *self, gboolean busy);
void interview_call_corner_set_trouble (InterviewCallCorner *self, const char *trouble);
InterviewConnectionView *interview_call_corner_get_connection (InterviewCallCorner *self);
void interview_call_corner_show_note (InterviewCallCorner *self, const char *note);

G_END_DECLS
