/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gdk/gdk.h>

#include "ui/panel-form.h"

G_BEGIN_DECLS

/* Below this width, in pixels, nothing fits beside the video. */
#define INTERVIEW_PANEL_LAYOUT_NARROW 600

/* Panels that can be open at once. */
#define INTERVIEW_PANEL_LAYOUT_MAX 2

/**
 * InterviewPanelEdge:
 *
 * Where a panel lies, and so in which direction a swipe throws it out.
 */
typedef enum
{
  INTERVIEW_PANEL_EDGE_END,
  INTERVIEW_PANEL_EDGE_START,
  INTERVIEW_PANEL_EDGE_BOTTOM,
  INTERVIEW_PANEL_EDGE_NONE,
} InterviewPanelEdge;

/**
 * InterviewPanelPlace:
 * @area: rectangle in pixels, from the start of the reading direction
 * @edge: where it lies
 */
typedef struct
{
  GdkRectangle area;
  InterviewPanelEdge edge;
} InterviewPanelPlace;

/**
 * InterviewPanelLayout:
 * @main: where the video goes
 * @free: part of @main that no overlay covers
 * @panels: one place per panel, in the order that was given
 */
typedef struct
{
  GdkRectangle main;
  GdkRectangle free;
  InterviewPanelPlace panels[INTERVIEW_PANEL_LAYOUT_MAX];
} InterviewPanelLayout;

void interview_panel_layout_compute (InterviewPanelLayout *self,
                                     int width,
                                     int height,
                                     int inset,
                                     const InterviewPanelForm *forms,
                                     guint n_forms);

G_END_DECLS
