/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_MESSAGES_PAGE (recruiter_messages_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterMessagesPage,
                      recruiter_messages_page,
                      RECRUITER,
                      MESSAGES_PAGE,
                      AdwPreferencesPage)

void recruiter_messages_page_open (RecruiterMessagesPage *self, InterviewAccount *account);

G_END_DECLS
