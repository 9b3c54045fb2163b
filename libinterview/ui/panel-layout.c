/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/panel-layout.h"

/*
 * InterviewPanelLayout says where the video and the panels go. It is a function of sizes alone, so
 * that every combination can be tested as a table.
 *
 * Wide: docked panels share a column at the end, panels below share a row, overlays stand at the
 * end and then at the start so that the face in the middle stays visible. Narrow: docked becomes
 * below, what would stand side by side is stacked, overlays and below take the lower part.
 */
#define MARGIN 12

/* Widths of a column beside or over the video: a line of text of 35 to 50 characters. */
#define COLUMN_MIN 280
#define COLUMN_MAX 420
#define COLUMN_SHARE 0.32

#define CARD_WIDTH 520
#define CARD_HEIGHT 640

/* A video lower than this shows no face any more. */
#define VIDEO_MIN 140
#define ROW_SHARE 0.42
#define STACK_SHARE 0.62
#define ROW_MIN 180

/* An overlay's share of the height when the window is narrow. */
#define SHEET_SHARE 0.5
#define SHEETS_SHARE 0.72

static guint
count_form (const InterviewPanelForm *forms, guint n_forms, InterviewPanelForm form)
{
  guint n = 0;

  for (guint i = 0; i < n_forms; i++)
    n += forms[i] == form;
  return n;
}

/* The @index-th of @n equal parts of @area, beside each other or one above the other. */
static GdkRectangle
split (const GdkRectangle *area, guint index, guint n, gboolean horizontal, int gap)
{
  GdkRectangle part = *area;
  int length = horizontal ? area->width : area->height;
  int start = (int) ((gint64) (length + gap) * index / n);
  int end = (int) ((gint64) (length + gap) * (index + 1) / n) - gap;

  if (horizontal)
    {
      part.x += start;
      part.width = MAX (end - start, 1);
    }
  else
    {
      part.y += start;
      part.height = MAX (end - start, 1);
    }
  return part;
}

static void
place_below (InterviewPanelLayout *self,
             const InterviewPanelForm *forms,
             guint n_forms,
             gboolean narrow)
{
  guint n = count_form (forms, n_forms, INTERVIEW_PANEL_FORM_BELOW);
  gboolean stacked = narrow && n > 1;
  GdkRectangle row = self->main;
  guint index = 0;

  if (n == 0)
    return;
  row.height = MAX ((int) (self->main.height * (stacked ? STACK_SHARE : ROW_SHARE)), ROW_MIN);
  row.height = MIN (row.height, MAX (self->main.height - VIDEO_MIN, self->main.height / 2));
  self->main.height -= row.height;
  row.y = self->main.y + self->main.height;
  for (guint i = 0; i < n_forms; i++)
    {
      if (forms[i] != INTERVIEW_PANEL_FORM_BELOW)
        continue;
      self->panels[i].area = split (&row, index++, n, !stacked, 0);
      self->panels[i].edge = INTERVIEW_PANEL_EDGE_BOTTOM;
    }
}

static int
column_width (int width)
{
  return CLAMP ((int) (width * COLUMN_SHARE), COLUMN_MIN, COLUMN_MAX);
}

static void
place_docked (InterviewPanelLayout *self, const InterviewPanelForm *forms, guint n_forms)
{
  guint n = count_form (forms, n_forms, INTERVIEW_PANEL_FORM_DOCKED);
  GdkRectangle column = self->main;
  guint index = 0;

  if (n == 0)
    return;
  column.width = column_width (self->main.width);
  self->main.width -= column.width;
  column.x = self->main.x + self->main.width;
  for (guint i = 0; i < n_forms; i++)
    {
      if (forms[i] != INTERVIEW_PANEL_FORM_DOCKED)
        continue;
      self->panels[i].area = split (&column, index++, n, FALSE, 0);
      self->panels[i].edge = INTERVIEW_PANEL_EDGE_END;
    }
}

/* What lies between the margins of the video and above the controls. */
static GdkRectangle
inner_area (const GdkRectangle *area, int inset)
{
  GdkRectangle inner = { area->x + MARGIN, area->y + MARGIN, MAX (area->width - 2 * MARGIN, 1),
                         MAX (area->height - MARGIN - MAX (inset, MARGIN), 1) };

  return inner;
}

static void
place_sheets (InterviewPanelLayout *self,
              const InterviewPanelForm *forms,
              guint n_forms,
              guint n,
              int inset)
{
  GdkRectangle sheet = inner_area (&self->main, inset);
  int height = MAX ((int) (self->main.height * (n > 1 ? SHEETS_SHARE : SHEET_SHARE)), ROW_MIN);
  guint index = 0;

  height = MIN (height, sheet.height);
  sheet.y += sheet.height - height;
  sheet.height = height;
  self->free.height = MAX (sheet.y - self->free.y, 1);
  for (guint i = 0; i < n_forms; i++)
    {
      if (forms[i] != INTERVIEW_PANEL_FORM_OVERLAY)
        continue;
      self->panels[i].area = split (&sheet, index++, n, FALSE, MARGIN);
      self->panels[i].edge = INTERVIEW_PANEL_EDGE_BOTTOM;
    }
}

static void
place_overlays (InterviewPanelLayout *self,
                const InterviewPanelForm *forms,
                guint n_forms,
                int inset)
{
  guint n = count_form (forms, n_forms, INTERVIEW_PANEL_FORM_OVERLAY);
  GdkRectangle inner = inner_area (&self->main, inset);
  int width = MIN (column_width (self->main.width), inner.width);
  gboolean both_sides = inner.width >= 2 * width + MARGIN;
  guint index = 0;

  self->free = self->main;
  if (n == 0)
    return;
  if (self->main.width < INTERVIEW_PANEL_LAYOUT_NARROW)
    {
      place_sheets (self, forms, n_forms, n, inset);
      return;
    }
  self->free.width = MAX (inner.width - width, 1);
  for (guint i = 0; i < n_forms; i++)
    {
      GdkRectangle column = inner;

      if (forms[i] != INTERVIEW_PANEL_FORM_OVERLAY)
        continue;
      column.width = width;
      if (both_sides && index == 1)
        {
          self->free.x = column.x + width;
          self->free.width = MAX (self->free.width - width - MARGIN, 1);
          self->panels[i].edge = INTERVIEW_PANEL_EDGE_START;
        }
      else
        {
          column.x += inner.width - width;
          if (!both_sides)
            column = split (&column, index, n, FALSE, MARGIN);
          self->panels[i].edge = INTERVIEW_PANEL_EDGE_END;
        }
      self->panels[i].area = column;
      index++;
    }
}

static void
place_cards (InterviewPanelLayout *self,
             const GdkRectangle *whole,
             const InterviewPanelForm *forms,
             guint n_forms,
             int inset)
{
  guint n = count_form (forms, n_forms, INTERVIEW_PANEL_FORM_CARD);
  GdkRectangle inner = inner_area (whole, inset);
  guint index = 0;

  for (guint i = 0; i < n_forms; i++)
    {
      GdkRectangle card;

      if (forms[i] != INTERVIEW_PANEL_FORM_CARD)
        continue;
      card = split (&inner, index++, n, inner.width >= 2 * COLUMN_MIN, MARGIN);
      self->panels[i].area.width = MIN (card.width, CARD_WIDTH);
      self->panels[i].area.height = MIN (card.height, CARD_HEIGHT);
      self->panels[i].area.x = card.x + (card.width - self->panels[i].area.width) / 2;
      self->panels[i].area.y = card.y + (card.height - self->panels[i].area.height) / 2;
      self->panels[i].edge = INTERVIEW_PANEL_EDGE_NONE;
    }
}

/**
 * interview_panel_layout_compute:
 * @self: (out): places
 * @width: width to share, in pixels
 * @height: height to share, in pixels
 * @inset: height at the bottom of the video that overlays and cards leave to the controls
 * @forms: (array length=n_forms): forms of the open panels, in the order of opening
 * @n_forms: number of open panels, at most %INTERVIEW_PANEL_LAYOUT_MAX
 *
 * Pure. x counts from the start of the reading direction: mirror it for right-to-left.
 */
void
interview_panel_layout_compute (InterviewPanelLayout *self,
                                int width,
                                int height,
                                int inset,
                                const InterviewPanelForm *forms,
                                guint n_forms)
{
  const GdkRectangle whole = { 0, 0, MAX (width, 1), MAX (height, 1) };
  InterviewPanelForm shown[INTERVIEW_PANEL_LAYOUT_MAX];
  gboolean narrow = width < INTERVIEW_PANEL_LAYOUT_NARROW;

  g_return_if_fail (self != NULL);
  g_return_if_fail (n_forms <= INTERVIEW_PANEL_LAYOUT_MAX);

  for (guint i = 0; i < n_forms; i++)
    {
      shown[i] = forms[i];
      if (narrow && forms[i] == INTERVIEW_PANEL_FORM_DOCKED)
        shown[i] = INTERVIEW_PANEL_FORM_BELOW;
    }
  self->main = whole;
  place_below (self, shown, n_forms, narrow);
  place_docked (self, shown, n_forms);
  place_overlays (self, shown, n_forms, inset);
  place_cards (self, &whole, shown, n_forms, inset);
}
