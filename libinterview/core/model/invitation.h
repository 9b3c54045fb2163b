/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewInvitationState:
 *
 * Whether an invitation can be used.
 */
typedef enum
{
  INTERVIEW_INVITATION_STATE_ACTIVE,
  INTERVIEW_INVITATION_STATE_USED,
  INTERVIEW_INVITATION_STATE_REVOKED,
  INTERVIEW_INVITATION_STATE_EXPIRED,
} InterviewInvitationState;

#define INTERVIEW_TYPE_INVITATION_STATE (interview_invitation_state_get_type ())
GType interview_invitation_state_get_type (void);

#define INTERVIEW_TYPE_INVITATION (interview_invitation_get_type ())
G_DECLARE_FINAL_TYPE (InterviewInvitation,
                      interview_invitation,
                      INTERVIEW,
                      INVITATION,
                      InterviewRecord)

const char *interview_invitation_get_id (InterviewInvitation *self);
InterviewInvitationState interview_invitation_get_state (InterviewInvitation *self);
const char *interview_invitation_get_code (InterviewInvitation *self);
const char *interview_invitation_get_link (InterviewInvitation *self);
gint64 interview_invitation_get_expires_at (InterviewInvitation *self);

G_END_DECLS
