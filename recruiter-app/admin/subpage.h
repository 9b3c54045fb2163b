/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void recruiter_subpage_open (AdwPreferencesWindow *window, const char *title, GtkWidget *content);

G_END_DECLS
