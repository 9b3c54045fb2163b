/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/error.h"
#include "server/handlers/handlers.h"
#include "server/services/reply-page.h"
#include "server/services/reply-service.h"

static guint
get_status (const GError *failure)
{
  if (failure == NULL)
    return 200;
  switch (failure->code)
    {
    case INTERVIEW_ERROR_NOT_FOUND:
      return 404;
    case INTERVIEW_ERROR_CONFLICT:
    case INTERVIEW_ERROR_ROOM_CLOSED:
      return 409;
    default:
      return 400;
    }
}

/* What a person in a browser can do something about is a page; the rest is for the router. */
static gboolean
is_for_people (const GError *failure)
{
  return g_error_matches (failure, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND) ||
         g_error_matches (failure, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT) ||
         g_error_matches (failure, INTERVIEW_ERROR, INTERVIEW_ERROR_ROOM_CLOSED) ||
         g_error_matches (failure, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
}

static gboolean
show_page (InterviewExchange *exchange,
           InterviewTransaction *transaction,
           InterviewAnswerForm *form,
           const GError *failure,
           GError **error)
{
  const char *code = interview_exchange_get_argument (exchange, 0);
  const char *language = interview_exchange_get_language (exchange);
  g_auto (InterviewReplyCase) found = { NULL };
  g_autoptr (GError) missing = NULL;
  gboolean there = interview_reply_service_find (transaction, code, language, &found, &missing);
  g_autofree char *page = NULL;

  if (!there && !is_for_people (missing))
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  page = interview_reply_page_make (there ? &found : NULL, code, language,
                                    failure != NULL ? form : NULL, failure);
  interview_answer_set_text (interview_exchange_get_answer (exchange),
                             get_status (there ? failure : missing), page);
  return TRUE;
}

gboolean
interview_handle_invitation_page (InterviewExchange *exchange,
                                  InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  GError **error)
{
  return show_page (exchange, transaction, NULL, NULL, error);
}

gboolean
interview_handle_invitation_answer (InterviewExchange *exchange,
                                    InterviewTransaction *transaction,
                                    InterviewActor *actor,
                                    GError **error)
{
  InterviewAnswerForm *form = interview_exchange_get_body (exchange);
  g_autoptr (GError) failure = NULL;

  if (!interview_reply_service_answer (transaction, interview_exchange_get_argument (exchange, 0),
                                       form, &failure) &&
      !is_for_people (failure))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return show_page (exchange, transaction, form, failure, error);
}

gboolean
interview_handle_room_reply (InterviewExchange *exchange,
                             InterviewTransaction *transaction,
                             InterviewActor *actor,
                             GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_reply_service_reply (transaction, actor,
                                     interview_exchange_get_argument (exchange, 0),
                                     interview_exchange_get_body (exchange), error));
}
