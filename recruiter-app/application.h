/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "program/program.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_APPLICATION (recruiter_application_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterApplication,
                      recruiter_application,
                      RECRUITER,
                      APPLICATION,
                      InterviewProgram)

G_END_DECLS
