/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/blobs/blob-store.h"
#include "server/store/store.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SAMPLE (interview_sample_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSample, interview_sample, INTERVIEW, SAMPLE, GObject)

InterviewSample *interview_sample_load (InterviewStore *store,
                                        InterviewBlobStore *blobs,
                                        const char *folder,
                                        GError **error);
const char *interview_sample_get_recruiter_code (InterviewSample *self);
const char *interview_sample_get_candidate_code (InterviewSample *self);
const char *interview_sample_get_admin_code (InterviewSample *self);

G_END_DECLS
