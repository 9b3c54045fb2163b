/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/notice.h"
#include "core/model/notice-template.h"
#include "core/protocol/notice-preview.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

GPtrArray *interview_notice_template_service_list (InterviewTransaction *transaction,
                                                   InterviewActor *actor,
                                                   GError **error);
InterviewNoticeTemplate *
interview_notice_template_service_replace (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           InterviewNoticeTemplate *template,
                                           GError **error);
InterviewNoticePreview *
interview_notice_template_service_preview (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           InterviewNoticeTemplate *template,
                                           GError **error);
InterviewNotice *interview_notice_template_service_test (InterviewTransaction *transaction,
                                                         InterviewActor *actor,
                                                         InterviewNoticeTemplate *template,
                                                         GError **error);

G_END_DECLS
