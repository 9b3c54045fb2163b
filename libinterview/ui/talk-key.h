/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_TALK_KEY (interview_talk_key_get_type ())
G_DECLARE_FINAL_TYPE (InterviewTalkKey, interview_talk_key, INTERVIEW, TALK_KEY, GObject)

InterviewTalkKey *interview_talk_key_new (guint keyval);
void interview_talk_key_set_window (InterviewTalkKey *self, GtkWindow *window);
gboolean interview_talk_key_is_held (InterviewTalkKey *self);

G_END_DECLS
