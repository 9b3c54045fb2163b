/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/delivery/sms-provider.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ALIYUN_PROVIDER (interview_aliyun_provider_get_type ())
G_DECLARE_FINAL_TYPE (InterviewAliyunProvider,
                      interview_aliyun_provider,
                      INTERVIEW,
                      ALIYUN_PROVIDER,
                      GObject)

char *interview_aliyun_provider_sign (const char *method, GPtrArray *fields, const char *secret);

G_END_DECLS
