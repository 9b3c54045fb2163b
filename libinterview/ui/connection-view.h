/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "media/call-reading.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CONNECTION_VIEW (interview_connection_view_get_type ())
G_DECLARE_FINAL_TYPE (InterviewConnectionView,
                      interview_connection_view,
                      INTERVIEW,
                      CONNECTION_VIEW,
                      GtkWidget)

InterviewConnectionView *interview_connection_view_new (void);
void interview_connection_view_update (InterviewConnectionView *self,
                                       InterviewRemote *remote,
                                       const InterviewCallReading *reading);
void interview_connection_view_keep (InterviewConnectionView *self, GListModel *remotes);

G_END_DECLS
