/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/panel-form.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (InterviewPanelForm,
                    interview_panel_form,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_PANEL_FORM_OVERLAY, "overlay"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_PANEL_FORM_DOCKED, "docked"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_PANEL_FORM_BELOW, "below"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_PANEL_FORM_CARD, "card"))

/**
 * interview_panel_form_to_nick:
 * @form: a form
 *
 * Returns: (transfer none): its name in the settings
 */
const char *
interview_panel_form_to_nick (InterviewPanelForm form)
{
  static const char *const nicks[INTERVIEW_N_PANEL_FORMS] = { "overlay", "docked", "below",
                                                              "card" };

  g_return_val_if_fail ((guint) form < INTERVIEW_N_PANEL_FORMS, nicks[0]);

  return nicks[form];
}

/**
 * interview_panel_form_to_label:
 * @form: a form
 *
 * Returns: (transfer none): what it is called, for people
 */
const char *
interview_panel_form_to_label (InterviewPanelForm form)
{
  static const char *const labels[INTERVIEW_N_PANEL_FORMS] = {
    [INTERVIEW_PANEL_FORM_OVERLAY] = N_ ("Over the Video"),
    [INTERVIEW_PANEL_FORM_DOCKED] = N_ ("Beside the Video"),
    [INTERVIEW_PANEL_FORM_BELOW] = N_ ("Below the Video"),
    [INTERVIEW_PANEL_FORM_CARD] = N_ ("As a Card"),
  };

  g_return_val_if_fail ((guint) form < INTERVIEW_N_PANEL_FORMS, labels[0]);

  return _ (labels[form]);
}

/**
 * interview_panel_form_to_icon_name:
 * @form: a form
 *
 * Returns: (transfer none): its symbolic icon
 */
const char *
interview_panel_form_to_icon_name (InterviewPanelForm form)
{
  static const char *const names[INTERVIEW_N_PANEL_FORMS] = {
    [INTERVIEW_PANEL_FORM_OVERLAY] = "interview-panel-overlay-symbolic",
    [INTERVIEW_PANEL_FORM_DOCKED] = "interview-panel-docked-symbolic",
    [INTERVIEW_PANEL_FORM_BELOW] = "interview-panel-below-symbolic",
    [INTERVIEW_PANEL_FORM_CARD] = "interview-panel-card-symbolic",
  };

  g_return_val_if_fail ((guint) form < INTERVIEW_N_PANEL_FORMS, names[0]);

  return names[form];
}
