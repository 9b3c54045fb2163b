/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/sharing-policy-service.h"

#include "server/services/audit-service.h"
#include "server/store/share-table.h"
#include "server/store/sharing-policy-table.h"

#define MIB (G_GINT64_CONSTANT (1024) * 1024)

/*
 * The company's rule of how recordings may be shared. Links that were made before it holds for as
 * long as it allowed then, but no link opens while sharing is off.
 */

/**
 * interview_sharing_policy_service_get:
 * @actor: who asks
 * @error: return location
 *
 * Returns: (transfer full): the rule, and how much space is used; or %NULL
 */
InterviewSharingPolicy *
interview_sharing_policy_service_get (InterviewTransaction *transaction,
                                      InterviewActor *actor,
                                      GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  g_autoptr (InterviewSharingPolicy) policy =
      interview_sharing_policy_table_get (transaction, company_id, error);
  gint64 used, open;

  if (policy == NULL ||
      !interview_share_table_count (transaction, company_id, "", &used, &open, error))
    return NULL;
  g_object_set (policy, "used-mib", MIN ((used + MIB - 1) / MIB, G_MAXINT32), NULL);
  return g_steal_pointer (&policy);
}

/**
 * interview_sharing_policy_service_replace:
 * @actor: who changes it
 * @policy: what holds from now on, and the revision that it is based on
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if it has changed meanwhile
 *
 * Returns: (transfer full): the rule as it is now, or %NULL
 */
InterviewSharingPolicy *
interview_sharing_policy_service_replace (InterviewTransaction *transaction,
                                          InterviewActor *actor,
                                          InterviewSharingPolicy *policy,
                                          GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  g_autoptr (InterviewSharingPolicy) former =
      interview_sharing_policy_table_get (transaction, company_id, error);
  g_autoptr (InterviewSharingPolicy) latter = NULL;

  if (former == NULL ||
      !interview_sharing_policy_table_replace (transaction, company_id, policy, error))
    return NULL;
  latter = interview_sharing_policy_table_get (transaction, company_id, error);
  if (latter == NULL || !interview_audit_service_record_change (
                            transaction, actor, INTERVIEW_AUDIT_KIND_SHARING_CHANGED,
                            INTERVIEW_RECORD (former), INTERVIEW_RECORD (latter), error))
    return NULL;
  return interview_sharing_policy_service_get (transaction, actor, error);
}
