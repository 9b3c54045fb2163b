/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "media/device-choice.h"
#include "media/device-failure.h"
#include "media/frame-slot.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DEVICE_CHECK (interview_device_check_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDeviceCheck,
                      interview_device_check,
                      INTERVIEW,
                      DEVICE_CHECK,
                      GtkWidget)

GtkWidget *interview_device_check_new (void);

void interview_device_check_add_choice (InterviewDeviceCheck *self, InterviewDeviceChoice *choice);
void interview_device_check_set_frame_slot (InterviewDeviceCheck *self, InterviewFrameSlot *slot);
void interview_device_check_set_person_name (InterviewDeviceCheck *self, const char *name);
void interview_device_check_set_notice (InterviewDeviceCheck *self, const char *notice);

G_END_DECLS
