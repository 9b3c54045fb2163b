/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/janus-link.h"

#include "server/janus-message.h"

/* Candidates of a program that came before there was a handle for them: more than a machine has. */
#define MAX_WAITING 64

/* Programs offer their camera first, and Janus keeps the order. */
#define CAMERA_LINE "0"

/*
 * InterviewJanusLink is one peer connection of Janus: with a program that sends its own picture and
 * sound, when viewer and source are the same, or with one that receives those of somebody else. It
 * is one handle, and lives once: a new link has a higher epoch.
 *
 * On the media server’s main context. Signals: `said` (#InterviewSignal): something for the viewer,
 * whose room and peer are not set; `up`: the link stands; `over`: it will not stand any more.
 */
struct _InterviewJanusLink
{
  GObject parent_instance;

  InterviewJanusClient *client;
  char *viewer;
  char *source;
  gint64 epoch;
  gint64 created;

  GCancellable *cancellable;
  JsonObject *join;
  char *offer;
  guint64 handle;
  JsonNode *feed;
  gboolean up;
  gboolean started;
  gboolean hides;     /* pictures of the camera */
  GPtrArray *waiting; /* InterviewSignal: candidates for Janus */
  GPtrArray *said;    /* InterviewSignal: what the viewer was told */
};

enum
{
  SIGNAL_SAID,
  SIGNAL_UP,
  SIGNAL_OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewJanusLink, interview_janus_link, G_TYPE_OBJECT)

static void
interview_janus_link_finalize (GObject *object)
{
  InterviewJanusLink *self = INTERVIEW_JANUS_LINK (object);

  g_clear_object (&self->client);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->join, json_object_unref);
  g_clear_pointer (&self->feed, json_node_unref);
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->said);
  g_free (self->viewer);
  g_free (self->source);
  g_free (self->offer);

  G_OBJECT_CLASS (interview_janus_link_parent_class)->finalize (object);
}

static void
interview_janus_link_class_init (InterviewJanusLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_janus_link_finalize;

  signals[SIGNAL_SAID] = g_signal_new ("said", INTERVIEW_TYPE_JANUS_LINK, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_SIGNAL);
  signals[SIGNAL_UP] = g_signal_new ("up", INTERVIEW_TYPE_JANUS_LINK, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OVER] = g_signal_new ("over", INTERVIEW_TYPE_JANUS_LINK, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
interview_janus_link_init (InterviewJanusLink *self)
{
  self->cancellable = g_cancellable_new ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->said = g_ptr_array_new_with_free_func (g_object_unref);
  self->created = g_get_monotonic_time ();
}

/**
 * interview_janus_link_new:
 * @client: (transfer none): the line to Janus
 * @viewer: the run of a program at the other end
 * @source: of whom the pictures are
 * @epoch: which link of the two it is
 *
 * Returns: (transfer full): a link that is not open
 */
InterviewJanusLink *
interview_janus_link_new (InterviewJanusClient *client,
                          const char *viewer,
                          const char *source,
                          gint64 epoch)
{
  InterviewJanusLink *self = g_object_new (INTERVIEW_TYPE_JANUS_LINK, NULL);

  self->client = g_object_ref (client);
  self->viewer = g_strdup (viewer);
  self->source = g_strdup (source);
  self->epoch = epoch;
  return self;
}

static void
tell (InterviewJanusLink *self, InterviewSignal *signal)
{
  g_object_set (signal, "epoch", self->epoch, "source", self->source, NULL);
  g_ptr_array_add (self->said, g_object_ref (signal));
  g_signal_emit (self, signals[SIGNAL_SAID], 0, signal);
}

static void
fail (InterviewJanusLink *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_info ("a link through Janus: %s", error->message);
  g_signal_emit (self, signals[SIGNAL_OVER], 0);
}

static void
on_joined (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewJanusLink) self = user_data;
  g_autoptr (InterviewSignal) signal = NULL;
  g_autoptr (JsonObject) jsep = NULL;
  g_autoptr (JsonObject) data = NULL;
  g_autoptr (GError) error = NULL;

  data = interview_janus_client_ask_finish (self->client, result, &jsep, &error);
  if (data == NULL)
    {
      fail (self, error);
      return;
    }
  if (jsep == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (json_object_has_member (data, "id"))
    self->feed = json_node_copy (json_object_get_member (data, "id"));
  signal = g_object_new (INTERVIEW_TYPE_SIGNAL, "kind",
                         self->offer != NULL ? INTERVIEW_SIGNAL_KIND_ANSWER
                                             : INTERVIEW_SIGNAL_KIND_OFFER,
                         "sdp", interview_janus_message_find_text (jsep, "sdp"), NULL);
  tell (self, signal);
}

static void
on_attached (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewJanusLink) self = user_data;
  g_autoptr (GError) error = NULL;
  JsonObject *jsep =
      self->offer != NULL ? interview_janus_message_new_description ("offer", self->offer) : NULL;
  guint64 handle = interview_janus_client_attach_finish (self->client, result, &error);

  if (handle == 0)
    {
      g_clear_pointer (&jsep, json_object_unref);
      fail (self, error);
      return;
    }
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&jsep, json_object_unref);
      interview_janus_client_detach (self->client, handle);
      return;
    }
  self->handle = handle;
  interview_janus_client_ask_async (self->client, handle, g_steal_pointer (&self->join), jsep, NULL,
                                    on_joined, g_object_ref (self));
  for (guint i = 0; i < self->waiting->len; i++)
    {
      InterviewSignal *signal = g_ptr_array_index (self->waiting, i);

      interview_janus_client_trickle (self->client, handle,
                                      interview_signal_get_media_line (signal),
                                      interview_signal_get_candidate (signal));
    }
  g_ptr_array_set_size (self->waiting, 0);
}

/**
 * interview_janus_link_open:
 * @join: (transfer full): the request to the VideoRoom that lets its handle in
 * @offer: (nullable): of the program, if it is the one that sends
 *
 * Opens it. The description of Janus comes by `said`.
 */
void
interview_janus_link_open (InterviewJanusLink *self, JsonObject *join, const char *offer)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_LINK (self));

  self->join = join;
  self->offer = g_strdup (offer);
  /* Not cancelled half-way: a handle that nobody knows would stay. */
  interview_janus_client_attach_async (self->client, NULL, on_attached, g_object_ref (self));
}

static void
on_configured (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewJanusLink) self = user_data;
  g_autoptr (JsonObject) data = NULL;
  g_autoptr (GError) error = NULL;

  data = interview_janus_client_ask_finish (self->client, result, NULL, &error);
  if (data == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("pictures through Janus: %s", error->message);
}

static void
configure (InterviewJanusLink *self)
{
  JsonObject *request = json_object_new ();
  JsonArray *streams = json_array_new ();
  JsonObject *stream = json_object_new ();

  json_object_set_string_member (stream, "mid", CAMERA_LINE);
  json_object_set_boolean_member (stream, "send", !self->hides);
  json_array_add_object_element (streams, stream);
  json_object_set_string_member (request, "request", "configure");
  json_object_set_array_member (request, "streams", streams);
  interview_janus_client_ask_async (self->client, self->handle, request, NULL, self->cancellable,
                                    on_configured, g_object_ref (self));
}

static void
on_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewJanusLink) self = user_data;
  g_autoptr (JsonObject) data = NULL;
  g_autoptr (GError) error = NULL;

  data = interview_janus_client_ask_finish (self->client, result, NULL, &error);
  if (data == NULL)
    {
      fail (self, error);
      return;
    }
  self->started = TRUE;
  if (self->hides)
    configure (self);
}

/**
 * interview_janus_link_answer:
 * @sdp: the answer of the program that receives
 */
void
interview_janus_link_answer (InterviewJanusLink *self, const char *sdp)
{
  JsonObject *start;

  g_return_if_fail (INTERVIEW_IS_JANUS_LINK (self));

  if (self->handle == 0 || sdp == NULL)
    return;
  start = json_object_new ();
  json_object_set_string_member (start, "request", "start");
  interview_janus_client_ask_async (self->client, self->handle, start,
                                    interview_janus_message_new_description ("answer", sdp),
                                    self->cancellable, on_started, g_object_ref (self));
}

/**
 * interview_janus_link_add_candidate:
 * @media_line: of the description
 * @candidate: (nullable): a way to the program
 */
void
interview_janus_link_add_candidate (InterviewJanusLink *self,
                                    gint64 media_line,
                                    const char *candidate)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_LINK (self));

  if (candidate == NULL)
    return;
  if (self->handle != 0)
    interview_janus_client_trickle (self->client, self->handle, media_line, candidate);
  else if (self->waiting->len < MAX_WAITING)
    g_ptr_array_add (self->waiting, g_object_new (INTERVIEW_TYPE_SIGNAL, "candidate", candidate,
                                                  "media-line", media_line, NULL));
}

/**
 * interview_janus_link_set_pictures:
 * @wanted: whether the viewer wants those of the camera; they do to begin with
 */
void
interview_janus_link_set_pictures (InterviewJanusLink *self, gboolean wanted)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_LINK (self));

  if (self->hides == !wanted || g_str_equal (self->viewer, self->source))
    return;
  self->hides = !wanted;
  if (self->started)
    configure (self);
}

/**
 * interview_janus_link_repeat:
 *
 * Tells the viewer again what they may have missed.
 */
void
interview_janus_link_repeat (InterviewJanusLink *self)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_LINK (self));

  for (guint i = 0; i < self->said->len; i++)
    g_signal_emit (self, signals[SIGNAL_SAID], 0, g_ptr_array_index (self->said, i));
}

/**
 * interview_janus_link_close:
 *
 * Ends it; nothing is said afterwards.
 */
void
interview_janus_link_close (InterviewJanusLink *self)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_LINK (self));

  g_cancellable_cancel (self->cancellable);
  interview_janus_client_detach (self->client, self->handle);
  self->handle = 0;
}

static void
take_candidate (InterviewJanusLink *self, JsonObject *message)
{
  JsonObject *candidate = interview_janus_message_find_object (message, "candidate");
  const char *text = interview_janus_message_find_text (candidate, "candidate");
  gint64 line = (gint64) interview_janus_message_find_number (candidate, "sdpMLineIndex");
  g_autoptr (InterviewSignal) signal = NULL;

  if (text == NULL)
    return;
  signal = g_object_new (INTERVIEW_TYPE_SIGNAL, "kind", INTERVIEW_SIGNAL_KIND_CANDIDATE,
                         "candidate", text, "media-line", line, NULL);
  tell (self, signal);
}

/**
 * interview_janus_link_take_event:
 * @handle: whom it is about
 * @message: what Janus says
 *
 * Returns: whether it is about this link
 */
gboolean
interview_janus_link_take_event (InterviewJanusLink *self, guint64 handle, JsonObject *message)
{
  const char *kind;

  g_return_val_if_fail (INTERVIEW_IS_JANUS_LINK (self), FALSE);

  if (handle == 0 || handle != self->handle)
    return FALSE;
  kind = interview_janus_message_find_text (message, "janus");
  if (g_strcmp0 (kind, "webrtcup") == 0)
    {
      self->up = TRUE;
      g_signal_emit (self, signals[SIGNAL_UP], 0);
    }
  else if (g_strcmp0 (kind, "trickle") == 0)
    take_candidate (self, message);
  else if (g_strcmp0 (kind, "hangup") == 0 || g_strcmp0 (kind, "detached") == 0)
    g_signal_emit (self, signals[SIGNAL_OVER], 0);
  return TRUE;
}

/**
 * interview_janus_link_get_viewer:
 *
 * Returns: (transfer none): the run of a program at the other end
 */
const char *
interview_janus_link_get_viewer (InterviewJanusLink *self)
{
  g_return_val_if_fail (INTERVIEW_IS_JANUS_LINK (self), NULL);

  return self->viewer;
}

/**
 * interview_janus_link_get_source:
 *
 * Returns: (transfer none): the run of a program of which the pictures are
 */
const char *
interview_janus_link_get_source (InterviewJanusLink *self)
{
  g_return_val_if_fail (INTERVIEW_IS_JANUS_LINK (self), NULL);

  return self->source;
}

/**
 * interview_janus_link_get_epoch:
 *
 * Returns: which link of the two it is
 */
gint64
interview_janus_link_get_epoch (InterviewJanusLink *self)
{
  g_return_val_if_fail (INTERVIEW_IS_JANUS_LINK (self), 0);

  return self->epoch;
}

/**
 * interview_janus_link_get_created:
 *
 * Returns: when it was made, in monotonic microseconds
 */
gint64
interview_janus_link_get_created (InterviewJanusLink *self)
{
  g_return_val_if_fail (INTERVIEW_IS_JANUS_LINK (self), 0);

  return self->created;
}

/**
 * interview_janus_link_is_up:
 *
 * Returns: whether it stands
 */
gboolean
interview_janus_link_is_up (InterviewJanusLink *self)
{
  g_return_val_if_fail (INTERVIEW_IS_JANUS_LINK (self), FALSE);

  return self->up;
}

/**
 * interview_janus_link_get_feed:
 *
 * Returns: (transfer none) (nullable): as whom Janus knows what is sent over it
 */
JsonNode *
interview_janus_link_get_feed (InterviewJanusLink *self)
{
  g_return_val_if_fail (INTERVIEW_IS_JANUS_LINK (self), NULL);

  return self->feed;
}
