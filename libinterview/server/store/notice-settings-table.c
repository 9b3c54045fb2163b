/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/notice-settings-table.h"

#include "server/store/single-row.h"

/* What a company has that has set nothing: the port of mail submission (RFC 6409) and a day. */
#define SUBMISSION_PORT 587
#define REMINDER_MINUTES (24 * 60)

/*
 * The table notice_settings.
 */

static gboolean
read_secret (InterviewTransaction *transaction,
             InterviewNoticeSettings *settings,
             GBytes *sealed,
             const char *property,
             GError **error)
{
  g_autofree char *secret = NULL;

  if (sealed == NULL)
    return TRUE;
  secret = interview_sealer_unseal (interview_transaction_get_sealer (transaction), sealed, error);
  if (secret == NULL)
    return FALSE;
  g_object_set (settings, property, secret, NULL);
  return TRUE;
}

static InterviewNoticeSettings *
make_preset (void)
{
  return g_object_new (INTERVIEW_TYPE_NOTICE_SETTINGS, "smtp-port", (gint64) SUBMISSION_PORT,
                       "reminder-minutes", (gint64) REMINDER_MINUTES, NULL);
}

/**
 * interview_notice_settings_table_get:
 * @company_id: the company
 * @with_secrets: whether the passwords are needed: to send, never for a reader
 * @error: return location; %INTERVIEW_ERROR_STORE_CORRUPT if the passwords cannot be unsealed
 *
 * Returns: (transfer full): the settings, with revision 0 if none were made, or %NULL
 */
InterviewNoticeSettings *
interview_notice_settings_table_get (InterviewTransaction *transaction,
                                     const char *company_id,
                                     gboolean with_secrets,
                                     GError **error)
{
  g_autoptr (InterviewNoticeSettings) settings = NULL;
  g_autoptr (GBytes) password = NULL, secret = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT document, revision, smtp_password, sms_secret"
                                   " FROM notice_settings WHERE company_id = $1");

  interview_sqlite_statement_bind (statement, "s", company_id);
  if (interview_sqlite_statement_next (statement))
    {
      settings = interview_record_from_text (INTERVIEW_TYPE_NOTICE_SETTINGS,
                                             interview_sqlite_statement_get_text (statement, 0), -1,
                                             &failure);
      if (!interview_sqlite_statement_is_null (statement, 2))
        password = interview_sqlite_statement_get_bytes (statement, 2);
      if (!interview_sqlite_statement_is_null (statement, 3))
        secret = interview_sqlite_statement_get_bytes (statement, 3);
      if (settings != NULL)
        g_object_set (settings, "revision", interview_sqlite_statement_get_integer (statement, 1),
                      "smtp-password-set", password != NULL, "sms-secret-set", secret != NULL,
                      NULL);
    }
  if (!interview_sqlite_statement_finish (statement, error))
    return NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (settings == NULL)
    return make_preset ();
  if (with_secrets && (!read_secret (transaction, settings, password, "smtp-password", error) ||
                       !read_secret (transaction, settings, secret, "sms-secret", error)))
    return NULL;
  return g_steal_pointer (&settings);
}

static GBytes *
seal (InterviewTransaction *transaction, const char *secret)
{
  if (secret == NULL)
    return NULL;
  return interview_sealer_seal (interview_transaction_get_sealer (transaction), secret);
}

/* The settings without what has columns of its own. */
static char *
make_document (InterviewNoticeSettings *settings)
{
  g_autoptr (JsonNode) node = interview_record_to_json (INTERVIEW_RECORD (settings));
  JsonObject *object = json_node_get_object (node);

  json_object_remove_member (object, "smtp_password");
  json_object_remove_member (object, "sms_secret");
  json_object_remove_member (object, "smtp_password_set");
  json_object_remove_member (object, "sms_secret_set");
  return json_to_string (node, FALSE);
}

/**
 * interview_notice_settings_table_replace:
 * @company_id: the company
 * @settings: all of them with their passwords, and the revision that they are based on
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if they have changed meanwhile
 *
 * Returns: whether it was done
 */
gboolean
interview_notice_settings_table_replace (InterviewTransaction *transaction,
                                         const char *company_id,
                                         InterviewNoticeSettings *settings,
                                         GError **error)
{
  g_autofree char *document = make_document (settings);
  g_autoptr (GBytes) password =
      seal (transaction, interview_notice_settings_get_smtp_password (settings));
  g_autoptr (GBytes) secret =
      seal (transaction, interview_notice_settings_get_sms_secret (settings));
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO notice_settings (company_id, document, smtp_password, sms_secret)"
                   " VALUES ($1, $2, $3, $4) ON CONFLICT (company_id) DO UPDATE"
                   " SET document = $2, smtp_password = $3, sms_secret = $4,"
                   " revision = notice_settings.revision + 1"
                   " WHERE notice_settings.revision = $5");

  interview_sqlite_statement_bind (statement, "ssyyi", company_id, document, password, secret,
                                   interview_notice_settings_get_revision (settings));
  return interview_single_row_update (transaction, statement, error);
}
