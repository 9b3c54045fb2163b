/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/notice-keeper.h"

#include "client/notice-api.h"
#include "core/time-zone.h"
#include "client/retry.h"

/* Below the data folder of the profile. */
#define FOLDER "messages"

/*
 * InterviewNoticeKeeper fetches the messages to whoever is signed in and keeps them for good: when
 * they sign in, and when the server says that there is one. It also tells the server the zone of
 * this computer, so that times in messages are in it. Main thread; belongs to the window.
 *
 * Signal `received`(#InterviewNotice): a message that was not kept before, and is now.
 */
struct _InterviewNoticeKeeper
{
  GObject parent_instance;

  InterviewAccount *account;
  InterviewNoticeArchive *archive;
  InterviewRetry *retry;
  GCancellable *cancellable;
  gboolean loading;
  gboolean again;
};

enum
{
  RECEIVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void load (InterviewNoticeKeeper *self, const char *cursor);

G_DEFINE_FINAL_TYPE (InterviewNoticeKeeper, interview_notice_keeper, G_TYPE_OBJECT)

/* Whether the page had something new: then the next one may have, too. */
static gboolean
keep (InterviewNoticeKeeper *self, GPtrArray *notices)
{
  gboolean any = FALSE;

  for (guint i = 0; i < notices->len; i++)
    {
      InterviewNotice *notice = g_ptr_array_index (notices, i);
      g_autoptr (GError) error = NULL;

      if (interview_notice_archive_contains (self->archive, interview_notice_get_id (notice)))
        continue;
      if (!interview_notice_archive_add (self->archive, notice, &error))
        {
          g_warning ("A message was not kept: %s", error->message);
          continue;
        }
      any = TRUE;
      g_signal_emit (self, signals[RECEIVED], 0, notice);
    }
  return any;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewNoticeKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page =
      interview_notice_api_list_finish (INTERVIEW_CONNECTION (source), result, &error);
  const char *cursor;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->loading = FALSE;
  if (page == NULL)
    {
      if (interview_retry_helps (error))
        interview_retry_plan (self->retry);
      return;
    }
  interview_retry_reset (self->retry);
  cursor = interview_page_get_next_cursor (page);
  if (keep (self, interview_page_get_items (page)) && cursor != NULL)
    load (self, cursor);
  else if (self->again)
    load (self, NULL);
}

static void
load (InterviewNoticeKeeper *self, const char *cursor)
{
  InterviewConnection *connection = interview_account_get_connection (self->account);

  self->again = self->loading;
  if (self->loading || connection == NULL)
    return;
  self->loading = TRUE;
  interview_notice_api_list_async (connection, cursor, self->cancellable, on_loaded,
                                   g_object_ref (self));
}

static void
on_retry_due (InterviewNoticeKeeper *self)
{
  load (self, NULL);
}

static void
on_zone_told (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!interview_notice_api_set_time_zone_finish (INTERVIEW_CONNECTION (source), result, &error))
    g_debug ("The time zone was not told: %s", error->message);
}

static void
tell_zone (InterviewNoticeKeeper *self)
{
  g_autofree char *name = interview_time_zone_get_local_name ();
  g_autoptr (InterviewTimeZoneRequest) request = NULL;

  if (name == NULL)
    return;
  request = g_object_new (INTERVIEW_TYPE_TIME_ZONE_REQUEST, "time-zone", name, NULL);
  interview_notice_api_set_time_zone_async (interview_account_get_connection (self->account),
                                            request, self->cancellable, on_zone_told, NULL);
}

static void
on_session (InterviewNoticeKeeper *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->loading = FALSE;
  interview_retry_reset (self->retry);
  if (interview_account_get_session (self->account) == NULL)
    return;
  tell_zone (self);
  load (self, NULL);
}

static void
on_event (InterviewNoticeKeeper *self, InterviewEvent *event)
{
  if (interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_NOTICE_RECEIVED)
    load (self, NULL);
}

static void
interview_notice_keeper_dispose (GObject *object)
{
  InterviewNoticeKeeper *self = INTERVIEW_NOTICE_KEEPER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->retry);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (interview_notice_keeper_parent_class)->dispose (object);
}

static void
interview_notice_keeper_finalize (GObject *object)
{
  InterviewNoticeKeeper *self = INTERVIEW_NOTICE_KEEPER (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->archive);
  G_OBJECT_CLASS (interview_notice_keeper_parent_class)->finalize (object);
}

static void
interview_notice_keeper_class_init (InterviewNoticeKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_notice_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = interview_notice_keeper_finalize;

  signals[RECEIVED] = g_signal_new ("received", INTERVIEW_TYPE_NOTICE_KEEPER, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_NOTICE);
}

static void
interview_notice_keeper_init (InterviewNoticeKeeper *self)
{
  self->cancellable = g_cancellable_new ();
  self->retry = interview_retry_new ();
  g_signal_connect_object (self->retry, "due", G_CALLBACK (on_retry_due), self, G_CONNECT_SWAPPED);
}

/**
 * interview_notice_keeper_new:
 * @account: (transfer none): whose messages
 *
 * Returns: (transfer full): a keeper with what was kept before; it fetches the rest by itself
 */
InterviewNoticeKeeper *
interview_notice_keeper_new (InterviewAccount *account)
{
  InterviewNoticeKeeper *self;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);

  self = g_object_new (INTERVIEW_TYPE_NOTICE_KEEPER, NULL);
  self->account = g_object_ref (account);
  folder = interview_profile_build_data_path (interview_account_get_profile (account), FOLDER);
  self->archive = interview_notice_archive_new (folder);
  g_signal_connect_object (account, "notify::session", G_CALLBACK (on_session), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  on_session (self);
  return self;
}

/**
 * interview_notice_keeper_get_notices:
 *
 * Returns: (transfer none): what is kept, as #InterviewNotice, the newest first
 */
GListModel *
interview_notice_keeper_get_notices (InterviewNoticeKeeper *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_KEEPER (self), NULL);

  return interview_notice_archive_get_notices (self->archive);
}
