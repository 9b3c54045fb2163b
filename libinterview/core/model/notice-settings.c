/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/notice-settings.h"

#include "core/protocol/limits.h"

/*
 * InterviewNoticeSettings says how a company’s messages leave and what they say of the company.
 * Passwords are written and never read: a reader sees whether there is one.
 */
G_DEFINE_ENUM_TYPE (InterviewSmtpSecurity,
                    interview_smtp_security,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SMTP_SECURITY_STARTTLS, "starttls"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SMTP_SECURITY_TLS, "tls"))

G_DEFINE_ENUM_TYPE (InterviewSmsService,
                    interview_sms_service,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SMS_SERVICE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SMS_SERVICE_TWILIO, "twilio"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_SMS_SERVICE_ALIYUN, "aliyun"))

enum
{
  FIELD_REVISION,
  FIELD_CONTACT_ADDRESS,
  FIELD_CONTACT_PHONE,
  FIELD_CONTACT_EMAIL,
  FIELD_CONTACT_WEBSITE,
  FIELD_TIME_ZONE,
  FIELD_REMINDER_MINUTES,
  FIELD_SMTP_HOST,
  FIELD_SMTP_PORT,
  FIELD_SMTP_SECURITY,
  FIELD_SMTP_USER,
  FIELD_SMTP_PASSWORD,
  FIELD_SMTP_PASSWORD_SET,
  FIELD_SENDER_ADDRESS,
  FIELD_SENDER_NAME,
  FIELD_SMS_PROVIDER,
  FIELD_SMS_ADDRESS,
  FIELD_SMS_ACCOUNT,
  FIELD_SMS_SECRET,
  FIELD_SMS_SECRET_SET,
  FIELD_SMS_SENDER,
  FIELD_SMS_TEMPLATES,
  FIELD_PANEL_SILENT,
};

static const InterviewField fields[] = {
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_CONTACT_ADDRESS] = { "contact_address", INTERVIEW_FIELD_STRING, FALSE, 0,
                              INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_CONTACT_PHONE] = { "contact_phone", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                            NULL },
  [FIELD_CONTACT_EMAIL] = { "contact_email", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                            NULL },
  [FIELD_CONTACT_WEBSITE] = { "contact_website", INTERVIEW_FIELD_STRING, FALSE, 0,
                              INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_TIME_ZONE] = { "time_zone", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_REMINDER_MINUTES] = { "reminder_minutes", INTERVIEW_FIELD_INTEGER, TRUE, 0, 20160, NULL },
  [FIELD_SMTP_HOST] = { "smtp_host", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_SMTP_PORT] = { "smtp_port", INTERVIEW_FIELD_INTEGER, TRUE, 1, 65535, NULL },
  [FIELD_SMTP_SECURITY] = { "smtp_security", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                            interview_smtp_security_get_type },
  [FIELD_SMTP_USER] = { "smtp_user", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_SMTP_PASSWORD] = { "smtp_password", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                            NULL },
  [FIELD_SMTP_PASSWORD_SET] = { "smtp_password_set", INTERVIEW_FIELD_BOOLEAN, FALSE, 0, 0, NULL },
  [FIELD_SENDER_ADDRESS] = { "sender_address", INTERVIEW_FIELD_STRING, FALSE, 0,
                             INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_SENDER_NAME] = { "sender_name", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                          NULL },
  [FIELD_SMS_PROVIDER] = { "sms_provider", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                           interview_sms_service_get_type },
  [FIELD_SMS_ADDRESS] = { "sms_address", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                          NULL },
  [FIELD_SMS_ACCOUNT] = { "sms_account", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                          NULL },
  [FIELD_SMS_SECRET] = { "sms_secret", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                         NULL },
  [FIELD_SMS_SECRET_SET] = { "sms_secret_set", INTERVIEW_FIELD_BOOLEAN, FALSE, 0, 0, NULL },
  [FIELD_SMS_SENDER] = { "sms_sender", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                         NULL },
  [FIELD_SMS_TEMPLATES] = { "sms_templates", INTERVIEW_FIELD_RECORDS, FALSE, 0, 20,
                            interview_sms_template_get_type },
  [FIELD_PANEL_SILENT] = { "panel_silent", INTERVIEW_FIELD_BOOLEAN, FALSE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewNoticeSettings, interview_notice_settings)

/**
 * interview_notice_settings_get_revision:
 *
 * Returns: rises with every change; 0 if nothing was set yet
 */
gint64
interview_notice_settings_get_revision (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_notice_settings_get_contact_address:
 *
 * Returns: (nullable) (transfer none): where the company is, in lines
 */
const char *
interview_notice_settings_get_contact_address (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CONTACT_ADDRESS);
}

/**
 * interview_notice_settings_get_contact_phone:
 *
 * Returns: (nullable) (transfer none): how it is called
 */
const char *
interview_notice_settings_get_contact_phone (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CONTACT_PHONE);
}

/**
 * interview_notice_settings_get_contact_email:
 *
 * Returns: (nullable) (transfer none): where it is written to
 */
const char *
interview_notice_settings_get_contact_email (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CONTACT_EMAIL);
}

/**
 * interview_notice_settings_get_contact_website:
 *
 * Returns: (nullable) (transfer none): its page
 */
const char *
interview_notice_settings_get_contact_website (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CONTACT_WEBSITE);
}

/**
 * interview_notice_settings_get_time_zone:
 *
 * Returns: (nullable) (transfer none): zone of readers whose own is not known, as Asia/Shanghai
 */
const char *
interview_notice_settings_get_time_zone (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TIME_ZONE);
}

/**
 * interview_notice_settings_get_reminder_minutes:
 *
 * Returns: how long before an interview its reminder goes; 0 for none
 */
gint64
interview_notice_settings_get_reminder_minutes (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REMINDER_MINUTES);
}

/**
 * interview_notice_settings_get_smtp_host:
 *
 * Returns: (nullable) (transfer none): the mail server; without it no mail goes
 */
const char *
interview_notice_settings_get_smtp_host (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SMTP_HOST);
}

/**
 * interview_notice_settings_get_smtp_port:
 *
 * Returns: its port
 */
gint64
interview_notice_settings_get_smtp_port (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SMTP_PORT);
}

/**
 * interview_notice_settings_get_smtp_security:
 *
 * Returns: how the connection is protected
 */
InterviewSmtpSecurity
interview_notice_settings_get_smtp_security (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_SMTP_SECURITY);
}

/**
 * interview_notice_settings_get_smtp_user:
 *
 * Returns: (nullable) (transfer none): the login
 */
const char *
interview_notice_settings_get_smtp_user (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SMTP_USER);
}

/**
 * interview_notice_settings_get_smtp_password:
 *
 * Returns: (nullable) (transfer none): its password, on the way to the server alone
 */
const char *
interview_notice_settings_get_smtp_password (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SMTP_PASSWORD);
}

/**
 * interview_notice_settings_get_smtp_password_set:
 *
 * Returns: whether the server has a password
 */
gboolean
interview_notice_settings_get_smtp_password_set (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_SMTP_PASSWORD_SET);
}

/**
 * interview_notice_settings_get_sender_address:
 *
 * Returns: (nullable) (transfer none): whom mail comes from
 */
const char *
interview_notice_settings_get_sender_address (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SENDER_ADDRESS);
}

/**
 * interview_notice_settings_get_sender_name:
 *
 * Returns: (nullable) (transfer none): how the sender is called
 */
const char *
interview_notice_settings_get_sender_name (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SENDER_NAME);
}

/**
 * interview_notice_settings_get_sms_provider:
 *
 * Returns: who sends text messages
 */
InterviewSmsService
interview_notice_settings_get_sms_provider (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_SMS_PROVIDER);
}

/**
 * interview_notice_settings_get_sms_address:
 *
 * Returns: (nullable) (transfer none): its address, if it is not the usual one
 */
const char *
interview_notice_settings_get_sms_address (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SMS_ADDRESS);
}

/**
 * interview_notice_settings_get_sms_account:
 *
 * Returns: (nullable) (transfer none): the account or key
 */
const char *
interview_notice_settings_get_sms_account (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SMS_ACCOUNT);
}

/**
 * interview_notice_settings_get_sms_secret:
 *
 * Returns: (nullable) (transfer none): its secret, on the way to the server alone
 */
const char *
interview_notice_settings_get_sms_secret (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SMS_SECRET);
}

/**
 * interview_notice_settings_get_sms_secret_set:
 *
 * Returns: whether the server has a secret
 */
gboolean
interview_notice_settings_get_sms_secret_set (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_SMS_SECRET_SET);
}

/**
 * interview_notice_settings_get_sms_sender:
 *
 * Returns: (nullable) (transfer none): the number or signature that messages carry
 */
const char *
interview_notice_settings_get_sms_sender (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SMS_SENDER);
}

/**
 * interview_notice_settings_get_sms_templates:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewSmsTemplate): the texts that the
 *   provider has on file
 */
GPtrArray *
interview_notice_settings_get_sms_templates (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_SMS_TEMPLATES);
}

/**
 * interview_notice_settings_get_panel_silent:
 *
 * Returns: whether recruiters get no messages about the interviews that they hold
 */
gboolean
interview_notice_settings_get_panel_silent (InterviewNoticeSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_SETTINGS (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_PANEL_SILENT);
}
