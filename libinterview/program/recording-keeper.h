/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RECORDING_KEEPER (interview_recording_keeper_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecordingKeeper,
                      interview_recording_keeper,
                      INTERVIEW,
                      RECORDING_KEEPER,
                      GObject)

InterviewRecordingKeeper *interview_recording_keeper_new (InterviewAccount *account);

G_END_DECLS
