/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * InterviewPanelForm:
 *
 * How a panel lies on the video.
 *
 * @INTERVIEW_PANEL_FORM_OVERLAY: translucent, over the video
 * @INTERVIEW_PANEL_FORM_DOCKED: beside the video, which becomes narrower
 * @INTERVIEW_PANEL_FORM_BELOW: below the video, two of them side by side
 * @INTERVIEW_PANEL_FORM_CARD: a card in the middle, until something else is clicked
 */
typedef enum
{
  INTERVIEW_PANEL_FORM_OVERLAY,
  INTERVIEW_PANEL_FORM_DOCKED,
  INTERVIEW_PANEL_FORM_BELOW,
  INTERVIEW_PANEL_FORM_CARD,
} InterviewPanelForm;

#define INTERVIEW_TYPE_PANEL_FORM (interview_panel_form_get_type ())
GType interview_panel_form_get_type (void);

/* The number of forms, for tables. */
#define INTERVIEW_N_PANEL_FORMS 4

const char *interview_panel_form_to_nick (InterviewPanelForm form);
const char *interview_panel_form_to_label (InterviewPanelForm form);
const char *interview_panel_form_to_icon_name (InterviewPanelForm form);

G_END_DECLS
