/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "settings-window.h"

#include <glib/gi18n.h>

#include "client/company-api.h"
#include "../message-bar.h"
#include "audit-page.h"
#include "consent-page.h"
#include "form-page.h"
#include "messages-page.h"
#include "policy-page.h"
#include "sharing-page.h"
#include "standings-page.h"
#include "subpage.h"

/*
 * RecruiterSettingsWindow is where the HR admin sets up the company: the switch of the interactive
 * features, and a page of its own for everything else, which its row leads to.
 */
struct _RecruiterSettingsWindow
{
  AdwPreferencesWindow parent_instance;

  InterviewAccount *account;
  InterviewConnection *connection;
  InterviewCompany *company;
  GCancellable *cancellable;
  gboolean filling;

  AdwPreferencesGroup *company_group;
  GtkSwitch *interactive;
  RecruiterMessageBar *message;
  RecruiterMessagesPage *messages;
};

G_DEFINE_FINAL_TYPE (RecruiterSettingsWindow,
                     recruiter_settings_window,
                     ADW_TYPE_PREFERENCES_WINDOW)

static void
fill_company (RecruiterSettingsWindow *self)
{
  if (self->company == NULL)
    return;
  adw_preferences_group_set_title (self->company_group, interview_company_get_name (self->company));
  self->filling = TRUE;
  gtk_switch_set_active (self->interactive, interview_company_get_interactive (self->company));
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->interactive), TRUE);
}

static void
on_company (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterSettingsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewCompany) company = NULL;

  company = interview_company_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (company == NULL)
    {
      recruiter_message_bar_show (self->message, error->message);
      return;
    }
  g_set_object (&self->company, company);
  fill_company (self);
}

static void
load_company (RecruiterSettingsWindow *self)
{
  interview_company_api_get_async (self->connection, self->cancellable, on_company,
                                   g_object_ref (self));
}

static void
on_switched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterSettingsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewCompany) company = NULL;

  company = interview_company_api_switch_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (company != NULL)
    g_set_object (&self->company, company);
  else
    {
      /* Perhaps somebody else changed it: what is true now is with the server. */
      recruiter_message_bar_show (self->message, error->message);
      load_company (self);
    }
  fill_company (self);
}

static void
on_interactive (RecruiterSettingsWindow *self)
{
  if (self->filling || self->company == NULL)
    return;
  recruiter_message_bar_show (self->message, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->interactive), FALSE);
  interview_company_api_switch_async (self->connection,
                                      interview_company_get_revision (self->company),
                                      gtk_switch_get_active (self->interactive), self->cancellable,
                                      on_switched, g_object_ref (self));
}

static void
on_form (RecruiterSettingsWindow *self)
{
  recruiter_subpage_open (ADW_PREFERENCES_WINDOW (self), _ ("Rating Form"),
                          recruiter_form_page_new (self->account));
}

static void
on_consent (RecruiterSettingsWindow *self)
{
  recruiter_subpage_open (ADW_PREFERENCES_WINDOW (self), _ ("Consent to Recording"),
                          recruiter_consent_page_new (self->account));
}

static void
on_sharing (RecruiterSettingsWindow *self)
{
  recruiter_subpage_open (ADW_PREFERENCES_WINDOW (self), _ ("Shared Recordings"),
                          recruiter_sharing_page_new (self->account));
}

static void
on_policy (RecruiterSettingsWindow *self)
{
  recruiter_subpage_open (ADW_PREFERENCES_WINDOW (self), _ ("Staffing Policy"),
                          recruiter_policy_page_new (self->account));
}

static void
on_standings (RecruiterSettingsWindow *self)
{
  recruiter_subpage_open (ADW_PREFERENCES_WINDOW (self), _ ("Recruiters and Decisions"),
                          recruiter_standings_page_new (self->account));
}

static void
on_audit (RecruiterSettingsWindow *self)
{
  recruiter_subpage_open (ADW_PREFERENCES_WINDOW (self), _ ("Record of Changes"),
                          recruiter_audit_page_new (self->account));
}

static void
recruiter_settings_window_dispose (GObject *object)
{
  RecruiterSettingsWindow *self = RECRUITER_SETTINGS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->account);
  g_clear_object (&self->connection);
  g_clear_object (&self->company);
  G_OBJECT_CLASS (recruiter_settings_window_parent_class)->dispose (object);
}

static void
recruiter_settings_window_finalize (GObject *object)
{
  g_clear_object (&RECRUITER_SETTINGS_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (recruiter_settings_window_parent_class)->finalize (object);
}

static void
recruiter_settings_window_class_init (RecruiterSettingsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = recruiter_settings_window_dispose;
  object_class->finalize = recruiter_settings_window_finalize;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  g_type_ensure (RECRUITER_TYPE_MESSAGES_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/interview/Recruiter/admin/settings-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterSettingsWindow, company_group);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSettingsWindow, interactive);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSettingsWindow, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSettingsWindow, messages);
  gtk_widget_class_bind_template_callback (widget_class, on_interactive);
  gtk_widget_class_bind_template_callback (widget_class, on_form);
  gtk_widget_class_bind_template_callback (widget_class, on_consent);
  gtk_widget_class_bind_template_callback (widget_class, on_sharing);
  gtk_widget_class_bind_template_callback (widget_class, on_policy);
  gtk_widget_class_bind_template_callback (widget_class, on_standings);
  gtk_widget_class_bind_template_callback (widget_class, on_audit);
}

static void
recruiter_settings_window_init (RecruiterSettingsWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_settings_window_new:
 * @parent: the window it belongs to
 * @account: (transfer none): the HR admin who is signed in
 *
 * Returns: (transfer none): a window to present; it asks the server
 */
GtkWidget *
recruiter_settings_window_new (GtkWindow *parent, InterviewAccount *account)
{
  RecruiterSettingsWindow *self =
      g_object_new (RECRUITER_TYPE_SETTINGS_WINDOW, "transient-for", parent, NULL);

  self->connection = g_object_ref (interview_account_get_connection (account));
  self->account = g_object_ref (account);
  load_company (self);
  recruiter_messages_page_open (self->messages, account);

  return GTK_WIDGET (self);
}
