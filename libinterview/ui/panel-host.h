/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/overlay-panel.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PANEL_HOST (interview_panel_host_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPanelHost, interview_panel_host, INTERVIEW, PANEL_HOST, GtkWidget)

/**
 * InterviewPanelHostFreeFunc:
 * @free: the part of the child that no panel covers, in the child's coordinates
 * @user_data: as given
 *
 * Called while sizes are given out, before the child gets its own.
 */
typedef void (*InterviewPanelHostFreeFunc) (const GdkRectangle *free, gpointer user_data);

InterviewPanelHost *interview_panel_host_new (void);

GtkWidget *interview_panel_host_get_child (InterviewPanelHost *self);
void interview_panel_host_set_child (InterviewPanelHost *self, GtkWidget *child);
void interview_panel_host_add_panel (InterviewPanelHost *self,
                                     InterviewOverlayPanel *panel,
                                     GtkWidget *control);
void interview_panel_host_set_inset (InterviewPanelHost *self, int inset);
void interview_panel_host_set_free_func (InterviewPanelHost *self,
                                         InterviewPanelHostFreeFunc func,
                                         gpointer user_data);
gboolean interview_panel_host_get_panels_shown (InterviewPanelHost *self);
void interview_panel_host_set_panels_shown (InterviewPanelHost *self, gboolean shown);
gboolean interview_panel_host_close_last (InterviewPanelHost *self);

G_END_DECLS
