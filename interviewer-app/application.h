/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "program/program.h"

G_BEGIN_DECLS

#define CANDIDATE_TYPE_APPLICATION (candidate_application_get_type ())
G_DECLARE_FINAL_TYPE (CandidateApplication,
                      candidate_application,
                      CANDIDATE,
                      APPLICATION,
                      InterviewProgram)

G_END_DECLS
