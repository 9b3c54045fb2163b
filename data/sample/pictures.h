/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  int width;
  int height;
  void (*draw) (cairo_t *cr);
} Picture;

const Picture *pictures_get (guint *n_pictures);

G_END_DECLS
