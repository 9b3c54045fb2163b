/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/panel-form.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PANEL_FORM_MENU (interview_panel_form_menu_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPanelFormMenu,
                      interview_panel_form_menu,
                      INTERVIEW,
                      PANEL_FORM_MENU,
                      GtkPopover)

GtkWidget *interview_panel_form_menu_new (void);

G_END_DECLS
