/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "server/blobs/upload-store.h"
#include "server/hub.h"
#include "server/store/store.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SHARE_KEEPER (interview_share_keeper_get_type ())
G_DECLARE_FINAL_TYPE (InterviewShareKeeper,
                      interview_share_keeper,
                      INTERVIEW,
                      SHARE_KEEPER,
                      GObject)

InterviewShareKeeper *interview_share_keeper_new (InterviewStore *store,
                                                  InterviewUploadStore *uploads,
                                                  InterviewHub *hub);
void interview_share_keeper_start (InterviewShareKeeper *self);
void interview_share_keeper_stop (InterviewShareKeeper *self);

G_END_DECLS
