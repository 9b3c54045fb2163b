/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/outbox-service.h"

#include "core/error.h"
#include "server/services/delivery-schedule.h"
#include "server/store/event-table.h"
#include "server/store/membership-table.h"
#include "server/store/notice-settings-table.h"
#include "server/store/outbox-table.h"

/*
 * The rules of the outbox. The life of a delivery:
 *
 *   queued -> (claimed by a worker) -> sending -> sent
 *                                            \-> queued again, later | failed | uncertain
 *
 * "sending" is on disk before the first byte of the message leaves, so that what a killed server
 * leaves in it may have arrived: that is uncertain, and only a person lets it go again. What is
 * queued has certainly not left.
 */

static gboolean
tell_hr (InterviewTransaction *transaction, const InterviewOutboxRow *row, GError **error)
{
  g_autoptr (GPtrArray) readers = g_ptr_array_new_with_free_func (g_free);
  const InterviewNewEvent event = {
    .kind = INTERVIEW_EVENT_KIND_DELIVERY_CHANGED,
    .company_id = row->company_id,
    .room_id = row->room_id,
  };

  return interview_membership_table_add_readers (transaction, row->company_id,
                                                 INTERVIEW_ROLE_HR_ADMIN, readers, error) &&
         interview_event_table_insert (transaction, &event, readers, error);
}

static gboolean
change (InterviewTransaction *transaction,
        const InterviewOutboxRow *row,
        const InterviewDeliveryChange *becomes,
        GError **error)
{
  return interview_outbox_table_change (transaction, row->id, becomes, error) &&
         tell_hr (transaction, row, error);
}

/**
 * interview_outbox_service_recover:
 * @error: return location
 *
 * For a server that starts and has the store for itself: what was being handed over when it stopped
 * becomes uncertain, what was only taken is free again.
 *
 * Returns: whether it was done
 */
gboolean
interview_outbox_service_recover (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) rows = interview_outbox_table_list_sending (transaction, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const InterviewOutboxRow *row = g_ptr_array_index (rows, i);
      const InterviewDeliveryChange becomes = {
        .state = INTERVIEW_DELIVERY_STATE_UNCERTAIN,
        .reason = INTERVIEW_DELIVERY_REASON_RESTARTED,
        .attempts = row->attempts,
        .due_at = row->due_at,
      };

      if (!change (transaction, row, &becomes, error))
        return FALSE;
    }
  return interview_outbox_table_end_leases (transaction, error);
}

/* The message is in the store; its reader's program is told to fetch it. */
static gboolean
show_in_program (InterviewTransaction *transaction, const InterviewOutboxRow *row, GError **error)
{
  g_autoptr (GPtrArray) readers = g_ptr_array_new_with_free_func (g_free);
  const InterviewDeliveryChange becomes = {
    .state = INTERVIEW_DELIVERY_STATE_SENT,
    .attempts = row->attempts + 1,
    .due_at = row->due_at,
  };
  const InterviewNewEvent event = {
    .kind = INTERVIEW_EVENT_KIND_NOTICE_RECEIVED,
    .company_id = row->company_id,
    .room_id = row->room_id,
  };

  g_ptr_array_add (readers, g_strdup (row->person_id));
  return change (transaction, row, &becomes, error) &&
         interview_event_table_insert (transaction, &event, readers, error);
}

static gboolean
fail (InterviewTransaction *transaction,
      const InterviewOutboxRow *row,
      InterviewDeliveryReason reason,
      GError **error)
{
  const InterviewDeliveryChange becomes = {
    .state = INTERVIEW_DELIVERY_STATE_FAILED,
    .reason = reason,
    .attempts = row->attempts,
    .due_at = row->due_at,
  };

  return change (transaction, row, &becomes, error);
}

static gboolean
is_set_up (InterviewDeliveryChannel channel, InterviewNoticeSettings *settings)
{
  if (channel == INTERVIEW_DELIVERY_CHANNEL_MAIL)
    return interview_notice_settings_get_smtp_host (settings) != NULL;
  return interview_notice_settings_get_sms_provider (settings) != INTERVIEW_SMS_SERVICE_NONE;
}

static InterviewErrand *
make_errand (InterviewTransaction *transaction, const InterviewOutboxRow *row, GError **error)
{
  g_autoptr (InterviewNoticeSettings) settings =
      interview_notice_settings_table_get (transaction, row->company_id, TRUE, error);
  g_autoptr (InterviewNoticeContent) content = NULL;
  g_autofree char *text = NULL;
  InterviewErrand *errand;

  if (settings == NULL)
    return NULL;
  text =
      interview_sealer_unseal (interview_transaction_get_sealer (transaction), row->content, error);
  if (text == NULL)
    return NULL;
  content = interview_record_from_text (INTERVIEW_TYPE_NOTICE_CONTENT, text, -1, error);
  if (content == NULL)
    return NULL;
  errand = g_new0 (InterviewErrand, 1);
  errand->delivery_id = g_strdup (row->id);
  errand->kind = row->kind;
  errand->channel = row->channel;
  errand->person_name = g_strdup (row->person_name);
  errand->recipient = g_strdup (row->recipient);
  errand->attempt = row->attempts + 1;
  errand->written_at = row->written_at;
  errand->content = g_steal_pointer (&content);
  errand->settings = g_steal_pointer (&settings);
  return errand;
}

static gboolean
claim_row (InterviewTransaction *transaction,
           const InterviewOutboxRow *row,
           gint64 lease,
           GPtrArray *errands,
           GError **error)
{
  g_autoptr (InterviewErrand) errand = NULL;
  g_autoptr (GError) failure = NULL;

  if (row->channel == INTERVIEW_DELIVERY_CHANNEL_PROGRAM)
    return show_in_program (transaction, row, error);
  errand = make_errand (transaction, row, &failure);
  if (g_error_matches (failure, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_CORRUPT) ||
      g_error_matches (failure, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID))
    return fail (transaction, row, INTERVIEW_DELIVERY_REASON_UNREADABLE, error);
  if (errand == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!is_set_up (row->channel, errand->settings))
    return fail (transaction, row, INTERVIEW_DELIVERY_REASON_NOT_SET_UP, error);
  if (!interview_outbox_table_lease (transaction, row->id,
                                     interview_transaction_get_now (transaction) + lease, error))
    return FALSE;
  g_ptr_array_add (errands, g_steal_pointer (&errand));
  return TRUE;
}

/**
 * interview_outbox_service_claim:
 * @limit: how many at most
 * @lease: for how long nobody else may take them, microseconds
 * @error: return location
 *
 * Takes what is due. What goes to programs is done at once, with the event that tells them.
 *
 * Returns: (transfer full) (element-type InterviewErrand): what is to be sent, or %NULL
 */
GPtrArray *
interview_outbox_service_claim (InterviewTransaction *transaction,
                                guint limit,
                                gint64 lease,
                                GError **error)
{
  g_autoptr (GPtrArray) errands =
      g_ptr_array_new_with_free_func ((GDestroyNotify) interview_errand_free);
  g_autoptr (GPtrArray) rows = interview_outbox_table_list_due (transaction, limit, error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      if (!claim_row (transaction, g_ptr_array_index (rows, i), lease, errands, error))
        return NULL;
    }
  return g_steal_pointer (&errands);
}

/**
 * interview_outbox_service_begin:
 * @errand: what is about to leave
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if it must not go any more, as it was
 *   withdrawn meanwhile
 *
 * To be on disk before the first byte of the message leaves.
 *
 * Returns: whether it may go
 */
gboolean
interview_outbox_service_begin (InterviewTransaction *transaction,
                                const InterviewErrand *errand,
                                GError **error)
{
  g_autoptr (InterviewOutboxRow) row =
      interview_outbox_table_get (transaction, errand->delivery_id, error);
  InterviewDeliveryChange becomes = {
    .state = INTERVIEW_DELIVERY_STATE_SENDING,
    .attempts = errand->attempt,
  };

  if (row == NULL)
    return FALSE;
  if (row->state != INTERVIEW_DELIVERY_STATE_QUEUED)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT,
                           "this message was withdrawn");
      return FALSE;
    }
  becomes.due_at = row->due_at;
  return interview_outbox_table_change (transaction, row->id, &becomes, error);
}

static InterviewDeliveryState
state_after (InterviewOutcome outcome)
{
  switch (outcome)
    {
    case INTERVIEW_OUTCOME_SENT:
      return INTERVIEW_DELIVERY_STATE_SENT;
    case INTERVIEW_OUTCOME_UNCERTAIN:
      return INTERVIEW_DELIVERY_STATE_UNCERTAIN;
    case INTERVIEW_OUTCOME_LATER:
      return INTERVIEW_DELIVERY_STATE_QUEUED;
    case INTERVIEW_OUTCOME_REFUSED:
    default:
      return INTERVIEW_DELIVERY_STATE_FAILED;
    }
}

/**
 * interview_outbox_service_settle:
 * @errand: what was tried
 * @verdict: how that ended
 * @error: return location
 *
 * Writes down how an attempt ended; one that may go another time is queued for then, until the last
 * attempt has failed.
 *
 * Returns: whether it was done
 */
gboolean
interview_outbox_service_settle (InterviewTransaction *transaction,
                                 const InterviewErrand *errand,
                                 const InterviewVerdict *verdict,
                                 GError **error)
{
  g_autoptr (InterviewOutboxRow) row =
      interview_outbox_table_get (transaction, errand->delivery_id, error);
  InterviewDeliveryChange becomes = {
    .state = state_after (verdict->outcome),
    .reason = verdict->reason,
    .detail = *verdict->detail != '\0' ? verdict->detail : NULL,
    .attempts = errand->attempt,
  };

  if (row == NULL)
    return FALSE;
  if (row->state != INTERVIEW_DELIVERY_STATE_QUEUED &&
      row->state != INTERVIEW_DELIVERY_STATE_SENDING)
    return TRUE;
  becomes.due_at = row->due_at;
  if (verdict->outcome == INTERVIEW_OUTCOME_LATER &&
      !interview_delivery_schedule_next (errand->attempt,
                                         interview_transaction_get_now (transaction),
                                         &becomes.due_at))
    {
      becomes.state = INTERVIEW_DELIVERY_STATE_FAILED;
      becomes.reason = INTERVIEW_DELIVERY_REASON_GAVE_UP;
    }
  return change (transaction, row, &becomes, error);
}
