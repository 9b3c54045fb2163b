/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/disclosure.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DISCLOSURE_DIALOG (interview_disclosure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDisclosureDialog,
                      interview_disclosure_dialog,
                      INTERVIEW,
                      DISCLOSURE_DIALOG,
                      GObject)

InterviewDisclosureDialog *interview_disclosure_dialog_new (GtkWindow *parent,
                                                            InterviewDisclosure *disclosure,
                                                            InterviewDisclosedText *former);
void interview_disclosure_dialog_close (InterviewDisclosureDialog *self);

G_END_DECLS
