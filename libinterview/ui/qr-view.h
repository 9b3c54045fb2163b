/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_QR_VIEW (interview_qr_view_get_type ())
G_DECLARE_FINAL_TYPE (InterviewQrView, interview_qr_view, INTERVIEW, QR_VIEW, GtkWidget)

void interview_qr_view_set_text (InterviewQrView *self, const char *text);

G_END_DECLS
