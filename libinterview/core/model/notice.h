/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewNoticeKind:
 * @INTERVIEW_NOTICE_KIND_INVITATION: the way into an interview
 * @INTERVIEW_NOTICE_KIND_UPDATE: an interview is at another time, or has another way in
 * @INTERVIEW_NOTICE_KIND_CANCELLATION: an interview does not take place
 * @INTERVIEW_NOTICE_KIND_REMINDER: an interview begins soon
 * @INTERVIEW_NOTICE_KIND_CONTACT: how the company can be reached
 * @INTERVIEW_NOTICE_KIND_ONBOARDING: when and where to begin work
 * @INTERVIEW_NOTICE_KIND_TEST: a template that is tried out
 * @INTERVIEW_NOTICE_KIND_PANEL_INVITATION: a recruiter is on the panel of an interview
 * @INTERVIEW_NOTICE_KIND_PANEL_UPDATE: that interview is at another time
 * @INTERVIEW_NOTICE_KIND_PANEL_CANCELLATION: it does not take place, or without that recruiter
 * @INTERVIEW_NOTICE_KIND_PANEL_REMINDER: it begins soon
 *
 * What a message is about.
 */
typedef enum
{
  INTERVIEW_NOTICE_KIND_INVITATION,
  INTERVIEW_NOTICE_KIND_UPDATE,
  INTERVIEW_NOTICE_KIND_CANCELLATION,
  INTERVIEW_NOTICE_KIND_REMINDER,
  INTERVIEW_NOTICE_KIND_CONTACT,
  INTERVIEW_NOTICE_KIND_ONBOARDING,
  INTERVIEW_NOTICE_KIND_TEST,
  INTERVIEW_NOTICE_KIND_PANEL_INVITATION,
  INTERVIEW_NOTICE_KIND_PANEL_UPDATE,
  INTERVIEW_NOTICE_KIND_PANEL_CANCELLATION,
  INTERVIEW_NOTICE_KIND_PANEL_REMINDER,
} InterviewNoticeKind;

#define INTERVIEW_TYPE_NOTICE_KIND (interview_notice_kind_get_type ())
GType interview_notice_kind_get_type (void);

#define INTERVIEW_TYPE_NOTICE (interview_notice_get_type ())
G_DECLARE_FINAL_TYPE (InterviewNotice, interview_notice, INTERVIEW, NOTICE, InterviewRecord)

const char *interview_notice_get_id (InterviewNotice *self);
InterviewNoticeKind interview_notice_get_kind (InterviewNotice *self);
const char *interview_notice_get_room_id (InterviewNotice *self);
const char *interview_notice_get_subject (InterviewNotice *self);
const char *interview_notice_get_text (InterviewNotice *self);
const char *interview_notice_get_calendar (InterviewNotice *self);
gint64 interview_notice_get_sent_at (InterviewNotice *self);
const char *const *interview_notice_get_sent_to (InterviewNotice *self);

G_END_DECLS
