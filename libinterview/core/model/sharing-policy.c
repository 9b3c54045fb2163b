/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/sharing-policy.h"

/*
 * InterviewSharingPolicy is the company’s rule of how recordings may be shared.
 */
enum
{
  FIELD_REVISION,
  FIELD_ALLOWED,
  FIELD_LONGEST_DAYS,
  FIELD_QUOTA_MIB,
  FIELD_USED_MIB,
};

static const InterviewField fields[] = {
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_ALLOWED] = { "allowed", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_LONGEST_DAYS] = { "longest_days", INTERVIEW_FIELD_INTEGER, TRUE, 1, 365, NULL },
  [FIELD_QUOTA_MIB] = { "quota_mib", INTERVIEW_FIELD_INTEGER, TRUE, 100, 100000000, NULL },
  [FIELD_USED_MIB] = { "used_mib", INTERVIEW_FIELD_INTEGER, FALSE, 0, G_MAXINT32, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewSharingPolicy, interview_sharing_policy)

/**
 * interview_sharing_policy_get_revision:
 *
 * Returns: the revision that an update must be based on; 0 before the first one
 */
gint64
interview_sharing_policy_get_revision (InterviewSharingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARING_POLICY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_sharing_policy_get_allowed:
 *
 * Returns: whether recordings may be put on the server; if not, no link opens either
 */
gboolean
interview_sharing_policy_get_allowed (InterviewSharingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARING_POLICY (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_ALLOWED);
}

/**
 * interview_sharing_policy_get_longest_days:
 *
 * Returns: for how many days a link may work at most
 */
gint64
interview_sharing_policy_get_longest_days (InterviewSharingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARING_POLICY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_LONGEST_DAYS);
}

/**
 * interview_sharing_policy_get_quota_mib:
 *
 * Returns: MiB that all shared recordings may have together
 */
gint64
interview_sharing_policy_get_quota_mib (InterviewSharingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARING_POLICY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_QUOTA_MIB);
}

/**
 * interview_sharing_policy_get_used_mib:
 *
 * Returns: MiB that they have now; nothing that can be set
 */
gint64
interview_sharing_policy_get_used_mib (InterviewSharingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARING_POLICY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_USED_MIB);
}
