/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void interview_mail_letter_compose (GtkWindow *parent, const char *subject, const char *text);

G_END_DECLS
