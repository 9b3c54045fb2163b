/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/janus-room.h"

#include "server/janus-control.h"
#include "server/janus-link.h"
#include "server/janus-wishes.h"

/* Whoever asks again sooner has not waited for the answer. */
#define PATIENCE G_TIME_SPAN_SECOND

/* Epochs that programs choose begin at the seconds since 2020. */
#define EPOCH_ZERO G_GINT64_CONSTANT (1577836800)

/*
 * InterviewJanusRoom is a room of Janus’s VideoRoom for one room of ours: it translates what
 * programs say to the media server into requests, and the answers into signals. It does not read
 * what is in the descriptions.
 *
 * Each program offers once what it sends, and asks by `restart` for what another one sends; Janus
 * offers that. A new link replaces an older one of the same two when it stands, so that a picture
 * goes on while its way changes. When somebody sends over a new link, all who see them get an offer
 * without asking.
 *
 * On the media server’s main context. Signals: `said` (instance, #InterviewSignal): something for a
 * program; `failed` (#GError): it cannot be made.
 */
struct _InterviewJanusRoom
{
  GObject parent_instance;

  InterviewJanusClient *client;
  char *room_id;
  char *peer;
  gulong events; /* 0 when it is closed */

  InterviewJanusControl *control;
  GPtrArray *waiting;    /* InterviewJanusWish */
  GPtrArray *links;      /* InterviewJanusLink */
  GHashTable *listeners; /* runs of programs that want no pictures of cameras */
};

enum
{
  SIGNAL_SAID,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewJanusRoom, interview_janus_room, G_TYPE_OBJECT)

static void
interview_janus_room_dispose (GObject *object)
{
  interview_janus_room_close (INTERVIEW_JANUS_ROOM (object));

  G_OBJECT_CLASS (interview_janus_room_parent_class)->dispose (object);
}

static void
interview_janus_room_finalize (GObject *object)
{
  InterviewJanusRoom *self = INTERVIEW_JANUS_ROOM (object);

  g_clear_object (&self->client);
  g_clear_object (&self->control);
  g_hash_table_unref (self->listeners);
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->links);
  g_free (self->room_id);
  g_free (self->peer);

  G_OBJECT_CLASS (interview_janus_room_parent_class)->finalize (object);
}

static void
interview_janus_room_class_init (InterviewJanusRoomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_janus_room_dispose;
  object_class->finalize = interview_janus_room_finalize;

  signals[SIGNAL_SAID] =
      g_signal_new ("said", INTERVIEW_TYPE_JANUS_ROOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, INTERVIEW_TYPE_SIGNAL);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", INTERVIEW_TYPE_JANUS_ROOM, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_janus_room_init (InterviewJanusRoom *self)
{
  self->waiting = interview_janus_wishes_new ();
  self->listeners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
on_said (InterviewJanusRoom *self, InterviewSignal *signal, InterviewJanusLink *link)
{
  g_object_set (signal, "room-id", self->room_id, "peer", self->peer, NULL);
  g_signal_emit (self, signals[SIGNAL_SAID], 0, interview_janus_link_get_viewer (link), signal);
}

static gboolean
is_between (InterviewJanusLink *link, const char *viewer, const char *source)
{
  return g_str_equal (interview_janus_link_get_viewer (link), viewer) &&
         g_str_equal (interview_janus_link_get_source (link), source);
}

/* The newest link of the two, or the newest that stands. */
static InterviewJanusLink *
find_link (InterviewJanusRoom *self, const char *viewer, const char *source, gboolean standing)
{
  InterviewJanusLink *newest = NULL;

  for (guint i = 0; i < self->links->len; i++)
    {
      InterviewJanusLink *link = g_ptr_array_index (self->links, i);

      if (is_between (link, viewer, source) && (!standing || interview_janus_link_is_up (link)) &&
          (newest == NULL ||
           interview_janus_link_get_epoch (link) > interview_janus_link_get_epoch (newest)))
        newest = link;
    }

  return newest;
}

static void
remove_link (InterviewJanusRoom *self, InterviewJanusLink *link)
{
  g_signal_handlers_disconnect_by_data (link, self);
  interview_janus_link_close (link);
  g_ptr_array_remove (self->links, link);
}

/* However often somebody begins anew: besides the link that stands there is one at most. */
static void
give_up_attempts (InterviewJanusRoom *self, const char *viewer, const char *source)
{
  for (guint i = self->links->len; i > 0; i--)
    {
      InterviewJanusLink *link = g_ptr_array_index (self->links, i - 1);

      if (is_between (link, viewer, source) && !interview_janus_link_is_up (link))
        remove_link (self, link);
    }
}

static void on_up (InterviewJanusRoom *self, InterviewJanusLink *link);
static void on_over (InterviewJanusRoom *self, InterviewJanusLink *link);

static InterviewJanusLink *
add_link (InterviewJanusRoom *self, const char *viewer, const char *source, gint64 epoch)
{
  InterviewJanusLink *link = interview_janus_link_new (self->client, viewer, source, epoch);

  give_up_attempts (self, viewer, source);
  g_signal_connect_swapped (link, "said", G_CALLBACK (on_said), self);
  g_signal_connect_swapped (link, "up", G_CALLBACK (on_up), self);
  g_signal_connect_swapped (link, "over", G_CALLBACK (on_over), self);
  g_ptr_array_add (self->links, link);
  interview_janus_link_set_pictures (link, !g_hash_table_contains (self->listeners, viewer));
  return link;
}

static void
send (InterviewJanusRoom *self, const char *sender, gint64 epoch, const char *sdp)
{
  JsonObject *join = json_object_new ();

  json_object_set_string_member (join, "request", "joinandconfigure");
  json_object_set_string_member (join, "ptype", "publisher");
  interview_janus_control_add_to (self->control, join);
  interview_janus_link_open (add_link (self, sender, sender, epoch), join, sdp);
}

static JsonArray *
all_streams_of (JsonNode *feed)
{
  JsonArray *streams = json_array_new ();
  JsonObject *stream = json_object_new ();

  json_object_set_member (stream, "feed", json_node_copy (feed));
  json_array_add_object_element (streams, stream);
  return streams;
}

/* Offers a picture to somebody, on a link that is newer than @epoch. */
static void
show (InterviewJanusRoom *self, const char *viewer, InterviewJanusLink *sending, gint64 epoch)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC - EPOCH_ZERO;
  const char *source = interview_janus_link_get_source (sending);
  JsonObject *join = json_object_new ();

  json_object_set_string_member (join, "request", "join");
  json_object_set_string_member (join, "ptype", "subscriber");
  /* What becomes of a picture is our business: Janus shall not offer anything of its own accord. */
  json_object_set_boolean_member (join, "autoupdate", FALSE);
  json_object_set_array_member (join, "streams",
                                all_streams_of (interview_janus_link_get_feed (sending)));
  interview_janus_control_add_to (self->control, join);
  interview_janus_link_open (add_link (self, viewer, source, MAX (epoch + 1, now)), join, NULL);
}

static void
remove_older (InterviewJanusRoom *self, InterviewJanusLink *link)
{
  for (guint i = self->links->len; i > 0; i--)
    {
      InterviewJanusLink *other = g_ptr_array_index (self->links, i - 1);

      if (is_between (other, interview_janus_link_get_viewer (link),
                      interview_janus_link_get_source (link)) &&
          interview_janus_link_get_epoch (other) < interview_janus_link_get_epoch (link))
        remove_link (self, other);
    }
}

static void
show_to_all (InterviewJanusRoom *self, InterviewJanusLink *sending)
{
  const char *source = interview_janus_link_get_source (sending);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->links->len; i++)
    {
      InterviewJanusLink *link = g_ptr_array_index (self->links, i);
      const char *viewer = interview_janus_link_get_viewer (link);

      if (g_str_equal (interview_janus_link_get_source (link), source) &&
          !g_str_equal (viewer, source) &&
          !g_ptr_array_find_with_equal_func (seen, viewer, g_str_equal, NULL))
        g_ptr_array_add (seen, g_strdup (viewer));
    }
  for (guint i = 0; i < seen->len; i++)
    {
      const char *viewer = g_ptr_array_index (seen, i);
      InterviewJanusLink *newest = find_link (self, viewer, source, FALSE);

      interview_janus_wishes_forget (self->waiting, viewer, source);
      show (self, viewer, sending, interview_janus_link_get_epoch (newest));
    }
}

/* Whoever asked for it before it was there. */
static void
fulfil_wishes (InterviewJanusRoom *self, InterviewJanusLink *sending)
{
  const char *source = interview_janus_link_get_source (sending);

  for (guint i = self->waiting->len; i > 0; i--)
    {
      InterviewJanusWish *wish = g_ptr_array_index (self->waiting, i - 1);

      if (!g_str_equal (interview_signal_get_source (wish->signal), source))
        continue;
      show (self, wish->sender, sending, interview_signal_get_epoch (wish->signal));
      g_ptr_array_remove_index (self->waiting, i - 1);
    }
}

static void
on_up (InterviewJanusRoom *self, InterviewJanusLink *link)
{
  const char *source = interview_janus_link_get_source (link);

  if (g_str_equal (interview_janus_link_get_viewer (link), source))
    {
      show_to_all (self, link);
      fulfil_wishes (self, link);
    }
  remove_older (self, link);
}

/* Who sends is told to begin anew; who sees finds out and asks. */
static void
on_over (InterviewJanusRoom *self, InterviewJanusLink *link)
{
  g_autoptr (InterviewJanusLink) keep = g_object_ref (link);
  const char *viewer = interview_janus_link_get_viewer (link);
  const char *source = interview_janus_link_get_source (link);
  g_autoptr (InterviewSignal) signal = NULL;
  gboolean newest = find_link (self, viewer, source, FALSE) == link;

  remove_link (self, link);
  if (!newest || !g_str_equal (viewer, source))
    return;
  signal = g_object_new (INTERVIEW_TYPE_SIGNAL, "room-id", self->room_id, "peer", self->peer,
                         "source", source, "epoch", interview_janus_link_get_epoch (link), "kind",
                         INTERVIEW_SIGNAL_KIND_RESTART, NULL);
  g_signal_emit (self, signals[SIGNAL_SAID], 0, viewer, signal);
}

static void
on_event (InterviewJanusRoom *self, guint64 handle, JsonObject *message)
{
  for (guint i = 0; i < self->links->len; i++)
    if (interview_janus_link_take_event (g_ptr_array_index (self->links, i), handle, message))
      return;
}

static void
take_offer (InterviewJanusRoom *self, const char *sender, InterviewSignal *signal)
{
  InterviewJanusLink *newest = find_link (self, sender, sender, FALSE);
  gint64 epoch = interview_signal_get_epoch (signal);

  if (interview_signal_get_sdp (signal) == NULL)
    return;
  if (newest == NULL || epoch > interview_janus_link_get_epoch (newest))
    send (self, sender, epoch, interview_signal_get_sdp (signal));
  else if (epoch == interview_janus_link_get_epoch (newest))
    interview_janus_link_repeat (newest);
}

static void
take_restart (InterviewJanusRoom *self, const char *sender, InterviewSignal *signal)
{
  const char *source = interview_signal_get_source (signal);
  InterviewJanusLink *sending = find_link (self, source, source, TRUE);
  InterviewJanusLink *newest = find_link (self, sender, source, FALSE);
  gint64 epoch = interview_signal_get_epoch (signal);

  if (g_str_equal (sender, source))
    return;
  interview_janus_wishes_forget (self->waiting, sender, source);
  if (sending == NULL)
    interview_janus_wishes_add (self->waiting, sender, signal);
  else if (newest == NULL)
    show (self, sender, sending, epoch);
  else if (epoch < interview_janus_link_get_epoch (newest))
    interview_janus_link_repeat (newest);
  else if (g_get_monotonic_time () - interview_janus_link_get_created (newest) > PATIENCE)
    show (self, sender, sending, epoch);
}

/* Who only listens gets no pictures of anybody, on the links that there are and on later ones. */
static void
take_media (InterviewJanusRoom *self, const char *sender, InterviewSignal *signal)
{
  gboolean pictures = !interview_signal_get_sound_only (signal);

  if (pictures != g_hash_table_contains (self->listeners, sender))
    return;
  if (pictures)
    g_hash_table_remove (self->listeners, sender);
  else
    g_hash_table_add (self->listeners, g_strdup (sender));
  for (guint i = 0; i < self->links->len; i++)
    if (g_str_equal (interview_janus_link_get_viewer (g_ptr_array_index (self->links, i)), sender))
      interview_janus_link_set_pictures (g_ptr_array_index (self->links, i), pictures);
}

static void
take_now (InterviewJanusRoom *self, const char *sender, InterviewSignal *signal)
{
  InterviewJanusLink *link = find_link (self, sender, interview_signal_get_source (signal), FALSE);
  gboolean current =
      link != NULL && interview_janus_link_get_epoch (link) == interview_signal_get_epoch (signal);

  switch (interview_signal_get_kind (signal))
    {
    case INTERVIEW_SIGNAL_KIND_OFFER:
      take_offer (self, sender, signal);
      break;
    case INTERVIEW_SIGNAL_KIND_ANSWER:
      if (current)
        interview_janus_link_answer (link, interview_signal_get_sdp (signal));
      break;
    case INTERVIEW_SIGNAL_KIND_CANDIDATE:
      if (current)
        interview_janus_link_add_candidate (link, interview_signal_get_media_line (signal),
                                            interview_signal_get_candidate (signal));
      break;
    case INTERVIEW_SIGNAL_KIND_RESTART:
      take_restart (self, sender, signal);
      break;
    case INTERVIEW_SIGNAL_KIND_BYE:
      interview_janus_room_part (self, sender);
      break;
    case INTERVIEW_SIGNAL_KIND_MEDIA:
      take_media (self, sender, signal);
      break;
    default:
      break;
    }
}

static void
on_made (InterviewJanusRoom *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = interview_janus_wishes_new ();
  for (guint i = 0; i < waiting->len; i++)
    {
      InterviewJanusWish *wish = g_ptr_array_index (waiting, i);

      take_now (self, wish->sender, wish->signal);
    }
}

static void
on_failed (InterviewJanusRoom *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

/**
 * interview_janus_room_new:
 * @client: (transfer none): the line to Janus
 * @room_id: the room
 * @peer: as whom programs in it reach the media server
 *
 * Returns: (transfer full): a room that is not made yet
 */
InterviewJanusRoom *
interview_janus_room_new (InterviewJanusClient *client, const char *room_id, const char *peer)
{
  InterviewJanusRoom *self = g_object_new (INTERVIEW_TYPE_JANUS_ROOM, NULL);

  self->client = g_object_ref (client);
  self->room_id = g_strdup (room_id);
  self->peer = g_strdup (peer);
  self->control = interview_janus_control_new (client);
  g_signal_connect_object (self->control, "made", G_CALLBACK (on_made), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->control, "failed", G_CALLBACK (on_failed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * interview_janus_room_open:
 * @admin_key: (nullable): `admin_key` of the VideoRoom, without which it makes no rooms if it has
 *   one
 *
 * Makes the room; what programs say meanwhile waits.
 */
void
interview_janus_room_open (InterviewJanusRoom *self, const char *admin_key)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_ROOM (self));

  self->events = g_signal_connect_object (self->client, "event", G_CALLBACK (on_event), self,
                                          G_CONNECT_SWAPPED);
  interview_janus_control_open (self->control, admin_key);
}

/**
 * interview_janus_room_close:
 *
 * Ends it with all its links; nothing is said afterwards.
 */
void
interview_janus_room_close (InterviewJanusRoom *self)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_ROOM (self));

  if (self->events == 0)
    return;
  g_signal_handler_disconnect (self->client, self->events);
  self->events = 0;
  while (self->links->len > 0)
    remove_link (self, g_ptr_array_index (self->links, self->links->len - 1));
  interview_janus_control_close (self->control);
}

/**
 * interview_janus_room_take:
 * @sender: a run of a program that is in the call
 * @signal: (transfer none): what it says to the media server; what makes no sense is ignored
 */
void
interview_janus_room_take (InterviewJanusRoom *self, const char *sender, InterviewSignal *signal)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_ROOM (self));

  if (interview_signal_get_source (signal) == NULL)
    return;
  if (!interview_janus_control_is_made (self->control))
    interview_janus_wishes_add (self->waiting, sender, signal);
  else
    take_now (self, sender, signal);
}

/**
 * interview_janus_room_part:
 * @instance: a run of a program that is not in the call any more
 *
 * Takes away what it sends and what it sees.
 */
void
interview_janus_room_part (InterviewJanusRoom *self, const char *instance)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_ROOM (self));

  interview_janus_wishes_forget (self->waiting, instance, NULL);
  g_hash_table_remove (self->listeners, instance);
  for (guint i = self->links->len; i > 0; i--)
    {
      InterviewJanusLink *link = g_ptr_array_index (self->links, i - 1);

      if (g_str_equal (interview_janus_link_get_viewer (link), instance) ||
          g_str_equal (interview_janus_link_get_source (link), instance))
        remove_link (self, link);
    }
}
