/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/rating-form-table.h"

#include "core/error.h"
#include "core/id.h"
#include "server/store/best-text.h"
#include "server/store/single-row.h"

/*
 * The tables rating_form, rating_form_text, rating_aspect and rating_aspect_text: what a company
 * asks its candidates of each recruiter.
 */

gboolean
interview_rating_form_table_insert (InterviewTransaction *transaction,
                                    const InterviewRowHead *head,
                                    gint64 scale,
                                    gboolean comment,
                                    GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO rating_form (id, company_id, unit_id, external_id, scale, comment,"
                   " created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)");

  interview_sqlite_statement_bind (statement, "ssssini", head->id, head->company_id, head->unit_id,
                                   head->external_id, scale, comment,
                                   interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

gboolean
interview_rating_form_table_insert_text (InterviewTransaction *transaction,
                                         const char *form_id,
                                         const char *language,
                                         const char *title,
                                         GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO rating_form_text (form_id, language, title) VALUES ($1, $2, $3)");

  interview_sqlite_statement_bind (statement, "sss", form_id, language, title);
  return interview_sqlite_statement_run (statement, error);
}

gboolean
interview_rating_form_table_insert_aspect (InterviewTransaction *transaction,
                                           const char *form_id,
                                           const char *aspect_id,
                                           int place,
                                           GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO rating_aspect (id, form_id, place) VALUES ($1, $2, $3)");

  interview_sqlite_statement_bind (statement, "ssn", aspect_id, form_id, place);
  return interview_sqlite_statement_run (statement, error);
}

gboolean
interview_rating_form_table_insert_aspect_text (InterviewTransaction *transaction,
                                                const char *aspect_id,
                                                const char *language,
                                                const char *label,
                                                GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "INSERT INTO rating_aspect_text (aspect_id, language, label) VALUES ($1, $2, $3)");

  interview_sqlite_statement_bind (statement, "sss", aspect_id, language, label);
  return interview_sqlite_statement_run (statement, error);
}

static GPtrArray *
list_aspects (InterviewTransaction *transaction,
              const char *company_id,
              const char *language,
              GError **error)
{
  g_autoptr (GPtrArray) aspects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "SELECT a.id, t.label FROM rating_form f JOIN rating_aspect a ON a.form_id = f.id"
      " JOIN rating_aspect_text t ON t.aspect_id = a.id AND t.language = " INTERVIEW_BEST_TEXT (
          "rating_aspect_text", "aspect_id",
          "a.id") " WHERE f.company_id = $1 AND a.asked = 1 ORDER BY a.place");

  interview_sqlite_statement_bind (statement, "ss", company_id, language);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (aspects,
                     g_object_new (INTERVIEW_TYPE_RATING_ASPECT, "id",
                                   interview_sqlite_statement_get_text (statement, 0), "label",
                                   interview_sqlite_statement_get_text (statement, 1), NULL));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&aspects) : NULL;
}

/**
 * interview_rating_form_table_get:
 * @company_id: the company
 * @language: the reader's language tag, or an empty text
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND if the company asks nothing
 *
 * Returns: (transfer full): title, scale, comment and aspects; room, recruiters and token are the
 *   caller's to add before anybody else sees it; or %NULL
 */
InterviewRatingForm *
interview_rating_form_table_get (InterviewTransaction *transaction,
                                 const char *company_id,
                                 const char *language,
                                 GError **error)
{
  g_autoptr (GPtrArray) aspects = list_aspects (transaction, company_id, language, error);
  g_autoptr (InterviewRatingForm) form = NULL;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "SELECT f.scale, f.comment, t.title FROM rating_form f"
      " JOIN rating_form_text t ON t.form_id = f.id AND t.language = " INTERVIEW_BEST_TEXT (
          "rating_form_text", "form_id", "f.id") " WHERE f.company_id = $1");

  if (aspects == NULL)
    return NULL;
  interview_sqlite_statement_bind (statement, "ss", company_id, language);
  if (interview_sqlite_statement_next (statement))
    form =
        g_object_new (INTERVIEW_TYPE_RATING_FORM, "scale",
                      interview_sqlite_statement_get_integer (statement, 0), "comment",
                      interview_sqlite_statement_get_integer (statement, 1) != 0, "title",
                      interview_sqlite_statement_get_text (statement, 2), "aspects", aspects, NULL);
  return interview_single_row_finish (statement, form != NULL,
                                      "the company does not ask for ratings", error)
             ? g_steal_pointer (&form)
             : NULL;
}

/**
 * interview_rating_form_table_find_terms:
 * @company_id: the company
 * @scale: (inout): the best mark; untouched if the company asks nothing
 * @minimum: (inout): how many ratings come together before anybody outside of HR learns of them;
 *   untouched if the company asks nothing
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_rating_form_table_find_terms (InterviewTransaction *transaction,
                                        const char *company_id,
                                        gint64 *scale,
                                        gint64 *minimum,
                                        GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT scale, minimum FROM rating_form WHERE company_id = $1");

  interview_sqlite_statement_bind (statement, "s", company_id);
  if (interview_sqlite_statement_next (statement))
    {
      *scale = interview_sqlite_statement_get_integer (statement, 0);
      *minimum = interview_sqlite_statement_get_integer (statement, 1);
    }
  return interview_sqlite_statement_finish (statement, error);
}

/**
 * interview_rating_form_table_has_aspect:
 * @company_id: the company
 * @aspect_id: an identifier from outside
 * @there: (out): whether it is, or was, an aspect of the company's form
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_rating_form_table_has_aspect (InterviewTransaction *transaction,
                                        const char *company_id,
                                        const char *aspect_id,
                                        gboolean *there,
                                        GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT 1 FROM rating_aspect a JOIN rating_form f ON f.id = a.form_id"
                   " WHERE f.company_id = $1 AND a.id = $2");

  interview_sqlite_statement_bind (statement, "ss", company_id, aspect_id);
  *there = interview_sqlite_statement_next (statement);
  return interview_sqlite_statement_finish (statement, error);
}

static GPtrArray *
list_texts (InterviewTransaction *transaction, const char *sql, const char *id, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (transaction, sql);

  interview_sqlite_statement_bind (statement, "s", id);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (texts,
                     g_object_new (INTERVIEW_TYPE_TRANSLATION, "language",
                                   interview_sqlite_statement_get_text (statement, 0), "text",
                                   interview_sqlite_statement_get_text (statement, 1), NULL));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&texts) : NULL;
}

static GPtrArray *
list_draft_aspects (InterviewTransaction *transaction, const char *form_id, GError **error)
{
  g_autoptr (GPtrArray) aspects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT id FROM rating_aspect WHERE form_id = $1 AND asked = 1 ORDER BY place");

  interview_sqlite_statement_bind (statement, "s", form_id);
  while (interview_sqlite_statement_next (statement))
    {
      const char *id = interview_sqlite_statement_get_text (statement, 0);
      g_autoptr (GPtrArray) labels = NULL;

      labels = list_texts (transaction,
                           "SELECT language, label FROM rating_aspect_text WHERE aspect_id = $1"
                           " ORDER BY language",
                           id, error);
      if (labels == NULL)
        return NULL;
      g_ptr_array_add (aspects, g_object_new (INTERVIEW_TYPE_DRAFT_ASPECT, "id", id, "labels",
                                              labels, NULL));
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&aspects) : NULL;
}

static char *
find_form (InterviewTransaction *transaction, const char *company_id, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "SELECT id FROM rating_form WHERE company_id = $1");

  interview_sqlite_statement_bind (statement, "s", company_id);
  if (interview_sqlite_statement_next (statement))
    id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  return interview_single_row_finish (statement, id != NULL, "the company does not ask for ratings",
                                      error)
             ? g_steal_pointer (&id)
             : NULL;
}

/**
 * interview_rating_form_table_get_draft:
 * @company_id: the company
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND if the company asks nothing
 *
 * Returns: (transfer full): the form in every language, or %NULL
 */
InterviewRatingDraft *
interview_rating_form_table_get_draft (InterviewTransaction *transaction,
                                       const char *company_id,
                                       GError **error)
{
  g_autofree char *form_id = find_form (transaction, company_id, error);
  g_autoptr (GPtrArray) titles = NULL;
  g_autoptr (GPtrArray) aspects = NULL;
  g_autoptr (InterviewRatingDraft) draft = NULL;
  g_autoptr (InterviewSqliteStatement) statement = NULL;

  if (form_id == NULL)
    return NULL;
  titles = list_texts (transaction,
                       "SELECT language, title FROM rating_form_text WHERE form_id = $1"
                       " ORDER BY language",
                       form_id, error);
  aspects = titles != NULL ? list_draft_aspects (transaction, form_id, error) : NULL;
  if (aspects == NULL)
    return NULL;
  statement = interview_transaction_query (
      transaction, "SELECT revision, scale, minimum, comment FROM rating_form WHERE id = $1");
  interview_sqlite_statement_bind (statement, "s", form_id);
  if (interview_sqlite_statement_next (statement))
    draft = g_object_new (INTERVIEW_TYPE_RATING_DRAFT, "revision",
                          interview_sqlite_statement_get_integer (statement, 0), "scale",
                          interview_sqlite_statement_get_integer (statement, 1), "minimum",
                          interview_sqlite_statement_get_integer (statement, 2), "comment",
                          interview_sqlite_statement_get_integer (statement, 3) != 0, "titles",
                          titles, "aspects", aspects, NULL);
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&draft) : NULL;
}

static gboolean
run (InterviewTransaction *transaction, const char *sql, const char *id, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (transaction, sql);

  interview_sqlite_statement_bind (statement, "s", id);
  return interview_sqlite_statement_run (statement, error);
}

/* An aspect that the form has or had is asked again, with the labels of now. */
static gboolean
ask_again (InterviewTransaction *transaction,
           const char *form_id,
           const char *aspect_id,
           int place,
           GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "UPDATE rating_aspect SET asked = 1, place = $3"
                                                " WHERE id = $1 AND form_id = $2");

  interview_sqlite_statement_bind (statement, "ssn", aspect_id, form_id, place);
  if (!interview_sqlite_statement_run (statement, error))
    return FALSE;
  if (interview_transaction_get_changes (transaction) != 1)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "an aspect is not in the form: leave its identifier out to add it");
      return FALSE;
    }
  return run (transaction, "DELETE FROM rating_aspect_text WHERE aspect_id = $1", aspect_id, error);
}

static gboolean
replace_aspect (InterviewTransaction *transaction,
                const char *form_id,
                InterviewDraftAspect *aspect,
                int place,
                GError **error)
{
  GPtrArray *labels = interview_draft_aspect_get_labels (aspect);
  const char *known_id = interview_draft_aspect_get_id (aspect);
  g_autofree char *id = known_id != NULL ? g_strdup (known_id) : interview_id_new ();

  if (known_id != NULL
          ? !ask_again (transaction, form_id, id, place, error)
          : !interview_rating_form_table_insert_aspect (transaction, form_id, id, place, error))
    return FALSE;
  for (guint i = 0; i < labels->len; i++)
    {
      InterviewTranslation *label = g_ptr_array_index (labels, i);

      if (!interview_rating_form_table_insert_aspect_text (
              transaction, id, interview_translation_get_language (label),
              interview_translation_get_text (label), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
replace_titles (InterviewTransaction *transaction,
                const char *form_id,
                GPtrArray *titles,
                GError **error)
{
  if (!run (transaction, "DELETE FROM rating_form_text WHERE form_id = $1", form_id, error))
    return FALSE;
  for (guint i = 0; i < titles->len; i++)
    {
      InterviewTranslation *title = g_ptr_array_index (titles, i);

      if (!interview_rating_form_table_insert_text (transaction, form_id,
                                                    interview_translation_get_language (title),
                                                    interview_translation_get_text (title), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * interview_rating_form_table_replace:
 * @company_id: the company
 * @draft: what is asked from now on, and the revision that it is based on; each text has a language
 *   only once
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if the form has changed meanwhile,
 *   %INTERVIEW_ERROR_INVALID for an aspect of another form
 *
 * Replaces the form. Aspects that are asked no more stay for the marks that they got.
 *
 * Returns: whether it was done
 */
gboolean
interview_rating_form_table_replace (InterviewTransaction *transaction,
                                     const char *company_id,
                                     InterviewRatingDraft *draft,
                                     GError **error)
{
  GPtrArray *aspects = interview_rating_draft_get_aspects (draft);
  g_autofree char *form_id = find_form (transaction, company_id, error);
  g_autoptr (InterviewSqliteStatement) statement = NULL;

  if (form_id == NULL)
    return FALSE;
  statement = interview_transaction_query (
      transaction, "UPDATE rating_form SET revision = revision + 1, scale = $3, minimum = $4,"
                   " comment = $5 WHERE id = $1 AND revision = $2");
  interview_sqlite_statement_bind (statement, "siiin", form_id,
                                   interview_rating_draft_get_revision (draft),
                                   interview_rating_draft_get_scale (draft),
                                   interview_rating_draft_get_minimum (draft),
                                   interview_rating_draft_get_comment (draft));
  if (!interview_single_row_update (transaction, statement, error) ||
      !replace_titles (transaction, form_id, interview_rating_draft_get_titles (draft), error) ||
      !run (transaction, "UPDATE rating_aspect SET asked = 0 WHERE form_id = $1", form_id, error))
    return FALSE;
  for (guint i = 0; aspects != NULL && i < aspects->len; i++)
    {
      if (!replace_aspect (transaction, form_id, g_ptr_array_index (aspects, i), (int) i, error))
        return FALSE;
    }
  return TRUE;
}
