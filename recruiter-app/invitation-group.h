/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "client/connection.h"
#include "core/model/invitation.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_INVITATION_GROUP (recruiter_invitation_group_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterInvitationGroup,
                      recruiter_invitation_group,
                      RECRUITER,
                      INVITATION_GROUP,
                      AdwPreferencesGroup)

void recruiter_invitation_group_set_room (RecruiterInvitationGroup *self,
                                          InterviewConnection *connection,
                                          const char *room_id);
void recruiter_invitation_group_set_invitation (RecruiterInvitationGroup *self,
                                                InterviewInvitation *invitation);

G_END_DECLS
