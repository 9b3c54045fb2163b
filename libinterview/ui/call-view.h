/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/call-controls.h"
#include "ui/call-corner.h"
#include "ui/call-situation.h"
#include "ui/panel-control.h"
#include "ui/panel-host.h"
#include "ui/recording-sign.h"
#include "ui/video-view.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CALL_VIEW (interview_call_view_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCallView, interview_call_view, INTERVIEW, CALL_VIEW, GtkWidget)

InterviewCallView *interview_call_view_new (void);

InterviewCallControls *interview_call_view_get_controls (InterviewCallView *self);
InterviewPanelHost *interview_call_view_get_panel_host (InterviewCallView *self);
InterviewRecordingSign *interview_call_view_get_recording_sign (InterviewCallView *self);
InterviewCallCorner *interview_call_view_get_corner (InterviewCallView *self);
InterviewVideoView *interview_call_view_get_own_view (InterviewCallView *self);

InterviewPanelControl *
interview_call_view_add_panel (InterviewCallView *self, InterviewOverlayPanel *panel, guint number);
void interview_call_view_wake_controls (InterviewCallView *self);
void interview_call_view_set_remotes (InterviewCallView *self, GListModel *remotes);
void interview_call_view_set_own_slot (InterviewCallView *self, InterviewFrameSlot *slot);
void interview_call_view_set_own_name (InterviewCallView *self, const char *name);
void interview_call_view_set_present (InterviewCallView *self, const char *const *names);
void interview_call_view_set_situation (InterviewCallView *self,
                                        InterviewCallSituation situation,
                                        const char *other_name);
InterviewCallSituation interview_call_view_get_situation (InterviewCallView *self);
void interview_call_view_set_interactive (InterviewCallView *self, gboolean interactive);

G_END_DECLS
