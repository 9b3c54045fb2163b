/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "client/spool-store.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_COURIER (interview_courier_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCourier, interview_courier, INTERVIEW, COURIER, GObject)

InterviewCourier *interview_courier_new (gboolean insecure);

void interview_courier_set_session (InterviewCourier *self,
                                    InterviewConnection *session,
                                    const char *person_id);

gboolean interview_courier_can_deliver (InterviewCourier *self, const InterviewSpoolRow *row);

void interview_courier_deliver_async (InterviewCourier *self,
                                      const InterviewSpoolRow *row,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

gboolean interview_courier_deliver_finish (InterviewCourier *self,
                                           GAsyncResult *result,
                                           gboolean *final,
                                           GError **error);

G_END_DECLS
