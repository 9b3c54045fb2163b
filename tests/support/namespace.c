/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "support/namespace.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <unistd.h>

/* Not g_file_set_contents(), which would put another file in place of it. */
static gboolean
write_to (const char *path, const char *text)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean written = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);

  return written;
}

/**
 * test_namespace_enter:
 * @kinds: such as `CLONE_NEWNET`
 *
 * Moves the program into namespaces of its own, in which it may do what root may; whoever is not
 * root is it in a namespace of users, and so are the programs that this one starts. To be called
 * before there is a thread.
 *
 * Returns: whether that is allowed here
 */
gboolean
test_namespace_enter (int kinds)
{
  g_autofree char *user = g_strdup_printf ("0 %u 1", (guint) geteuid ());
  g_autofree char *group = g_strdup_printf ("0 %u 1", (guint) getegid ());

  if (unshare (kinds) == 0)
    return TRUE;

  return unshare (CLONE_NEWUSER | kinds) == 0 && write_to ("/proc/self/setgroups", "deny") &&
         write_to ("/proc/self/uid_map", user) && write_to ("/proc/self/gid_map", group);
}
