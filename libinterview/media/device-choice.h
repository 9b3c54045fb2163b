/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "media/device.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DEVICE_CHOICE (interview_device_choice_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDeviceChoice,
                      interview_device_choice,
                      INTERVIEW,
                      DEVICE_CHOICE,
                      GObject)

InterviewDeviceChoice *interview_device_choice_new (InterviewDeviceKind kind, GListModel *devices);

InterviewDeviceKind interview_device_choice_get_kind (InterviewDeviceChoice *self);
GListModel *interview_device_choice_get_devices (InterviewDeviceChoice *self);

void interview_device_choice_set_id (InterviewDeviceChoice *self, const char *id);
const char *interview_device_choice_get_id (InterviewDeviceChoice *self);
InterviewDevice *interview_device_choice_get_device (InterviewDeviceChoice *self);

G_END_DECLS
