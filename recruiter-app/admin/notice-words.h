/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/delivery.h"

G_BEGIN_DECLS

const char *recruiter_notice_words_kind (InterviewNoticeKind kind);
const char *recruiter_notice_words_channel (InterviewDeliveryChannel channel);
const char *recruiter_notice_words_state (InterviewDeliveryState state);
const char *recruiter_notice_words_state_icon (InterviewDeliveryState state);
const char *recruiter_notice_words_reason (InterviewDeliveryReason reason);
const char *recruiter_notice_words_language (const char *tag);

G_END_DECLS
