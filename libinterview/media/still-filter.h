/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

void interview_still_filter_add (GstPad *pictures, GstPad *requests);

G_END_DECLS
