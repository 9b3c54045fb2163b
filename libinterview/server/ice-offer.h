/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/protocol/ice-settings.h"
#include "server/config.h"

G_BEGIN_DECLS

gboolean interview_ice_offer_check (const InterviewConfig *config, GError **error);
InterviewIceSettings *interview_ice_offer_make (const InterviewConfig *config,
                                                const char *room_id,
                                                const char *person_id,
                                                gint64 now);

G_END_DECLS
