/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InterviewLinkRole:
 *
 * What goes over a link.
 *
 * @INTERVIEW_LINK_ROLE_BOTH: ours and theirs, straight between two programs
 * @INTERVIEW_LINK_ROLE_SEND: ours, to a media server that hands it on to all
 * @INTERVIEW_LINK_ROLE_RECEIVE: that of one other person, from a media server
 */
typedef enum
{
  INTERVIEW_LINK_ROLE_BOTH,
  INTERVIEW_LINK_ROLE_SEND,
  INTERVIEW_LINK_ROLE_RECEIVE,
} InterviewLinkRole;

G_END_DECLS
