/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/switch-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewSwitchRequest is the body that turns the interactive features of a room or of the
 * company on or off.
 */
enum
{
  FIELD_REVISION,
  FIELD_INTERACTIVE,
};

static const InterviewField fields[] = {
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_INTERACTIVE] = { "interactive", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewSwitchRequest, interview_switch_request)

/**
 * interview_switch_request_get_revision:
 *
 * Returns: the revision that the change is based on
 */
gint64
interview_switch_request_get_revision (InterviewSwitchRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SWITCH_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_switch_request_get_interactive:
 *
 * Returns: on or off
 */
gboolean
interview_switch_request_get_interactive (InterviewSwitchRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SWITCH_REQUEST (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_INTERACTIVE);
}
