/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>

#include "core/id.h"
#include "server/data-folder.h"
#include "server/server.h"
#include "server/services/session-opening.h"
#include "server/services/setup-service.h"
#include "server/store/application-table.h"
#include "server/store/assignment-table.h"
#include "server/store/membership-table.h"
#include "server/store/person-table.h"
#include "server/store/position-table.h"
#include "server/store/room-table.h"

/*
 * seed DATA ROOMS: makes a company with so many rooms, each with a recruiter and a candidate of its
 * own who are signed in, and prints a line for each: room, recruiter's token, candidate's token.
 */
typedef struct
{
  InterviewTransaction *transaction;
  InterviewRowHead head;
  const char *position_id;
} Seed;

static char *
add_person (Seed *seed, InterviewRole role)
{
  g_autoptr (InterviewPerson) person = NULL;
  g_autofree char *membership_id = interview_id_new ();
  g_autofree char *id = interview_id_new ();
  g_autoptr (GError) error = NULL;
  InterviewRowHead head = seed->head;

  person = g_object_new (INTERVIEW_TYPE_PERSON, "id", id, "revision", (gint64) 1, "display-name",
                         "Somebody", "role", role, NULL);
  head.id = id;
  interview_person_table_insert (seed->transaction, &head, person, "en", &error);
  g_assert_no_error (error);
  head.id = membership_id;
  interview_membership_table_insert (seed->transaction, &head, id, role, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&id);
}

static char *
sign_in (Seed *seed, const char *person_id, const char *room_id)
{
  const InterviewSessionOpening opening = { person_id, NULL, room_id, "en" };
  g_autoptr (InterviewSession) session = NULL;
  g_autoptr (GError) error = NULL;

  session = interview_session_opening_run (seed->transaction, &opening, &error);
  g_assert_no_error (error);
  return g_strdup (interview_session_get_token (session));
}

static void
add_room (Seed *seed)
{
  g_autofree char *recruiter_id = add_person (seed, INTERVIEW_ROLE_RECRUITER);
  g_autofree char *candidate_id = add_person (seed, INTERVIEW_ROLE_CANDIDATE);
  g_autofree char *new_application_id = interview_id_new ();
  g_autofree char *application_id = NULL;
  g_autofree char *room_id = interview_id_new ();
  g_autofree char *recruiter_token = NULL;
  g_autofree char *candidate_token = NULL;
  g_autoptr (GError) error = NULL;
  InterviewNewRoom room = {
    .head = seed->head,
    .interactive = TRUE,
    .starts_at = interview_transaction_get_now (seed->transaction),
    .duration_minutes = 60,
  };

  room.head.id = new_application_id;
  application_id = interview_application_table_ensure (seed->transaction, &room.head, candidate_id,
                                                       seed->position_id, &error);
  g_assert_no_error (error);
  room.head.id = room_id;
  room.application_id = application_id;
  interview_room_table_insert (seed->transaction, &room, &error);
  g_assert_no_error (error);
  /* Nothing goes from the lobby into the room. */
  interview_room_table_set_entrance (seed->transaction, room_id, INTERVIEW_ROOM_ENTRANCE_ADMITTED,
                                     NULL, &error);
  g_assert_no_error (error);
  interview_assignment_table_insert (seed->transaction, room_id, recruiter_id, 0, &error);
  g_assert_no_error (error);
  recruiter_token = sign_in (seed, recruiter_id, NULL);
  candidate_token = sign_in (seed, candidate_id, NULL);
  printf ("%s %s %s\n", room_id, recruiter_token, candidate_token);
}

static gboolean
fill (InterviewTransaction *transaction, gpointer data, GError **error)
{
  const InterviewPositionText text = { "en", "Position", "", "", "", "[]" };
  g_autofree char *position_id = interview_id_new ();
  g_autofree char *company_id = NULL;
  g_autofree char *unit_id = NULL;
  g_autoptr (InterviewPerson) admin = NULL;
  Seed seed = { transaction };
  InterviewRole role;

  admin = interview_setup_service_create (transaction, "Company", "en", "Admin",
                                          "admin@example.com", "none", error);
  g_assert_nonnull (admin);
  interview_membership_table_find (transaction, interview_person_get_id (admin), &company_id,
                                   &unit_id, &role, error);
  seed.head = (InterviewRowHead){ position_id, company_id, unit_id, NULL };
  seed.position_id = position_id;
  g_assert_true (interview_position_table_insert (transaction, &seed.head, error));
  g_assert_true (interview_position_table_insert_text (transaction, position_id, &text, error));
  for (int i = 0; i < GPOINTER_TO_INT (data); i++)
    add_room (&seed);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (InterviewConfig) config = interview_config_new ();
  g_autoptr (InterviewClock) clock = interview_clock_new_system ();
  g_autoptr (InterviewStore) store = NULL;
  g_autoptr (InterviewBlobStore) blobs = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (argc == 3);
  g_free (config->data);
  config->data = g_strdup (argv[1]);
  interview_data_folder_open (config, clock, &store, &blobs, &error);
  g_assert_no_error (error);
  interview_store_run (store, fill, GINT_TO_POINTER (atoi (argv[2])), NULL, &error);
  g_assert_no_error (error);
  return 0;
}
