/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/link-probe.h"

#include "media/link-report.h"

#define ASK_SECONDS 2

/*
 * InterviewLinkProbe asks a webrtcbin for its statistics now and then, and keeps the few that
 * people are told with the other numbers of the call.
 *
 * The peer link owns it, from when it stands; main context only. webrtcbin answers on its own
 * thread, and is not asked back there.
 */
struct _InterviewLinkProbe
{
  GObject parent_instance;

  GstElement *webrtcbin;
  InterviewCallStats *stats;
  guint timer;
};

G_DEFINE_FINAL_TYPE (InterviewLinkProbe, interview_link_probe, G_TYPE_OBJECT)

static void
on_answer (GstPromise *promise, gpointer user_data)
{
  InterviewCallStats *stats = user_data;
  const GstStructure *reply = NULL;
  InterviewLinkReport report;

  if (gst_promise_wait (promise) == GST_PROMISE_RESULT_REPLIED)
    reply = gst_promise_get_reply (promise);
  if (reply != NULL)
    {
      interview_link_report_read (&report, reply);
      interview_call_stats_set_link (stats, &report);
    }
  gst_promise_unref (promise);
}

static gboolean
on_tick (gpointer user_data)
{
  InterviewLinkProbe *self = user_data;

  g_signal_emit_by_name (self->webrtcbin, "get-stats", NULL,
                         gst_promise_new_with_change_func (on_answer, g_object_ref (self->stats),
                                                           g_object_unref));

  return G_SOURCE_CONTINUE;
}

static void
interview_link_probe_dispose (GObject *object)
{
  InterviewLinkProbe *self = INTERVIEW_LINK_PROBE (object);

  interview_link_probe_stop (self);
  g_clear_object (&self->stats);

  G_OBJECT_CLASS (interview_link_probe_parent_class)->dispose (object);
}

static void
interview_link_probe_class_init (InterviewLinkProbeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_link_probe_dispose;
}

static void
interview_link_probe_init (InterviewLinkProbe *self)
{
}

/**
 * interview_link_probe_new:
 * @webrtcbin: (transfer none): that is connected
 * @stats: (transfer none): where the numbers go
 *
 * Returns: (transfer full): a probe that asks from now on
 */
InterviewLinkProbe *
interview_link_probe_new (GstElement *webrtcbin, InterviewCallStats *stats)
{
  InterviewLinkProbe *self;

  g_return_val_if_fail (GST_IS_ELEMENT (webrtcbin), NULL);
  g_return_val_if_fail (INTERVIEW_IS_CALL_STATS (stats), NULL);

  self = g_object_new (INTERVIEW_TYPE_LINK_PROBE, NULL);
  self->webrtcbin = gst_object_ref (webrtcbin);
  self->stats = g_object_ref (stats);
  self->timer = g_timeout_add_seconds (ASK_SECONDS, on_tick, self);

  return self;
}

/**
 * interview_link_probe_stop:
 *
 * Asks no more, and lets go of the webrtcbin.
 */
void
interview_link_probe_stop (InterviewLinkProbe *self)
{
  g_return_if_fail (INTERVIEW_IS_LINK_PROBE (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  gst_clear_object (&self->webrtcbin);
}
