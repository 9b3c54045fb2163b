/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewAnnouncement:
 * @sequence: SEQUENCE of the appointment that was sent last (RFC 5545, 3.8.7.4)
 * @link: (nullable): the candidate's way in
 *
 * What the candidate of a room was told last.
 */
typedef struct
{
  gint64 sequence;
  gint64 starts_at;
  gint64 duration_minutes;
  gboolean cancelled;
  char *link;
} InterviewAnnouncement;

void interview_announcement_free (InterviewAnnouncement *announcement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewAnnouncement, interview_announcement_free)

gboolean interview_announcement_table_find (InterviewTransaction *transaction,
                                            const char *room_id,
                                            InterviewAnnouncement **announcement,
                                            GError **error);
gboolean interview_announcement_table_replace (InterviewTransaction *transaction,
                                               const char *room_id,
                                               const InterviewAnnouncement *announcement,
                                               GError **error);

G_END_DECLS
