/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "support/stand-in.h"

G_BEGIN_DECLS

/*
 * The programs of the sample company's first room at a server of their own: its recruiter and its
 * candidate, and the HR admin, all signed in and with no socket open.
 */
typedef struct
{
  ServerFixture *server;
  StandIn *recruiter;
  StandIn *candidate;
  StandIn *admin;
  const char *room_id;
} Cast;

void cast_open (Cast *self, ServerFixture *server);
void cast_close (Cast *self);

G_END_DECLS
