/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

#include "media/packet-report.h"

G_BEGIN_DECLS

/* The header extension that numbers packets over all streams, and the id that our offers
 * give it. */
#define INTERVIEW_TRANSPORT_FEEDBACK_URI                                                           \
  "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"
#define INTERVIEW_TRANSPORT_FEEDBACK_ID 1

gboolean interview_transport_feedback_read (GstEvent *event, GArray *reports);

G_END_DECLS
