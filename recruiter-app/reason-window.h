/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_REASON_WINDOW (recruiter_reason_window_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterReasonWindow,
                      recruiter_reason_window,
                      RECRUITER,
                      REASON_WINDOW,
                      AdwWindow)

RecruiterReasonWindow *recruiter_reason_window_new (GtkWindow *parent,
                                                    const char *title,
                                                    const char *description,
                                                    const char *button);

void recruiter_reason_window_keep_draft (RecruiterReasonWindow *self,
                                         InterviewAccount *account,
                                         const char *place);
void recruiter_reason_window_finish (RecruiterReasonWindow *self, const GError *error);

G_END_DECLS
