/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SHARING_POLICY (interview_sharing_policy_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSharingPolicy,
                      interview_sharing_policy,
                      INTERVIEW,
                      SHARING_POLICY,
                      InterviewRecord)

gint64 interview_sharing_policy_get_revision (InterviewSharingPolicy *self);
gboolean interview_sharing_policy_get_allowed (InterviewSharingPolicy *self);
gint64 interview_sharing_policy_get_longest_days (InterviewSharingPolicy *self);
gint64 interview_sharing_policy_get_quota_mib (InterviewSharingPolicy *self);
gint64 interview_sharing_policy_get_used_mib (InterviewSharingPolicy *self);

G_END_DECLS
