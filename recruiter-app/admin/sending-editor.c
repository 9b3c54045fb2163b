/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "sending-editor.h"

#include <glib/gi18n.h>

#include "client/notice-api.h"
#include "../message-bar.h"
#include "notice-words.h"

/* Ports of mail submission (RFC 8314). */
#define PORT_STARTTLS 587
#define PORT_TLS 465

/*
 * RecruiterSendingEditor sets how the company's messages leave and what they say of how it is
 * reached: contact details, mail server, provider of text messages. Passwords are only written;
 * what is not entered stays as it is. What was entered stays until the server has it.
 */
struct _RecruiterSendingEditor
{
  AdwPreferencesPage parent_instance;

  InterviewConnection *connection;
  GCancellable *cancellable;
  InterviewNoticeSettings *settings;
  gboolean filling;

  RecruiterMessageBar *message;
  GtkWidget *save;
  GtkTextBuffer *address;
  GtkEditable *phone;
  GtkEditable *email;
  GtkEditable *website;
  GtkEditable *time_zone;
  AdwComboRow *reminder;
  GtkEditable *smtp_host;
  GtkSwitch *panel;
  AdwComboRow *smtp_security;
  GtkAdjustment *smtp_port;
  GtkEditable *smtp_user;
  GtkEditable *smtp_password;
  GtkEditable *sender_address;
  GtkEditable *sender_name;
  AdwComboRow *sms_provider;
  GtkEditable *sms_account;
  GtkEditable *sms_secret;
  GtkEditable *sms_sender;
  GtkEditable *sms_address;
  GtkWidget *sms_templates;
  GtkEditable *sms_codes[INTERVIEW_NOTICE_KIND_ONBOARDING + 1];
};

G_DEFINE_FINAL_TYPE (RecruiterSendingEditor, recruiter_sending_editor, ADW_TYPE_PREFERENCES_PAGE)

/* The choices of the row, in its order. */
static const gint64 reminders[] = { 0, 60, 3 * 60, 24 * 60, 48 * 60 };

typedef struct
{
  const char *property;
  gsize offset;
} Entry;

#define ENTRY(property, field)                                                                     \
  {                                                                                                \
    property, G_STRUCT_OFFSET (RecruiterSendingEditor, field)                                      \
  }

/* What is only text. */
static const Entry entries[] = {
  ENTRY ("contact-phone", phone),           ENTRY ("contact-email", email),
  ENTRY ("contact-website", website),       ENTRY ("time-zone", time_zone),
  ENTRY ("smtp-host", smtp_host),           ENTRY ("smtp-user", smtp_user),
  ENTRY ("sender-address", sender_address), ENTRY ("sender-name", sender_name),
  ENTRY ("sms-account", sms_account),       ENTRY ("sms-sender", sms_sender),
  ENTRY ("sms-address", sms_address),
};

static GtkEditable *
get_entry (RecruiterSendingEditor *self, guint i)
{
  return G_STRUCT_MEMBER (GtkEditable *, self, entries[i].offset);
}

static void
update (RecruiterSendingEditor *self)
{
  guint provider = adw_combo_row_get_selected (self->sms_provider);
  gboolean aliyun = provider == INTERVIEW_SMS_SERVICE_ALIYUN;
  gboolean any = provider != INTERVIEW_SMS_SERVICE_NONE;

  gtk_widget_set_visible (GTK_WIDGET (self->sms_account), any);
  gtk_widget_set_visible (GTK_WIDGET (self->sms_secret), any);
  gtk_widget_set_visible (GTK_WIDGET (self->sms_sender), any);
  gtk_widget_set_visible (GTK_WIDGET (self->sms_address), any);
  gtk_widget_set_visible (self->sms_templates, aliyun);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sms_account),
                                 aliyun ? _ ("Access key ID") : _ ("Account SID"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sms_secret),
                                 aliyun ? _ ("Access key secret") : _ ("Auth token"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sms_sender),
                                 aliyun ? _ ("Signature") : _ ("Sender’s number"));
}

static void
on_security (RecruiterSendingEditor *self)
{
  gboolean tls = adw_combo_row_get_selected (self->smtp_security) == INTERVIEW_SMTP_SECURITY_TLS;

  if (!self->filling)
    gtk_adjustment_set_value (self->smtp_port, tls ? PORT_TLS : PORT_STARTTLS);
}

static guint
find_reminder (gint64 minutes)
{
  for (guint i = 0; i < G_N_ELEMENTS (reminders); i++)
    {
      if (reminders[i] >= minutes)
        return i;
    }
  return G_N_ELEMENTS (reminders) - 1;
}

static void
fill_codes (RecruiterSendingEditor *self)
{
  GPtrArray *templates = interview_notice_settings_get_sms_templates (self->settings);

  for (guint i = 0; templates != NULL && i < templates->len; i++)
    {
      InterviewSmsTemplate *template = g_ptr_array_index (templates, i);
      guint kind = interview_sms_template_get_kind (template);

      if (kind < G_N_ELEMENTS (self->sms_codes))
        gtk_editable_set_text (self->sms_codes[kind], interview_sms_template_get_code (template));
    }
}

static void
show_secret (GtkEditable *entry, gboolean set, const char *title)
{
  g_autofree char *with_note = NULL;

  gtk_editable_set_text (entry, "");
  /* Translators: %s is “Password” or the like. */
  with_note =
      set ? g_strdup_printf (_ ("%s (kept; enter one to replace it)"), title) : g_strdup (title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), with_note);
}

static void
fill (RecruiterSendingEditor *self)
{
  InterviewNoticeSettings *settings = self->settings;
  const char *address = interview_notice_settings_get_contact_address (settings);

  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *text = NULL;

      g_object_get (settings, entries[i].property, &text, NULL);
      gtk_editable_set_text (get_entry (self, i), text != NULL ? text : "");
    }
  gtk_text_buffer_set_text (self->address, address != NULL ? address : "", -1);
  adw_combo_row_set_selected (self->reminder,
                              find_reminder (
                                  interview_notice_settings_get_reminder_minutes (settings)));
  gtk_switch_set_active (self->panel, !interview_notice_settings_get_panel_silent (settings));
  adw_combo_row_set_selected (self->smtp_security,
                              interview_notice_settings_get_smtp_security (settings));
  gtk_adjustment_set_value (self->smtp_port, interview_notice_settings_get_smtp_port (settings));
  adw_combo_row_set_selected (self->sms_provider,
                              interview_notice_settings_get_sms_provider (settings));
  fill_codes (self);
  update (self);
  show_secret (self->smtp_password, interview_notice_settings_get_smtp_password_set (settings),
               _ ("Password"));
  if (interview_notice_settings_get_sms_secret_set (settings))
    show_secret (self->sms_secret, TRUE,
                 adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->sms_secret)));
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  gtk_widget_set_sensitive (self->save, TRUE);
}

static void
take (RecruiterSendingEditor *self, InterviewNoticeSettings *settings, const GError *error)
{
  gtk_widget_set_sensitive (self->save, self->settings != NULL);
  recruiter_message_bar_show (self->message, error != NULL ? error->message : NULL);
  if (settings == NULL)
    return;
  g_set_object (&self->settings, settings);
  fill (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterSendingEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewNoticeSettings) settings =
      interview_notice_api_get_settings_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take (self, settings, error);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterSendingEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewNoticeSettings) settings =
      interview_notice_api_replace_settings_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  take (self, settings, error);
  if (settings != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    adw_preferences_window_close_subpage (
        ADW_PREFERENCES_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static const char *
text_or_null (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);

  return *text != '\0' ? text : NULL;
}

static GPtrArray *
collect_codes (RecruiterSendingEditor *self)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint kind = 0; kind < G_N_ELEMENTS (self->sms_codes); kind++)
    {
      const char *code = text_or_null (self->sms_codes[kind]);

      if (code != NULL)
        g_ptr_array_add (templates, g_object_new (INTERVIEW_TYPE_SMS_TEMPLATE, "kind", (int) kind,
                                                  "code", code, NULL));
    }
  return templates;
}

static InterviewNoticeSettings *
collect (RecruiterSendingEditor *self)
{
  g_autoptr (GPtrArray) codes = collect_codes (self);
  g_autofree char *address = NULL;
  GtkTextIter start, end;
  InterviewNoticeSettings *settings;

  gtk_text_buffer_get_bounds (self->address, &start, &end);
  address = gtk_text_buffer_get_text (self->address, &start, &end, FALSE);
  settings = g_object_new (INTERVIEW_TYPE_NOTICE_SETTINGS, "revision",
                           interview_notice_settings_get_revision (self->settings),
                           "contact-address", *address != '\0' ? address : NULL, "reminder-minutes",
                           reminders[adw_combo_row_get_selected (self->reminder)], "panel-silent",
                           !gtk_switch_get_active (self->panel), "smtp-security",
                           (int) adw_combo_row_get_selected (self->smtp_security), "smtp-port",
                           (gint64) gtk_adjustment_get_value (self->smtp_port), "smtp-password",
                           text_or_null (self->smtp_password), "sms-provider",
                           (int) adw_combo_row_get_selected (self->sms_provider), "sms-secret",
                           text_or_null (self->sms_secret), "sms-templates", codes, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_set (settings, entries[i].property, text_or_null (get_entry (self, i)), NULL);
  return settings;
}

static void
on_save (RecruiterSendingEditor *self)
{
  g_autoptr (InterviewNoticeSettings) settings = collect (self);
  g_autoptr (GError) error = NULL;

  if (!interview_record_validate (INTERVIEW_RECORD (settings), &error))
    {
      recruiter_message_bar_show (self->message, _ ("An entry is too long."));
      return;
    }
  gtk_widget_set_sensitive (self->save, FALSE);
  recruiter_message_bar_show (self->message, NULL);
  interview_notice_api_replace_settings_async (self->connection, settings, self->cancellable,
                                               on_saved, g_object_ref (self));
}

static void
recruiter_sending_editor_dispose (GObject *object)
{
  RecruiterSendingEditor *self = RECRUITER_SENDING_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->connection);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (recruiter_sending_editor_parent_class)->dispose (object);
}

static void
recruiter_sending_editor_finalize (GObject *object)
{
  g_clear_object (&RECRUITER_SENDING_EDITOR (object)->cancellable);
  G_OBJECT_CLASS (recruiter_sending_editor_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, message);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, save);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, address);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, phone);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, email);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, website);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, time_zone);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, reminder);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, smtp_host);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, panel);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, smtp_security);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, smtp_port);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, smtp_user);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, smtp_password);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, sender_address);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, sender_name);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, sms_provider);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, sms_account);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, sms_secret);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, sms_sender);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, sms_address);
  gtk_widget_class_bind_template_child (klass, RecruiterSendingEditor, sms_templates);
}

static void
recruiter_sending_editor_class_init (RecruiterSendingEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_sending_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = recruiter_sending_editor_finalize;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/interview/Recruiter/admin/sending-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_security);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
recruiter_sending_editor_init (RecruiterSendingEditor *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint kind = 0; kind < G_N_ELEMENTS (self->sms_codes); kind++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), recruiter_notice_words_kind (kind));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->sms_templates), row);
      self->sms_codes[kind] = GTK_EDITABLE (row);
    }
  update (self);
}

/**
 * recruiter_sending_editor_new:
 * @connection: (transfer none): with the token of an HR admin
 *
 * Returns: (transfer none): a page that asks the server
 */
GtkWidget *
recruiter_sending_editor_new (InterviewConnection *connection)
{
  RecruiterSendingEditor *self = g_object_new (RECRUITER_TYPE_SENDING_EDITOR, NULL);

  self->connection = g_object_ref (connection);
  interview_notice_api_get_settings_async (connection, self->cancellable, on_loaded,
                                           g_object_ref (self));
  return GTK_WIDGET (self);
}
