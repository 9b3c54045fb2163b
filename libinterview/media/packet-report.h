/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InterviewPacketReport:
 * @sent_at: when we sent it, microseconds of our clock
 * @arrived_at: when the other side had it, microseconds of its clock, -1 if it was lost
 * @size: bytes
 *
 * What the other side says of one packet (draft-holmer-rmcat-transport-wide-cc-extensions-01).
 */
typedef struct
{
  gint64 sent_at;
  gint64 arrived_at;
  guint size;
} InterviewPacketReport;

G_END_DECLS
