/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/sms-template.h"

G_BEGIN_DECLS

/**
 * InterviewSmtpSecurity:
 * @INTERVIEW_SMTP_SECURITY_STARTTLS: STARTTLS before anything is said; usually port 587
 * @INTERVIEW_SMTP_SECURITY_TLS: TLS from the first byte; usually port 465
 *
 * How a connection to a mail server is protected.
 */
typedef enum
{
  INTERVIEW_SMTP_SECURITY_STARTTLS,
  INTERVIEW_SMTP_SECURITY_TLS,
} InterviewSmtpSecurity;

#define INTERVIEW_TYPE_SMTP_SECURITY (interview_smtp_security_get_type ())
GType interview_smtp_security_get_type (void);

/**
 * InterviewSmsService:
 * @INTERVIEW_SMS_SERVICE_NONE: nobody
 * @INTERVIEW_SMS_SERVICE_TWILIO: Twilio
 * @INTERVIEW_SMS_SERVICE_ALIYUN: Aliyun (Alibaba Cloud)
 *
 * Who sends text messages for the company.
 */
typedef enum
{
  INTERVIEW_SMS_SERVICE_NONE,
  INTERVIEW_SMS_SERVICE_TWILIO,
  INTERVIEW_SMS_SERVICE_ALIYUN,
} InterviewSmsService;

#define INTERVIEW_TYPE_SMS_SERVICE (interview_sms_service_get_type ())
GType interview_sms_service_get_type (void);

#define INTERVIEW_TYPE_NOTICE_SETTINGS (interview_notice_settings_get_type ())
G_DECLARE_FINAL_TYPE (InterviewNoticeSettings,
                      interview_notice_settings,
                      INTERVIEW,
                      NOTICE_SETTINGS,
                      InterviewRecord)

gint64 interview_notice_settings_get_revision (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_contact_address (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_contact_phone (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_contact_email (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_contact_website (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_time_zone (InterviewNoticeSettings *self);
gint64 interview_notice_settings_get_reminder_minutes (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_smtp_host (InterviewNoticeSettings *self);
gint64 interview_notice_settings_get_smtp_port (InterviewNoticeSettings *self);
InterviewSmtpSecurity interview_notice_settings_get_smtp_security (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_smtp_user (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_smtp_password (InterviewNoticeSettings *self);
gboolean interview_notice_settings_get_smtp_password_set (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_sender_address (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_sender_name (InterviewNoticeSettings *self);
InterviewSmsService interview_notice_settings_get_sms_provider (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_sms_address (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_sms_account (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_sms_secret (InterviewNoticeSettings *self);
gboolean interview_notice_settings_get_sms_secret_set (InterviewNoticeSettings *self);
const char *interview_notice_settings_get_sms_sender (InterviewNoticeSettings *self);
GPtrArray *interview_notice_settings_get_sms_templates (InterviewNoticeSettings *self);
gboolean interview_notice_settings_get_panel_silent (InterviewNoticeSettings *self);

G_END_DECLS
