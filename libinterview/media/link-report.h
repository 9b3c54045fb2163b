/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * InterviewLinkWay:
 * @INTERVIEW_LINK_WAY_UNKNOWN: not known yet
 * @INTERVIEW_LINK_WAY_DIRECT: straight between the two machines
 * @INTERVIEW_LINK_WAY_RELAY: through a relay
 *
 * Which way packets take.
 */
typedef enum
{
  INTERVIEW_LINK_WAY_UNKNOWN,
  INTERVIEW_LINK_WAY_DIRECT,
  INTERVIEW_LINK_WAY_RELAY,
} InterviewLinkWay;

/**
 * InterviewLinkReport:
 * @received: packets of sound and picture that came, since the link stands
 * @lost: that did not, before they were sent again
 * @way: which way they take
 *
 * What webrtcbin says of a link. It has no address in it.
 */
typedef struct
{
  guint64 received;
  guint64 lost;
  InterviewLinkWay way;
} InterviewLinkReport;

void interview_link_report_read (InterviewLinkReport *self, const GstStructure *stats);

G_END_DECLS
