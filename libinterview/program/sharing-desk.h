/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program/account.h"
#include "program/sharing.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SHARING_DESK (interview_sharing_desk_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSharingDesk,
                      interview_sharing_desk,
                      INTERVIEW,
                      SHARING_DESK,
                      GObject)

InterviewSharingDesk *interview_sharing_desk_new (InterviewAccount *account);
InterviewSharing *interview_sharing_desk_get_sharing (InterviewSharingDesk *self,
                                                      InterviewShelvedRecording *recording);
InterviewAccount *interview_sharing_desk_get_account (InterviewSharingDesk *self);

G_END_DECLS
