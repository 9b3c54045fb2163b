/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "client/blob-cache.h"
#include "core/model/resume.h"
#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RESUME_LOADER (interview_resume_loader_get_type ())
G_DECLARE_FINAL_TYPE (InterviewResumeLoader,
                      interview_resume_loader,
                      INTERVIEW,
                      RESUME_LOADER,
                      GObject)

InterviewResumeLoader *interview_resume_loader_new (InterviewAccount *account,
                                                    InterviewBlobCache *cache,
                                                    const char *room_id);

void interview_resume_loader_load (InterviewResumeLoader *self);
InterviewResume *interview_resume_loader_get_resume (InterviewResumeLoader *self);
gboolean interview_resume_loader_get_missing (InterviewResumeLoader *self);

void interview_resume_loader_fetch_original_async (InterviewResumeLoader *self,
                                                   GCancellable *cancellable,
                                                   GAsyncReadyCallback callback,
                                                   gpointer user_data);
GFile *interview_resume_loader_fetch_original_finish (InterviewResumeLoader *self,
                                                      GAsyncResult *result,
                                                      GError **error);

G_END_DECLS
