/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program/devices.h"
#include "ui/call-view.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DEVICE_CONTROL (interview_device_control_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDeviceControl,
                      interview_device_control,
                      INTERVIEW,
                      DEVICE_CONTROL,
                      GObject)

InterviewDeviceControl *interview_device_control_new (InterviewDevices *devices,
                                                      InterviewCallView *view);

G_END_DECLS
