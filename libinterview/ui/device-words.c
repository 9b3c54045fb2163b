/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/device-words.h"

#include <glib/gi18n-lib.h>

/*
 * Why a camera or a microphone does not work, in words for a person: what happened and what to do.
 */

static const char *
describe_camera (InterviewDeviceFailure failure)
{
  switch (failure)
    {
    case INTERVIEW_DEVICE_FAILURE_MISSING:
      return _ ("No camera was found. Plug one in, or go on without a picture.");
    case INTERVIEW_DEVICE_FAILURE_UNANSWERED:
      return _ ("Waiting for the camera. When the desktop asks whether this program may use it, "
                "allow it.");
    case INTERVIEW_DEVICE_FAILURE_BUSY:
      return _ ("Another program uses the camera. Close that program, and your picture comes by "
                "itself.");
    case INTERVIEW_DEVICE_FAILURE_DENIED:
      return _ ("The system does not let this program use the camera. Allow it in the settings of "
                "the system.");
    case INTERVIEW_DEVICE_FAILURE_BROKEN:
      return _ ("The camera does not answer. Unplug it and plug it in again, or choose another.");
    case INTERVIEW_DEVICE_FAILURE_NO_FILE:
      return _ ("The file in place of the camera cannot be opened. Start the program with another "
                "file.");
    case INTERVIEW_DEVICE_FAILURE_NO_MEDIA:
      return _ ("The file in place of the camera holds no picture. Start the program with another "
                "file.");
    default:
      return NULL;
    }
}

static const char *
describe_microphone (InterviewDeviceFailure failure)
{
  switch (failure)
    {
    case INTERVIEW_DEVICE_FAILURE_MISSING:
      return _ ("No microphone was found. Plug one in to be heard.");
    case INTERVIEW_DEVICE_FAILURE_BUSY:
      return _ ("Another program uses the microphone, so nobody hears you. Close that program, and "
                "you are heard again.");
    case INTERVIEW_DEVICE_FAILURE_DENIED:
      return _ ("The system does not let this program use the microphone, so nobody hears you. "
                "Allow it in the settings of the system.");
    case INTERVIEW_DEVICE_FAILURE_BROKEN:
      return _ ("The microphone does not answer, so nobody hears you. Unplug it and plug it in "
                "again, or choose another.");
    case INTERVIEW_DEVICE_FAILURE_NO_FILE:
      return _ ("The file in place of the microphone cannot be opened. Start the program with "
                "another file.");
    case INTERVIEW_DEVICE_FAILURE_NO_MEDIA:
      return _ ("The file in place of the microphone holds no sound. Start the program with "
                "another file.");
    default:
      return NULL;
    }
}

/**
 * interview_device_words_get_failure:
 * @kind: of which device
 * @failure: why it does not work
 *
 * Returns: (transfer none) (nullable): what to show, %NULL if nothing is wrong
 */
const char *
interview_device_words_get_failure (InterviewDeviceKind kind, InterviewDeviceFailure failure)
{
  switch (kind)
    {
    case INTERVIEW_DEVICE_KIND_CAMERA:
      return describe_camera (failure);
    case INTERVIEW_DEVICE_KIND_MICROPHONE:
      return describe_microphone (failure);
    default:
      return NULL;
    }
}
