/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/protocol/ice-server.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ICE_SETTINGS (interview_ice_settings_get_type ())
G_DECLARE_FINAL_TYPE (InterviewIceSettings,
                      interview_ice_settings,
                      INTERVIEW,
                      ICE_SETTINGS,
                      InterviewRecord)

GPtrArray *interview_ice_settings_get_servers (InterviewIceSettings *self);
gboolean interview_ice_settings_get_relay_only (InterviewIceSettings *self);
gint64 interview_ice_settings_get_expires_at (InterviewIceSettings *self);
const char *interview_ice_settings_get_authority (InterviewIceSettings *self);

G_END_DECLS
