/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libsoup/soup.h>

#include "core/protocol/routes.h"

G_BEGIN_DECLS

void interview_access_log_begin (SoupServerMessage *message);
void interview_access_log_set_route (SoupServerMessage *message, InterviewRoute route);

G_END_DECLS
