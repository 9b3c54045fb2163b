/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "media/codec-candidate.h"

G_BEGIN_DECLS

/* What a codec of the machine does. */
typedef enum
{
  HARDWARE_WORKS,
  HARDWARE_STARTS_NOT,
  HARDWARE_GARBLES,
  HARDWARE_FAILS,
  HARDWARE_SWALLOWS,
} HardwareMode;

void hardware_codec_register (void);
void hardware_codec_set_mode (InterviewCodecRole role, HardwareMode mode);
int hardware_codec_get_made (InterviewCodecRole role);
int hardware_codec_get_alive (InterviewCodecRole role);
int hardware_codec_get_pictures (InterviewCodecRole role);
int hardware_codec_get_bitrate (void);

G_END_DECLS
