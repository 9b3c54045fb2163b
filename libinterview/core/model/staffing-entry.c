/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/staffing-entry.h"

#include "core/protocol/limits.h"

/*
 * InterviewStaffingEntry is the line of one recruiter in the staffing.
 */
enum
{
  FIELD_RECRUITER_ID,
  FIELD_DISPLAY_NAME,
  FIELD_PLACE,
  FIELD_STATE,
  FIELD_REVISION,
  FIELD_REASON,
  FIELD_RATINGS,
  FIELD_SHOWN,
  FIELD_SCORE,
  FIELD_LATEST_RATINGS,
  FIELD_LATEST_SCORE,
  FIELD_TASKS,
};

static const InterviewField fields[] = {
  [FIELD_RECRUITER_ID] = { "recruiter_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_DISPLAY_NAME] = { "display_name", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME,
                           NULL },
  [FIELD_PLACE] = { "place", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_STATE] = { "state", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                    interview_standing_state_get_type },
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_REASON] = { "reason", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_RATINGS] = { "ratings", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_SHOWN] = { "shown", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_SCORE] = { "score", INTERVIEW_FIELD_DOUBLE, TRUE, 0, 10, NULL },
  [FIELD_LATEST_RATINGS] = { "latest_ratings", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_LATEST_SCORE] = { "latest_score", INTERVIEW_FIELD_DOUBLE, TRUE, 0, 10, NULL },
  [FIELD_TASKS] = { "tasks", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewStaffingEntry, interview_staffing_entry)

/**
 * interview_staffing_entry_get_recruiter_id:
 *
 * Returns: (transfer none): the recruiter
 */
const char *
interview_staffing_entry_get_recruiter_id (InterviewStaffingEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_RECRUITER_ID);
}

/**
 * interview_staffing_entry_get_display_name:
 *
 * Returns: (transfer none): the name
 */
const char *
interview_staffing_entry_get_display_name (InterviewStaffingEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DISPLAY_NAME);
}

/**
 * interview_staffing_entry_get_place:
 *
 * Returns: the place in the order, 1 for the best; 0 for who may not interview
 */
gint64
interview_staffing_entry_get_place (InterviewStaffingEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_ENTRY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_PLACE);
}

/**
 * interview_staffing_entry_get_state:
 *
 * Returns: whether they may interview; others than HR and they themselves are told no more than
 *   that
 */
InterviewStandingState
interview_staffing_entry_get_state (InterviewStaffingEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_ENTRY (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_STATE);
}

/**
 * interview_staffing_entry_get_revision:
 *
 * Returns: the revision that a decision must be based on
 */
gint64
interview_staffing_entry_get_revision (InterviewStaffingEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_ENTRY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_staffing_entry_get_reason:
 *
 * Returns: (nullable) (transfer none): what was said with the last decision; for HR and for
 *   them
 */
const char *
interview_staffing_entry_get_reason (InterviewStaffingEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_REASON);
}

/**
 * interview_staffing_entry_get_ratings:
 *
 * Returns: how many ratings count: whole batches only
 */
gint64
interview_staffing_entry_get_ratings (InterviewStaffingEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_ENTRY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_RATINGS);
}

/**
 * interview_staffing_entry_get_shown:
 *
 * Returns: whether there are enough ratings to show a score
 */
gboolean
interview_staffing_entry_get_shown (InterviewStaffingEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_ENTRY (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_SHOWN);
}

/**
 * interview_staffing_entry_get_score:
 *
 * Returns: the score that the order is made from, in the scale of the form; 0 while it is not
 *   shown
 */
double
interview_staffing_entry_get_score (InterviewStaffingEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_ENTRY (self), 0);

  return interview_record_get_double (INTERVIEW_RECORD (self), FIELD_SCORE);
}

/**
 * interview_staffing_entry_get_latest_ratings:
 *
 * Returns: for HR, how many ratings there are; for others the same as before
 */
gint64
interview_staffing_entry_get_latest_ratings (InterviewStaffingEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_ENTRY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_LATEST_RATINGS);
}

/**
 * interview_staffing_entry_get_latest_score:
 *
 * Returns: for HR, the score of all ratings; for others the same as before
 */
double
interview_staffing_entry_get_latest_score (InterviewStaffingEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_ENTRY (self), 0);

  return interview_record_get_double (INTERVIEW_RECORD (self), FIELD_LATEST_SCORE);
}

/**
 * interview_staffing_entry_get_tasks:
 *
 * Returns: how many interviews are theirs
 */
gint64
interview_staffing_entry_get_tasks (InterviewStaffingEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_ENTRY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_TASKS);
}
