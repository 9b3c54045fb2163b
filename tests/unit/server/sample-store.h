/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/model/room.h"
#include "server/sample/sample.h"
#include "server/services/actor.h"
#include "support/folder.h"

G_BEGIN_DECLS

/* When the clock of a SampleStore stands at first: 2030-03-05T09:00:00Z. */
#define SAMPLE_NOW G_GINT64_CONSTANT (1898931600000000)

/*
 * A store with the sample company, on a clock that stands still. Each step of a test is a unit of
 * work of its own.
 */
typedef struct
{
  TestFolder *folder;
  InterviewClock *clock;
  InterviewStore *store;
  InterviewBlobStore *blobs;
  InterviewSample *sample;
} SampleStore;

SampleStore *sample_store_new (void);
void sample_store_free (SampleStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SampleStore, sample_store_free)

typedef void (*SampleStep) (InterviewTransaction *transaction, gpointer data);
GPtrArray *sample_store_run (SampleStore *self, SampleStep step, gpointer data);
void sample_store_do (SampleStore *self, SampleStep step, gpointer data);

InterviewActor *
sample_store_find_actor (InterviewTransaction *transaction, const char *key, const char *language);
char *sample_store_find_id (InterviewTransaction *transaction, const char *table, const char *key);
InterviewParticipant *sample_store_check_join (InterviewTransaction *transaction,
                                               InterviewActor *actor,
                                               const char *room_id,
                                               gint64 *opens_at,
                                               GError **error);
gboolean sample_store_occupy (InterviewTransaction *transaction,
                              const char *room_id,
                              gboolean candidate,
                              gboolean recruiter,
                              GError **error);
gint64 sample_store_count (InterviewTransaction *transaction, const char *sql);

/* The parts of the one program of tests that needs the sample. */
void add_audit_tests (void);
void add_outbox_tests (void);
void add_disclosure_tests (void);
void add_question_tests (void);
void add_rating_tests (void);
void add_recording_tests (void);
void add_schedule_tests (void);
void add_share_tests (void);
void add_sign_in_tests (void);
void add_staffing_tests (void);

G_END_DECLS
