/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "media/device-choice.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DEVICE_ROW (interview_device_row_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDeviceRow, interview_device_row, INTERVIEW, DEVICE_ROW, AdwComboRow)

GtkWidget *interview_device_row_new (void);
void interview_device_row_set_choice (InterviewDeviceRow *self, InterviewDeviceChoice *choice);

G_END_DECLS
