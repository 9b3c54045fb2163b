/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "client/notice-archive.h"
#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_NOTICE_KEEPER (interview_notice_keeper_get_type ())
G_DECLARE_FINAL_TYPE (InterviewNoticeKeeper,
                      interview_notice_keeper,
                      INTERVIEW,
                      NOTICE_KEEPER,
                      GObject)

InterviewNoticeKeeper *interview_notice_keeper_new (InterviewAccount *account);
GListModel *interview_notice_keeper_get_notices (InterviewNoticeKeeper *self);

G_END_DECLS
