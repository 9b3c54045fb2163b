/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/call-situation.h"

/* What a person in a call is told about it. */
G_DEFINE_ENUM_TYPE (InterviewCallSituation,
                    interview_call_situation,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_SITUATION_LOBBY, "lobby"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_SITUATION_KNOCKING, "knocking"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_SITUATION_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_SITUATION_CONNECTING, "connecting"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_SITUATION_LIVE, "live"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_SITUATION_OFFLINE, "offline"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_SITUATION_RECONNECTING, "reconnecting"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_SITUATION_LEFT, "left"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_SITUATION_LOST, "lost"))
