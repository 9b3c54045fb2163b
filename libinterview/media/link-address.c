/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/link-address.h"

#include <string.h>

/*
 * InterviewLinkAddress is whom the signals of the links to one run of a program go to: that program
 * itself, or a media server through which its picture and sound come. One’s own run of the program
 * has an address too: that of what is sent to the media server for all.
 *
 * The negotiator owns it; main context only.
 */
struct _InterviewLinkAddress
{
  GObject parent_instance;

  InterviewSignalling *signalling;
  char *instance;
  char *media_server;
};

G_DEFINE_FINAL_TYPE (InterviewLinkAddress, interview_link_address, G_TYPE_OBJECT)

static gboolean
is_own (InterviewLinkAddress *self)
{
  return g_str_equal (self->instance, interview_signalling_get_instance (self->signalling));
}

static void
interview_link_address_finalize (GObject *object)
{
  InterviewLinkAddress *self = INTERVIEW_LINK_ADDRESS (object);

  g_clear_object (&self->signalling);
  g_free (self->instance);
  g_free (self->media_server);

  G_OBJECT_CLASS (interview_link_address_parent_class)->finalize (object);
}

static void
interview_link_address_class_init (InterviewLinkAddressClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_link_address_finalize;
}

static void
interview_link_address_init (InterviewLinkAddress *self)
{
}

/**
 * interview_link_address_new:
 * @signalling: (transfer none): the way there
 * @instance: a run of a program, which may be our own
 *
 * Returns: (transfer full): its address, without a media server
 */
InterviewLinkAddress *
interview_link_address_new (InterviewSignalling *signalling, const char *instance)
{
  InterviewLinkAddress *self;

  g_return_val_if_fail (INTERVIEW_IS_SIGNALLING (signalling), NULL);
  g_return_val_if_fail (instance != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_LINK_ADDRESS, NULL);
  self->signalling = g_object_ref (signalling);
  self->instance = g_strdup (instance);

  return self;
}

/**
 * interview_link_address_set_media_server:
 * @media_server: (nullable): through whom links are built from now on, %NULL for straight ones
 *
 * Returns: whether that is another way than before
 */
gboolean
interview_link_address_set_media_server (InterviewLinkAddress *self, const char *media_server)
{
  g_return_val_if_fail (INTERVIEW_IS_LINK_ADDRESS (self), FALSE);

  if (g_strcmp0 (self->media_server, media_server) == 0)
    return FALSE;
  g_free (self->media_server);
  self->media_server = g_strdup (media_server);

  return TRUE;
}

/**
 * interview_link_address_get_role:
 *
 * Returns: what goes over a link that is built now
 */
InterviewLinkRole
interview_link_address_get_role (InterviewLinkAddress *self)
{
  g_return_val_if_fail (INTERVIEW_IS_LINK_ADDRESS (self), INTERVIEW_LINK_ROLE_BOTH);

  if (self->media_server == NULL)
    return INTERVIEW_LINK_ROLE_BOTH;

  return is_own (self) ? INTERVIEW_LINK_ROLE_SEND : INTERVIEW_LINK_ROLE_RECEIVE;
}

/**
 * interview_link_address_is_offerer:
 *
 * Returns: whether we offer: of two programs the one with the smaller instance does, and whoever
 *   has something to send to a media server, or to hand on from there
 */
gboolean
interview_link_address_is_offerer (InterviewLinkAddress *self)
{
  g_return_val_if_fail (INTERVIEW_IS_LINK_ADDRESS (self), FALSE);

  if (self->media_server != NULL)
    return is_own (self);

  return strcmp (interview_signalling_get_instance (self->signalling), self->instance) < 0;
}

/**
 * interview_link_address_is_of:
 * @signal: what arrived
 *
 * Returns: whether it came from there, on the way that is used now or of the person themselves
 */
gboolean
interview_link_address_is_of (InterviewLinkAddress *self, InterviewSignal *signal)
{
  const char *source;

  g_return_val_if_fail (INTERVIEW_IS_LINK_ADDRESS (self), FALSE);

  source = interview_signal_get_source (signal);
  if (source == NULL)
    return g_str_equal (interview_signal_get_peer (signal), self->instance);

  return g_strcmp0 (interview_signal_get_peer (signal), self->media_server) == 0 &&
         g_str_equal (source, self->instance);
}

/**
 * interview_link_address_is_open:
 *
 * Returns: whether signals go out now
 */
gboolean
interview_link_address_is_open (InterviewLinkAddress *self)
{
  g_return_val_if_fail (INTERVIEW_IS_LINK_ADDRESS (self), FALSE);

  return interview_signalling_get_connected (self->signalling);
}

/**
 * interview_link_address_get_ice:
 *
 * Returns: (transfer none) (nullable): by which servers a link finds its way
 */
InterviewIceSettings *
interview_link_address_get_ice (InterviewLinkAddress *self)
{
  g_return_val_if_fail (INTERVIEW_IS_LINK_ADDRESS (self), NULL);

  return interview_signalling_get_ice (self->signalling);
}

/* What a person tells of themselves goes to the persons, whatever way pictures take. */
static gboolean
is_personal (InterviewSignalKind kind)
{
  return kind == INTERVIEW_SIGNAL_KIND_MEDIA || kind == INTERVIEW_SIGNAL_KIND_BYE;
}

/**
 * interview_link_address_write:
 * @kind: what to say
 * @epoch: of which link, 0 of none
 *
 * Returns: (transfer full): a signal with its address, to be completed and sent
 */
InterviewSignal *
interview_link_address_write (InterviewLinkAddress *self, InterviewSignalKind kind, gint64 epoch)
{
  gboolean relayed;

  g_return_val_if_fail (INTERVIEW_IS_LINK_ADDRESS (self), NULL);

  relayed = self->media_server != NULL && (is_own (self) || !is_personal (kind));
  return g_object_new (INTERVIEW_TYPE_SIGNAL, "room-id",
                       interview_signalling_get_room_id (self->signalling), "peer",
                       relayed ? self->media_server : self->instance, "source",
                       relayed ? self->instance : NULL, "epoch", MAX (epoch, 1), "kind", kind,
                       NULL);
}

/**
 * interview_link_address_send:
 * @signal: (transfer none): what was written
 *
 * The media server, too, is told who only listens: it sends them no pictures then.
 */
void
interview_link_address_send (InterviewLinkAddress *self, InterviewSignal *signal)
{
  g_autoptr (InterviewRecord) copy = NULL;

  g_return_if_fail (INTERVIEW_IS_LINK_ADDRESS (self));

  interview_signalling_send (self->signalling, signal);
  if (self->media_server == NULL ||
      interview_signal_get_kind (signal) != INTERVIEW_SIGNAL_KIND_MEDIA)
    return;
  copy = interview_record_copy (INTERVIEW_RECORD (signal));
  g_object_set (copy, "peer", self->media_server, "source", self->instance, NULL);
  interview_signalling_send (self->signalling, INTERVIEW_SIGNAL (copy));
}

/**
 * interview_link_address_say:
 * @kind: what to say, of what needs no more words
 * @epoch: of which link, 0 of none
 */
void
interview_link_address_say (InterviewLinkAddress *self, InterviewSignalKind kind, gint64 epoch)
{
  g_autoptr (InterviewSignal) signal = interview_link_address_write (self, kind, epoch);

  interview_link_address_send (self, signal);
}

/**
 * interview_link_address_describe:
 * @offer: whether it is an offer, not an answer
 * @sdp: the description
 * @epoch: of which link
 */
void
interview_link_address_describe (InterviewLinkAddress *self,
                                 gboolean offer,
                                 const char *sdp,
                                 gint64 epoch)
{
  g_autoptr (InterviewSignal) signal = interview_link_address_write (
      self, offer ? INTERVIEW_SIGNAL_KIND_OFFER : INTERVIEW_SIGNAL_KIND_ANSWER, epoch);

  g_object_set (signal, "sdp", sdp, NULL);
  interview_link_address_send (self, signal);
}

/**
 * interview_link_address_suggest:
 * @media_line: which line of the description it belongs to
 * @candidate: a way to reach us
 * @epoch: of which link
 */
void
interview_link_address_suggest (InterviewLinkAddress *self,
                                guint media_line,
                                const char *candidate,
                                gint64 epoch)
{
  g_autoptr (InterviewSignal) signal =
      interview_link_address_write (self, INTERVIEW_SIGNAL_KIND_CANDIDATE, epoch);

  g_object_set (signal, "media-line", (gint64) media_line, "candidate", candidate, NULL);
  interview_link_address_send (self, signal);
}
