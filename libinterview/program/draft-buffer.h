/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DRAFT_BUFFER (interview_draft_buffer_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDraftBuffer,
                      interview_draft_buffer,
                      INTERVIEW,
                      DRAFT_BUFFER,
                      GObject)

InterviewDraftBuffer *interview_draft_buffer_new (InterviewAccount *account,
                                                  const char *place,
                                                  const char *room_id,
                                                  GtkTextBuffer *buffer);

G_END_DECLS
