/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/recording-share.h"

G_BEGIN_DECLS

char *
interview_share_page_make (InterviewRecordingShare *share, const char *token, const char *language);

G_END_DECLS
