/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void interview_about_present (GtkWindow *parent, const char *title, const char *icon_name);

G_END_DECLS
