/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "media/device.h"

G_BEGIN_DECLS

#define TOLD_TYPE_DEVICE (told_device_get_type ())
G_DECLARE_FINAL_TYPE (ToldDevice, told_device, TOLD, DEVICE, GstDevice)

InterviewDevice *told_device_new (const char *device_class, const char *details);

G_END_DECLS
