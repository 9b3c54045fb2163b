/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/disclosure.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DISCLOSURE_BOX (interview_disclosure_box_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDisclosureBox,
                      interview_disclosure_box,
                      INTERVIEW,
                      DISCLOSURE_BOX,
                      GtkWidget)

void interview_disclosure_box_set_kind (InterviewDisclosureBox *self, InterviewDisclosureKind kind);
void interview_disclosure_box_set_disclosure (InterviewDisclosureBox *self,
                                              InterviewDisclosure *disclosure);
void interview_disclosure_box_set_problem (InterviewDisclosureBox *self, const char *problem);

G_END_DECLS
