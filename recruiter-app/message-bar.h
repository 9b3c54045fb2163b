/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RECRUITER_TYPE_MESSAGE_BAR (recruiter_message_bar_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterMessageBar, recruiter_message_bar, RECRUITER, MESSAGE_BAR, AdwBin)

void recruiter_message_bar_show (RecruiterMessageBar *self, const char *message);

G_END_DECLS
