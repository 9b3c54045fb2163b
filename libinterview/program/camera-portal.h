/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean interview_camera_portal_is_needed (void);
void interview_camera_portal_open_async (GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
int interview_camera_portal_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
