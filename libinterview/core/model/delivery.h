/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/delivery-step.h"
#include "core/model/notice.h"

G_BEGIN_DECLS

/**
 * InterviewDeliveryChannel:
 * @INTERVIEW_DELIVERY_CHANNEL_PROGRAM: kept for the person’s program
 * @INTERVIEW_DELIVERY_CHANNEL_MAIL: e-mail
 * @INTERVIEW_DELIVERY_CHANNEL_SMS: text message to a phone
 *
 * On which way a message goes.
 */
typedef enum
{
  INTERVIEW_DELIVERY_CHANNEL_PROGRAM,
  INTERVIEW_DELIVERY_CHANNEL_MAIL,
  INTERVIEW_DELIVERY_CHANNEL_SMS,
} InterviewDeliveryChannel;

#define INTERVIEW_TYPE_DELIVERY_CHANNEL (interview_delivery_channel_get_type ())
GType interview_delivery_channel_get_type (void);

#define INTERVIEW_TYPE_DELIVERY (interview_delivery_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDelivery, interview_delivery, INTERVIEW, DELIVERY, InterviewRecord)

const char *interview_delivery_get_id (InterviewDelivery *self);
const char *interview_delivery_get_notice_id (InterviewDelivery *self);
InterviewNoticeKind interview_delivery_get_kind (InterviewDelivery *self);
const char *interview_delivery_get_subject (InterviewDelivery *self);
InterviewDeliveryChannel interview_delivery_get_channel (InterviewDelivery *self);
const char *interview_delivery_get_person_name (InterviewDelivery *self);
const char *interview_delivery_get_recipient (InterviewDelivery *self);
InterviewDeliveryState interview_delivery_get_state (InterviewDelivery *self);
gint64 interview_delivery_get_attempts (InterviewDelivery *self);
gint64 interview_delivery_get_due_at (InterviewDelivery *self);
gint64 interview_delivery_get_created_at (InterviewDelivery *self);
GPtrArray *interview_delivery_get_steps (InterviewDelivery *self);

G_END_DECLS
