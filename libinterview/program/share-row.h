/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/recording-share.h"

G_BEGIN_DECLS

GtkWidget *interview_share_row_new (InterviewRecordingShare *share,
                                    gboolean withdrawable,
                                    GCallback on_withdraw,
                                    gpointer data);
InterviewRecordingShare *interview_share_row_get_share (GtkWidget *widget);

G_END_DECLS
