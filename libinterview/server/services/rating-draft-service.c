/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/rating-draft-service.h"

#include <string.h>

#include "core/error.h"
#include "server/services/audit-service.h"
#include "server/services/staffing-update.h"
#include "server/store/rating-form-table.h"

/*
 * The form for ratings as HR writes it. What was said with an earlier one stays as it was.
 */

static gboolean
check_texts (GPtrArray *texts, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < texts->len; i++)
    {
      const char *language = interview_translation_get_language (g_ptr_array_index (texts, i));

      if (strspn (language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") !=
              strlen (language) ||
          !g_hash_table_add (seen, (char *) language))
        {
          g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                               "a text needs the tag of a language, each language once");
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_draft (InterviewRatingDraft *draft, GError **error)
{
  GPtrArray *aspects = interview_rating_draft_get_aspects (draft);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (!check_texts (interview_rating_draft_get_titles (draft), error))
    return FALSE;
  for (guint i = 0; aspects != NULL && i < aspects->len; i++)
    {
      InterviewDraftAspect *aspect = g_ptr_array_index (aspects, i);
      const char *id = interview_draft_aspect_get_id (aspect);

      if (!check_texts (interview_draft_aspect_get_labels (aspect), error))
        return FALSE;
      if (id != NULL && !g_hash_table_add (seen, (char *) id))
        {
          g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                               "an aspect is in the form twice");
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * interview_rating_draft_service_get:
 * @actor: who asks
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND if the company asks nothing
 *
 * Returns: (transfer full): the company's form in every language, or %NULL
 */
InterviewRatingDraft *
interview_rating_draft_service_get (InterviewTransaction *transaction,
                                    InterviewActor *actor,
                                    GError **error)
{
  return interview_rating_form_table_get_draft (transaction, interview_actor_get_company_id (actor),
                                                error);
}

/**
 * interview_rating_draft_service_replace:
 * @actor: who writes the form
 * @draft: what is asked from now on, with the revision that it is based on
 * @error: return location; %INTERVIEW_ERROR_CONFLICT, %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full): the form as it is then, or %NULL
 */
InterviewRatingDraft *
interview_rating_draft_service_replace (InterviewTransaction *transaction,
                                        InterviewActor *actor,
                                        InterviewRatingDraft *draft,
                                        GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  g_autoptr (InterviewRatingDraft) former = NULL;
  g_autoptr (InterviewRatingDraft) latter = NULL;

  if (!check_draft (draft, error))
    return NULL;
  former = interview_rating_form_table_get_draft (transaction, company_id, error);
  if (former == NULL ||
      !interview_rating_form_table_replace (transaction, company_id, draft, error))
    return NULL;
  latter = interview_rating_form_table_get_draft (transaction, company_id, error);
  if (latter == NULL ||
      !interview_audit_service_record_change (transaction, actor, INTERVIEW_AUDIT_KIND_FORM_CHANGED,
                                              INTERVIEW_RECORD (former), INTERVIEW_RECORD (latter),
                                              error) ||
      !interview_staffing_update (transaction, company_id, FALSE, error))
    return NULL;
  return g_steal_pointer (&latter);
}
