/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "sharing-page.h"

#include <glib/gi18n.h>

#include "../message-bar.h"
#include "client/remote-list.h"
#include "client/share-api.h"
#include "number-row.h"
#include "program/share-row.h"

#define MIB (G_GUINT64_CONSTANT (1024) * 1024)
#define MIB_IN_GIB 1024

/*
 * RecruiterSharingPage is where HR says whether and for how long recordings may be shared by a
 * link, and sees those that are or were, to take them back.
 */
struct _RecruiterSharingPage
{
  AdwPreferencesPage parent_instance;

  InterviewAccount *account;
  GCancellable *cancellable;
  InterviewSharingPolicy *policy;
  InterviewRemoteList *list;
  GPtrArray *rows;
  gboolean filling;

  RecruiterMessageBar *message;
  GtkSwitch *allowed;
  RecruiterNumberRow *longest_days;
  RecruiterNumberRow *quota;
  GtkWidget *save;
  AdwPreferencesGroup *shares_group;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (RecruiterSharingPage, recruiter_sharing_page, ADW_TYPE_PREFERENCES_PAGE)

static InterviewConnection *
get_connection (RecruiterSharingPage *self)
{
  return interview_account_get_connection (self->account);
}

/* Returns whether there is a policy to show. */
static gboolean
take_policy (RecruiterSharingPage *self, InterviewSharingPolicy *policy, const GError *error)
{
  g_autofree char *used = NULL, *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  recruiter_message_bar_show (self->message, error != NULL ? error->message : NULL);
  if (policy == NULL)
    return FALSE;
  g_set_object (&self->policy, policy);
  used = g_format_size_full ((guint64) interview_sharing_policy_get_used_mib (policy) * MIB,
                             G_FORMAT_SIZE_IEC_UNITS);
  /* Translators: %s is a size, such as “1.2 GiB”. */
  text = g_strdup_printf (_ ("GiB, of which %s are used"), used);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->quota), text);
  return TRUE;
}

static void
fill (RecruiterSharingPage *self)
{
  self->filling = TRUE;
  gtk_switch_set_active (self->allowed, interview_sharing_policy_get_allowed (self->policy));
  recruiter_number_row_set_value (self->longest_days,
                                  interview_sharing_policy_get_longest_days (self->policy));
  recruiter_number_row_set_value (
      self->quota, MAX (interview_sharing_policy_get_quota_mib (self->policy) / MIB_IN_GIB, 1));
  gtk_widget_set_sensitive (self->save, FALSE);
  self->filling = FALSE;
}

static void
on_policy (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterSharingPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewSharingPolicy) policy =
      interview_share_api_get_policy_finish (INTERVIEW_CONNECTION (source), result, &error);
  gboolean edited = gtk_widget_get_sensitive (self->save);

  if (take_policy (self, policy, error) && !edited)
    fill (self);
}

static void
load_policy (RecruiterSharingPage *self)
{
  interview_share_api_get_policy_async (get_connection (self), self->cancellable, on_policy,
                                        g_object_ref (self));
}

static void
on_replaced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterSharingPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewSharingPolicy) policy =
      interview_share_api_replace_policy_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (!take_policy (self, policy, error))
    {
      gtk_widget_set_sensitive (self->save, TRUE);
      return;
    }
  fill (self);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (
                                        gtk_widget_get_root (GTK_WIDGET (self))),
                                    adw_toast_new (_ ("The rule is saved and holds from now on")));
}

static void
on_save (RecruiterSharingPage *self)
{
  g_autoptr (InterviewSharingPolicy) policy =
      g_object_new (INTERVIEW_TYPE_SHARING_POLICY, "revision",
                    interview_sharing_policy_get_revision (self->policy), "allowed",
                    gtk_switch_get_active (self->allowed), "longest-days",
                    recruiter_number_row_get_value (self->longest_days), "quota-mib",
                    recruiter_number_row_get_value (self->quota) * MIB_IN_GIB, NULL);

  gtk_widget_set_sensitive (self->save, FALSE);
  interview_share_api_replace_policy_async (get_connection (self), policy, self->cancellable,
                                            on_replaced, g_object_ref (self));
}

static void
on_changed (RecruiterSharingPage *self)
{
  if (!self->filling && self->policy != NULL)
    gtk_widget_set_sensitive (self->save, TRUE);
}

static void
on_withdrawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterSharingPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecordingShare) share =
      interview_share_api_withdraw_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  recruiter_message_bar_show (self->message, error != NULL ? error->message : NULL);
  interview_remote_list_reload (self->list);
}

static void
on_withdraw (RecruiterSharingPage *self, GtkWidget *button)
{
  InterviewRecordingShare *share = interview_share_row_get_share (button);

  gtk_widget_set_sensitive (button, FALSE);
  interview_share_api_withdraw_async (get_connection (self),
                                      interview_recording_share_get_id (share), self->cancellable,
                                      on_withdrawn, g_object_ref (self));
}

static void
on_items (RecruiterSharingPage *self)
{
  GListModel *model = G_LIST_MODEL (self->list);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->shares_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (InterviewRecordingShare) share = g_list_model_get_item (model, i);
      GtkWidget *row = interview_share_row_new (share, TRUE, G_CALLBACK (on_withdraw), self);

      adw_preferences_group_add (self->shares_group, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
on_state (RecruiterSharingPage *self)
{
  const GError *error = interview_remote_list_get_error (self->list);
  gboolean empty = interview_remote_list_get_loaded (self->list) &&
                   g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;

  if (error != NULL)
    recruiter_message_bar_show (self->message, error->message);
  adw_preferences_group_set_description (self->shares_group,
                                         empty ? _ ("Nobody has shared a recording yet.") : NULL);
  gtk_widget_set_visible (self->more, interview_remote_list_get_has_more (self->list));
}

static void
on_more (RecruiterSharingPage *self)
{
  interview_remote_list_load_more (self->list);
}

static void
on_event (RecruiterSharingPage *self, InterviewEvent *event)
{
  if (interview_event_get_kind (event) != INTERVIEW_EVENT_KIND_RECORDING_CHANGED)
    return;
  interview_remote_list_reload (self->list);
  load_policy (self);
}

static void
recruiter_sharing_page_dispose (GObject *object)
{
  RecruiterSharingPage *self = RECRUITER_SHARING_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->policy);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (recruiter_sharing_page_parent_class)->dispose (object);
}

static void
recruiter_sharing_page_finalize (GObject *object)
{
  RecruiterSharingPage *self = RECRUITER_SHARING_PAGE (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (recruiter_sharing_page_parent_class)->finalize (object);
}

static void
recruiter_sharing_page_class_init (RecruiterSharingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = recruiter_sharing_page_dispose;
  object_class->finalize = recruiter_sharing_page_finalize;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  g_type_ensure (RECRUITER_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/interview/Recruiter/admin/sharing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterSharingPage, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSharingPage, allowed);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSharingPage, longest_days);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSharingPage, quota);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSharingPage, save);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSharingPage, shares_group);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSharingPage, more);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
}

static void
recruiter_sharing_page_init (RecruiterSharingPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_sharing_page_new:
 * @account: (transfer none): the HR admin who is signed in
 *
 * Returns: (transfer none): a page that asks the server
 */
GtkWidget *
recruiter_sharing_page_new (InterviewAccount *account)
{
  RecruiterSharingPage *self = g_object_new (RECRUITER_TYPE_SHARING_PAGE, NULL);

  self->account = g_object_ref (account);
  self->list = interview_remote_list_new (get_connection (self), INTERVIEW_ROUTE_SHARES, NULL,
                                          INTERVIEW_TYPE_RECORDING_SHARE);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify", G_CALLBACK (on_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  interview_remote_list_reload (self->list);
  load_policy (self);
  return GTK_WIDGET (self);
}
