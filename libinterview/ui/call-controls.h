/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/device-list.h"
#include "ui/overlay-panel.h"

G_BEGIN_DECLS

/*
 * Keys that work anywhere in the window of a call, as GTK accelerators; for the shortcuts window.
 * A panel with number N has Ctrl+N.
 */
#define INTERVIEW_CALL_KEY_MICROPHONE "<Control>d"
#define INTERVIEW_CALL_KEY_TALK GDK_KEY_F9
#define INTERVIEW_CALL_KEY_CAMERA "<Control>e"
#define INTERVIEW_CALL_KEY_SOUND "<Control>m"
#define INTERVIEW_CALL_KEY_FULL_SCREEN "F11"
#define INTERVIEW_CALL_KEY_HANG_UP "<Control><Shift>h"
#define INTERVIEW_CALL_KEY_CLOSE_PANEL "Escape"

#define INTERVIEW_TYPE_CALL_CONTROLS (interview_call_controls_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCallControls,
                      interview_call_controls,
                      INTERVIEW,
                      CALL_CONTROLS,
                      GtkWidget)

InterviewCallControls *interview_call_controls_new (void);

GtkWidget *interview_call_controls_add_panel (InterviewCallControls *self,
                                              InterviewOverlayPanel *panel,
                                              guint number);
void interview_call_controls_set_panels_shown (InterviewCallControls *self, gboolean shown);
InterviewDeviceList *interview_call_controls_get_device_list (InterviewCallControls *self);
void interview_call_controls_set_failures (InterviewCallControls *self,
                                           const char *camera,
                                           const char *microphone);

G_END_DECLS
