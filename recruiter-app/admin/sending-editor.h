/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "client/connection.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_SENDING_EDITOR (recruiter_sending_editor_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterSendingEditor,
                      recruiter_sending_editor,
                      RECRUITER,
                      SENDING_EDITOR,
                      AdwPreferencesPage)

GtkWidget *recruiter_sending_editor_new (InterviewConnection *connection);

G_END_DECLS
