/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-room.h"

#include "core/id.h"

/*
 * TestRoom does for calls in one process what the server does for programs: it tells who is in the
 * room and relays signals, later on the main context as a network would, as JSON text, and drops
 * them while it is not connected. A TestSeat is one run of a program in it.
 */
struct _TestRoom
{
  GObject parent_instance;

  char *id;
  GPtrArray *seats;
  gboolean connected;
  guint relayed;
  InterviewIceSettings *ice;
};

struct _TestSeat
{
  GObject parent_instance;

  TestRoom *room; /* not owned: the room outlives its seats */
  char *instance;
  InterviewParticipant *participant;
  InterviewPresence *presence;
  gboolean connected;
  gboolean in_lobby;
};

enum
{
  PROP_0,
  PROP_CONNECTED,
};

typedef struct
{
  TestRoom *room;
  char *from;
  char *to;
  char *text;
} Letter;

static void test_seat_signalling_init (InterviewSignallingInterface *iface);

G_DEFINE_FINAL_TYPE (TestRoom, test_room, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (TestSeat,
                               test_seat,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (INTERVIEW_TYPE_SIGNALLING,
                                                      test_seat_signalling_init))

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_object_unref (letter->room);
  g_free (letter->from);
  g_free (letter->to);
  g_free (letter->text);
  g_free (letter);
}

static gboolean
on_letter (gpointer user_data)
{
  Letter *letter = user_data;
  g_autoptr (InterviewSignal) signal = NULL;
  g_autoptr (GError) error = NULL;

  signal = interview_record_from_text (INTERVIEW_TYPE_SIGNAL, letter->text, -1, &error);
  g_assert_no_error (error);
  g_object_set (signal, "peer", letter->from, NULL);
  for (guint i = 0; i < letter->room->seats->len; i++)
    {
      TestSeat *seat = g_ptr_array_index (letter->room->seats, i);

      if (letter->room->connected && g_str_equal (seat->instance, letter->to))
        {
          letter->room->relayed++;
          interview_signalling_emit_received (INTERVIEW_SIGNALLING (seat), signal);
          break;
        }
    }

  return G_SOURCE_REMOVE;
}

static void
test_seat_send (InterviewSignalling *signalling, InterviewSignal *signal)
{
  TestSeat *self = TEST_SEAT (signalling);
  g_autoptr (GError) error = NULL;
  Letter *letter;

  interview_record_validate (INTERVIEW_RECORD (signal), &error);
  g_assert_no_error (error);
  if (self->room == NULL || !self->connected)
    return;

  letter = g_new0 (Letter, 1);
  letter->room = g_object_ref (self->room);
  letter->from = g_strdup (self->instance);
  letter->to = g_strdup (interview_signal_get_peer (signal));
  letter->text = interview_record_to_text (INTERVIEW_RECORD (signal));
  g_idle_add_full (G_PRIORITY_DEFAULT, on_letter, letter, letter_free);
}

static const char *
test_seat_get_instance (InterviewSignalling *signalling)
{
  return TEST_SEAT (signalling)->instance;
}

static const char *
test_seat_get_room_id (InterviewSignalling *signalling)
{
  TestSeat *self = TEST_SEAT (signalling);

  return self->room != NULL ? self->room->id : self->instance;
}

static InterviewPresence *
test_seat_get_presence (InterviewSignalling *signalling)
{
  return TEST_SEAT (signalling)->presence;
}

static InterviewIceSettings *
test_seat_get_ice (InterviewSignalling *signalling)
{
  TestSeat *self = TEST_SEAT (signalling);

  return self->room != NULL ? self->room->ice : NULL;
}

static void
test_seat_signalling_init (InterviewSignallingInterface *iface)
{
  iface->send = test_seat_send;
  iface->get_instance = test_seat_get_instance;
  iface->get_room_id = test_seat_get_room_id;
  iface->get_presence = test_seat_get_presence;
  iface->get_ice = test_seat_get_ice;
}

static void
test_seat_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, TEST_SEAT (object)->connected);
}

static void
test_seat_finalize (GObject *object)
{
  TestSeat *self = TEST_SEAT (object);

  g_free (self->instance);
  g_clear_object (&self->participant);
  g_clear_object (&self->presence);

  G_OBJECT_CLASS (test_seat_parent_class)->finalize (object);
}

static void
test_seat_class_init (TestSeatClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = test_seat_get_property;
  object_class->finalize = test_seat_finalize;
  g_object_class_override_property (object_class, PROP_CONNECTED, "connected");
}

static void
test_seat_init (TestSeat *self)
{
}

static void
test_room_finalize (GObject *object)
{
  TestRoom *self = TEST_ROOM (object);

  g_free (self->id);
  g_ptr_array_unref (self->seats);
  g_clear_object (&self->ice);

  G_OBJECT_CLASS (test_room_parent_class)->finalize (object);
}

static void
test_room_class_init (TestRoomClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_room_finalize;
}

static void
test_room_init (TestRoom *self)
{
  self->id = interview_id_new ();
  self->seats = g_ptr_array_new_with_free_func (g_object_unref);
  self->connected = TRUE;
}

TestRoom *
test_room_new (void)
{
  return g_object_new (TEST_TYPE_ROOM, NULL);
}

static InterviewPeer *
make_peer (TestSeat *seat)
{
  return g_object_new (INTERVIEW_TYPE_PEER, "instance", seat->instance, "participant",
                       seat->participant, "joined-at", g_get_real_time (), "in-lobby",
                       seat->in_lobby, NULL);
}

/* Tells one seat what the server would: in the lobby, of itself alone. */
static void
tell_seat (TestRoom *self, TestSeat *seat, InterviewPresenceCause cause, const char *departed)
{
  g_autoptr (GPtrArray) peers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewPresence) presence = NULL;

  for (guint i = 0; i < self->seats->len; i++)
    {
      TestSeat *other = g_ptr_array_index (self->seats, i);

      if (other == seat || !seat->in_lobby)
        g_ptr_array_add (peers, make_peer (other));
    }
  presence = g_object_new (INTERVIEW_TYPE_PRESENCE, "room-id", self->id, "peers", peers, "departed",
                           departed, "cause", cause, NULL);
  g_set_object (&seat->presence, presence);
  interview_signalling_emit_presence (INTERVIEW_SIGNALLING (seat), presence);
}

static void
tell (TestRoom *self, InterviewPresenceCause cause, const char *departed)
{
  g_autoptr (GPtrArray) seats = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->seats->len; i++)
    g_ptr_array_add (seats, g_object_ref (g_ptr_array_index (self->seats, i)));
  for (guint i = 0; i < seats->len; i++)
    tell_seat (self, g_ptr_array_index (seats, i), cause, departed);
}

/* Takes a seat and tells everybody; @instance decides who offers, %NULL for any. */
TestSeat *
test_room_enter (TestRoom *self, const char *person_id, const char *instance)
{
  TestSeat *seat = g_object_new (TEST_TYPE_SEAT, NULL);

  seat->room = self;
  seat->connected = self->connected;
  seat->instance = instance != NULL ? g_strdup (instance) : interview_id_new ();
  seat->participant = g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id", person_id,
                                    "display-name", "Somebody", "role", 0, NULL);
  g_ptr_array_add (self->seats, g_object_ref (seat));
  tell (self, INTERVIEW_PRESENCE_CAUSE_JOINED, NULL);

  return seat;
}

void
test_room_leave (TestRoom *self, TestSeat *seat, InterviewPresenceCause cause)
{
  seat->room = NULL;
  seat->connected = FALSE;
  g_ptr_array_remove (self->seats, seat);
  tell (self, cause, seat->instance);
}

/* Sends a seat to the lobby, or admits it. */
void
test_room_set_in_lobby (TestRoom *self, TestSeat *seat, gboolean in_lobby)
{
  seat->in_lobby = in_lobby;
  tell (self, INTERVIEW_PRESENCE_CAUSE_CURRENT, NULL);
}

/* Tells everybody who is there, as after a reconnection. */
void
test_room_tell (TestRoom *self, InterviewPresenceCause cause)
{
  tell (self, cause, NULL);
}

/* The server is away, or back. */
void
test_room_set_connected (TestRoom *self, gboolean connected)
{
  self->connected = connected;
  for (guint i = 0; i < self->seats->len; i++)
    {
      TestSeat *seat = g_ptr_array_index (self->seats, i);

      seat->connected = connected;
      g_object_notify (G_OBJECT (seat), "connected");
    }
}

guint
test_room_get_relayed (TestRoom *self)
{
  return self->relayed;
}

/* What the server would say from now on of STUN and TURN. */
void
test_room_set_ice (TestRoom *self, InterviewIceSettings *ice)
{
  g_set_object (&self->ice, ice);
}
