/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_AGREEMENTS (interview_agreements_get_type ())
G_DECLARE_FINAL_TYPE (InterviewAgreements, interview_agreements, INTERVIEW, AGREEMENTS, GObject)

InterviewAgreements *interview_agreements_new (InterviewAccount *account, const char *room_id);
guint interview_agreements_get_count (InterviewAgreements *self);
void interview_agreements_withdraw (InterviewAgreements *self);

G_END_DECLS
