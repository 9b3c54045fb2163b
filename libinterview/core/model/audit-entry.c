/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/audit-entry.h"

#include "core/protocol/limits.h"

/*
 * InterviewAuditEntry is one line of the company's record of who changed what. It never changes.
 */
G_DEFINE_ENUM_TYPE (
    InterviewAuditKind,
    interview_audit_kind,
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_POLICY_CHANGED, "policy-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_FORM_CHANGED, "form-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_ORDER_CHANGED, "order-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_WITHDRAWAL_PROPOSED, "withdrawal-proposed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_PROPOSAL_DROPPED, "proposal-dropped"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_WITHDRAWN, "withdrawn"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_WITHDRAWAL_CONFIRMED, "withdrawal-confirmed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_WITHDRAWAL_REJECTED, "withdrawal-rejected"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_APPEALED, "appealed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_REINSTATED, "reinstated"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_CONSENT_TEXT_CHANGED, "consent-text-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_SHARING_CHANGED, "sharing-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_RECORDING_SHARED, "recording-shared"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_SHARE_WITHDRAWN, "share-withdrawn"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_AUDIT_KIND_SHARE_EXPIRED, "share-expired"))

enum
{
  FIELD_ID,
  FIELD_AT,
  FIELD_KIND,
  FIELD_ACTOR_ID,
  FIELD_ACTOR_NAME,
  FIELD_SUBJECT_ID,
  FIELD_SUBJECT_NAME,
  FIELD_REASON,
  FIELD_FORMER,
  FIELD_LATTER,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_AT] = { "at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_KIND] = { "kind", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_audit_kind_get_type },
  [FIELD_ACTOR_ID] = { "actor_id", INTERVIEW_FIELD_ID, FALSE, 0, 0, NULL },
  [FIELD_ACTOR_NAME] = { "actor_name", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                         NULL },
  [FIELD_SUBJECT_ID] = { "subject_id", INTERVIEW_FIELD_ID, FALSE, 0, 0, NULL },
  [FIELD_SUBJECT_NAME] = { "subject_name", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                           NULL },
  [FIELD_REASON] = { "reason", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_FORMER] = { "former", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_LONG_TEXT, NULL },
  [FIELD_LATTER] = { "latter", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_LONG_TEXT, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewAuditEntry, interview_audit_entry)

/**
 * interview_audit_entry_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_audit_entry_get_id (InterviewAuditEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_AUDIT_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_audit_entry_get_at:
 *
 * Returns: when it was done, microseconds since 1970 in UTC
 */
gint64
interview_audit_entry_get_at (InterviewAuditEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_AUDIT_ENTRY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_AT);
}

/**
 * interview_audit_entry_get_kind:
 *
 * Returns: what was done
 */
InterviewAuditKind
interview_audit_entry_get_kind (InterviewAuditEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_AUDIT_ENTRY (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_KIND);
}

/**
 * interview_audit_entry_get_actor_id:
 *
 * Returns: (nullable) (transfer none): who did it; %NULL for the server itself, by the policy
 */
const char *
interview_audit_entry_get_actor_id (InterviewAuditEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_AUDIT_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ACTOR_ID);
}

/**
 * interview_audit_entry_get_actor_name:
 *
 * Returns: (nullable) (transfer none): their name
 */
const char *
interview_audit_entry_get_actor_name (InterviewAuditEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_AUDIT_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ACTOR_NAME);
}

/**
 * interview_audit_entry_get_subject_id:
 *
 * Returns: (nullable) (transfer none): whom it is about
 */
const char *
interview_audit_entry_get_subject_id (InterviewAuditEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_AUDIT_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SUBJECT_ID);
}

/**
 * interview_audit_entry_get_subject_name:
 *
 * Returns: (nullable) (transfer none): their name
 */
const char *
interview_audit_entry_get_subject_name (InterviewAuditEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_AUDIT_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SUBJECT_NAME);
}

/**
 * interview_audit_entry_get_reason:
 *
 * Returns: (nullable) (transfer none): why, in the words of who did it
 */
const char *
interview_audit_entry_get_reason (InterviewAuditEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_AUDIT_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_REASON);
}

/**
 * interview_audit_entry_get_former:
 *
 * Returns: (nullable) (transfer none): how it was before
 */
const char *
interview_audit_entry_get_former (InterviewAuditEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_AUDIT_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_FORMER);
}

/**
 * interview_audit_entry_get_latter:
 *
 * Returns: (nullable) (transfer none): how it was afterwards
 */
const char *
interview_audit_entry_get_latter (InterviewAuditEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_AUDIT_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LATTER);
}
