/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/room-row.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/* The candidate may enter this long before the interview starts. */
#define INTERVIEW_ROOM_OPENS_BEFORE (30 * 60 * G_USEC_PER_SEC)

/**
 * InterviewRoomQuery:
 * @language: the reader's language tag, or an empty text
 * @candidate_id: only rooms of this candidate, or an empty text
 * @recruiter_id: only rooms of this recruiter, or an empty text
 * @from: only rooms that start then or later
 * @to: only rooms that start before
 * @after_start: start of the last room that was listed
 * @after_id: identifier of the last room that was listed, or an empty text
 * @limit: how many at most
 *
 * Which rooms are to be listed.
 */
typedef struct
{
  const char *company_id;
  const char *language;
  const char *candidate_id;
  const char *recruiter_id;
  gint64 from;
  gint64 to;
  gint64 after_start;
  const char *after_id;
  guint limit;
} InterviewRoomQuery;

/**
 * InterviewNewRoom:
 *
 * What a new room is made of.
 */
typedef struct
{
  InterviewRowHead head;
  const char *application_id;
  InterviewRoomState state;
  gboolean interactive;
  gint64 starts_at;
  gint64 duration_minutes;
  const char *time_zone;
} InterviewNewRoom;

/**
 * InterviewRoomSchedule:
 * @starts_at: microseconds since 1970 in UTC
 * @time_zone: (nullable): the zone in which it was chosen
 *
 * When a room is.
 */
typedef struct
{
  gint64 starts_at;
  gint64 duration_minutes;
  const char *time_zone;
} InterviewRoomSchedule;

gboolean interview_room_table_insert (InterviewTransaction *transaction,
                                      const InterviewNewRoom *room,
                                      GError **error);
InterviewRoomRow *
interview_room_table_get_row (InterviewTransaction *transaction, const char *id, GError **error);
InterviewRoom *interview_room_table_get (InterviewTransaction *transaction,
                                         const char *company_id,
                                         const char *language,
                                         const char *id,
                                         GError **error);
GPtrArray *interview_room_table_list (InterviewTransaction *transaction,
                                      const InterviewRoomQuery *query,
                                      GError **error);
gboolean interview_room_table_set_state (InterviewTransaction *transaction,
                                         const char *id,
                                         InterviewRoomState state,
                                         GError **error);
gboolean interview_room_table_switch (InterviewTransaction *transaction,
                                      const char *id,
                                      gint64 revision,
                                      gboolean interactive,
                                      GError **error);
gboolean interview_room_table_schedule (InterviewTransaction *transaction,
                                        const char *id,
                                        gint64 revision,
                                        const InterviewRoomSchedule *schedule,
                                        GError **error);
GPtrArray *
interview_room_table_list_overdue (InterviewTransaction *transaction, guint limit, GError **error);
gboolean interview_room_table_set_entrance (InterviewTransaction *transaction,
                                            const char *id,
                                            InterviewRoomEntrance entrance,
                                            const char *denial_reason,
                                            GError **error);
gboolean interview_room_table_set_candidate_present (InterviewTransaction *transaction,
                                                     const char *id,
                                                     gboolean present,
                                                     GError **error);
GPtrArray *interview_room_table_list_occupied (InterviewTransaction *transaction, GError **error);

G_END_DECLS
