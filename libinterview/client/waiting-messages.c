/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/waiting-messages.h"

/*
 * The chat messages of a spool as a list that can be shown: each once, in the order in which they
 * were written.
 */

static gboolean
find (GListStore *messages, const char *id, guint *position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (messages));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (InterviewChatMessage) message = g_list_model_get_item (G_LIST_MODEL (messages), i);

      if (g_strcmp0 (interview_chat_message_get_id (message), id) == 0)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * interview_waiting_messages_new:
 *
 * Returns: (transfer full): an empty list of #InterviewChatMessage
 */
GListStore *
interview_waiting_messages_new (void)
{
  return g_list_store_new (INTERVIEW_TYPE_CHAT_MESSAGE);
}

/**
 * interview_waiting_messages_add:
 * @messages: the list
 * @entry: (nullable): what was kept; a message may be in it already, and others are left out
 */
void
interview_waiting_messages_add (GListStore *messages, InterviewRecord *entry)
{
  guint position;

  if (entry != NULL && INTERVIEW_IS_CHAT_MESSAGE (entry) &&
      !find (messages, interview_chat_message_get_id (INTERVIEW_CHAT_MESSAGE (entry)), &position))
    g_list_store_append (messages, entry);
}

/**
 * interview_waiting_messages_remove:
 * @messages: the list
 * @id: identifier of a message, which need not be in it
 */
void
interview_waiting_messages_remove (GListStore *messages, const char *id)
{
  guint position;

  if (find (messages, id, &position))
    g_list_store_remove (messages, position);
}
