/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "media/screen-source.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SCREEN_PORTAL (interview_screen_portal_get_type ())
G_DECLARE_FINAL_TYPE (InterviewScreenPortal,
                      interview_screen_portal,
                      INTERVIEW,
                      SCREEN_PORTAL,
                      GObject)

InterviewScreenPortal *interview_screen_portal_new (const char *token_path);
void interview_screen_portal_choose_async (InterviewScreenPortal *self,
                                           GtkWindow *parent,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
GstElement *interview_screen_portal_choose_finish (InterviewScreenPortal *self,
                                                   GAsyncResult *result,
                                                   GError **error);
void interview_screen_portal_close (InterviewScreenPortal *self);

G_END_DECLS
