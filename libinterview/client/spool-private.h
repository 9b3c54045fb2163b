/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "client/spool.h"
#include "sqlite/database-thread.h"

G_BEGIN_DECLS

InterviewDatabaseThread *interview_spool_get_thread (InterviewSpool *self);

G_END_DECLS
