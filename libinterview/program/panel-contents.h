/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program/room-watch.h"
#include "ui/call-view.h"

G_BEGIN_DECLS

/* The numbers of the controls, the same in the windows, the shortcuts and the documents. */
#define INTERVIEW_PANEL_COMPANY 1
#define INTERVIEW_PANEL_CANDIDATE_QUESTIONS 2
#define INTERVIEW_PANEL_CONTACT 3
#define INTERVIEW_PANEL_RESUME 4
#define INTERVIEW_PANEL_RECRUITER_QUESTIONS 5
#define INTERVIEW_PANEL_CHAT 6

#define INTERVIEW_TYPE_PANEL_CONTENTS (interview_panel_contents_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPanelContents,
                      interview_panel_contents,
                      INTERVIEW,
                      PANEL_CONTENTS,
                      GObject)

InterviewPanelContents *interview_panel_contents_new (InterviewAccount *account,
                                                      InterviewRoomWatch *watch,
                                                      InterviewCallView *view);

G_END_DECLS
