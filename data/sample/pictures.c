/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "pictures.h"

#include <math.h>

/*
 * The logo and the pictures of the sample company. Flat shapes on soft gradients, no writing
 * but digits, so that they are the same in every language.
 */
#define WIDTH 960
#define HEIGHT 540

static void
set_colour (cairo_t *cr, guint32 rgb, double alpha)
{
  cairo_set_source_rgba (cr, ((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0,
                         (rgb & 255) / 255.0, alpha);
}

static void
fill_gradient (cairo_t *cr, double top, double bottom, guint32 from, guint32 to)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, top, 0, bottom);

  cairo_pattern_add_color_stop_rgb (pattern, 0, ((from >> 16) & 255) / 255.0,
                                    ((from >> 8) & 255) / 255.0, (from & 255) / 255.0);
  cairo_pattern_add_color_stop_rgb (pattern, 1, ((to >> 16) & 255) / 255.0,
                                    ((to >> 8) & 255) / 255.0, (to & 255) / 255.0);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

static void
rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
rounded_filled (cairo_t *cr, double x, double y, double width, double height, guint32 rgb)
{
  rounded (cr, x, y, width, height, MIN (8, MIN (width, height) / 2));
  set_colour (cr, rgb, 1);
  cairo_fill (cr);
}

static void
disc (cairo_t *cr, double x, double y, double radius, guint32 rgb, double alpha)
{
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  set_colour (cr, rgb, alpha);
  cairo_fill (cr);
}

static void
stroke (cairo_t *cr, double x1, double y1, double x2, double y2, double width, guint32 rgb)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  set_colour (cr, rgb, 1);
  cairo_stroke (cr);
}

/* A heron that looks to the right, 100 units high, its feet at the origin. */
static void
heron (cairo_t *cr, double x, double y, double scale, guint32 rgb)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  set_colour (cr, rgb, 1);
  cairo_move_to (cr, -30, -36);
  cairo_curve_to (cr, -16, -58, 4, -60, 14, -52);
  cairo_curve_to (cr, 20, -62, 2, -74, 8, -90);
  cairo_curve_to (cr, 11, -99, 22, -101, 27, -94);
  cairo_line_to (cr, 50, -89);
  cairo_line_to (cr, 27, -87);
  cairo_curve_to (cr, 16, -86, 15, -82, 20, -72);
  cairo_curve_to (cr, 26, -58, 24, -44, 12, -38);
  cairo_curve_to (cr, 0, -31, -16, -32, -34, -27);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_restore (cr);
  stroke (cr, x - 2 * scale, y - 35 * scale, x - 4 * scale, y, 2.6 * scale, rgb);
  stroke (cr, x + 6 * scale, y - 37 * scale, x + 9 * scale, y, 2.6 * scale, rgb);
}

static void
reed (cairo_t *cr, double x, double y, double height, double lean, guint32 rgb)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, height / 60);
  set_colour (cr, rgb, 1);
  cairo_move_to (cr, x, y);
  cairo_curve_to (cr, x, y - height / 2, x + lean / 2, y - height * 0.8, x + lean, y - height);
  cairo_stroke (cr);
  cairo_save (cr);
  cairo_translate (cr, x + lean * 0.9, y - height * 0.93);
  cairo_rotate (cr, lean / height);
  rounded (cr, -height / 40, -height / 9, height / 20, height / 4.5, height / 40);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_logo (cairo_t *cr)
{
  rounded (cr, 0, 0, 512, 512, 112);
  fill_gradient (cr, 0, 512, 0x14706b, 0x0a3f4c);
  rounded (cr, 0, 0, 512, 512, 112);
  cairo_clip (cr);
  disc (cr, 356, 176, 96, 0xf2c879, 1);
  reed (cr, 108, 470, 330, 26, 0x7fc8a9);
  reed (cr, 150, 480, 250, -18, 0x58a58d);
  heron (cr, 262, 452, 3.5, 0xffffff);
  rounded_filled (cr, 60, 446, 392, 14, 0x7fc8a9);
}

/* One arm of three links on a foot; the angles are in turns. */
static void
arm (cairo_t *cr, double x, double y, double first, double second, guint32 rgb)
{
  double x1 = x + 92 * cos (first * 2 * G_PI);
  double y1 = y - 24 + 92 * sin (first * 2 * G_PI);
  double x2 = x1 + 78 * cos (second * 2 * G_PI);
  double y2 = y1 + 78 * sin (second * 2 * G_PI);

  rounded_filled (cr, x - 30, y - 16, 60, 18, 0x33484f);
  stroke (cr, x, y - 24, x1, y1, 24, rgb);
  stroke (cr, x1, y1, x2, y2, 18, 0xf4f1ea);
  stroke (cr, x2, y2, x2, y2 + 26, 9, 0x33484f);
  stroke (cr, x2 - 11, y2 + 28, x2 - 11, y2 + 44, 5, 0x33484f);
  stroke (cr, x2 + 11, y2 + 28, x2 + 11, y2 + 44, 5, 0x33484f);
  stroke (cr, x2 - 11, y2 + 28, x2 + 11, y2 + 28, 5, 0x33484f);
  disc (cr, x, y - 24, 15, 0x33484f, 1);
  disc (cr, x1, y1, 12, 0x33484f, 1);
  disc (cr, x2, y2, 8, rgb, 1);
}

static void
flask (cairo_t *cr, double x, double y, guint32 rgb)
{
  cairo_move_to (cr, x - 5, y - 34);
  cairo_line_to (cr, x + 5, y - 34);
  cairo_line_to (cr, x + 5, y - 22);
  cairo_line_to (cr, x + 16, y);
  cairo_line_to (cr, x - 16, y);
  cairo_line_to (cr, x - 5, y - 22);
  cairo_close_path (cr);
  set_colour (cr, rgb, 0.85);
  cairo_fill (cr);
}

static void
draw_workshop (cairo_t *cr)
{
  static const guint32 colours[] = { 0x14706b, 0xd9793f, 0x2f6f9f, 0x8a5a83 };
  static const double angles[][2] = {
    { 0.72, 0.02 }, { 0.80, 0.45 }, { 0.70, 0.98 }, { 0.82, 0.5 }
  };
  int i;

  cairo_rectangle (cr, 0, 0, WIDTH, 400);
  fill_gradient (cr, 0, 400, 0xe9efe9, 0xd3dfdb);
  cairo_rectangle (cr, 0, 400, WIDTH, 140);
  fill_gradient (cr, 400, 540, 0xb79f84, 0x93795f);
  for (i = 0; i < 6; i++)
    {
      double x = 36 + i * 152;

      rounded (cr, x, 40, 128, 176, 6);
      fill_gradient (cr, 40, 216, 0x9fd0e0, 0xe5f3ee);
      cairo_save (cr);
      cairo_rectangle (cr, x, 40, 128, 176);
      cairo_clip (cr);
      disc (cr, x + 20 + (i * 43) % 80, 216, 34, 0x8fbf9d, 0.7);
      disc (cr, x + 60 + (i * 29) % 60, 222, 26, 0x6fa889, 0.7);
      cairo_restore (cr);
      stroke (cr, x + 64, 42, x + 64, 214, 3, 0xf7faf7);
      stroke (cr, x + 2, 118, x + 126, 118, 3, 0xf7faf7);
      stroke (cr, x + 64, 0, x + 64, 16, 2, 0x5f6d70);
      rounded_filled (cr, x + 40, 14, 48, 10, 0xf2c879);
    }
  for (i = 0; i < 4; i++)
    {
      double x = 130 + i * 232;

      rounded_filled (cr, x - 92, 404, 184, 16, 0xe2c49c);
      rounded_filled (cr, x - 82, 420, 12, 90, 0x6d5642);
      rounded_filled (cr, x + 70, 420, 12, 90, 0x6d5642);
      arm (cr, x, 402, angles[i][0], angles[i][1], colours[i]);
      flask (cr, x + (i % 2 ? -62 : 66), 404, colours[(i + 1) % 4]);
      flask (cr, x + (i % 2 ? 62 : -66), 404, 0xf2c879);
    }
}

static void
plant (cairo_t *cr, double x, double y, double size, guint32 rgb)
{
  int i;

  stroke (cr, x, y, x, y - size, size / 12, 0x4e7d43);
  for (i = -1; i <= 1; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, x, y - size * 0.75);
      cairo_rotate (cr, i * 0.9);
      cairo_scale (cr, size / 5, size / 2.2);
      cairo_arc (cr, 0, -0.8, 0.8, 0, 2 * G_PI);
      cairo_restore (cr);
      set_colour (cr, rgb, 1);
      cairo_fill (cr);
    }
}

static void
carrier (cairo_t *cr, double x, double y)
{
  int i;

  disc (cr, x - 62, y, 22, 0x26343a, 1);
  disc (cr, x + 62, y, 22, 0x26343a, 1);
  disc (cr, x - 62, y, 9, 0x9db4b5, 1);
  disc (cr, x + 62, y, 9, 0x9db4b5, 1);
  rounded_filled (cr, x - 96, y - 62, 192, 50, 0xf4f1ea);
  rounded_filled (cr, x - 96, y - 34, 192, 12, 0x14706b);
  rounded_filled (cr, x + 52, y - 138, 34, 82, 0xf4f1ea);
  rounded_filled (cr, x + 40, y - 172, 62, 42, 0x26343a);
  disc (cr, x + 60, y - 151, 6, 0x7fe0c0, 1);
  disc (cr, x + 84, y - 151, 6, 0x7fe0c0, 1);
  rounded_filled (cr, x - 100, y - 76, 146, 16, 0x8a6b4f);
  for (i = 0; i < 5; i++)
    plant (cr, x - 84 + i * 29, y - 74, 44, i % 2 ? 0x6bb35a : 0x8cc76b);
}

static void
draw_greenhouse (cairo_t *cr)
{
  int row, i;

  cairo_rectangle (cr, 0, 0, WIDTH, HEIGHT);
  fill_gradient (cr, 0, 330, 0xbfe3ee, 0xf6f4dc);
  cairo_move_to (cr, 0, 330);
  cairo_curve_to (cr, 200, 230, 330, 300, 480, 270);
  cairo_curve_to (cr, 640, 230, 800, 290, 960, 240);
  cairo_line_to (cr, 960, 350);
  cairo_line_to (cr, 0, 350);
  cairo_close_path (cr);
  set_colour (cr, 0x9cc3b0, 1);
  cairo_fill (cr);
  cairo_rectangle (cr, 0, 330, WIDTH, 210);
  fill_gradient (cr, 330, 540, 0xc9b392, 0xa88c66);
  for (i = 0; i <= 8; i++)
    {
      double x = i * 120;

      stroke (cr, x, 330, x, 120, 4, 0xf7fbfa);
      stroke (cr, x, 120, 480 + (x - 480) * 0.82, 24, 4, 0xf7fbfa);
    }
  stroke (cr, 0, 120, 960, 120, 5, 0xf7fbfa);
  stroke (cr, 0, 225, 960, 225, 3, 0xf7fbfa);
  stroke (cr, 90, 24, 870, 24, 5, 0xf7fbfa);
  for (row = 0; row < 3; row++)
    {
      double y = 366 + row * row * 26 + row * 26;
      double size = 36 + row * 26;

      rounded_filled (cr, -20, y - 4, 1000, 12 + row * 8, 0x7a5d45);
      for (i = 0; i < 22 - row * 5; i++)
        if (row < 2 || i < 3 || i > 7)
          plant (cr, 20 + i * (size + 10 + row * 6), y, size, (i + row) % 3 ? 0x5fa653 : 0x86bf5f);
    }
  carrier (cr, 500, 506);
}

static void
draw_growth (cairo_t *cr)
{
  static const int robots[] = { 4, 11, 26, 58, 97, 164, 262, 430, 655, 940, 1280 };
  guint i;

  cairo_rectangle (cr, 0, 0, WIDTH, HEIGHT);
  fill_gradient (cr, 0, HEIGHT, 0xf5f8f4, 0xe3ece8);
  for (i = 0; i < 4; i++)
    stroke (cr, 60, 430 - i * 110.0, 900, 430 - i * 110.0, 1.5, 0xc6d3cf);
  cairo_select_font_face (cr, "Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  for (i = 0; i < G_N_ELEMENTS (robots); i++)
    {
      double x = 78 + i * 75;
      double height = robots[i] * 340.0 / 1280;
      char text[16];
      cairo_text_extents_t extents;

      rounded (cr, x, 430 - height, 50, height + 4, MIN (6, height / 2));
      fill_gradient (cr, 90, 430, 0x14706b, 0x7fc8a9);
      g_snprintf (text, sizeof text, "%d", robots[i]);
      cairo_set_font_size (cr, 20);
      cairo_text_extents (cr, text, &extents);
      cairo_move_to (cr, x + 25 - extents.x_advance / 2, 420 - height);
      set_colour (cr, 0x1d3a3c, 1);
      cairo_show_text (cr, text);
      g_snprintf (text, sizeof text, "%u", 2015 + i);
      cairo_set_font_size (cr, 18);
      cairo_text_extents (cr, text, &extents);
      cairo_move_to (cr, x + 25 - extents.x_advance / 2, 464);
      set_colour (cr, 0x46605f, 1);
      cairo_show_text (cr, text);
    }
  stroke (cr, 60, 432, 900, 432, 3, 0x33484f);
}

static void
draw_lake (cairo_t *cr)
{
  int i;

  cairo_rectangle (cr, 0, 0, WIDTH, 320);
  fill_gradient (cr, 0, 320, 0x3d6f8e, 0xf7d9a8);
  disc (cr, 660, 250, 64, 0xfff1cf, 0.9);
  for (i = 0; i < 3; i++)
    {
      double y = 300 - 28 * i;

      cairo_move_to (cr, 0, 322);
      cairo_line_to (cr, 0, y - 30);
      cairo_curve_to (cr, 180 + i * 60, y - 130 + i * 30, 330, y + 10, 500 - i * 50, y - 30);
      cairo_curve_to (cr, 680, y - 100 + i * 24, 800, y, 960, y - 50);
      cairo_line_to (cr, 960, 322);
      cairo_close_path (cr);
      set_colour (cr, i == 0 ? 0x35585f : 0x4b7480, i == 0 ? 1 : 0.35);
      cairo_fill (cr);
    }
  cairo_rectangle (cr, 0, 318, WIDTH, 222);
  fill_gradient (cr, 318, 540, 0xe9c99b, 0x28505f);
  for (i = 0; i < 26; i++)
    {
      double y = 330 + i * 8;
      double spread = 40 + i * 5;

      stroke (cr, 660 - spread + (i * 37) % 29, y, 660 + spread - (i * 53) % 31, y, 2, 0xf8e3bb);
    }
  for (i = 0; i < 17; i++)
    reed (cr, 20 + i * 17 + (i * 31) % 11, 545, 170 + (i * 47) % 120, -20 + (i * 29) % 50,
          i % 3 ? 0x1c3d3f : 0x2d5a50);
  heron (cr, 430, 500, 2.5, 0x17323a);
  heron (cr, 572, 440, 1.3, 0x244a52);
  heron (cr, 830, 400, 0.8, 0x35585f);
}

/**
 * pictures_get:
 * @n_pictures: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_pictures): the pictures of the sample company
 */
const Picture *
pictures_get (guint *n_pictures)
{
  static const Picture all[] = {
    { "logo", 512, 512, draw_logo },
    { "workshop", WIDTH, HEIGHT, draw_workshop },
    { "greenhouse", WIDTH, HEIGHT, draw_greenhouse },
    { "growth", WIDTH, HEIGHT, draw_growth },
    { "lake", WIDTH, HEIGHT, draw_lake },
  };

  *n_pictures = G_N_ELEMENTS (all);

  return all;
}
