/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

PangoAttrList *interview_name_attributes_new (const char *text, const char *name);

G_END_DECLS
