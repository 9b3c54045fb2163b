/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/notice-settings.h"
#include "core/model/person.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewReader:
 * @language: the tag of the language that is written to them in
 * @zone: where they read times
 * @mail: (nullable): their address, if mail can go there
 * @phone: (nullable): their number, if text messages can go there
 *
 * Somebody to whom a message is written.
 */
typedef struct
{
  char *person_id;
  char *name;
  char *language;
  GTimeZone *zone;
  char *mail;
  char *phone;
} InterviewReader;

InterviewReader *interview_reader_find (InterviewTransaction *transaction,
                                        const char *company_id,
                                        const char *person_id,
                                        InterviewNoticeSettings *settings,
                                        GError **error);
void interview_reader_free (InterviewReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewReader, interview_reader_free)

G_END_DECLS
