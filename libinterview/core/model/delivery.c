/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/delivery.h"

#include "core/protocol/limits.h"

/*
 * InterviewDelivery is one message on one of its ways, as an HR admin sees it in the log.
 */
G_DEFINE_ENUM_TYPE (InterviewDeliveryChannel,
                    interview_delivery_channel,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_CHANNEL_PROGRAM, "program"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_CHANNEL_MAIL, "mail"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DELIVERY_CHANNEL_SMS, "sms"))

enum
{
  FIELD_ID,
  FIELD_NOTICE_ID,
  FIELD_KIND,
  FIELD_SUBJECT,
  FIELD_CHANNEL,
  FIELD_PERSON_NAME,
  FIELD_RECIPIENT,
  FIELD_STATE,
  FIELD_ATTEMPTS,
  FIELD_DUE_AT,
  FIELD_CREATED_AT,
  FIELD_STEPS,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_NOTICE_ID] = { "notice_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_KIND] = { "kind", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_notice_kind_get_type },
  [FIELD_SUBJECT] = { "subject", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_CHANNEL] = { "channel", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                      interview_delivery_channel_get_type },
  [FIELD_PERSON_NAME] = { "person_name", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME,
                          NULL },
  [FIELD_RECIPIENT] = { "recipient", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_STATE] = { "state", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                    interview_delivery_state_get_type },
  [FIELD_ATTEMPTS] = { "attempts", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_DUE_AT] = { "due_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_CREATED_AT] = { "created_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_STEPS] = { "steps", INTERVIEW_FIELD_RECORDS, TRUE, 0, INTERVIEW_LIMIT_ITEMS,
                    interview_delivery_step_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewDelivery, interview_delivery)

/**
 * interview_delivery_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_delivery_get_id (InterviewDelivery *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_delivery_get_notice_id:
 *
 * Returns: (transfer none): the message; it may have other ways too
 */
const char *
interview_delivery_get_notice_id (InterviewDelivery *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_NOTICE_ID);
}

/**
 * interview_delivery_get_kind:
 *
 * Returns: what the message is about
 */
InterviewNoticeKind
interview_delivery_get_kind (InterviewDelivery *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_KIND);
}

/**
 * interview_delivery_get_subject:
 *
 * Returns: (transfer none): its subject
 */
const char *
interview_delivery_get_subject (InterviewDelivery *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SUBJECT);
}

/**
 * interview_delivery_get_channel:
 *
 * Returns: the way
 */
InterviewDeliveryChannel
interview_delivery_get_channel (InterviewDelivery *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_CHANNEL);
}

/**
 * interview_delivery_get_person_name:
 *
 * Returns: (transfer none): whom it is for
 */
const char *
interview_delivery_get_person_name (InterviewDelivery *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_PERSON_NAME);
}

/**
 * interview_delivery_get_recipient:
 *
 * Returns: (transfer none): address or number; the name for the program
 */
const char *
interview_delivery_get_recipient (InterviewDelivery *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_RECIPIENT);
}

/**
 * interview_delivery_get_state:
 *
 * Returns: where it stands
 */
InterviewDeliveryState
interview_delivery_get_state (InterviewDelivery *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_STATE);
}

/**
 * interview_delivery_get_attempts:
 *
 * Returns: how often it was tried
 */
gint64
interview_delivery_get_attempts (InterviewDelivery *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_ATTEMPTS);
}

/**
 * interview_delivery_get_due_at:
 *
 * Returns: when it is tried next, microseconds since 1970 in UTC
 */
gint64
interview_delivery_get_due_at (InterviewDelivery *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_DUE_AT);
}

/**
 * interview_delivery_get_created_at:
 *
 * Returns: when it was written, microseconds since 1970 in UTC
 */
gint64
interview_delivery_get_created_at (InterviewDelivery *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_CREATED_AT);
}

/**
 * interview_delivery_get_steps:
 *
 * Returns: (transfer none) (element-type InterviewDeliveryStep): what happened, oldest first
 */
GPtrArray *
interview_delivery_get_steps (InterviewDelivery *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DELIVERY (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_STEPS);
}
