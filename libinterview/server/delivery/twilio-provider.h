/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/delivery/sms-provider.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_TWILIO_PROVIDER (interview_twilio_provider_get_type ())
G_DECLARE_FINAL_TYPE (InterviewTwilioProvider,
                      interview_twilio_provider,
                      INTERVIEW,
                      TWILIO_PROVIDER,
                      GObject)

G_END_DECLS
