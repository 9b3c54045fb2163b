/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * InterviewDeviceFailure:
 * @INTERVIEW_DEVICE_FAILURE_NONE: it works, as far as is known
 * @INTERVIEW_DEVICE_FAILURE_MISSING: none is plugged in
 * @INTERVIEW_DEVICE_FAILURE_UNANSWERED: the person was not yet heard on whether it is allowed
 * @INTERVIEW_DEVICE_FAILURE_BUSY: another program uses it
 * @INTERVIEW_DEVICE_FAILURE_DENIED: the system does not allow it
 * @INTERVIEW_DEVICE_FAILURE_BROKEN: it is there and does not answer
 * @INTERVIEW_DEVICE_FAILURE_NO_FILE: the file in its place cannot be opened
 * @INTERVIEW_DEVICE_FAILURE_NO_MEDIA: the file in its place holds no such picture or sound
 *
 * Why a camera or a microphone does not work.
 */
typedef enum
{
  INTERVIEW_DEVICE_FAILURE_NONE,
  INTERVIEW_DEVICE_FAILURE_MISSING,
  INTERVIEW_DEVICE_FAILURE_UNANSWERED,
  INTERVIEW_DEVICE_FAILURE_BUSY,
  INTERVIEW_DEVICE_FAILURE_DENIED,
  INTERVIEW_DEVICE_FAILURE_BROKEN,
  INTERVIEW_DEVICE_FAILURE_NO_FILE,
  INTERVIEW_DEVICE_FAILURE_NO_MEDIA,
} InterviewDeviceFailure;

#define INTERVIEW_TYPE_DEVICE_FAILURE (interview_device_failure_get_type ())
GType interview_device_failure_get_type (void);

InterviewDeviceFailure
interview_device_failure_from_error (const GError *error, const char *details, gboolean file);

G_END_DECLS
