/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "sqlite/connection.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_MIGRATOR (interview_migrator_get_type ())
G_DECLARE_FINAL_TYPE (InterviewMigrator, interview_migrator, INTERVIEW, MIGRATOR, GObject)

InterviewMigrator *interview_migrator_new (GResource *resource, const char *folder);
gboolean interview_migrator_run (InterviewMigrator *self,
                                 InterviewSqliteConnection *connection,
                                 GError **error);
guint interview_migrator_get_newest (InterviewMigrator *self);

G_END_DECLS
