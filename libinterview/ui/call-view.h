/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/call-controls.h"
#include "ui/panel-control.h"
#include "ui/panel-host.h"
#include "ui/recording-sign.h"
#include "ui/video-view.h"

G_BEGIN_DECLS

/**
 * InterviewCallSituation:
 * @INTERVIEW_CALL_SITUATION_LOBBY: in the lobby, until the other side opens the door
 * @INTERVIEW_CALL_SITUATION_KNOCKING: the other side waits in the lobby
 * @INTERVIEW_CALL_SITUATION_WAITING: nobody else has come yet
 * @INTERVIEW_CALL_SITUATION_CONNECTING: somebody is there, the picture is on its way
 * @INTERVIEW_CALL_SITUATION_LIVE: in call
 * @INTERVIEW_CALL_SITUATION_OFFLINE: our own network is away
 * @INTERVIEW_CALL_SITUATION_RECONNECTING: the picture has stopped and is being fetched back
 * @INTERVIEW_CALL_SITUATION_LEFT: the other side left on purpose
 * @INTERVIEW_CALL_SITUATION_LOST: the other side vanished
 *
 * What a person in a call is told about it.
 */
typedef enum
{
  INTERVIEW_CALL_SITUATION_LOBBY,
  INTERVIEW_CALL_SITUATION_KNOCKING,
  INTERVIEW_CALL_SITUATION_WAITING,
  INTERVIEW_CALL_SITUATION_CONNECTING,
  INTERVIEW_CALL_SITUATION_LIVE,
  INTERVIEW_CALL_SITUATION_OFFLINE,
  INTERVIEW_CALL_SITUATION_RECONNECTING,
  INTERVIEW_CALL_SITUATION_LEFT,
  INTERVIEW_CALL_SITUATION_LOST,
} InterviewCallSituation;

#define INTERVIEW_TYPE_CALL_SITUATION (interview_call_situation_get_type ())
GType interview_call_situation_get_type (void);

#define INTERVIEW_TYPE_CALL_VIEW (interview_call_view_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCallView, interview_call_view, INTERVIEW, CALL_VIEW, GtkWidget)

InterviewCallView *interview_call_view_new (void);

InterviewCallControls *interview_call_view_get_controls (InterviewCallView *self);
InterviewPanelHost *interview_call_view_get_panel_host (InterviewCallView *self);
InterviewRecordingSign *interview_call_view_get_recording_sign (InterviewCallView *self);
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
