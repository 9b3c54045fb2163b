/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "sample-store.h"
#include "server/services/delivery-service.h"
#include "server/services/follow-up-service.h"
#include "server/services/notice-settings-service.h"
#include "server/services/outbox-service.h"
#include "server/store/notice-settings-table.h"

#define LEASE G_TIME_SPAN_MINUTE

/* The way of one message through the outbox, on a clock that stands still between the steps. */
typedef struct
{
  GPtrArray *errands;
  InterviewVerdict verdict;
  gboolean allowed;
  InterviewDelivery *mail;
} Way;

static void
step_set_up (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) admin = sample_store_find_actor (transaction, "shen", "en");
  g_autoptr (InterviewNoticeSettings) settings =
      g_object_new (INTERVIEW_TYPE_NOTICE_SETTINGS, "smtp-host", "mail.example", "smtp-port",
                    (gint64) 587, "sender-address", "jobs@example.com", "smtp-user", "jobs",
                    "smtp-password", "secret", "panel-silent", TRUE, NULL);
  g_autoptr (InterviewNoticeSettings) kept = NULL;
  g_autoptr (InterviewNoticeSettings) sending = NULL;
  g_autoptr (GError) error = NULL;

  kept = interview_notice_settings_service_replace (transaction, admin, settings, &error);
  g_assert_no_error (error);
  g_assert_null (interview_notice_settings_get_smtp_password (kept));
  g_assert_true (interview_notice_settings_get_smtp_password_set (kept));
  sending =
      interview_notice_settings_table_get (transaction, interview_actor_get_company_id (admin),
                                           TRUE, &error);
  g_assert_cmpstr (interview_notice_settings_get_smtp_password (sending), ==, "secret");
}

static void
step_announce (InterviewTransaction *transaction, gpointer data)
{
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "today-rajiv");
  g_autoptr (GError) error = NULL;

  g_assert_true (interview_follow_up_service_room_changed (transaction, room_id, NULL,
                                                           "interview://a/b", &error));
  g_assert_no_error (error);
}

static void
step_claim (InterviewTransaction *transaction, gpointer data)
{
  Way *way = data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&way->errands, g_ptr_array_unref);
  way->errands = interview_outbox_service_claim (transaction, 50, LEASE, &error);
  g_assert_no_error (error);
}

static void
step_begin (InterviewTransaction *transaction, gpointer data)
{
  Way *way = data;
  g_autoptr (GError) error = NULL;

  way->allowed = interview_outbox_service_begin (transaction, way->errands->pdata[0], &error);
  if (!way->allowed)
    g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
}

static void
step_settle (InterviewTransaction *transaction, gpointer data)
{
  Way *way = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      interview_outbox_service_settle (transaction, way->errands->pdata[0], &way->verdict, &error));
}

static void
step_recover (InterviewTransaction *transaction, gpointer data)
{
  g_assert_true (interview_outbox_service_recover (transaction, NULL));
}

static void
step_look (InterviewTransaction *transaction, gpointer data)
{
  Way *way = data;
  g_autoptr (InterviewActor) admin = sample_store_find_actor (transaction, "shen", "en");
  g_autofree char *next = NULL;
  g_autoptr (GPtrArray) deliveries =
      interview_delivery_service_list (transaction, admin, NULL, 0, &next, NULL);

  g_clear_object (&way->mail);
  for (guint i = 0; i < deliveries->len; i++)
    {
      InterviewDelivery *delivery = deliveries->pdata[i];

      if (interview_delivery_get_channel (delivery) == INTERVIEW_DELIVERY_CHANNEL_MAIL &&
          interview_delivery_get_kind (delivery) == INTERVIEW_NOTICE_KIND_INVITATION)
        way->mail = g_object_ref (delivery);
    }
  g_assert_nonnull (way->mail);
}

static InterviewDeliveryState
look (SampleStore *store, Way *way)
{
  sample_store_do (store, step_look, way);
  return interview_delivery_get_state (way->mail);
}

static void
step_resend (InterviewTransaction *transaction, gpointer data)
{
  Way *way = data;
  g_autoptr (InterviewActor) admin = sample_store_find_actor (transaction, "shen", "en");
  g_autoptr (InterviewDelivery) again = NULL;
  g_autoptr (GError) error = NULL;

  again = interview_delivery_service_resend (transaction, admin,
                                             interview_delivery_get_id (way->mail), &error);
  way->allowed = again != NULL;
}

static void
start (SampleStore *store, Way *way)
{
  sample_store_do (store, step_set_up, NULL);
  sample_store_do (store, step_announce, NULL);
  sample_store_do (store, step_claim, way);
  g_assert_cmpuint (way->errands->len, ==, 1);
}

static void
way_clear (Way *way)
{
  g_clear_pointer (&way->errands, g_ptr_array_unref);
  g_clear_object (&way->mail);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Way, way_clear)

/* What one worker has taken, nobody else takes; what failed comes again, and has an end. */
static void
test_retried (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  g_auto (Way) way = { NULL };
  guint attempts = 0;

  start (store, &way);
  way.verdict =
      (InterviewVerdict){ INTERVIEW_OUTCOME_LATER, INTERVIEW_DELIVERY_REASON_BUSY, "451 later" };
  while (look (store, &way) == INTERVIEW_DELIVERY_STATE_QUEUED)
    {
      g_auto (Way) other = { NULL };

      sample_store_do (store, step_claim, &other);
      g_assert_cmpuint (other.errands->len, ==, 0);
      sample_store_do (store, step_settle, &way);
      attempts++;
      sample_store_do (store, step_claim, &way);
      g_assert_cmpuint (way.errands->len, ==, 0);
      interview_clock_advance (store->clock, 6 * G_TIME_SPAN_HOUR);
      sample_store_do (store, step_claim, &way);
    }
  g_assert_cmpint (look (store, &way), ==, INTERVIEW_DELIVERY_STATE_FAILED);
  g_assert_cmpuint (attempts, ==, interview_delivery_get_attempts (way.mail));
  g_assert_cmpuint (attempts, >, 10);
  sample_store_do (store, step_resend, &way);
  g_assert_true (way.allowed);
  g_assert_cmpint (look (store, &way), ==, INTERVIEW_DELIVERY_STATE_QUEUED);
}

/* Stopped before the first byte: free again. Stopped after it: uncertain, and nobody's to send. */
static void
test_stopped (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  g_auto (Way) way = { NULL };

  start (store, &way);
  sample_store_do (store, step_recover, NULL);
  sample_store_do (store, step_claim, &way);
  g_assert_cmpuint (way.errands->len, ==, 1);
  sample_store_do (store, step_begin, &way);
  g_assert_true (way.allowed);
  g_assert_cmpint (look (store, &way), ==, INTERVIEW_DELIVERY_STATE_SENDING);
  sample_store_do (store, step_resend, &way);
  g_assert_false (way.allowed);
  sample_store_do (store, step_recover, NULL);
  g_assert_cmpint (look (store, &way), ==, INTERVIEW_DELIVERY_STATE_UNCERTAIN);
  interview_clock_advance (store->clock, G_TIME_SPAN_DAY);
  sample_store_do (store, step_claim, &way);
  g_assert_cmpuint (way.errands->len, ==, 0);
  sample_store_do (store, step_resend, &way);
  g_assert_true (way.allowed);
}

/* A message that was overtaken while a worker had it in hand does not leave. */
static void
step_move (InterviewTransaction *transaction, gpointer data)
{
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "today-rajiv");

  g_assert_true (interview_follow_up_service_room_changed (transaction, room_id, NULL,
                                                           "interview://a/c", NULL));
}

static void
test_overtaken (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  g_auto (Way) way = { NULL };

  start (store, &way);
  sample_store_do (store, step_move, NULL);
  sample_store_do (store, step_begin, &way);
  g_assert_false (way.allowed);
  g_assert_cmpint (look (store, &way), ==, INTERVIEW_DELIVERY_STATE_WITHDRAWN);
  way.verdict.outcome = INTERVIEW_OUTCOME_SENT;
  sample_store_do (store, step_settle, &way);
  g_assert_cmpint (look (store, &way), ==, INTERVIEW_DELIVERY_STATE_WITHDRAWN);
  sample_store_do (store, step_claim, &way);
  g_assert_cmpuint (way.errands->len, ==, 1);
  g_assert_cmpint (((InterviewErrand *) way.errands->pdata[0])->kind, ==,
                   INTERVIEW_NOTICE_KIND_UPDATE);
}

void
add_outbox_tests (void)
{
  g_test_add_func ("/outbox/retried", test_retried);
  g_test_add_func ("/outbox/stopped", test_stopped);
  g_test_add_func ("/outbox/overtaken", test_overtaken);
}
