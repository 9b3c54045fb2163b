/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/broadcast.h"
#include "media/tap.h"

G_BEGIN_DECLS

/**
 * InterviewScreenEnd:
 * @INTERVIEW_SCREEN_END_STOPPED: on purpose
 * @INTERVIEW_SCREEN_END_TAKEN_OVER: somebody else shares now
 * @INTERVIEW_SCREEN_END_CLOSED: what was shared is not there any more, such as a closed window
 *
 * Why a screen is not shared any more.
 */
typedef enum
{
  INTERVIEW_SCREEN_END_STOPPED,
  INTERVIEW_SCREEN_END_TAKEN_OVER,
  INTERVIEW_SCREEN_END_CLOSED,
} InterviewScreenEnd;

#define INTERVIEW_TYPE_SCREEN_END (interview_screen_end_get_type ())
GType interview_screen_end_get_type (void);

#define INTERVIEW_TYPE_SCREEN_SHARE (interview_screen_share_get_type ())
G_DECLARE_FINAL_TYPE (InterviewScreenShare,
                      interview_screen_share,
                      INTERVIEW,
                      SCREEN_SHARE,
                      GObject)

InterviewScreenShare *interview_screen_share_new (GstClockTime base_time, const char *instance);
gboolean interview_screen_share_start (InterviewScreenShare *self, GstElement *source);
void interview_screen_share_stop (InterviewScreenShare *self);
void interview_screen_share_hear (InterviewScreenShare *self, gint64 turn, const char *instance);

guint interview_screen_share_fit (InterviewScreenShare *self, gconstpointer link, guint bitrate);
void interview_screen_share_forget (InterviewScreenShare *self, gconstpointer link);

gboolean interview_screen_share_get_sharing (InterviewScreenShare *self);
gint64 interview_screen_share_get_turn (InterviewScreenShare *self);
InterviewTap *interview_screen_share_get_tap (InterviewScreenShare *self);
InterviewBroadcast *interview_screen_share_get_video (InterviewScreenShare *self);

G_END_DECLS
