/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/help.h"

G_BEGIN_DECLS

const char *recruiter_help_words_get_place (InterviewHelpPlace place);
char *recruiter_help_words_describe (InterviewHelp *help);
char *recruiter_help_words_get_state (InterviewHelp *help);

G_END_DECLS
