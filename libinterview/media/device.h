/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * InterviewDeviceKind:
 *
 * What a device is for.
 */
typedef enum
{
  INTERVIEW_DEVICE_KIND_CAMERA,
  INTERVIEW_DEVICE_KIND_MICROPHONE,
  INTERVIEW_DEVICE_KIND_SPEAKER,
} InterviewDeviceKind;

#define INTERVIEW_TYPE_DEVICE_KIND (interview_device_kind_get_type ())
GType interview_device_kind_get_type (void);

/* That of devices than which there are no better ones. */
#define INTERVIEW_DEVICE_RANK_FIRST 0

#define INTERVIEW_TYPE_DEVICE (interview_device_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDevice, interview_device, INTERVIEW, DEVICE, GObject)

InterviewDevice *interview_device_new (GstDevice *device);

const char *interview_device_get_id (InterviewDevice *self);
const char *interview_device_get_name (InterviewDevice *self);
InterviewDeviceKind interview_device_get_kind (InterviewDevice *self);
guint interview_device_get_rank (InterviewDevice *self);
const char *interview_device_get_path (InterviewDevice *self);
gboolean interview_device_is_default (InterviewDevice *self);
gboolean interview_device_is_plugged_as (InterviewDevice *self, InterviewDevice *other);
GstDevice *interview_device_get_gst_device (InterviewDevice *self);

G_END_DECLS
