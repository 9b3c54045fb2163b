/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_DELIVERY_LOG (recruiter_delivery_log_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterDeliveryLog, recruiter_delivery_log, RECRUITER, DELIVERY_LOG, AdwBin)

GtkWidget *recruiter_delivery_log_new (InterviewAccount *account);

G_END_DECLS
