/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/services/errand.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewOutcome:
 * @INTERVIEW_OUTCOME_SENT: the other side has taken it
 * @INTERVIEW_OUTCOME_LATER: it was certainly not taken, and may be another time
 * @INTERVIEW_OUTCOME_REFUSED: it was certainly not taken and will never be
 * @INTERVIEW_OUTCOME_UNCERTAIN: nobody knows
 *
 * How an attempt ended.
 */
typedef enum
{
  INTERVIEW_OUTCOME_SENT,
  INTERVIEW_OUTCOME_LATER,
  INTERVIEW_OUTCOME_REFUSED,
  INTERVIEW_OUTCOME_UNCERTAIN,
} InterviewOutcome;

/**
 * InterviewVerdict:
 * @detail: what the other side said in its own words, or an empty text
 *
 * How an attempt ended, and why.
 */
typedef struct
{
  InterviewOutcome outcome;
  InterviewDeliveryReason reason;
  char detail[256];
} InterviewVerdict;

gboolean interview_outbox_service_recover (InterviewTransaction *transaction, GError **error);
GPtrArray *interview_outbox_service_claim (InterviewTransaction *transaction,
                                           guint limit,
                                           gint64 lease,
                                           GError **error);
gboolean interview_outbox_service_begin (InterviewTransaction *transaction,
                                         const InterviewErrand *errand,
                                         GError **error);
gboolean interview_outbox_service_settle (InterviewTransaction *transaction,
                                          const InterviewErrand *errand,
                                          const InterviewVerdict *verdict,
                                          GError **error);

G_END_DECLS
