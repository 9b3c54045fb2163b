/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

const char *interview_choice_to_nick (GType type, int value);
int interview_choice_from_nick (GType type, const char *nick);

G_END_DECLS
