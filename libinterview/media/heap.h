/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void interview_heap_prepare (void);
void interview_heap_trim_soon (void);

G_END_DECLS
