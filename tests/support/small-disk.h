/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk of few MiB over a folder, which only this process sees and which goes with it. */
void test_small_disk_init (void);
gboolean test_small_disk_may_mount (void);
gboolean test_small_disk_skip (void);
void test_small_disk_mount (const char *folder, guint mib);
void test_small_disk_grow (const char *folder, guint mib);
void test_small_disk_unmount (const char *folder);

void test_small_disk_fill (const char *folder);
void test_small_disk_make_room (const char *folder);

G_END_DECLS
