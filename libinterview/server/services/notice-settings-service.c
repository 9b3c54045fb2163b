/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/notice-settings-service.h"

#include <string.h>

#include <gio/gio.h>

#include "core/error.h"
#include "core/time-zone.h"
#include "server/services/recipient.h"
#include "server/store/notice-settings-table.h"

/*
 * How a company's messages leave. This is the one place where that is set: there is nothing about
 * it in the server's configuration file but the certificates that it trusts. Passwords come in and
 * never go out again.
 */

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_SENDING_INCOMPLETE, message);
  return FALSE;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
is_host (const char *host)
{
  g_autofree char *ascii = NULL;

  if (g_hostname_is_ip_address (host))
    return TRUE;
  ascii = g_hostname_to_ascii (host);
  if (ascii == NULL || *ascii == '-' || *ascii == '.')
    return FALSE;
  for (const char *at = ascii; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at) && *at != '-' && *at != '.')
        return FALSE;
    }
  return TRUE;
}

/* A password must not be sent in the clear, nor an address be a way to other protocols. */
static gboolean
is_web_address (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_str_equal (g_uri_get_scheme (uri), "https") &&
         !is_empty (g_uri_get_host (uri)) && g_uri_get_userinfo (uri) == NULL &&
         g_uri_get_query (uri) == NULL && g_uri_get_fragment (uri) == NULL;
}

static gboolean
check_mail (InterviewNoticeSettings *settings, GError **error)
{
  g_autofree char *sender =
      interview_recipient_read_mail (interview_notice_settings_get_sender_address (settings));
  const char *host = interview_notice_settings_get_smtp_host (settings);

  if (is_empty (host))
    return TRUE;
  if (!is_host (host))
    return refuse (error, "the mail server is a name or an address, as mail.example.com");
  if (sender == NULL)
    return refuse (error, "the sender is an e-mail address, as jobs@example.com");
  return TRUE;
}

static gboolean
check_sms (InterviewNoticeSettings *settings, GError **error)
{
  GPtrArray *templates = interview_notice_settings_get_sms_templates (settings);
  guint seen = 0;

  if (!is_empty (interview_notice_settings_get_sms_address (settings)) &&
      !is_web_address (interview_notice_settings_get_sms_address (settings)))
    return refuse (error, "the provider's address begins with https://");
  for (guint i = 0; templates != NULL && i < templates->len; i++)
    {
      guint bit = 1u << interview_sms_template_get_kind (g_ptr_array_index (templates, i));

      if ((seen & bit) != 0)
        return refuse (error, "there can be one text on file for each kind of message");
      seen |= bit;
    }
  if (interview_notice_settings_get_sms_provider (settings) == INTERVIEW_SMS_SERVICE_NONE)
    return TRUE;
  if (is_empty (interview_notice_settings_get_sms_account (settings)) ||
      is_empty (interview_notice_settings_get_sms_sender (settings)))
    return refuse (error, "text messages need the provider's account and a sender");
  return TRUE;
}

/**
 * interview_notice_settings_service_check:
 * @settings: from outside
 * @error: return location; %INTERVIEW_ERROR_SENDING_INCOMPLETE with what is to be entered
 *
 * A pure function.
 *
 * Returns: whether messages can leave with them
 */
gboolean
interview_notice_settings_service_check (InterviewNoticeSettings *settings, GError **error)
{
  const char *zone_name = interview_notice_settings_get_time_zone (settings);
  const char *email = interview_notice_settings_get_contact_email (settings);
  g_autoptr (GTimeZone) zone = NULL;

  if (!is_empty (zone_name))
    {
      zone = interview_time_zone_load (zone_name);
      if (zone == NULL)
        return refuse (error, "the time zone is a name as Asia/Shanghai");
    }
  if (!is_empty (email))
    {
      g_autofree char *read = interview_recipient_read_mail (email);

      if (read == NULL)
        return refuse (error, "the contact is an e-mail address, as jobs@example.com");
    }
  return check_mail (settings, error) && check_sms (settings, error);
}

/**
 * interview_notice_settings_service_get:
 * @actor: who asks
 * @error: return location
 *
 * Returns: (transfer full): the settings of their company without passwords, or %NULL
 */
InterviewNoticeSettings *
interview_notice_settings_service_get (InterviewTransaction *transaction,
                                       InterviewActor *actor,
                                       GError **error)
{
  return interview_notice_settings_table_get (transaction, interview_actor_get_company_id (actor),
                                              FALSE, error);
}

static gboolean
same (const char *a, const char *b)
{
  return g_strcmp0 (is_empty (a) ? NULL : a, is_empty (b) ? NULL : b) == 0;
}

/* Who gets to see the password must not become somebody else by a change of the address alone. */
static gboolean
same_mail_account (InterviewNoticeSettings *a, InterviewNoticeSettings *b)
{
  return same (interview_notice_settings_get_smtp_host (a),
               interview_notice_settings_get_smtp_host (b)) &&
         same (interview_notice_settings_get_smtp_user (a),
               interview_notice_settings_get_smtp_user (b)) &&
         interview_notice_settings_get_smtp_port (a) == interview_notice_settings_get_smtp_port (b);
}

static gboolean
same_sms_account (InterviewNoticeSettings *a, InterviewNoticeSettings *b)
{
  return interview_notice_settings_get_sms_provider (a) ==
             interview_notice_settings_get_sms_provider (b) &&
         same (interview_notice_settings_get_sms_address (a),
               interview_notice_settings_get_sms_address (b)) &&
         same (interview_notice_settings_get_sms_account (a),
               interview_notice_settings_get_sms_account (b));
}

static gboolean
keep_secret (InterviewNoticeSettings *settings,
             const char *property,
             const char *entered,
             const char *stored,
             gboolean same_account,
             GError **error)
{
  if (!is_empty (entered))
    return TRUE;
  if (stored != NULL && !same_account)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_SECRET_NEEDED,
                           "enter the password again: it is kept for the former account alone");
      return FALSE;
    }
  g_object_set (settings, property, stored, NULL);
  return TRUE;
}

/* An empty entry is none. */
static void
drop_empty (InterviewNoticeSettings *settings)
{
  static const char *const properties[] = {
    "contact-address", "contact-phone", "contact-email", "contact-website",
    "time-zone",       "smtp-host",     "smtp-user",     "sender-name",
    "sender-address",  "sms-address",   "sms-account",   "sms-sender",
  };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *text = NULL;

      g_object_get (settings, properties[i], &text, NULL);
      if (text == NULL)
        continue;
      g_strstrip (text);
      g_object_set (settings, properties[i], *text != '\0' ? text : NULL, NULL);
    }
}

/**
 * interview_notice_settings_service_replace:
 * @actor: who sets them
 * @settings: all of them, and the revision that they are based on; a password that is not there is
 *   kept as long as it is for the same account
 * @error: return location; %INTERVIEW_ERROR_SENDING_INCOMPLETE, %INTERVIEW_ERROR_SECRET_NEEDED,
 *   %INTERVIEW_ERROR_CONFLICT
 *
 * Returns: (transfer full): the settings as they are then, without passwords, or %NULL
 */
InterviewNoticeSettings *
interview_notice_settings_service_replace (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           InterviewNoticeSettings *settings,
                                           GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  g_autoptr (InterviewNoticeSettings) former = NULL;
  g_autoptr (InterviewNoticeSettings) next = NULL;
  g_autoptr (JsonNode) copy = interview_record_to_json (INTERVIEW_RECORD (settings));

  /* The unit of work may run again: what was sent stays as it is. */
  next = interview_record_from_json (INTERVIEW_TYPE_NOTICE_SETTINGS, copy, error);
  if (next == NULL)
    return NULL;
  drop_empty (next);
  former = interview_notice_settings_table_get (transaction, company_id, TRUE, error);
  if (former == NULL || !interview_notice_settings_service_check (next, error))
    return NULL;
  if (interview_notice_settings_get_smtp_user (next) == NULL)
    g_object_set (next, "smtp-password", NULL, NULL);
  else if (!keep_secret (next, "smtp-password", interview_notice_settings_get_smtp_password (next),
                         interview_notice_settings_get_smtp_password (former),
                         same_mail_account (next, former), error))
    return NULL;
  if (interview_notice_settings_get_sms_provider (next) == INTERVIEW_SMS_SERVICE_NONE)
    g_object_set (next, "sms-secret", NULL, NULL);
  else if (!keep_secret (next, "sms-secret", interview_notice_settings_get_sms_secret (next),
                         interview_notice_settings_get_sms_secret (former),
                         same_sms_account (next, former), error))
    return NULL;
  if (!interview_notice_settings_table_replace (transaction, company_id, next, error))
    return NULL;
  return interview_notice_settings_service_get (transaction, actor, error);
}
