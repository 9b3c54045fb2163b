/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/resume.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewResume *interview_resume_service_get (InterviewTransaction *transaction,
                                               InterviewActor *actor,
                                               const char *room_id,
                                               GError **error);

G_END_DECLS
