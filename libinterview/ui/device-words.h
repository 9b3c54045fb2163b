/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/device-failure.h"
#include "media/device.h"

G_BEGIN_DECLS

const char *interview_device_words_get_failure (InterviewDeviceKind kind,
                                                InterviewDeviceFailure failure);

G_END_DECLS
