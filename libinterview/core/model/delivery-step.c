/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/delivery-step.h"

#include "core/protocol/limits.h"

/*
 * InterviewDeliveryStep is one line in the log of a delivery.
 */
G_DEFINE_ENUM_TYPE (InterviewDeliveryState,
                    interview_delivery_state,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_STATE_QUEUED, "queued"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_STATE_SENDING, "sending"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_STATE_SENT, "sent"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_STATE_UNCERTAIN, "uncertain"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_STATE_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_STATE_WITHDRAWN, "withdrawn"))

G_DEFINE_ENUM_TYPE (InterviewDeliveryReason,
                    interview_delivery_reason,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_NOT_SET_UP, "not-set-up"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_ADDRESS, "address"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_UNREACHABLE, "unreachable"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_CERTIFICATE, "certificate"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_LOGIN, "login"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_BUSY, "busy"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_NO_ANSWER, "no-answer"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_RESTARTED, "restarted"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_GAVE_UP, "gave-up"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_OVERTAKEN, "overtaken"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_RESENT, "resent"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_REASON_UNREADABLE, "unreadable"))

enum
{
  FIELD_AT,
  FIELD_STATE,
  FIELD_REASON,
  FIELD_DETAIL,
  FIELD_PERSON_NAME,
};

static const InterviewField fields[] = {
  [FIELD_AT] = { "at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_STATE] = { "state", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                    interview_delivery_state_get_type },
  [FIELD_REASON] = { "reason", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                     interview_delivery_reason_get_type },
  [FIELD_DETAIL] = { "detail", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_PERSON_NAME] = { "person_name", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                          NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewDeliveryStep, interview_delivery_step)

/**
 * interview_delivery_step_get_at:
 *
 * Returns: when, microseconds since 1970 in UTC
 */
gint64
interview_delivery_step_get_at (InterviewDeliveryStep *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY_STEP (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_AT);
}

/**
 * interview_delivery_step_get_state:
 *
 * Returns: where the delivery stood then
 */
InterviewDeliveryState
interview_delivery_step_get_state (InterviewDeliveryStep *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY_STEP (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_STATE);
}

/**
 * interview_delivery_step_get_reason:
 *
 * Returns: why
 */
InterviewDeliveryReason
interview_delivery_step_get_reason (InterviewDeliveryStep *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY_STEP (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_REASON);
}

/**
 * interview_delivery_step_get_detail:
 *
 * Returns: (nullable) (transfer none): what the other side said, in its own words
 */
const char *
interview_delivery_step_get_detail (InterviewDeliveryStep *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY_STEP (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DETAIL);
}

/**
 * interview_delivery_step_get_person_name:
 *
 * Returns: (nullable) (transfer none): who did it, if somebody did
 */
const char *
interview_delivery_step_get_person_name (InterviewDeliveryStep *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY_STEP (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_PERSON_NAME);
}
