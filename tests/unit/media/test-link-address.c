/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/link-address.h"

/* Whom the signals of a link go to, and who offers, on each way between programs. */

#define ROOM "rrrrrrrrrrrrrrrrrrrrrrrrrr"
#define OWN "mmmmmmmmmmmmmmmmmmmmmmmmmm"
#define BEFORE "aaaaaaaaaaaaaaaaaaaaaaaaaa"
#define AFTER "zzzzzzzzzzzzzzzzzzzzzzzzzy"
#define SERVER "ssssssssssssssssssssssssss"

#define TEST_TYPE_WAY (test_way_get_type ())
G_DECLARE_FINAL_TYPE (TestWay, test_way, TEST, WAY, GObject)

struct _TestWay
{
  GObject parent_instance;

  InterviewSignal *before;
  InterviewSignal *sent;
};

static void
test_way_send (InterviewSignalling *signalling, InterviewSignal *signal)
{
  TestWay *self = TEST_WAY (signalling);

  g_set_object (&self->before, self->sent);
  g_set_object (&self->sent, signal);
}

static const char *
test_way_get_instance (InterviewSignalling *signalling)
{
  return OWN;
}

static const char *
test_way_get_room_id (InterviewSignalling *signalling)
{
  return ROOM;
}

static void
test_way_signalling_init (InterviewSignallingInterface *iface)
{
  iface->send = test_way_send;
  iface->get_instance = test_way_get_instance;
  iface->get_room_id = test_way_get_room_id;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestWay,
                               test_way,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (INTERVIEW_TYPE_SIGNALLING,
                                                      test_way_signalling_init))

static void
test_way_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, TRUE);
}

static void
test_way_finalize (GObject *object)
{
  g_clear_object (&TEST_WAY (object)->before);
  g_clear_object (&TEST_WAY (object)->sent);

  G_OBJECT_CLASS (test_way_parent_class)->finalize (object);
}

static void
test_way_class_init (TestWayClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = test_way_get_property;
  G_OBJECT_CLASS (klass)->finalize = test_way_finalize;
  g_object_class_override_property (G_OBJECT_CLASS (klass), 1, "connected");
}

static void
test_way_init (TestWay *self)
{
}

static void
assert_goes (InterviewLinkAddress *address,
             TestWay *way,
             InterviewSignalKind kind,
             const char *peer,
             const char *source)
{
  interview_link_address_say (address, kind, 7);
  g_assert_cmpstr (interview_signal_get_room_id (way->sent), ==, ROOM);
  g_assert_cmpstr (interview_signal_get_peer (way->sent), ==, peer);
  g_assert_cmpstr (interview_signal_get_source (way->sent), ==, source);
  g_assert_cmpint (interview_signal_get_epoch (way->sent), ==, 7);
}

static gboolean
is_of (InterviewLinkAddress *address, const char *peer, const char *source)
{
  g_autoptr (InterviewSignal) signal =
      g_object_new (INTERVIEW_TYPE_SIGNAL, "room-id", ROOM, "peer", peer, "source", source, "kind",
                    INTERVIEW_SIGNAL_KIND_OFFER, "epoch", (gint64) 1, NULL);

  return interview_link_address_is_of (address, signal);
}

static void
test_straight (void)
{
  g_autoptr (TestWay) way = g_object_new (TEST_TYPE_WAY, NULL);
  g_autoptr (InterviewLinkAddress) before =
      interview_link_address_new (INTERVIEW_SIGNALLING (way), BEFORE);
  g_autoptr (InterviewLinkAddress) after =
      interview_link_address_new (INTERVIEW_SIGNALLING (way), AFTER);

  g_assert_cmpint (interview_link_address_get_role (before), ==, INTERVIEW_LINK_ROLE_BOTH);
  g_assert_false (interview_link_address_is_offerer (before));
  g_assert_true (interview_link_address_is_offerer (after));
  assert_goes (after, way, INTERVIEW_SIGNAL_KIND_OFFER, AFTER, NULL);
  assert_goes (after, way, INTERVIEW_SIGNAL_KIND_MEDIA, AFTER, NULL);
  g_assert_true (is_of (after, AFTER, NULL));
  g_assert_false (is_of (after, BEFORE, NULL));
  g_assert_false (is_of (after, AFTER, AFTER));
}

/* What another one sends comes from the server, which offers it; what they tell comes from them. */
static void
test_through_server (void)
{
  g_autoptr (TestWay) way = g_object_new (TEST_TYPE_WAY, NULL);
  g_autoptr (InterviewLinkAddress) address =
      interview_link_address_new (INTERVIEW_SIGNALLING (way), AFTER);

  g_assert_true (interview_link_address_set_media_server (address, SERVER));
  g_assert_false (interview_link_address_set_media_server (address, SERVER));
  g_assert_cmpint (interview_link_address_get_role (address), ==, INTERVIEW_LINK_ROLE_RECEIVE);
  g_assert_false (interview_link_address_is_offerer (address));
  assert_goes (address, way, INTERVIEW_SIGNAL_KIND_RESTART, SERVER, AFTER);
  assert_goes (address, way, INTERVIEW_SIGNAL_KIND_BYE, AFTER, NULL);
  assert_goes (address, way, INTERVIEW_SIGNAL_KIND_MEDIA, SERVER, AFTER);
  g_assert_cmpstr (interview_signal_get_peer (way->before), ==, AFTER);
  g_assert_null (interview_signal_get_source (way->before));
  g_assert_true (is_of (address, SERVER, AFTER));
  g_assert_true (is_of (address, AFTER, NULL));
  g_assert_false (is_of (address, SERVER, BEFORE));
  g_assert_false (is_of (address, BEFORE, AFTER));
  g_assert_true (interview_link_address_set_media_server (address, NULL));
  g_assert_cmpint (interview_link_address_get_role (address), ==, INTERVIEW_LINK_ROLE_BOTH);
}

static void
test_publication (void)
{
  g_autoptr (TestWay) way = g_object_new (TEST_TYPE_WAY, NULL);
  g_autoptr (InterviewLinkAddress) address =
      interview_link_address_new (INTERVIEW_SIGNALLING (way), OWN);

  interview_link_address_set_media_server (address, SERVER);
  g_assert_cmpint (interview_link_address_get_role (address), ==, INTERVIEW_LINK_ROLE_SEND);
  g_assert_true (interview_link_address_is_offerer (address));
  assert_goes (address, way, INTERVIEW_SIGNAL_KIND_OFFER, SERVER, OWN);
  assert_goes (address, way, INTERVIEW_SIGNAL_KIND_BYE, SERVER, OWN);
  g_assert_true (is_of (address, SERVER, OWN));
  g_assert_false (is_of (address, SERVER, AFTER));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link-address/straight", test_straight);
  g_test_add_func ("/link-address/through-server", test_through_server);
  g_test_add_func ("/link-address/publication", test_publication);

  return g_test_run ();
}
