/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/warm-up.h"

#include <gst/gst.h>

/*
 * The first link of a program costs what later ones do not: plugins are read from the disk, and a
 * key is made that all links of the program are encrypted under, which alone takes a fifth of a
 * second. While people still look at their own picture there is time for that.
 */

static gpointer
warm_up (gpointer data)
{
  /* Making a dtlsdec makes the key. */
  static const char *const names[] = {
    "dtlsdec",     "dtlsenc",      "webrtcbin",     "nicesrc",    "nicesink",
    "dtlssrtpdec", "dtlssrtpenc",  "rtpbin",        "rtpptdemux", "rtpjitterbuffer",
    "rtpfunnel",   "rtprtxsend",   "rtprtxreceive", "rtpvp8pay",  "rtpvp8depay",
    "rtpopuspay",  "rtpopusdepay", "vp8dec",        "opusdec",    "rtphdrexttwcc",
  };
  guint missing = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GstElement *element = gst_element_factory_make (names[i], NULL);

      if (element != NULL)
        gst_object_unref (gst_object_ref_sink (element));
      else
        missing++;
    }

  return GUINT_TO_POINTER (missing);
}

/**
 * interview_warm_up_new:
 *
 * Does beforehand, in a thread of its own, what the first link of a program would have to wait for.
 * Another one finds it done and ends at once.
 *
 * Returns: (transfer full): the thread, to be joined; it returns how many elements a link would
 *   miss, as by GPOINTER_TO_UINT()
 */
GThread *
interview_warm_up_new (void)
{
  return g_thread_new ("warm-up", warm_up, NULL);
}
