/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/delivery/verdict.h"

G_BEGIN_DECLS

/**
 * InterviewBeginFunc:
 * @data: what was given with it
 *
 * Called before the first byte of a message leaves; blocks until that is on disk.
 *
 * Returns: whether the message may go
 */
typedef gboolean (*InterviewBeginFunc) (gpointer data);

/**
 * InterviewTransfer:
 * @ca_file: (nullable): certificates to trust instead of the system's
 * @begin: called before the first byte leaves
 * @stop: set from another thread when the server stops: what has not begun does not begin
 * @body: what is to be handed over
 * @hand_over: what is known afterwards
 * @reply: what the other side said: its lines over SMTP, the body over HTTP
 * @withdrawn: whether @begin forbade it
 *
 * One message on its way through libcurl, on a thread that may block.
 */
typedef struct
{
  const char *ca_file;
  InterviewBeginFunc begin;
  gpointer data;
  const int *stop;
  GBytes *body;

  InterviewHandOver hand_over;
  GString *reply;
  gboolean withdrawn;
  gsize given;
} InterviewTransfer;

void interview_transfer_init (InterviewTransfer *self,
                              const char *ca_file,
                              InterviewBeginFunc begin,
                              gpointer data,
                              const int *stop);
void interview_transfer_clear (InterviewTransfer *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InterviewTransfer, interview_transfer_clear)

CURL *interview_transfer_open (InterviewTransfer *self, const char *uri, GBytes *body);
size_t interview_transfer_take_reply (char *buffer, size_t size, size_t count, void *data);
void interview_transfer_run (InterviewTransfer *self, CURL *handle);

G_END_DECLS
