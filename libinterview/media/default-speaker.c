/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/default-speaker.h"

/* Where nothing else plays sound, autoaudiosink would try JACK, each time anew. What speaks JACK
 * today is PipeWire, which is asked before; and the library keeps 3 kB of each try for ever. */
static void
leave_out_jack (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      g_autoptr (GstPluginFeature) jack =
          gst_registry_lookup_feature (gst_registry_get (), "jackaudiosink");

      if (jack != NULL)
        gst_plugin_feature_set_rank (jack, GST_RANK_NONE);
      g_once_init_leave (&done, 1);
    }
}

/**
 * interview_default_speaker_new:
 *
 * From any thread.
 *
 * Returns: (transfer floating) (nullable): what plays where the desktop plays its sound, %NULL if
 *   GStreamer was installed without it
 */
GstElement *
interview_default_speaker_new (void)
{
  leave_out_jack ();

  return gst_element_factory_make ("autoaudiosink", NULL);
}
