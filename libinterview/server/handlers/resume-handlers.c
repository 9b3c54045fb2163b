/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/handlers.h"
#include "server/services/resume-service.h"

gboolean
interview_handle_resume (InterviewExchange *exchange,
                         InterviewTransaction *transaction,
                         InterviewActor *actor,
                         GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_resume_service_get (transaction, actor,
                                    interview_exchange_get_argument (exchange, 0), error));
}
