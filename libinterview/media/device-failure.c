/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/device-failure.h"

#include <errno.h>

#include <gst/gst.h>

G_DEFINE_ENUM_TYPE (InterviewDeviceFailure,
                    interview_device_failure,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DEVICE_FAILURE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DEVICE_FAILURE_MISSING, "missing"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DEVICE_FAILURE_UNANSWERED, "unanswered"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DEVICE_FAILURE_BUSY, "busy"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DEVICE_FAILURE_DENIED, "denied"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DEVICE_FAILURE_BROKEN, "broken"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DEVICE_FAILURE_NO_FILE, "no-file"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DEVICE_FAILURE_NO_MEDIA, "no-media"))

/* The elements tell most of what the kernel said only in words: those of errno in the language of
 * this program, in that of the sound server’s, which may be none, and of PulseAudio. */
static const struct
{
  int number;
  const char *words;
  InterviewDeviceFailure failure;
} causes[] = {
  { EBUSY, "Device or resource busy", INTERVIEW_DEVICE_FAILURE_BUSY },
  { EACCES, "Permission denied", INTERVIEW_DEVICE_FAILURE_DENIED },
  { EPERM, "Operation not permitted", INTERVIEW_DEVICE_FAILURE_DENIED },
  { EACCES, "Access denied", INTERVIEW_DEVICE_FAILURE_DENIED },
  { ENODEV, "No such device", INTERVIEW_DEVICE_FAILURE_MISSING },
  { ENOENT, "No such file or directory", INTERVIEW_DEVICE_FAILURE_MISSING },
  { ENOENT, "No such entity", INTERVIEW_DEVICE_FAILURE_MISSING },
};

static gboolean
says (const char *text, const char *words)
{
  return text != NULL && strstr (text, words) != NULL;
}

static InterviewDeviceFailure
find_cause (const GError *error, const char *details)
{
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    {
      const char *localized = g_strerror (causes[i].number);

      if (says (details, causes[i].words) || says (error->message, causes[i].words) ||
          says (details, localized) || says (error->message, localized))
        return causes[i].failure;
    }

  if (g_error_matches (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_BUSY))
    return INTERVIEW_DEVICE_FAILURE_BUSY;
  if (g_error_matches (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NOT_AUTHORIZED))
    return INTERVIEW_DEVICE_FAILURE_DENIED;
  if (g_error_matches (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NOT_FOUND))
    return INTERVIEW_DEVICE_FAILURE_MISSING;
  return INTERVIEW_DEVICE_FAILURE_BROKEN;
}

/**
 * interview_device_failure_from_error:
 * @error: what a source told on the bus
 * @details: (nullable): what it told for programmers
 * @file: whether a file stands in for the device
 *
 * What is not told for certain is taken for a device that does not answer: nobody is accused of
 * using a camera that is broken.
 *
 * Returns: why there is no picture or sound
 */
InterviewDeviceFailure
interview_device_failure_from_error (const GError *error, const char *details, gboolean file)
{
  g_return_val_if_fail (error != NULL, INTERVIEW_DEVICE_FAILURE_BROKEN);

  if (!file)
    return find_cause (error, details);
  return error->domain == GST_RESOURCE_ERROR ? INTERVIEW_DEVICE_FAILURE_NO_FILE
                                             : INTERVIEW_DEVICE_FAILURE_NO_MEDIA;
}
