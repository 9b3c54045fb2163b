/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/panel-form.h"
#include "ui/panel-layout.h"

G_BEGIN_DECLS

/* Less background than this and text over a bright picture cannot be read. */
#define INTERVIEW_OVERLAY_PANEL_OPACITY_MIN 0.4

#define INTERVIEW_TYPE_OVERLAY_PANEL (interview_overlay_panel_get_type ())
G_DECLARE_FINAL_TYPE (InterviewOverlayPanel,
                      interview_overlay_panel,
                      INTERVIEW,
                      OVERLAY_PANEL,
                      GtkWidget)

InterviewOverlayPanel *
interview_overlay_panel_new (const char *title, const char *icon_name, GtkWidget *child);

void interview_overlay_panel_bind_settings (InterviewOverlayPanel *self, GSettings *settings);

const char *interview_overlay_panel_get_title (InterviewOverlayPanel *self);
void interview_overlay_panel_set_title (InterviewOverlayPanel *self, const char *title);
const char *interview_overlay_panel_get_icon_name (InterviewOverlayPanel *self);
void interview_overlay_panel_set_icon_name (InterviewOverlayPanel *self, const char *icon_name);
GtkWidget *interview_overlay_panel_get_child (InterviewOverlayPanel *self);
void interview_overlay_panel_set_child (InterviewOverlayPanel *self, GtkWidget *child);
gboolean interview_overlay_panel_get_open (InterviewOverlayPanel *self);
void interview_overlay_panel_set_open (InterviewOverlayPanel *self, gboolean open);
InterviewPanelForm interview_overlay_panel_get_form (InterviewOverlayPanel *self);
void interview_overlay_panel_set_form (InterviewOverlayPanel *self, InterviewPanelForm form);
double interview_overlay_panel_get_opacity (InterviewOverlayPanel *self);
void interview_overlay_panel_set_opacity (InterviewOverlayPanel *self, double opacity);
void interview_overlay_panel_set_edge (InterviewOverlayPanel *self, InterviewPanelEdge edge);
void interview_overlay_panel_focus_content (InterviewOverlayPanel *self);

G_END_DECLS
