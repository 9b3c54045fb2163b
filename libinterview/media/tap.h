/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/app/gstappsrc.h>

G_BEGIN_DECLS

typedef enum
{
  INTERVIEW_TAP_PICTURE,
  INTERVIEW_TAP_SOUND,
  INTERVIEW_TAP_N_KINDS,
} InterviewTapKind;

#define INTERVIEW_TYPE_TAP (interview_tap_get_type ())
G_DECLARE_FINAL_TYPE (InterviewTap, interview_tap, INTERVIEW, TAP, GObject)

InterviewTap *interview_tap_new (void);
void interview_tap_watch (InterviewTap *self, InterviewTapKind kind, GstPad *pad);
void interview_tap_add (InterviewTap *self, InterviewTapKind kind, GstAppSrc *listener);
void interview_tap_remove (InterviewTap *self, InterviewTapKind kind, GstAppSrc *listener);

G_END_DECLS
