/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <unistd.h>

#include "client/page.h"
#include "client/room-api.h"
#include "program/visit.h"

/*
 * A recruiter without a window, for tests of the candidate's program:
 *
 *   ui-partner SIGN-IN-FILE ROOM
 *
 * signs in and obeys the lines that it reads: `join`, `leave`, `end`, `quit`. What happens to its
 * visit it says in lines of its own: `ready`, then the nick of each state.
 */
typedef struct
{
  GMainLoop *loop;
  const char *room_id;
  InterviewProfile *profile;
  InterviewAccount *account;
  InterviewDevices *devices;
  InterviewLastVisit *last_visit;
  InterviewRoomWatch *watch;
  InterviewVisit *visit;
  GDataInputStream *input;
  int status;
} Partner;

static void read_line (Partner *self);

static void
say (const char *text)
{
  printf ("%s\n", text);
  fflush (stdout);
}

static void
fail (Partner *self, const char *what, const GError *error)
{
  fprintf (stderr, "%s: %s\n", what, error != NULL ? error->message : "failed");
  self->status = 1;
  g_main_loop_quit (self->loop);
}

static void
on_state (Partner *self)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (INTERVIEW_TYPE_VISIT_STATE);

  say (g_enum_get_value (states, interview_visit_get_state (self->visit))->value_nick);
}

static void
on_admitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoom) room =
      interview_room_api_set_entrance_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (room == NULL)
    fail (user_data, "admit", error);
}

/* A recruiter who lets everybody in. */
static void
on_roster (Partner *self)
{
  g_autoptr (InterviewEntranceRequest) request =
      g_object_new (INTERVIEW_TYPE_ENTRANCE_REQUEST, "seen", INTERVIEW_ROOM_ENTRANCE_LOBBY,
                    "entrance", INTERVIEW_ROOM_ENTRANCE_ADMITTED, NULL);

  if (interview_roster_has_waiting (interview_visit_get_roster (self->visit)))
    interview_room_api_set_entrance_async (interview_account_get_connection (self->account),
                                           self->room_id, request, NULL, on_admitted, self);
}

static void
join (Partner *self)
{
  if (self->visit != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->visit, self);
      g_signal_handlers_disconnect_by_data (interview_visit_get_roster (self->visit), self);
    }
  g_clear_object (&self->visit);
  self->visit = interview_visit_new (self->account, self->watch, self->devices, self->last_visit);
  g_signal_connect_swapped (self->visit, "notify::state", G_CALLBACK (on_state), self);
  g_signal_connect_swapped (interview_visit_get_roster (self->visit), "changed",
                            G_CALLBACK (on_roster), self);
  interview_visit_enter (self->visit);
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!interview_visit_end_finish (INTERVIEW_VISIT (source), result, &error))
    fail (user_data, "end", error);
}

static void
obey (Partner *self, const char *line)
{
  if (g_str_equal (line, "join"))
    join (self);
  else if (g_str_equal (line, "leave"))
    interview_visit_leave (self->visit);
  else if (g_str_equal (line, "end"))
    interview_visit_end_async (self->visit, NULL, on_ended, self);
  else
    g_main_loop_quit (self->loop);
}

static void
on_line (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Partner *self = user_data;
  g_autofree char *line =
      g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);

  if (line == NULL)
    {
      g_main_loop_quit (self->loop);
      return;
    }
  obey (self, line);
  read_line (self);
}

static void
read_line (Partner *self)
{
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, NULL, on_line, self);
}

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Partner *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!interview_account_sign_in_finish (INTERVIEW_ACCOUNT (source), result, &error))
    {
      fail (self, "sign in", error);
      return;
    }
  self->watch = interview_room_watch_new (self->account, self->room_id);
  say ("ready");
  read_line (self);
}

static void
close_all (Partner *self)
{
  if (self->visit != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->visit, self);
      g_signal_handlers_disconnect_by_data (interview_visit_get_roster (self->visit), self);
    }
  g_clear_object (&self->visit);
  g_clear_object (&self->watch);
  g_clear_object (&self->devices);
  g_clear_object (&self->last_visit);
  g_clear_object (&self->account);
  g_clear_object (&self->profile);
  g_clear_object (&self->input);
  g_main_loop_unref (self->loop);
}

int
main (int argc, char **argv)
{
  Partner self = { .loop = g_main_loop_new (NULL, FALSE) };
  const char *const languages[] = { "en", NULL };
  g_autoptr (InterviewClock) clock = interview_clock_new_system ();
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (argc != 3)
    return 2;
  self.room_id = argv[2];
  self.profile = interview_profile_new ("io.github.interview.Recruiter", "partner", &error);
  if (self.profile == NULL)
    g_error ("%s", error->message);
  self.input = g_data_input_stream_new (input);
  self.devices = interview_devices_new (interview_profile_get_settings (self.profile));
  interview_source_factory_use_test_sources (interview_devices_get_factory (self.devices));
  path = interview_profile_build_data_path (self.profile, "visit.ini");
  self.last_visit = interview_last_visit_new (path, clock);
  self.account = interview_account_new (self.profile, languages, TRUE);
  interview_account_redeem_file_async (self.account, argv[1], NULL, on_signed_in, &self);
  g_main_loop_run (self.loop);
  close_all (&self);
  return self.status;
}
