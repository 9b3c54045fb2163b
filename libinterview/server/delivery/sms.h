/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/delivery/transfer.h"

G_BEGIN_DECLS

void interview_sms_send (InterviewTransfer *transfer,
                         const InterviewErrand *errand,
                         InterviewVerdict *verdict);

G_END_DECLS
