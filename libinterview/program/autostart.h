/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program/profile.h"

G_BEGIN_DECLS

gboolean interview_autostart_get_enabled (InterviewProfile *profile);
gboolean
interview_autostart_set_enabled (InterviewProfile *profile, gboolean enabled, GError **error);

G_END_DECLS
