/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DISK_WATCH (interview_disk_watch_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDiskWatch, interview_disk_watch, INTERVIEW, DISK_WATCH, GObject)

InterviewDiskWatch *interview_disk_watch_new (const char *path, GError **error);
void interview_disk_watch_close (InterviewDiskWatch *self);
guint64 interview_disk_watch_get_free (InterviewDiskWatch *self);

G_END_DECLS
