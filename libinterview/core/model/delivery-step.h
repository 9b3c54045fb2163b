/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewDeliveryState:
 * @INTERVIEW_DELIVERY_STATE_QUEUED: it waits for its time or for the next attempt
 * @INTERVIEW_DELIVERY_STATE_SENDING: it is being handed over; whether it arrived cannot be known
 *   until an answer comes
 * @INTERVIEW_DELIVERY_STATE_SENT: the other side has taken it
 * @INTERVIEW_DELIVERY_STATE_UNCERTAIN: the other side may have taken it: a person decides
 *   whether it goes again
 * @INTERVIEW_DELIVERY_STATE_FAILED: it will not be tried again
 * @INTERVIEW_DELIVERY_STATE_WITHDRAWN: it was overtaken by another message before it went
 *
 * Where a delivery stands.
 */
typedef enum
{
  INTERVIEW_DELIVERY_STATE_QUEUED,
  INTERVIEW_DELIVERY_STATE_SENDING,
  INTERVIEW_DELIVERY_STATE_SENT,
  INTERVIEW_DELIVERY_STATE_UNCERTAIN,
  INTERVIEW_DELIVERY_STATE_FAILED,
  INTERVIEW_DELIVERY_STATE_WITHDRAWN,
} InterviewDeliveryState;

#define INTERVIEW_TYPE_DELIVERY_STATE (interview_delivery_state_get_type ())
GType interview_delivery_state_get_type (void);

/**
 * InterviewDeliveryReason:
 * @INTERVIEW_DELIVERY_REASON_NONE: nothing to be said
 * @INTERVIEW_DELIVERY_REASON_NOT_SET_UP: the company has no settings for this way
 * @INTERVIEW_DELIVERY_REASON_ADDRESS: the address or number is not possible
 * @INTERVIEW_DELIVERY_REASON_UNREACHABLE: the other side cannot be reached
 * @INTERVIEW_DELIVERY_REASON_CERTIFICATE: the other side cannot be trusted
 * @INTERVIEW_DELIVERY_REASON_LOGIN: the other side does not accept the login
 * @INTERVIEW_DELIVERY_REASON_REFUSED: the other side does not take the message
 * @INTERVIEW_DELIVERY_REASON_BUSY: the other side wants it later
 * @INTERVIEW_DELIVERY_REASON_NO_ANSWER: no answer came after the message was handed over
 * @INTERVIEW_DELIVERY_REASON_RESTARTED: the server stopped while the message was handed over
 * @INTERVIEW_DELIVERY_REASON_GAVE_UP: the last attempt has failed
 * @INTERVIEW_DELIVERY_REASON_OVERTAKEN: another message says more
 * @INTERVIEW_DELIVERY_REASON_RESENT: a person sends it again
 * @INTERVIEW_DELIVERY_REASON_UNREADABLE: the message cannot be read from the store
 *
 * Why a delivery came to a state.
 */
typedef enum
{
  INTERVIEW_DELIVERY_REASON_NONE,
  INTERVIEW_DELIVERY_REASON_NOT_SET_UP,
  INTERVIEW_DELIVERY_REASON_ADDRESS,
  INTERVIEW_DELIVERY_REASON_UNREACHABLE,
  INTERVIEW_DELIVERY_REASON_CERTIFICATE,
  INTERVIEW_DELIVERY_REASON_LOGIN,
  INTERVIEW_DELIVERY_REASON_REFUSED,
  INTERVIEW_DELIVERY_REASON_BUSY,
  INTERVIEW_DELIVERY_REASON_NO_ANSWER,
  INTERVIEW_DELIVERY_REASON_RESTARTED,
  INTERVIEW_DELIVERY_REASON_GAVE_UP,
  INTERVIEW_DELIVERY_REASON_OVERTAKEN,
  INTERVIEW_DELIVERY_REASON_RESENT,
  INTERVIEW_DELIVERY_REASON_UNREADABLE,
} InterviewDeliveryReason;

#define INTERVIEW_TYPE_DELIVERY_REASON (interview_delivery_reason_get_type ())
GType interview_delivery_reason_get_type (void);

#define INTERVIEW_TYPE_DELIVERY_STEP (interview_delivery_step_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDeliveryStep,
                      interview_delivery_step,
                      INTERVIEW,
                      DELIVERY_STEP,
                      InterviewRecord)

gint64 interview_delivery_step_get_at (InterviewDeliveryStep *self);
InterviewDeliveryState interview_delivery_step_get_state (InterviewDeliveryStep *self);
InterviewDeliveryReason interview_delivery_step_get_reason (InterviewDeliveryStep *self);
const char *interview_delivery_step_get_detail (InterviewDeliveryStep *self);
const char *interview_delivery_step_get_person_name (InterviewDeliveryStep *self);

G_END_DECLS
