/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "client/connection.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_RATINGS_GROUP (recruiter_ratings_group_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterRatingsGroup,
                      recruiter_ratings_group,
                      RECRUITER,
                      RATINGS_GROUP,
                      AdwPreferencesGroup)

void recruiter_ratings_group_load (RecruiterRatingsGroup *self,
                                   InterviewConnection *connection,
                                   const char *recruiter_id);
void recruiter_ratings_group_reload (RecruiterRatingsGroup *self);

G_END_DECLS
