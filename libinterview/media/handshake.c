/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/handshake.h"

#include <gst/webrtc/webrtc.h>

#include "core/error.h"
#include "media/description.h"

/*
 * InterviewHandshake brings a webrtcbin to terms with one on another machine: an offer, an answer,
 * and the candidates of both.
 *
 * Order of use: new; on one side offer(), on the other accept_offer(); what `described` and
 * `candidate` say goes to the other side, and comes back into accept_answer() and add_candidate();
 * close(). All on the main context. webrtcbin answers from its own thread, with its locks held:
 * asking it anything there takes them in the wrong order, so what it says is copied and handed to
 * the main context.
 *
 * Signals: `offered` (what the other side offers, before it is answered), `described` (whether it
 * is an offer, sdp), `candidate` (media line, candidate) and `failed`.
 */
struct _InterviewHandshake
{
  GObject parent_instance;

  GMainContext *context;
  GstElement *webrtcbin;
  gboolean is_offerer;
  char *description;
  guint n_media;
  GPtrArray *candidates;
  gboolean answered;
};

typedef enum
{
  NEWS_DESCRIPTION,
  NEWS_REMOTE_SET,
  NEWS_CANDIDATE,
  NEWS_FAILED,
} NewsKind;

typedef struct
{
  InterviewHandshake *handshake;
  NewsKind kind;
  guint media_line;
  char *text;
  GstWebRTCSessionDescription *description;
} News;

typedef struct
{
  guint media_line;
  char *text;
} Candidate;

enum
{
  SIGNAL_OFFERED,
  SIGNAL_DESCRIBED,
  SIGNAL_CANDIDATE,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewHandshake, interview_handshake, G_TYPE_OBJECT)

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->text);
  g_free (candidate);
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->handshake);
  g_free (news->text);
  g_clear_pointer (&news->description, gst_webrtc_session_description_free);
  g_free (news);
}

static gboolean on_news (gpointer user_data);

static News *
news_new (InterviewHandshake *self, NewsKind kind)
{
  News *news = g_new0 (News, 1);

  news->handshake = g_object_ref (self);
  news->kind = kind;

  return news;
}

/* From any thread; the order of the news is kept. */
static void
tell (News *news)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_news, news, news_free);
  g_source_attach (source, news->handshake->context);
}

static void
on_description_created (GstPromise *promise, gpointer user_data)
{
  InterviewHandshake *self = user_data;
  const GstStructure *reply = gst_promise_get_reply (promise);
  const char *field = self->is_offerer ? "offer" : "answer";
  News *news = news_new (self, NEWS_DESCRIPTION);

  if (reply == NULL ||
      !gst_structure_get (reply, field, GST_TYPE_WEBRTC_SESSION_DESCRIPTION, &news->description,
                          NULL) ||
      news->description == NULL)
    news->kind = NEWS_FAILED;
  tell (news);
  gst_promise_unref (promise);
}

static void
on_description_set (GstPromise *promise, gpointer user_data)
{
  InterviewHandshake *self = user_data;
  const GstStructure *reply = gst_promise_get_reply (promise);

  if (reply != NULL && gst_structure_has_field (reply, "error"))
    tell (news_new (self, NEWS_FAILED));
  else
    tell (news_new (self, NEWS_REMOTE_SET));
  gst_promise_unref (promise);
}

static void
on_ice_candidate (GstElement *webrtcbin, guint media_line, char *candidate, gpointer user_data)
{
  News *news = news_new (user_data, NEWS_CANDIDATE);

  news->media_line = media_line;
  news->text = g_strdup (candidate);
  tell (news);
}

static void
complete_answer (InterviewHandshake *self, GstWebRTCSessionDescription *answer)
{
  GstWebRTCSessionDescription *offer = NULL;

  g_object_get (self->webrtcbin, "remote-description", &offer, NULL);
  if (offer == NULL)
    return;
  interview_description_accept_reduced_size (offer->sdp, answer->sdp);
  gst_webrtc_session_description_free (offer);
}

static void
on_description (InterviewHandshake *self, GstWebRTCSessionDescription *description)
{
  if (!self->is_offerer)
    complete_answer (self, description);
  g_signal_emit_by_name (self->webrtcbin, "set-local-description", description, NULL);
  g_free (self->description);
  self->description = interview_description_to_text (description->sdp);
  self->n_media = gst_sdp_message_medias_len (description->sdp);
  if (!self->is_offerer)
    self->answered = TRUE;
  g_signal_emit (self, signals[SIGNAL_DESCRIBED], 0, self->is_offerer, self->description);
}

static gboolean
on_news (gpointer user_data)
{
  News *news = user_data;
  InterviewHandshake *self = news->handshake;
  Candidate *candidate;

  if (self->webrtcbin == NULL)
    return G_SOURCE_REMOVE;

  switch (news->kind)
    {
    case NEWS_DESCRIPTION:
      on_description (self, news->description);
      break;
    case NEWS_REMOTE_SET:
      if (!self->is_offerer)
        g_signal_emit_by_name (self->webrtcbin, "create-answer", NULL,
                               gst_promise_new_with_change_func (on_description_created, self,
                                                                 NULL));
      break;
    case NEWS_CANDIDATE:
      candidate = g_new0 (Candidate, 1);
      candidate->media_line = news->media_line;
      candidate->text = g_strdup (news->text);
      g_ptr_array_add (self->candidates, candidate);
      g_signal_emit (self, signals[SIGNAL_CANDIDATE], 0, news->media_line, news->text);
      break;
    case NEWS_FAILED:
      g_signal_emit (self, signals[SIGNAL_FAILED], 0);
      break;
    }

  return G_SOURCE_REMOVE;
}

static void
interview_handshake_finalize (GObject *object)
{
  InterviewHandshake *self = INTERVIEW_HANDSHAKE (object);

  gst_clear_object (&self->webrtcbin);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->context, g_main_context_unref);

  G_OBJECT_CLASS (interview_handshake_parent_class)->finalize (object);
}

static void
interview_handshake_class_init (InterviewHandshakeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_handshake_finalize;

  signals[SIGNAL_OFFERED] =
      g_signal_new ("offered", INTERVIEW_TYPE_HANDSHAKE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1,
                    GST_TYPE_WEBRTC_SESSION_DESCRIPTION | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SIGNAL_DESCRIBED] =
      g_signal_new ("described", INTERVIEW_TYPE_HANDSHAKE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);
  signals[SIGNAL_CANDIDATE] =
      g_signal_new ("candidate", INTERVIEW_TYPE_HANDSHAKE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", INTERVIEW_TYPE_HANDSHAKE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
interview_handshake_init (InterviewHandshake *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->candidates = g_ptr_array_new_with_free_func (candidate_free);
}

/**
 * interview_handshake_new:
 * @webrtcbin: (transfer none): in state READY at least, with its senders
 *
 * Returns: (transfer full): a handshake that has not begun
 */
InterviewHandshake *
interview_handshake_new (GstElement *webrtcbin)
{
  InterviewHandshake *self;

  g_return_val_if_fail (GST_IS_ELEMENT (webrtcbin), NULL);

  self = g_object_new (INTERVIEW_TYPE_HANDSHAKE, NULL);
  self->webrtcbin = gst_object_ref (webrtcbin);
  g_signal_connect (webrtcbin, "on-ice-candidate", G_CALLBACK (on_ice_candidate), self);

  return self;
}

static GstWebRTCSessionDescription *
read_description (InterviewHandshake *self, GstWebRTCSDPType type, const char *sdp, GError **error)
{
  /* After close() nothing is read any more. */
  return interview_description_parse (type, self->webrtcbin != NULL ? sdp : NULL, error);
}

/**
 * interview_handshake_offer:
 *
 * Makes an offer; it comes by `described`.
 */
void
interview_handshake_offer (InterviewHandshake *self)
{
  g_return_if_fail (INTERVIEW_IS_HANDSHAKE (self));
  g_return_if_fail (self->webrtcbin != NULL);

  self->is_offerer = TRUE;
  g_signal_emit_by_name (self->webrtcbin, "create-offer", NULL,
                         gst_promise_new_with_change_func (on_description_created, self, NULL));
}

/**
 * interview_handshake_accept_offer:
 * @sdp: (nullable): what the other side offers
 * @error: %INTERVIEW_ERROR_INVALID if it cannot be read
 *
 * Makes the answer; it comes by `described`.
 *
 * Returns: whether the offer was read
 */
gboolean
interview_handshake_accept_offer (InterviewHandshake *self, const char *sdp, GError **error)
{
  GstWebRTCSessionDescription *description;

  g_return_val_if_fail (INTERVIEW_IS_HANDSHAKE (self), FALSE);

  description = read_description (self, GST_WEBRTC_SDP_TYPE_OFFER, sdp, error);
  if (description == NULL)
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_OFFERED], 0, description);
  g_signal_emit_by_name (self->webrtcbin, "set-remote-description", description,
                         gst_promise_new_with_change_func (on_description_set, self, NULL));
  gst_webrtc_session_description_free (description);
  return TRUE;
}

/**
 * interview_handshake_accept_answer:
 * @sdp: (nullable): what the other side answers
 * @error: %INTERVIEW_ERROR_INVALID if it cannot be read
 *
 * A second answer to the same offer is ignored.
 *
 * Returns: whether the answer was read
 */
gboolean
interview_handshake_accept_answer (InterviewHandshake *self, const char *sdp, GError **error)
{
  GstWebRTCSessionDescription *description;

  g_return_val_if_fail (INTERVIEW_IS_HANDSHAKE (self), FALSE);

  if (!self->is_offerer || self->description == NULL || self->answered)
    return TRUE;
  description = read_description (self, GST_WEBRTC_SDP_TYPE_ANSWER, sdp, error);
  if (description == NULL)
    return FALSE;
  /* An answer has a line for each of the offer (RFC 3264, section 6); webrtcbin relies on it. */
  if (gst_sdp_message_medias_len (description->sdp) != self->n_media)
    {
      gst_webrtc_session_description_free (description);
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "The answer does not fit the offer");
      return FALSE;
    }

  self->answered = TRUE;
  g_signal_emit_by_name (self->webrtcbin, "set-remote-description", description,
                         gst_promise_new_with_change_func (on_description_set, self, NULL));
  gst_webrtc_session_description_free (description);
  return TRUE;
}

/**
 * interview_handshake_add_candidate:
 * @media_line: which media line it belongs to
 * @candidate: (nullable): a way to reach the other side; what cannot be read is ignored
 */
void
interview_handshake_add_candidate (InterviewHandshake *self,
                                   guint media_line,
                                   const char *candidate)
{
  g_return_if_fail (INTERVIEW_IS_HANDSHAKE (self));

  if (self->webrtcbin == NULL || candidate == NULL || !g_str_has_prefix (candidate, "candidate:"))
    return;

  g_signal_emit_by_name (self->webrtcbin, "add-ice-candidate", media_line, candidate);
}

/**
 * interview_handshake_repeat:
 *
 * Tells the own description and candidates once more, for when they may have been lost.
 */
void
interview_handshake_repeat (InterviewHandshake *self)
{
  g_return_if_fail (INTERVIEW_IS_HANDSHAKE (self));

  if (self->description == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_DESCRIBED], 0, self->is_offerer, self->description);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      Candidate *candidate = g_ptr_array_index (self->candidates, i);

      g_signal_emit (self, signals[SIGNAL_CANDIDATE], 0, candidate->media_line, candidate->text);
    }
}

/**
 * interview_handshake_is_answered:
 *
 * Returns: whether both descriptions are known
 */
gboolean
interview_handshake_is_answered (InterviewHandshake *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HANDSHAKE (self), FALSE);

  return self->answered;
}

/**
 * interview_handshake_close:
 *
 * Lets go of the webrtcbin, which stands still by now; nothing is told afterwards.
 */
void
interview_handshake_close (InterviewHandshake *self)
{
  g_return_if_fail (INTERVIEW_IS_HANDSHAKE (self));

  if (self->webrtcbin == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->webrtcbin, self);
  gst_clear_object (&self->webrtcbin);
}
