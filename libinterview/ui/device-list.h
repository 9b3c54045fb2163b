/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "media/device-choice.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DEVICE_LIST (interview_device_list_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDeviceList, interview_device_list, INTERVIEW, DEVICE_LIST, GtkWidget)

GtkWidget *interview_device_list_new (void);
void interview_device_list_add (InterviewDeviceList *self, InterviewDeviceChoice *choice);

G_END_DECLS
