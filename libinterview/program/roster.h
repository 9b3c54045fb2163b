/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/protocol/presence.h"

G_BEGIN_DECLS

/**
 * InterviewRosterNotice:
 * @INTERVIEW_ROSTER_NOTICE_CAME: somebody entered for the first time
 * @INTERVIEW_ROSTER_NOTICE_LEFT: somebody left on purpose
 * @INTERVIEW_ROSTER_NOTICE_LOST: somebody's program or network went away without a word
 * @INTERVIEW_ROSTER_NOTICE_RETURNED: somebody who had left or was lost is there again
 *
 * What is worth telling about the others.
 */
typedef enum
{
  INTERVIEW_ROSTER_NOTICE_CAME,
  INTERVIEW_ROSTER_NOTICE_LEFT,
  INTERVIEW_ROSTER_NOTICE_LOST,
  INTERVIEW_ROSTER_NOTICE_RETURNED,
} InterviewRosterNotice;

#define INTERVIEW_TYPE_ROSTER_NOTICE (interview_roster_notice_get_type ())
GType interview_roster_notice_get_type (void);

#define INTERVIEW_TYPE_ROSTER (interview_roster_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRoster, interview_roster, INTERVIEW, ROSTER, GObject)

InterviewRoster *interview_roster_new (const char *own_person_id);

void interview_roster_update (InterviewRoster *self, InterviewPresence *presence);
gboolean interview_roster_is_known (InterviewRoster *self);
gboolean interview_roster_is_in_lobby (InterviewRoster *self);
gboolean interview_roster_has_waiting (InterviewRoster *self);
guint interview_roster_count_present (InterviewRoster *self);
gboolean interview_roster_has_missing (InterviewRoster *self);
gboolean interview_roster_has_left (InterviewRoster *self);
char **interview_roster_list_present (InterviewRoster *self, const char *own_name);
char *interview_roster_format_present (InterviewRoster *self);
char *interview_roster_format_missing (InterviewRoster *self);
char *interview_roster_format_left (InterviewRoster *self);
char *interview_roster_format_notice (InterviewRosterNotice notice, const char *name);

G_END_DECLS
