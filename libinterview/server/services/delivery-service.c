/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/delivery-service.h"

#include "core/error.h"
#include "server/services/page-cursor.h"
#include "server/store/outbox-table.h"

/*
 * The delivery log, and the decision of a person that a message goes again.
 */

/**
 * interview_delivery_service_list:
 * @actor: who asks
 * @cursor: (nullable): from the page before
 * @limit: how many at most, 0 for no wish
 * @next_cursor: (out) (transfer full) (nullable): for the next page, %NULL at the end
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full) (element-type InterviewDelivery): the company's deliveries, the newest
 *   first, or %NULL
 */
GPtrArray *
interview_delivery_service_list (InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 const char *cursor,
                                 guint limit,
                                 char **next_cursor,
                                 GError **error)
{
  g_autofree char *before_text = NULL, *before_id = NULL;
  g_autoptr (GPtrArray) deliveries = NULL;
  gint64 before;

  *next_cursor = NULL;
  if (!interview_page_cursor_parse (cursor, &before_text, &before_id, error))
    return NULL;
  before = *before_id != '\0' ? g_ascii_strtoll (before_text, NULL, 10) : G_MAXINT64;
  limit = interview_page_cursor_limit (limit);
  deliveries = interview_outbox_table_list (transaction, interview_actor_get_company_id (actor),
                                            before, before_id, limit + 1, error);
  if (deliveries != NULL && deliveries->len > limit)
    {
      g_autofree char *at = NULL;
      InterviewDelivery *last;

      g_ptr_array_set_size (deliveries, (int) limit);
      last = g_ptr_array_index (deliveries, limit - 1);
      at = g_strdup_printf ("%" G_GINT64_FORMAT, interview_delivery_get_created_at (last));
      *next_cursor = interview_page_cursor_make (at, interview_delivery_get_id (last));
    }
  return g_steal_pointer (&deliveries);
}

/**
 * interview_delivery_service_resend:
 * @actor: who decides it; their name is in the log
 * @delivery_id: a delivery of their company that failed, or of which nobody knows whether it came
 * @error: return location; %INTERVIEW_ERROR_CONFLICT for one that is on its way, has come or was
 *   withdrawn
 *
 * Queues it again, with the Message-ID that it had: who got it the first time can tell.
 *
 * Returns: (transfer full): the delivery as it is then, or %NULL
 */
InterviewDelivery *
interview_delivery_service_resend (InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   const char *delivery_id,
                                   GError **error)
{
  g_autoptr (InterviewOutboxRow) row = interview_outbox_table_get (transaction, delivery_id, error);
  const InterviewDeliveryChange change = {
    .state = INTERVIEW_DELIVERY_STATE_QUEUED,
    .reason = INTERVIEW_DELIVERY_REASON_RESENT,
    .actor_id = interview_actor_get_person_id (actor),
    .due_at = interview_transaction_get_now (transaction),
  };

  if (row == NULL)
    return NULL;
  if (row->state != INTERVIEW_DELIVERY_STATE_UNCERTAIN &&
      row->state != INTERVIEW_DELIVERY_STATE_FAILED)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT,
                           "this message needs no second sending");
      return NULL;
    }
  if (!interview_outbox_table_change (transaction, delivery_id, &change, error))
    return NULL;
  return interview_outbox_table_get_record (transaction, interview_actor_get_company_id (actor),
                                            delivery_id, error);
}
