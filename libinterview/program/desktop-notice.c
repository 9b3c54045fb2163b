/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/desktop-notice.h"

#include <libnotify/notify.h>

#define SHOWN_KEY "interview-desktop-notices"

/*
 * Notices of the desktop, by libnotify, whose buttons work on every desktop; where no notification
 * service answers it, by GNotification, which has other ways. Main thread.
 */

typedef struct
{
  GApplication *application; /* not owned: the notice belongs to it */
  char *action;
  char *target;
} Click;

static void
click_free (gpointer data)
{
  Click *click = data;

  g_free (click->action);
  g_free (click->target);
  g_free (click);
}

static void
on_clicked (NotifyNotification *notification, char *name, gpointer user_data)
{
  Click *click = user_data;

  g_action_group_activate_action (G_ACTION_GROUP (click->application), click->action,
                                  g_variant_new_string (click->target));
}

/* What is shown, by its id: a notification whose object is gone has no buttons any more. */
static GHashTable *
get_shown (GApplication *application)
{
  GHashTable *shown = g_object_get_data (G_OBJECT (application), SHOWN_KEY);

  if (shown != NULL)
    return shown;
  shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_object_set_data_full (G_OBJECT (application), SHOWN_KEY, shown,
                          (GDestroyNotify) g_hash_table_unref);
  return shown;
}

static void
add_click (NotifyNotification *notification,
           const char *name,
           GApplication *application,
           const InterviewDesktopNotice *notice)
{
  Click *click = g_new0 (Click, 1);

  click->application = application;
  click->action = g_strdup (notice->action);
  click->target = g_strdup (notice->target);
  notify_notification_add_action (notification, name, notice->label, on_clicked, click, click_free);
}

static gboolean
show_by_libnotify (GApplication *application, const InterviewDesktopNotice *notice, GError **error)
{
  const char *application_id = g_application_get_application_id (application);
  GHashTable *shown = get_shown (application);
  NotifyNotification *notification = g_hash_table_lookup (shown, notice->id);

  if (!notify_is_initted () && !notify_init (g_get_application_name ()))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "libnotify does not start");
      return FALSE;
    }
  if (notification == NULL)
    {
      notification = notify_notification_new (notice->title, notice->body, application_id);
      g_hash_table_insert (shown, g_strdup (notice->id), notification);
    }
  else
    notify_notification_update (notification, notice->title, notice->body, application_id);
  notify_notification_clear_actions (notification);
  notify_notification_set_hint (notification, "desktop-entry",
                                g_variant_new_string (application_id));
  notify_notification_set_category (notification, "im.received");
  add_click (notification, "default", application, notice);
  add_click (notification, notice->action, application, notice);
  if (notify_notification_show (notification, error))
    return TRUE;
  g_hash_table_remove (shown, notice->id);
  return FALSE;
}

static void
show_by_gio (GApplication *application, const InterviewDesktopNotice *notice)
{
  g_autoptr (GNotification) notification = g_notification_new (notice->title);
  g_autofree char *action = g_strconcat ("app.", notice->action, NULL);

  g_notification_set_body (notification, notice->body);
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_notification_set_default_action_and_target (notification, action, "s", notice->target);
  g_notification_add_button_with_target (notification, notice->label, action, "s", notice->target);
  g_application_send_notification (application, notice->id, notification);
}

/**
 * interview_desktop_notice_show:
 * @application: whose notice it is
 * @notice: what to tell
 */
void
interview_desktop_notice_show (GApplication *application, const InterviewDesktopNotice *notice)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (G_IS_APPLICATION (application));

  if (show_by_libnotify (application, notice, &error))
    return;
  g_debug ("A notice goes another way: %s", error->message);
  show_by_gio (application, notice);
}

/**
 * interview_desktop_notice_withdraw:
 * @application: whose notice it is
 * @id: what it was about
 *
 * Takes a notice away that is no longer true, if it is still there.
 */
void
interview_desktop_notice_withdraw (GApplication *application, const char *id)
{
  NotifyNotification *notification;

  g_return_if_fail (G_IS_APPLICATION (application));

  notification = g_hash_table_lookup (get_shown (application), id);
  if (notification != NULL)
    notify_notification_close (notification, NULL);
  g_hash_table_remove (get_shown (application), id);
  g_application_withdraw_notification (application, id);
}
