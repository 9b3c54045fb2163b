/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "core/model/company.h"

G_BEGIN_DECLS

void interview_company_api_get_async (InterviewConnection *connection,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

InterviewCompany *interview_company_api_get_finish (InterviewConnection *connection,
                                                    GAsyncResult *result,
                                                    GError **error);

void interview_company_api_switch_async (InterviewConnection *connection,
                                         gint64 revision,
                                         gboolean interactive,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

InterviewCompany *interview_company_api_switch_finish (InterviewConnection *connection,
                                                       GAsyncResult *result,
                                                       GError **error);

G_END_DECLS
