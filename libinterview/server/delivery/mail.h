/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/services/errand.h"

G_BEGIN_DECLS

char *interview_mail_make_id (const InterviewErrand *errand);
GBytes *interview_mail_make (const InterviewErrand *errand);

G_END_DECLS
