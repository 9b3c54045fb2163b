/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "core/clock.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewWorkFunc:
 * @transaction: the transaction
 * @data: what was given with the unit of work
 * @error: return location
 *
 * A unit of work. It runs on the database thread and may run again, so it has no effect but on the
 * store and on @data, and starts @data afresh each time.
 *
 * Returns: whether its changes are to be kept
 */
typedef gboolean (*InterviewWorkFunc) (InterviewTransaction *transaction,
                                       gpointer data,
                                       GError **error);

#define INTERVIEW_TYPE_STORE (interview_store_get_type ())
G_DECLARE_FINAL_TYPE (InterviewStore, interview_store, INTERVIEW, STORE, GObject)

InterviewStore *interview_store_open (const char *path, InterviewClock *clock, GError **error);
void interview_store_close (InterviewStore *self);
void interview_store_set_panel_limit (InterviewStore *self, guint limit);
InterviewClock *interview_store_get_clock (InterviewStore *self);

void interview_store_submit_async (InterviewStore *self,
                                   InterviewWorkFunc func,
                                   gpointer data,
                                   GDestroyNotify destroy,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean interview_store_submit_finish (InterviewStore *self,
                                        GAsyncResult *result,
                                        GPtrArray **publications,
                                        GError **error);
gboolean interview_store_run (InterviewStore *self,
                              InterviewWorkFunc func,
                              gpointer data,
                              GPtrArray **publications,
                              GError **error);

G_END_DECLS
