/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/handlers.h"
#include "server/services/room-service.h"

gboolean
interview_handle_rooms (InterviewExchange *exchange,
                        InterviewTransaction *transaction,
                        InterviewActor *actor,
                        GError **error)
{
  g_autofree char *next_cursor = NULL;
  GPtrArray *rooms;
  gint64 from, to;

  interview_exchange_get_period (exchange, &from, &to);
  rooms =
      interview_room_service_list (transaction, actor, from, to,
                                   interview_exchange_get_cursor (exchange),
                                   interview_exchange_get_limit (exchange), &next_cursor, error);
  return interview_answer_take_list (interview_exchange_get_answer (exchange), rooms, next_cursor);
}

gboolean
interview_handle_room_create (InterviewExchange *exchange,
                              InterviewTransaction *transaction,
                              InterviewActor *actor,
                              GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 201,
      interview_room_service_create (transaction, actor, interview_exchange_get_body (exchange),
                                     interview_exchange_get_endpoint (exchange), error));
}

gboolean
interview_handle_room (InterviewExchange *exchange,
                       InterviewTransaction *transaction,
                       InterviewActor *actor,
                       GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_room_service_get (transaction, actor, interview_exchange_get_argument (exchange, 0),
                                  error));
}

gboolean
interview_handle_room_switch (InterviewExchange *exchange,
                              InterviewTransaction *transaction,
                              InterviewActor *actor,
                              GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_room_service_switch (transaction, actor,
                                     interview_exchange_get_argument (exchange, 0),
                                     interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_room_end (InterviewExchange *exchange,
                           InterviewTransaction *transaction,
                           InterviewActor *actor,
                           GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_room_service_end (transaction, actor, interview_exchange_get_argument (exchange, 0),
                                  error));
}
