/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ICE_SERVER (interview_ice_server_get_type ())
G_DECLARE_FINAL_TYPE (InterviewIceServer,
                      interview_ice_server,
                      INTERVIEW,
                      ICE_SERVER,
                      InterviewRecord)

const char *interview_ice_server_get_uri (InterviewIceServer *self);
const char *interview_ice_server_get_username (InterviewIceServer *self);
const char *interview_ice_server_get_credential (InterviewIceServer *self);

G_END_DECLS
