/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/chat-request.h"
#include "server/handlers/handlers.h"
#include "server/services/chat-service.h"

static InterviewChatScope
get_scope (InterviewExchange *exchange)
{
  switch (interview_exchange_get_route (exchange))
    {
    case INTERVIEW_ROUTE_PANEL_CHAT:
    case INTERVIEW_ROUTE_PANEL_CHAT_SEND:
      return INTERVIEW_CHAT_SCOPE_PANEL;
    case INTERVIEW_ROUTE_HELP_CHAT:
    case INTERVIEW_ROUTE_HELP_CHAT_SEND:
      return INTERVIEW_CHAT_SCOPE_HELP;
    default:
      return INTERVIEW_CHAT_SCOPE_ROOM;
    }
}

gboolean
interview_handle_chat (InterviewExchange *exchange,
                       InterviewTransaction *transaction,
                       InterviewActor *actor,
                       GError **error)
{
  g_autofree char *next_cursor = NULL;
  GPtrArray *messages;
  gint64 from, to;

  interview_exchange_get_period (exchange, &from, &to);
  messages =
      interview_chat_service_list (transaction, interview_exchange_get_argument (exchange, 0),
                                   get_scope (exchange), from,
                                   interview_exchange_get_cursor (exchange),
                                   interview_exchange_get_limit (exchange), &next_cursor, error);
  return interview_answer_take_list (interview_exchange_get_answer (exchange), messages,
                                     next_cursor);
}

gboolean
interview_handle_chat_send (InterviewExchange *exchange,
                            InterviewTransaction *transaction,
                            InterviewActor *actor,
                            GError **error)
{
  gboolean created = FALSE;
  InterviewChatMessage *message = interview_chat_service_send (
      transaction, actor, interview_exchange_get_argument (exchange, 0), get_scope (exchange),
      interview_exchange_get_argument (exchange, 1),
      interview_chat_request_get_text (interview_exchange_get_body (exchange)), &created, error);

  return interview_answer_take_record (interview_exchange_get_answer (exchange),
                                       created ? 201 : 200, message);
}
