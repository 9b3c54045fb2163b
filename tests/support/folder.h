/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *test_folder_new (void);
void test_folder_remove (char *path);

/* A path from test_folder_new() that is removed with all that is in it. */
typedef char TestFolder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFolder, test_folder_remove)

G_END_DECLS
