/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "client/connection.h"
#include "core/model/participant.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_PANEL_GROUP (recruiter_panel_group_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterPanelGroup,
                      recruiter_panel_group,
                      RECRUITER,
                      PANEL_GROUP,
                      AdwPreferencesGroup)

void recruiter_panel_group_open (RecruiterPanelGroup *self,
                                 InterviewConnection *connection,
                                 GPtrArray *recruiters);
guint recruiter_panel_group_count (RecruiterPanelGroup *self);
GStrv recruiter_panel_group_get_ids (RecruiterPanelGroup *self);

G_END_DECLS
