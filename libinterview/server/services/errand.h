/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/delivery.h"
#include "core/model/notice-settings.h"
#include "server/services/notice-content.h"

G_BEGIN_DECLS

/**
 * InterviewErrand:
 * @attempt: which attempt this is, from 1
 * @written_at: when the message was written, microseconds since 1970 in UTC
 * @settings: of the company, with its passwords
 *
 * One message to be brought on one way, with all that is needed for it, so that nothing has to be
 * asked on the way.
 */
typedef struct
{
  char *delivery_id;
  InterviewNoticeKind kind;
  InterviewDeliveryChannel channel;
  char *person_name;
  char *recipient;
  gint64 attempt;
  gint64 written_at;
  InterviewNoticeContent *content;
  InterviewNoticeSettings *settings;
} InterviewErrand;

void interview_errand_free (InterviewErrand *errand);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewErrand, interview_errand_free)

G_END_DECLS
