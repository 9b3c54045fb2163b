/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/notice-settings.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_notice_settings_service_check (InterviewNoticeSettings *settings,
                                                  GError **error);
InterviewNoticeSettings *interview_notice_settings_service_get (InterviewTransaction *transaction,
                                                                InterviewActor *actor,
                                                                GError **error);
InterviewNoticeSettings *
interview_notice_settings_service_replace (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           InterviewNoticeSettings *settings,
                                           GError **error);

G_END_DECLS
