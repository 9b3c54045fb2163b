/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/microphone-cleaner.h"

#include "media/chain.h"

static GstElement *
make_canceller (const char *probe)
{
  GstElement *canceller = gst_element_factory_make ("webrtcdsp", NULL);

  if (canceller == NULL)
    return NULL;
  /* How long sound takes from the speaker to the microphone differs from machine to machine and
   * changes: it finds out by itself, within two seconds. Without that it took more than nine. */
  g_object_set (canceller, "echo-cancel", probe != NULL, "delay-agnostic", TRUE,
                "noise-suppression", TRUE, "gain-control", TRUE, "high-pass-filter", TRUE, NULL);
  gst_util_set_object_arg (G_OBJECT (canceller), "echo-suppression-level", "high");
  gst_util_set_object_arg (G_OBJECT (canceller), "noise-suppression-level", "high");
  if (probe != NULL)
    g_object_set (canceller, "probe", probe, NULL);

  return canceller;
}

/**
 * interview_microphone_cleaner_wrap:
 * @microphone: (transfer floating): gives raw sound
 * @probe: (nullable): the name of the webrtcechoprobe that hears what is played; it has to be there
 *   as long as the result runs
 *
 * Takes the echo of what is played and steady noise out of what a microphone hears, and brings a
 * quiet voice up. Where the means for it are not installed, what it hears is sent as it is.
 *
 * Returns: (transfer floating): a source to use in place of @microphone
 */
GstElement *
interview_microphone_cleaner_wrap (GstElement *microphone, const char *probe)
{
  GstElement *canceller = make_canceller (probe);
  GstElement *convert, *resample, *form;
  GstBin *bin;

  if (canceller == NULL)
    {
      g_info ("echo and noise stay: webrtcdsp is not installed");
      return microphone;
    }
  bin = GST_BIN (gst_bin_new (NULL));
  interview_chain_append (bin, NULL, microphone);
  convert = interview_chain_add (bin, microphone, "audioconvert");
  resample = interview_chain_add (bin, convert, "audioresample");
  form = interview_chain_add_caps_string (bin, resample, INTERVIEW_CHAIN_SOUND);
  interview_chain_append (bin, form, canceller);
  interview_chain_expose (bin, canceller, "src");

  return GST_ELEMENT (bin);
}
