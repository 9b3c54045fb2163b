/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/help-request.h"

/*
 * InterviewHelpRequest is the body that asks HR for help: a place and what the program warns of.
 * Nothing else of the candidate or their machine is told; their own words go into the chat.
 */
enum
{
  FIELD_PLACE,
  FIELD_NO_CAMERA,
  FIELD_NO_MICROPHONE,
  FIELD_BAD_NETWORK,
};

static const InterviewField fields[] = {
  [FIELD_PLACE] = { "place", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_help_place_get_type },
  [FIELD_NO_CAMERA] = { "no_camera", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_NO_MICROPHONE] = { "no_microphone", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_BAD_NETWORK] = { "bad_network", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewHelpRequest, interview_help_request)

/**
 * interview_help_request_get_place:
 *
 * Returns: where the candidate is stuck
 */
InterviewHelpPlace
interview_help_request_get_place (InterviewHelpRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP_REQUEST (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_PLACE);
}

/**
 * interview_help_request_get_no_camera:
 *
 * Returns: whether no camera works
 */
gboolean
interview_help_request_get_no_camera (InterviewHelpRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP_REQUEST (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_NO_CAMERA);
}

/**
 * interview_help_request_get_no_microphone:
 *
 * Returns: whether no microphone works
 */
gboolean
interview_help_request_get_no_microphone (InterviewHelpRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP_REQUEST (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_NO_MICROPHONE);
}

/**
 * interview_help_request_get_bad_network:
 *
 * Returns: whether the connection has broken
 */
gboolean
interview_help_request_get_bad_network (InterviewHelpRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP_REQUEST (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_BAD_NETWORK);
}
