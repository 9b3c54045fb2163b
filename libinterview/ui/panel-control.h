/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/overlay-panel.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PANEL_CONTROL (interview_panel_control_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPanelControl,
                      interview_panel_control,
                      INTERVIEW,
                      PANEL_CONTROL,
                      GtkToggleButton)

GtkWidget *interview_panel_control_new (InterviewOverlayPanel *panel, guint number);
void interview_panel_control_set_unread (InterviewPanelControl *self, guint unread);

G_END_DECLS
