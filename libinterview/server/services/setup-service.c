/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/setup-service.h"

#include "core/error.h"
#include "core/id.h"
#include "core/mail-address.h"
#include "server/store/company-table.h"
#include "server/store/delivery-token-table.h"
#include "server/store/disclosure-table.h"
#include "server/store/event-table.h"
#include "server/store/idempotency-table.h"
#include "server/store/identity-table.h"
#include "server/store/membership-table.h"
#include "server/store/person-table.h"
#include "server/store/rating-form-table.h"
#include "server/store/session-table.h"
#include "server/store/unit-table.h"

/* A program that was away for longer loads everything again. */
#define EVENTS_KEPT (G_TIME_SPAN_DAY * 30)

#define SCALE 5

/*
 * A new company, and the housekeeping of the store.
 */

typedef struct
{
  const char *language;
  const char *title;
  const char *aspects[4];
} FormText;

/* What a company asks its candidates until it writes a form of its own. */
static const FormText form_texts[] = {
  { "en",
    "How was your interview?",
    { "Respect and punctuality", "Clear questions", "Knowledge of the position",
      "Answers to your questions" } },
  { "zh-CN", "这次面试怎么样？", { "尊重与守时", "提问清晰", "对岗位的了解", "对您问题的解答" } },
};

static gboolean
create_form (InterviewTransaction *transaction, InterviewRowHead head, GError **error)
{
  g_autofree char *form_id = interview_id_new ();

  head.id = form_id;
  if (!interview_rating_form_table_insert (transaction, &head, SCALE, TRUE, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (form_texts); i++)
    {
      if (!interview_rating_form_table_insert_text (transaction, form_id, form_texts[i].language,
                                                    form_texts[i].title, error))
        return FALSE;
    }
  for (guint place = 0; place < G_N_ELEMENTS (form_texts[0].aspects); place++)
    {
      g_autofree char *aspect_id = interview_id_new ();

      if (!interview_rating_form_table_insert_aspect (transaction, form_id, aspect_id, (int) place,
                                                      error))
        return FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (form_texts); i++)
        {
          if (!interview_rating_form_table_insert_aspect_text (transaction, aspect_id,
                                                               form_texts[i].language,
                                                               form_texts[i].aspects[place], error))
            return FALSE;
        }
    }
  return TRUE;
}

static InterviewPerson *
create_admin (InterviewTransaction *transaction,
              InterviewRowHead head,
              const char *name,
              const char *email,
              const char *secret,
              GError **error)
{
  g_autofree char *person_id = interview_id_new ();
  g_autofree char *membership_id = interview_id_new ();
  g_autofree char *identity_id = interview_id_new ();
  g_autofree char *subject = g_utf8_strdown (email, -1);
  g_autoptr (InterviewPerson) person =
      g_object_new (INTERVIEW_TYPE_PERSON, "id", person_id, "revision", (gint64) 1, "role",
                    INTERVIEW_ROLE_HR_ADMIN, "display-name", name, "email", email, NULL);

  if (!interview_mail_address_is_plausible (email))
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID, "“%s” is not an e-mail address",
                   email);
      return NULL;
    }
  head.id = person_id;
  if (!interview_record_validate (INTERVIEW_RECORD (person), error) ||
      !interview_person_table_insert (transaction, &head, person, NULL, error))
    return NULL;
  head.id = membership_id;
  if (!interview_membership_table_insert (transaction, &head, person_id, INTERVIEW_ROLE_HR_ADMIN,
                                          error) ||
      !interview_identity_table_insert (transaction, identity_id, person_id,
                                        INTERVIEW_PROVIDER_PASSWORD, subject, secret, error))
    return NULL;
  return g_steal_pointer (&person);
}

/**
 * interview_setup_service_is_empty:
 * @empty: (out): whether the store has no company yet
 * @error: return location
 *
 * Returns: whether the store could be read
 */
gboolean
interview_setup_service_is_empty (InterviewTransaction *transaction,
                                  gboolean *empty,
                                  GError **error)
{
  gint64 count = 0;

  if (!interview_company_table_count (transaction, &count, error))
    return FALSE;
  *empty = count == 0;
  return TRUE;
}

/**
 * interview_setup_service_create:
 * @company_name: the new company
 * @language: its own language tag, such as `en`
 * @admin_name: its first HR admin
 * @admin_email: with whose address they sign in
 * @admin_secret: hash of their password, of interview_password_hash()
 * @error: return location; %INTERVIEW_ERROR_INVALID, %INTERVIEW_ERROR_CONFLICT if the address is
 *   taken
 *
 * Returns: (transfer full): the HR admin, or %NULL
 */
InterviewPerson *
interview_setup_service_create (InterviewTransaction *transaction,
                                const char *company_name,
                                const char *language,
                                const char *admin_name,
                                const char *admin_email,
                                const char *admin_secret,
                                GError **error)
{
  g_autofree char *company_id = interview_id_new ();
  g_autofree char *unit_id = interview_id_new ();
  const InterviewCompanyText text = {
    .language = language,
    .name = company_name,
    .hiring_for = "[]",
    .facts = "[]",
    .links = "[]",
  };
  const InterviewRowHead head = { NULL, company_id, unit_id, NULL };

  if (!interview_company_table_insert (transaction, company_id, NULL, language, TRUE, error) ||
      !interview_company_table_insert_text (transaction, company_id, &text, error) ||
      !interview_unit_table_insert (transaction, unit_id, company_id, NULL, NULL, error) ||
      !interview_unit_table_insert_text (transaction, unit_id, language, company_name, error) ||
      !create_form (transaction, head, error))
    return NULL;
  return create_admin (transaction, head, admin_name, admin_email, admin_secret, error);
}

/**
 * interview_setup_service_clean_up:
 * @error: return location
 *
 * Forgets what has expired: sessions, kept answers, delivery tokens, what was given for interviews
 * that are over, and old events. The server does it now and then.
 *
 * Returns: whether it was done
 */
gboolean
interview_setup_service_clean_up (InterviewTransaction *transaction, GError **error)
{
  gint64 now = interview_transaction_get_now (transaction);

  return interview_session_table_clean_up (transaction, error) &&
         interview_idempotency_table_clean_up (transaction, error) &&
         interview_delivery_token_table_clean_up (transaction, error) &&
         interview_disclosure_table_clean_up (transaction, error) &&
         interview_event_table_clean_up (transaction, now - EVENTS_KEPT, error);
}
