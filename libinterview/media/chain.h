/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/* The form of sound in a call, wherever it is not encoded. */
#define INTERVIEW_CHAIN_SOUND "audio/x-raw,format=S16LE,rate=48000,channels=1,layout=interleaved"

GstElement *interview_chain_append (GstBin *bin, GstElement *after, GstElement *element);
GstElement *interview_chain_add (GstBin *bin, GstElement *after, const char *factory);
GstElement *interview_chain_add_caps (GstBin *bin, GstElement *after, GstCaps *caps);
GstElement *
interview_chain_add_caps_string (GstBin *bin, GstElement *after, const char *description);
GstElement *interview_chain_add_newest (GstBin *bin, GstElement *after);
GstElement *interview_chain_add_source (GstBin *bin, GstClockTime most);
GstElement *interview_chain_add_sink (GstBin *bin, GstElement *after);
GstElement *interview_chain_add_scale (GstBin *bin, GstElement *after);
void interview_chain_expose (GstBin *bin, GstElement *element, const char *name);

GstCaps *interview_chain_picture_caps (int most_width, int most_height);

G_END_DECLS
