/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/consent-service.h"

#include "core/error.h"
#include "server/services/consent-default.h"
#include "server/services/language.h"
#include "server/services/page-cursor.h"
#include "server/store/audit-table.h"
#include "server/store/consent-table.h"
#include "server/store/consent-text-table.h"

/*
 * What people read before they decide whether they may be recorded, and the ledger of what they
 * decided. A company begins with a text that the server brings along.
 */

static gboolean
insert_texts (InterviewTransaction *transaction,
              const char *company_id,
              GPtrArray *texts,
              const char *created_by,
              GError **error)
{
  for (guint i = 0; i < texts->len; i++)
    {
      if (!interview_consent_text_table_insert (transaction, company_id, texts->pdata[i],
                                                created_by, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
ensure_version (InterviewTransaction *transaction,
                const char *company_id,
                gint64 *version,
                GError **error)
{
  g_autoptr (GPtrArray) texts = NULL;

  if (!interview_consent_text_table_get_version (transaction, company_id, version, error))
    return FALSE;
  if (*version > 0)
    return TRUE;

  *version = 1;
  texts = interview_consent_default_make (*version);
  return insert_texts (transaction, company_id, texts, NULL, error);
}

/**
 * interview_consent_service_get_text:
 * @actor: who wants to read it
 * @error: return location
 *
 * Returns: (transfer full): the company's newest text, in the reader's language; or %NULL
 */
InterviewConsentText *
interview_consent_service_get_text (InterviewTransaction *transaction,
                                    InterviewActor *actor,
                                    GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  const char *language = interview_actor_get_language (actor);
  gint64 version;

  if (!ensure_version (transaction, company_id, &version, error))
    return NULL;
  return interview_consent_text_table_get (transaction, company_id, version,
                                           language != NULL ? language : "", error);
}

/**
 * interview_consent_service_check_text:
 * @company_id: the company
 * @version: a version that somebody says they have read, which the company has
 * @language: in which language
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if there is no such text
 *
 * Returns: whether they can have read it
 */
gboolean
interview_consent_service_check_text (InterviewTransaction *transaction,
                                      const char *company_id,
                                      gint64 version,
                                      const char *language,
                                      GError **error)
{
  g_autoptr (InterviewConsentText) text =
      interview_consent_text_table_get (transaction, company_id, version, language, error);

  if (text == NULL)
    return FALSE;
  if (g_strcmp0 (interview_consent_text_get_language (text), language) == 0)
    return TRUE;
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT,
                       "the consent text is another one now: read it again");
  return FALSE;
}

/**
 * interview_consent_service_get_edition:
 * @actor: an HR admin
 * @error: return location
 *
 * Returns: (transfer full): the newest version in all its languages, or %NULL
 */
InterviewConsentEdition *
interview_consent_service_get_edition (InterviewTransaction *transaction,
                                       InterviewActor *actor,
                                       GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  g_autoptr (GPtrArray) texts = NULL;
  gint64 version;

  if (!ensure_version (transaction, company_id, &version, error))
    return NULL;
  texts = interview_consent_text_table_list (transaction, company_id, version, error);
  if (texts == NULL)
    return NULL;
  return g_object_new (INTERVIEW_TYPE_CONSENT_EDITION, "version", version, "texts", texts, NULL);
}

/* The same texts as the next version, each in a language that readers can ask for. */
static GPtrArray *
renumber (GPtrArray *texts, gint64 version, GError **error)
{
  g_autoptr (GPtrArray) renumbered = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) languages = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < texts->len; i++)
    {
      InterviewConsentText *text = g_ptr_array_index (texts, i);
      const char *language = interview_consent_text_get_language (text);
      g_autofree char *known = interview_language_choose (language);

      if (g_strcmp0 (known, language) != 0 || !g_hash_table_add (languages, (char *) language))
        {
          g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                               "a language is not known, or is there twice");
          return NULL;
        }
      g_ptr_array_add (renumbered, g_object_new (INTERVIEW_TYPE_CONSENT_TEXT, "version", version,
                                                 "language", language, "text",
                                                 interview_consent_text_get_text (text), NULL));
    }
  return g_steal_pointer (&renumbered);
}

/**
 * interview_consent_service_change:
 * @actor: the HR admin who writes it
 * @edition: the new texts, and the version that they are based on
 * @error: return location; %INTERVIEW_ERROR_CONFLICT, %INTERVIEW_ERROR_INVALID
 *
 * Makes a new version. What people have read stays as it was.
 *
 * Returns: (transfer full): the new version, or %NULL
 */
InterviewConsentEdition *
interview_consent_service_change (InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  InterviewConsentEdition *edition,
                                  GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  const char *person_id = interview_actor_get_person_id (actor);
  g_autoptr (GPtrArray) texts = NULL;
  g_autofree char *former = NULL, *latter = NULL;
  InterviewNewAuditEntry entry = { .company_id = company_id,
                                   .kind = INTERVIEW_AUDIT_KIND_CONSENT_TEXT_CHANGED,
                                   .actor_id = person_id };
  gint64 version;

  if (!ensure_version (transaction, company_id, &version, error))
    return NULL;
  if (interview_consent_edition_get_version (edition) != version)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT,
                           "somebody else changed this meanwhile: load it again");
      return NULL;
    }
  texts = renumber (interview_consent_edition_get_texts (edition), version + 1, error);
  if (texts == NULL || !insert_texts (transaction, company_id, texts, person_id, error))
    return NULL;
  entry.former = former = g_strdup_printf ("%" G_GINT64_FORMAT, version);
  entry.latter = latter = g_strdup_printf ("%" G_GINT64_FORMAT, version + 1);
  if (!interview_audit_table_insert (transaction, &entry, error))
    return NULL;
  return interview_consent_service_get_edition (transaction, actor, error);
}

/**
 * interview_consent_service_list:
 * @actor: an HR admin
 * @cursor: (nullable): from the page before
 * @limit: how many at most, 0 for no wish
 * @next_cursor: (out) (transfer full) (nullable): for the next page, %NULL at the end
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full) (element-type InterviewConsent): the company's ledger, newest line
 *   first; or %NULL
 */
GPtrArray *
interview_consent_service_list (InterviewTransaction *transaction,
                                InterviewActor *actor,
                                const char *cursor,
                                guint limit,
                                char **next_cursor,
                                GError **error)
{
  g_autofree char *after_key = NULL, *after_id = NULL;
  g_autoptr (GPtrArray) consents = NULL;
  gint64 before = G_MAXINT64, last = 0;

  *next_cursor = NULL;
  limit = interview_page_cursor_limit (limit);
  if (!interview_page_cursor_parse (cursor, &after_key, &after_id, error))
    return NULL;
  if (*after_key != '\0')
    before = g_ascii_strtoll (after_key, NULL, 10);
  consents = interview_consent_table_list (transaction, interview_actor_get_company_id (actor),
                                           before, limit, &last, error);
  if (consents != NULL && consents->len == limit)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, last);

      *next_cursor = interview_page_cursor_make (key, interview_actor_get_company_id (actor));
    }
  return g_steal_pointer (&consents);
}
