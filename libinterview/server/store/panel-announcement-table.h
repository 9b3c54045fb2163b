/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewPanelAnnouncement:
 * @sequence: SEQUENCE of the appointment that was sent last (RFC 5545, 3.8.7.4)
 * @cancelled: whether they were told last that they do not interview
 *
 * What a recruiter was told last of an interview.
 */
typedef struct
{
  char *person_id;
  gint64 sequence;
  gint64 starts_at;
  gint64 duration_minutes;
  gboolean cancelled;
} InterviewPanelAnnouncement;

void interview_panel_announcement_free (InterviewPanelAnnouncement *announcement);

GPtrArray *interview_panel_announcement_table_list (InterviewTransaction *transaction,
                                                    const char *room_id,
                                                    GError **error);
gboolean interview_panel_announcement_table_replace (InterviewTransaction *transaction,
                                                     const char *room_id,
                                                     const InterviewPanelAnnouncement *announcement,
                                                     GError **error);

G_END_DECLS
