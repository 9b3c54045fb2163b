/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *interview_recipient_read_mail (const char *text);
char *interview_recipient_read_phone (const char *text);

G_END_DECLS
