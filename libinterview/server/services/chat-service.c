/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/chat-service.h"

#include <string.h>

#include "core/error.h"
#include "core/protocol/limits.h"
#include "server/services/help-service.h"
#include "server/services/page-cursor.h"
#include "server/services/plain-text.h"
#include "server/services/room-readers.h"
#include "server/store/chat-table.h"
#include "server/store/room-table.h"

/* What was written before the end of an interview may arrive so much later. */
#define LATE_TIME G_TIME_SPAN_DAY

/*
 * The chat of a room, and the panel's own beside it. The scope comes from the route, which the
 * access policy has judged; everything below reads and tells that scope alone. What the panel
 * writes is told to the room's recruiters and to nobody else; what is written about help, to the
 * candidate and HR. Help is not one of the interactive features: it cannot be switched off.
 */

static gboolean
refuse (GError **error, InterviewErrorCode code, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, code, message);
  return FALSE;
}

/**
 * interview_chat_service_list:
 * @room_id: the room
 * @scope: what the reader reads
 * @from: only messages of then or later, microseconds since 1970 in UTC
 * @cursor: (nullable): from the page before
 * @limit: how many at most, 0 for no wish
 * @next_cursor: (out) (transfer full) (nullable): for the next page, %NULL at the end
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full) (element-type InterviewChatMessage): the messages, oldest first; none
 *   while the interactive features are off; or %NULL
 */
GPtrArray *
interview_chat_service_list (InterviewTransaction *transaction,
                             const char *room_id,
                             InterviewChatScope scope,
                             gint64 from,
                             const char *cursor,
                             guint limit,
                             char **next_cursor,
                             GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  guint wanted = interview_page_cursor_limit (limit);
  g_autofree char *after_time = NULL, *after_id = NULL;
  g_autoptr (GPtrArray) messages = NULL;

  *next_cursor = NULL;
  if (room == NULL || !interview_page_cursor_parse (cursor, &after_time, &after_id, error))
    return NULL;
  if (!room->interactive && scope != INTERVIEW_CHAT_SCOPE_HELP)
    return g_ptr_array_new_with_free_func (g_object_unref);
  messages = interview_chat_table_list (transaction, room_id, scope, from,
                                        g_ascii_strtoll (after_time, NULL, 10), wanted + 1, error);
  if (messages != NULL && messages->len > wanted)
    {
      g_autofree char *time = NULL;
      InterviewChatMessage *last;

      g_ptr_array_set_size (messages, (int) wanted);
      last = g_ptr_array_index (messages, wanted - 1);
      time = g_strdup_printf ("%" G_GINT64_FORMAT, interview_chat_message_get_sent_at (last));
      *next_cursor = interview_page_cursor_make (time, interview_chat_message_get_id (last));
    }
  return g_steal_pointer (&messages);
}

static gboolean
check_open (InterviewTransaction *transaction,
            const InterviewRoomRow *room,
            InterviewChatScope scope,
            GError **error)
{
  gint64 end = room->starts_at + room->duration_minutes * G_TIME_SPAN_MINUTE;
  gboolean late = interview_transaction_get_now (transaction) > end + LATE_TIME;

  if (scope == INTERVIEW_CHAT_SCOPE_HELP)
    return interview_help_service_check_open (transaction, room, error);
  if (!room->interactive)
    return refuse (error, INTERVIEW_ERROR_FORBIDDEN,
                   "the interactive features are off in this room");
  switch (room->state)
    {
    case INTERVIEW_ROOM_STATE_MISSED:
    case INTERVIEW_ROOM_STATE_CANCELLED:
      return refuse (error, INTERVIEW_ERROR_ROOM_CLOSED, "the interview did not take place");
    case INTERVIEW_ROOM_STATE_ENDED:
      if (late)
        return refuse (error, INTERVIEW_ERROR_ROOM_CLOSED, "the interview is over");
      return TRUE;
    default:
      return TRUE;
    }
}

static gboolean
check_rate (InterviewTransaction *transaction,
            const char *room_id,
            const char *sender_id,
            GError **error)
{
  gint64 since = interview_transaction_get_now (transaction) - G_TIME_SPAN_MINUTE;
  gint64 count = 0;

  if (!interview_chat_table_count_since (transaction, room_id, sender_id, since, &count, error))
    return FALSE;
  return count < INTERVIEW_LIMIT_CHAT_PER_MINUTE ||
         refuse (error, INTERVIEW_ERROR_RATE_LIMITED,
                 "these are more messages than a room takes in a minute");
}

static gboolean
is_same (InterviewChatMessage *message,
         InterviewActor *actor,
         const char *room_id,
         InterviewChatScope scope,
         const char *text)
{
  InterviewParticipant *sender = interview_chat_message_get_sender (message);

  return strcmp (interview_chat_message_get_room_id (message), room_id) == 0 &&
         interview_chat_message_get_scope (message) == scope &&
         strcmp (interview_chat_message_get_text (message), text) == 0 &&
         g_strcmp0 (interview_participant_get_person_id (sender),
                    interview_actor_get_person_id (actor)) == 0;
}

/* Who hears of a message, and as what. */
static const struct
{
  InterviewRoomReaders readers;
  InterviewEventKind kind;
} audiences[INTERVIEW_N_CHAT_SCOPES] = {
  [INTERVIEW_CHAT_SCOPE_ROOM] = { INTERVIEW_ROOM_READERS_CANDIDATE |
                                      INTERVIEW_ROOM_READERS_RECRUITERS,
                                  INTERVIEW_EVENT_KIND_CHAT_MESSAGE },
  [INTERVIEW_CHAT_SCOPE_PANEL] = { INTERVIEW_ROOM_READERS_RECRUITERS,
                                   INTERVIEW_EVENT_KIND_PANEL_MESSAGE },
  [INTERVIEW_CHAT_SCOPE_HELP] = { INTERVIEW_ROOM_READERS_CANDIDATE | INTERVIEW_ROOM_READERS_HR,
                                  INTERVIEW_EVENT_KIND_HELP_MESSAGE },
};

static gboolean
insert (InterviewTransaction *transaction,
        InterviewActor *actor,
        const char *room_id,
        InterviewChatScope scope,
        const char *message_id,
        const char *text,
        GError **error)
{
  const char *sender_id = interview_actor_get_person_id (actor);
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  InterviewRowHead head;

  if (room == NULL || !check_open (transaction, room, scope, error) ||
      !check_rate (transaction, room_id, sender_id, error))
    return FALSE;
  head = (InterviewRowHead){ message_id, room->company_id, room->unit_id, NULL };
  return interview_chat_table_insert (transaction, &head, room_id, scope, sender_id, text, error) &&
         interview_room_readers_tell (transaction, room, audiences[scope].readers,
                                      audiences[scope].kind, sender_id, NULL, error) &&
         (scope != INTERVIEW_CHAT_SCOPE_HELP ||
          interview_help_service_note_message (transaction, actor, room, error));
}

/**
 * interview_chat_service_send:
 * @actor: who writes
 * @room_id: the room
 * @scope: who is to read it
 * @message_id: made by the program, from outside
 * @text: from outside
 * @created: (out): whether it is new; %FALSE for a second delivery of the same message
 * @error: return location; %INTERVIEW_ERROR_INVALID for nothing but spaces,
 *   %INTERVIEW_ERROR_CONFLICT if the identifier belongs to another message,
 *   %INTERVIEW_ERROR_RATE_LIMITED, %INTERVIEW_ERROR_ROOM_CLOSED, %INTERVIEW_ERROR_FORBIDDEN while
 *   the interactive features are off
 *
 * Returns: (transfer full): the message as it is stored, or %NULL
 */
InterviewChatMessage *
interview_chat_service_send (InterviewTransaction *transaction,
                             InterviewActor *actor,
                             const char *room_id,
                             InterviewChatScope scope,
                             const char *message_id,
                             const char *text,
                             gboolean *created,
                             GError **error)
{
  g_autoptr (InterviewChatMessage) message = NULL;

  *created = FALSE;
  if (!interview_plain_text_says_something (text))
    {
      refuse (error, INTERVIEW_ERROR_INVALID, "there is nothing in this message");
      return NULL;
    }
  if (!interview_chat_table_find (transaction, message_id, &message, error))
    return NULL;
  if (message != NULL && !is_same (message, actor, room_id, scope, text))
    {
      refuse (error, INTERVIEW_ERROR_CONFLICT, "another message has this identifier");
      return NULL;
    }
  if (message == NULL)
    {
      *created = TRUE;
      if (!insert (transaction, actor, room_id, scope, message_id, text, error) ||
          !interview_chat_table_find (transaction, message_id, &message, error))
        return NULL;
    }
  return g_steal_pointer (&message);
}
