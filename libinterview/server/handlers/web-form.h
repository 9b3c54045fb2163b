/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

gpointer interview_web_form_read (GType type, const char *text, gsize size, GError **error);

G_END_DECLS
