/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/transaction.h"

G_BEGIN_DECLS

/* The provider whose subject is an e-mail address and whose secret is a password's hash. */
#define INTERVIEW_PROVIDER_PASSWORD "password"

gboolean interview_identity_table_insert (InterviewTransaction *transaction,
                                          const char *id,
                                          const char *person_id,
                                          const char *provider,
                                          const char *subject,
                                          const char *secret,
                                          GError **error);
gboolean interview_identity_table_find (InterviewTransaction *transaction,
                                        const char *provider,
                                        const char *subject,
                                        char **person_id,
                                        char **secret,
                                        GError **error);
gboolean interview_identity_table_get_secret (InterviewTransaction *transaction,
                                              const char *person_id,
                                              const char *provider,
                                              char **secret,
                                              GError **error);
gboolean interview_identity_table_set_secret (InterviewTransaction *transaction,
                                              const char *person_id,
                                              const char *provider,
                                              const char *secret,
                                              GError **error);

G_END_DECLS
