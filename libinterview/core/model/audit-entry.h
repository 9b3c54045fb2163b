/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewAuditKind:
 *
 * What was done. The first two are settings; those up to the reinstatement are about recruiters,
 * the others about recordings.
 */
typedef enum
{
  INTERVIEW_AUDIT_KIND_POLICY_CHANGED,
  INTERVIEW_AUDIT_KIND_FORM_CHANGED,
  INTERVIEW_AUDIT_KIND_ORDER_CHANGED,
  INTERVIEW_AUDIT_KIND_WITHDRAWAL_PROPOSED,
  INTERVIEW_AUDIT_KIND_PROPOSAL_DROPPED,
  INTERVIEW_AUDIT_KIND_WITHDRAWN,
  INTERVIEW_AUDIT_KIND_WITHDRAWAL_CONFIRMED,
  INTERVIEW_AUDIT_KIND_WITHDRAWAL_REJECTED,
  INTERVIEW_AUDIT_KIND_APPEALED,
  INTERVIEW_AUDIT_KIND_REINSTATED,
  INTERVIEW_AUDIT_KIND_CONSENT_TEXT_CHANGED,
  INTERVIEW_AUDIT_KIND_SHARING_CHANGED,
  INTERVIEW_AUDIT_KIND_RECORDING_SHARED,
  INTERVIEW_AUDIT_KIND_SHARE_WITHDRAWN,
  INTERVIEW_AUDIT_KIND_SHARE_EXPIRED,
} InterviewAuditKind;

#define INTERVIEW_TYPE_AUDIT_KIND (interview_audit_kind_get_type ())
GType interview_audit_kind_get_type (void);

#define INTERVIEW_TYPE_AUDIT_ENTRY (interview_audit_entry_get_type ())
G_DECLARE_FINAL_TYPE (InterviewAuditEntry,
                      interview_audit_entry,
                      INTERVIEW,
                      AUDIT_ENTRY,
                      InterviewRecord)

const char *interview_audit_entry_get_id (InterviewAuditEntry *self);
gint64 interview_audit_entry_get_at (InterviewAuditEntry *self);
InterviewAuditKind interview_audit_entry_get_kind (InterviewAuditEntry *self);
const char *interview_audit_entry_get_actor_id (InterviewAuditEntry *self);
const char *interview_audit_entry_get_actor_name (InterviewAuditEntry *self);
const char *interview_audit_entry_get_subject_id (InterviewAuditEntry *self);
const char *interview_audit_entry_get_subject_name (InterviewAuditEntry *self);
const char *interview_audit_entry_get_reason (InterviewAuditEntry *self);
const char *interview_audit_entry_get_former (InterviewAuditEntry *self);
const char *interview_audit_entry_get_latter (InterviewAuditEntry *self);

G_END_DECLS
