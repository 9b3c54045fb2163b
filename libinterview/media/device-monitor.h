/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "media/device-failure.h"
#include "media/device.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DEVICE_MONITOR (interview_device_monitor_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDeviceMonitor,
                      interview_device_monitor,
                      INTERVIEW,
                      DEVICE_MONITOR,
                      GObject)

InterviewDeviceMonitor *interview_device_monitor_new (void);
void interview_device_monitor_start (InterviewDeviceMonitor *self);
void interview_device_monitor_stop (InterviewDeviceMonitor *self);
gboolean interview_device_monitor_get_ready (InterviewDeviceMonitor *self);

void interview_device_monitor_set_camera_remote (InterviewDeviceMonitor *self, int fd);
void interview_device_monitor_explain_cameras (InterviewDeviceMonitor *self,
                                               InterviewDeviceFailure why);
InterviewDeviceFailure interview_device_monitor_get_camera_absence (InterviewDeviceMonitor *self);

GListModel *interview_device_monitor_get_devices (InterviewDeviceMonitor *self,
                                                  InterviewDeviceKind kind);

G_END_DECLS
