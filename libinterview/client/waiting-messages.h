/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "core/model/chat-message.h"

G_BEGIN_DECLS

GListStore *interview_waiting_messages_new (void);
void interview_waiting_messages_add (GListStore *messages, InterviewRecord *entry);
void interview_waiting_messages_remove (GListStore *messages, const char *id);

G_END_DECLS
