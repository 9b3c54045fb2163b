/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/cast.h"

/**
 * cast_open:
 * @self: (out caller-allocates): the cast
 * @server: (transfer full): with its settings, not started yet
 *
 * Starts the server and signs everybody in.
 */
void
cast_open (Cast *self, ServerFixture *server)
{
  InterviewSample *sample;

  self->server = server;
  server_fixture_start (server);
  sample = server_fixture_get_sample (server);
  self->recruiter = stand_in_new_redeemed (server, interview_sample_get_recruiter_code (sample));
  self->candidate = stand_in_new_redeemed (server, interview_sample_get_candidate_code (sample));
  self->admin = stand_in_new_redeemed (server, interview_sample_get_admin_code (sample));
  self->room_id = stand_in_get_room_id (self->candidate);
}

/**
 * cast_close:
 *
 * Ends the programs, then the server.
 */
void
cast_close (Cast *self)
{
  g_clear_pointer (&self->recruiter, stand_in_free);
  g_clear_pointer (&self->candidate, stand_in_free);
  g_clear_pointer (&self->admin, stand_in_free);
  g_clear_pointer (&self->server, server_fixture_free);
}
