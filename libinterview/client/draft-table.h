/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "sqlite/connection.h"

G_BEGIN_DECLS

/**
 * InterviewDraftKey:
 * @person_id: who writes
 * @place: what they write, such as "chat"
 * @room_id: the room it is about; empty for none
 *
 * Which draft.
 */
typedef struct
{
  const char *person_id;
  const char *place;
  const char *room_id;
} InterviewDraftKey;

gboolean interview_draft_table_get (InterviewSqliteConnection *connection,
                                    const InterviewDraftKey *key,
                                    char **text,
                                    GError **error);

gboolean interview_draft_table_put (InterviewSqliteConnection *connection,
                                    const InterviewDraftKey *key,
                                    const char *text,
                                    gint64 written_at,
                                    GError **error);

gboolean interview_draft_table_remove_room (InterviewSqliteConnection *connection,
                                            const char *room_id,
                                            GError **error);

G_END_DECLS
