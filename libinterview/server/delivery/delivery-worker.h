/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/store.h"

G_BEGIN_DECLS

/**
 * InterviewPublishFunc:
 * @publications: (element-type InterviewPublication): what is to be told to others
 * @user_data: what was given with it
 *
 * Called from any thread after a change is on disk.
 */
typedef void (*InterviewPublishFunc) (GPtrArray *publications, gpointer user_data);

#define INTERVIEW_TYPE_DELIVERY_WORKER (interview_delivery_worker_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDeliveryWorker,
                      interview_delivery_worker,
                      INTERVIEW,
                      DELIVERY_WORKER,
                      GObject)

InterviewDeliveryWorker *interview_delivery_worker_new (InterviewStore *store,
                                                        guint threads,
                                                        const char *ca_file,
                                                        InterviewPublishFunc publish,
                                                        gpointer user_data);
void interview_delivery_worker_start (InterviewDeliveryWorker *self);
void interview_delivery_worker_stop (InterviewDeliveryWorker *self);

G_END_DECLS
