/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "core/protocol/routes.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_REMOTE_LIST (interview_remote_list_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRemoteList, interview_remote_list, INTERVIEW, REMOTE_LIST, GObject)

InterviewRemoteList *interview_remote_list_new (InterviewConnection *connection,
                                                InterviewRoute route,
                                                const char *argument,
                                                GType item_type);

void
interview_remote_list_set_query (InterviewRemoteList *self, const char *name, const char *value);

void interview_remote_list_reload (InterviewRemoteList *self);

void interview_remote_list_load_more (InterviewRemoteList *self);

gboolean interview_remote_list_get_loading (InterviewRemoteList *self);

gboolean interview_remote_list_get_loaded (InterviewRemoteList *self);

gboolean interview_remote_list_get_has_more (InterviewRemoteList *self);

const GError *interview_remote_list_get_error (InterviewRemoteList *self);

G_END_DECLS
