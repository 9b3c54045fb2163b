/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "media/capture.h"
#include "media/playback.h"
#include "media/source-factory.h"
#include "ui/device-check.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DEVICES (interview_devices_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDevices, interview_devices, INTERVIEW, DEVICES, GObject)

InterviewDevices *interview_devices_new (GSettings *settings);

void interview_devices_start (InterviewDevices *self);
void interview_devices_stop (InterviewDevices *self);
void interview_devices_hold (InterviewDevices *self);
void interview_devices_release (InterviewDevices *self);

InterviewSourceFactory *interview_devices_get_factory (InterviewDevices *self);
InterviewCapture *interview_devices_get_capture (InterviewDevices *self);
InterviewPlayback *interview_devices_get_playback (InterviewDevices *self);

void interview_devices_foreach_choice (InterviewDevices *self, GFunc func, gpointer user_data);
void interview_devices_bind_check (InterviewDevices *self, InterviewDeviceCheck *check);

G_END_DECLS
