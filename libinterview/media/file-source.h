/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_FILE_SOURCE (interview_file_source_get_type ())
G_DECLARE_FINAL_TYPE (InterviewFileSource, interview_file_source, INTERVIEW, FILE_SOURCE, GstBin)

GstElement *interview_file_source_new (const char *path, gboolean video);

G_END_DECLS
