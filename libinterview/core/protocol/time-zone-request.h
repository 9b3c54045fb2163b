/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_TIME_ZONE_REQUEST (interview_time_zone_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewTimeZoneRequest,
                      interview_time_zone_request,
                      INTERVIEW,
                      TIME_ZONE_REQUEST,
                      InterviewRecord)

const char *interview_time_zone_request_get_time_zone (InterviewTimeZoneRequest *self);

G_END_DECLS
