/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/protocol/ice-settings.h"
#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RELAYS (interview_relays_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRelays, interview_relays, INTERVIEW, RELAYS, InterviewRecord)

const char *interview_relays_get_room_id (InterviewRelays *self);
InterviewIceSettings *interview_relays_get_ice (InterviewRelays *self);

G_END_DECLS
