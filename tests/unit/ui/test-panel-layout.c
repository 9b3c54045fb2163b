/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "ui/panel-layout.h"
#include "ui/stage-layout.h"

#define O INTERVIEW_PANEL_FORM_OVERLAY
#define D INTERVIEW_PANEL_FORM_DOCKED
#define B INTERVIEW_PANEL_FORM_BELOW
#define C INTERVIEW_PANEL_FORM_CARD

#define INSET 64

static const struct
{
  int width;
  int height;
} sizes[] = {
  { 360, 640 }, { 360, 294 },  { 599, 400 },  { 600, 400 },   { 640, 720 },
  { 800, 500 }, { 1040, 680 }, { 1280, 720 }, { 2560, 1300 },
};

static void
assert_inside (const GdkRectangle *area, int width, int height)
{
  g_assert_cmpint (area->x, >=, 0);
  g_assert_cmpint (area->y, >=, 0);
  g_assert_cmpint (area->width, >, 0);
  g_assert_cmpint (area->height, >, 0);
  g_assert_cmpint (area->x + area->width, <=, width);
  g_assert_cmpint (area->y + area->height, <=, height);
}

static gboolean
overlap (const GdkRectangle *one, const GdkRectangle *other)
{
  return gdk_rectangle_intersect (one, other, NULL);
}

/* Whatever is open at whatever size: inside of the window, never over each other. */
static void
test_all_combinations (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      for (guint f = 0; f < 16; f++)
        {
          const InterviewPanelForm forms[] = { f / 4, f % 4 };
          int width = sizes[s].width, height = sizes[s].height;
          InterviewPanelLayout layout;

          interview_panel_layout_compute (&layout, width, height, INSET, forms, 2);
          assert_inside (&layout.main, width, height);
          assert_inside (&layout.free, width, height);
          assert_inside (&layout.panels[0].area, width, height);
          assert_inside (&layout.panels[1].area, width, height);
          if ((forms[0] == C) == (forms[1] == C))
            g_assert_false (overlap (&layout.panels[0].area, &layout.panels[1].area));
          for (guint i = 0; i < 2; i++)
            {
              if (forms[i] == D || forms[i] == B)
                g_assert_false (overlap (&layout.panels[i].area, &layout.main));
              if (forms[i] == O)
                {
                  g_assert_true (overlap (&layout.panels[i].area, &layout.main));
                  g_assert_false (overlap (&layout.panels[i].area, &layout.free));
                }
            }
        }
    }
}

static void
test_nothing_open (void)
{
  InterviewPanelLayout layout;

  interview_panel_layout_compute (&layout, 800, 600, INSET, NULL, 0);
  g_assert_cmpint (layout.main.width, ==, 800);
  g_assert_cmpint (layout.main.height, ==, 600);
  g_assert_true (gdk_rectangle_equal (&layout.main, &layout.free));
}

static void
test_wide (void)
{
  const InterviewPanelForm docked[] = { D, D }, below[] = { B, B }, overlay[] = { O, O };
  InterviewPanelLayout layout;

  interview_panel_layout_compute (&layout, 1280, 720, INSET, docked, 2);
  g_assert_cmpint (layout.main.width, >, 800);
  g_assert_cmpint (layout.main.height, ==, 720);
  g_assert_cmpint (layout.panels[0].area.x, ==, layout.panels[1].area.x);
  g_assert_cmpint (layout.panels[0].edge, ==, INTERVIEW_PANEL_EDGE_END);

  interview_panel_layout_compute (&layout, 1280, 720, INSET, below, 2);
  g_assert_cmpint (layout.main.width, ==, 1280);
  g_assert_cmpint (layout.panels[0].area.y, ==, layout.panels[1].area.y);
  g_assert_cmpint (layout.panels[0].area.width, ==, 640);
  g_assert_cmpint (layout.panels[1].area.x, ==, 640);
  g_assert_cmpint (layout.panels[1].edge, ==, INTERVIEW_PANEL_EDGE_BOTTOM);

  interview_panel_layout_compute (&layout, 1280, 720, INSET, overlay, 2);
  g_assert_cmpint (layout.panels[0].edge, ==, INTERVIEW_PANEL_EDGE_END);
  g_assert_cmpint (layout.panels[1].edge, ==, INTERVIEW_PANEL_EDGE_START);
  g_assert_cmpint (layout.panels[0].area.y + layout.panels[0].area.height, <=, 720 - INSET);
  g_assert_cmpint (layout.free.width, >, 300);
}

/* At 360 pixels a docked panel lies below, and two lie one above the other. */
static void
test_narrow (void)
{
  const InterviewPanelForm docked[] = { D, D }, card[] = { C };
  InterviewPanelLayout layout;

  interview_panel_layout_compute (&layout, 360, 640, INSET, docked, 1);
  g_assert_cmpint (layout.main.width, ==, 360);
  g_assert_cmpint (layout.panels[0].area.width, ==, 360);
  g_assert_cmpint (layout.panels[0].area.y, ==, layout.main.height);
  g_assert_cmpint (layout.panels[0].edge, ==, INTERVIEW_PANEL_EDGE_BOTTOM);

  interview_panel_layout_compute (&layout, 360, 640, INSET, docked, 2);
  g_assert_cmpint (layout.main.height, >=, 140);
  g_assert_cmpint (layout.panels[1].area.y, ==,
                   layout.panels[0].area.y + layout.panels[0].area.height);

  interview_panel_layout_compute (&layout, 360, 640, INSET, card, 1);
  g_assert_cmpint (layout.panels[0].area.width, ==, 360 - 24);
  g_assert_cmpint (layout.panels[0].area.y + layout.panels[0].area.height, <=, 640 - INSET);
}

static void
test_stage_grid (void)
{
  for (guint n = 1; n <= 9; n++)
    {
      for (guint i = 0; i < n; i++)
        {
          GdkRectangle cell = interview_stage_layout_cell (1280, 720, n, i);

          assert_inside (&cell, 1280, 720);
          for (guint j = 0; j < i; j++)
            {
              GdkRectangle other = interview_stage_layout_cell (1280, 720, n, j);

              g_assert_false (overlap (&cell, &other));
            }
        }
    }
  g_assert_cmpint (interview_stage_layout_cell (1280, 720, 1, 0).width, ==, 1280);
  g_assert_cmpint (interview_stage_layout_cell (1280, 500, 2, 1).y, ==, 0);
  g_assert_cmpint (interview_stage_layout_cell (400, 800, 2, 1).x, ==, 0);
}

/* A panel of three beside oneself, in a wide window and on a telephone's width: nobody is hidden or
 * small beside the others. */
static void
test_stage_panel (void)
{
  static const struct
  {
    int width, height, least_width, least_height;
  } cases[] = {
    { 1280, 720, 630, 350 },
    { 1280, 520, 420, 250 },
    { 360, 640, 350, 200 },
    { 360, 500, 170, 160 },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      for (guint i = 0; i < 3; i++)
        {
          GdkRectangle cell = interview_stage_layout_cell (cases[c].width, cases[c].height, 3, i);

          assert_inside (&cell, cases[c].width, cases[c].height);
          g_assert_cmpint (cell.width, >=, cases[c].least_width);
          g_assert_cmpint (cell.height, >=, cases[c].least_height);
        }
    }
}

/* While a screen is shared it has most of the window, and hides nobody. */
static void
test_stage_screen (void)
{
  static const int stages[][2] = { { 1280, 720 }, { 1920, 1080 }, { 360, 640 }, { 800, 800 } };

  for (guint s = 0; s < G_N_ELEMENTS (stages); s++)
    {
      int width = stages[s][0], height = stages[s][1];
      GdkRectangle screen = interview_stage_layout_screen (width, height);

      assert_inside (&screen, width, height);
      g_assert_cmpint (screen.width * screen.height * 10, >=, width * height * 7);
      for (guint n = 1; n <= 6; n++)
        for (guint i = 0; i < n; i++)
          {
            GdkRectangle face = interview_stage_layout_face (width, height, n, i);

            assert_inside (&face, width, height);
            g_assert_false (overlap (&face, &screen));
            g_assert_cmpint (face.width, >=, 50);
            for (guint j = 0; j < i; j++)
              {
                GdkRectangle other = interview_stage_layout_face (width, height, n, j);

                g_assert_false (overlap (&face, &other));
              }
          }
    }
  g_assert_cmpint (interview_stage_layout_screen (360, 640).width, ==, 360);
  g_assert_cmpint (interview_stage_layout_screen (1280, 720).height, ==, 720);
}

static void
test_stage_own (void)
{
  const GdkRectangle free = { 100, 50, 600, 500 };

  for (guint corner = 0; corner < 4; corner++)
    {
      GdkRectangle own = interview_stage_layout_own (&free, corner, INSET);

      g_assert_cmpint (own.width * 9, ==, own.height * 16 + own.width * 9 % 16);
      g_assert_true (overlap (&own, &free));
      g_assert_cmpint (own.x, >=, free.x);
      g_assert_cmpint (own.x + own.width, <=, free.x + free.width);
      g_assert_cmpint (own.y + own.height, <=, free.y + free.height - INSET);
      g_assert_cmpint (interview_stage_layout_nearest (&free, own.x + own.width / 2.0,
                                                       own.y + own.height / 2.0),
                       ==, corner);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/panel-layout/all-combinations", test_all_combinations);
  g_test_add_func ("/ui/panel-layout/nothing-open", test_nothing_open);
  g_test_add_func ("/ui/panel-layout/wide", test_wide);
  g_test_add_func ("/ui/panel-layout/narrow", test_narrow);
  g_test_add_func ("/ui/stage-layout/grid", test_stage_grid);
  g_test_add_func ("/ui/stage-layout/panel", test_stage_panel);
  g_test_add_func ("/ui/stage-layout/screen", test_stage_screen);
  g_test_add_func ("/ui/stage-layout/own", test_stage_own);
  return g_test_run ();
}
