/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DRAFT_KEEPER (interview_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDraftKeeper,
                      interview_draft_keeper,
                      INTERVIEW,
                      DRAFT_KEEPER,
                      GObject)

InterviewDraftKeeper *interview_draft_keeper_new (InterviewAccount *account,
                                                  const char *place,
                                                  const char *room_id,
                                                  gpointer text);

G_END_DECLS
