/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/clock.h"
#include "server/blobs/blob-store.h"
#include "server/blobs/upload-store.h"
#include "server/config.h"
#include "server/store/store.h"

G_BEGIN_DECLS

gboolean interview_data_folder_open (const InterviewConfig *config,
                                     InterviewClock *clock,
                                     InterviewStore **store,
                                     InterviewBlobStore **blobs,
                                     GError **error);

InterviewUploadStore *interview_data_folder_open_uploads (const InterviewConfig *config,
                                                          GError **error);

gboolean interview_data_folder_check_company (const InterviewConfig *config,
                                              InterviewClock *clock,
                                              GError **error);

G_END_DECLS
