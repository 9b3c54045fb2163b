/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "server/mailbox.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SUBSCRIPTION_TABLE (interview_subscription_table_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSubscriptionTable,
                      interview_subscription_table,
                      INTERVIEW,
                      SUBSCRIPTION_TABLE,
                      GObject)

InterviewSubscriptionTable *interview_subscription_table_new (void);
void interview_subscription_table_add (InterviewSubscriptionTable *self,
                                       InterviewMailbox *mailbox,
                                       const char *person_id,
                                       const char *session_id);
void interview_subscription_table_remove (InterviewSubscriptionTable *self,
                                          InterviewMailbox *mailbox);
void interview_subscription_table_put_person (InterviewSubscriptionTable *self,
                                              const char *person_id,
                                              GBytes *text,
                                              gint64 sequence);
void interview_subscription_table_end_session (InterviewSubscriptionTable *self,
                                               const char *session_id,
                                               GBytes *text,
                                               gint64 sequence,
                                               gushort code);
void interview_subscription_table_close_all (InterviewSubscriptionTable *self, gushort code);
guint interview_subscription_table_count (InterviewSubscriptionTable *self);

G_END_DECLS
