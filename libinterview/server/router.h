/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libsoup/soup.h>

#include "core/endpoint.h"
#include "server/blobs/blob-store.h"
#include "server/blobs/upload-store.h"
#include "server/config.h"
#include "server/hub.h"
#include "server/services/password-hasher.h"
#include "server/store/store.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ROUTER (interview_router_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRouter, interview_router, INTERVIEW, ROUTER, GObject)

InterviewRouter *interview_router_new (const InterviewConfig *config,
                                       InterviewStore *store,
                                       InterviewBlobStore *blobs,
                                       InterviewUploadStore *uploads,
                                       InterviewPasswordHasher *hasher,
                                       InterviewHub *hub,
                                       InterviewEndpoint *endpoint);
void interview_router_attach (InterviewRouter *self, SoupServer *soup);

G_END_DECLS
