/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "support/small-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include "support/namespace.h"

#define FILLER "filler"

static gboolean can_mount;

/**
 * test_small_disk_init:
 *
 * To be called before the program starts a thread, for each has a view of the disks.
 */
void
test_small_disk_init (void)
{
  can_mount = test_namespace_enter (CLONE_NEWNS) &&
              mount ("none", "/", "none", MS_REC | MS_PRIVATE, NULL) == 0;
}

/**
 * test_small_disk_may_mount:
 *
 * Returns: whether there can be one here
 */
gboolean
test_small_disk_may_mount (void)
{
  return can_mount;
}

/**
 * test_small_disk_skip:
 *
 * Returns: whether the test that asks was left out, because there can be none here
 */
gboolean
test_small_disk_skip (void)
{
  if (!can_mount)
    g_test_skip ("neither root nor a namespace of users may mount here");

  return !can_mount;
}

/**
 * test_small_disk_mount:
 * @folder: an empty folder
 * @mib: its size, in MiB
 *
 * Mounts one over it, for a program that may.
 */
void
test_small_disk_mount (const char *folder, guint mib)
{
  g_autofree char *options = g_strdup_printf ("size=%um,mode=0700", mib);

  g_assert_cmpint (mount ("tmpfs", folder, "tmpfs", 0, options), ==, 0);
}

/**
 * test_small_disk_grow:
 * @folder: what a disk was mounted over
 * @mib: its new size, in MiB
 */
void
test_small_disk_grow (const char *folder, guint mib)
{
  g_autofree char *options = g_strdup_printf ("size=%um", mib);

  g_assert_cmpint (mount ("none", folder, "tmpfs", MS_REMOUNT, options), ==, 0);
}

/**
 * test_small_disk_unmount:
 * @folder: what a disk was mounted over
 */
void
test_small_disk_unmount (const char *folder)
{
  g_assert_cmpint (umount (folder), ==, 0);
}

/**
 * test_small_disk_fill:
 * @folder: what a disk was mounted over
 *
 * Takes all the room that is left, until test_small_disk_make_room().
 */
void
test_small_disk_fill (const char *folder)
{
  static const char page[4096];
  g_autofree char *path = g_build_filename (folder, FILLER, NULL);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, page, sizeof page) > 0)
    ;
  g_assert_cmpint (errno, ==, ENOSPC);
  close (fd);
}

/**
 * test_small_disk_make_room:
 * @folder: what test_small_disk_fill() filled
 */
void
test_small_disk_make_room (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, FILLER, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}
