/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/delivery.h"
#include "server/store/outbox-row.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewNewDelivery:
 * @recipient: address or number
 * @due_at: not before, microseconds since 1970 in UTC
 *
 * A way that a message is to go.
 */
typedef struct
{
  const char *id;
  const char *company_id;
  const char *notice_id;
  InterviewDeliveryChannel channel;
  const char *recipient;
  gint64 due_at;
} InterviewNewDelivery;

/**
 * InterviewDeliveryChange:
 * @state: where the delivery stands now
 * @detail: (nullable): what the other side said
 * @actor_id: (nullable): who did it
 * @attempts: how often it was tried by now
 * @due_at: when it is tried next
 *
 * What has become of a delivery; it is also the next line of its log.
 */
typedef struct
{
  InterviewDeliveryState state;
  InterviewDeliveryReason reason;
  const char *detail;
  const char *actor_id;
  gint64 attempts;
  gint64 due_at;
} InterviewDeliveryChange;

gboolean interview_outbox_table_insert (InterviewTransaction *transaction,
                                        const InterviewNewDelivery *delivery,
                                        GError **error);
gboolean interview_outbox_table_change (InterviewTransaction *transaction,
                                        const char *delivery_id,
                                        const InterviewDeliveryChange *change,
                                        GError **error);
gboolean interview_outbox_table_lease (InterviewTransaction *transaction,
                                       const char *delivery_id,
                                       gint64 until,
                                       GError **error);
gboolean interview_outbox_table_end_leases (InterviewTransaction *transaction, GError **error);

InterviewOutboxRow *
interview_outbox_table_get (InterviewTransaction *transaction, const char *id, GError **error);
GPtrArray *
interview_outbox_table_list_due (InterviewTransaction *transaction, guint limit, GError **error);
GPtrArray *interview_outbox_table_list_sending (InterviewTransaction *transaction, GError **error);
GPtrArray *interview_outbox_table_list_queued (InterviewTransaction *transaction,
                                               const char *room_id,
                                               GError **error);

GStrv interview_outbox_table_list_recipients (InterviewTransaction *transaction,
                                              const char *notice_id,
                                              GError **error);

InterviewDelivery *interview_outbox_table_get_record (InterviewTransaction *transaction,
                                                      const char *company_id,
                                                      const char *id,
                                                      GError **error);
GPtrArray *interview_outbox_table_list (InterviewTransaction *transaction,
                                        const char *company_id,
                                        gint64 before,
                                        const char *before_id,
                                        guint limit,
                                        GError **error);

G_END_DECLS
