/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "client/connection.h"
#include "core/model/notice-template.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_TEMPLATE_EDITOR (recruiter_template_editor_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterTemplateEditor,
                      recruiter_template_editor,
                      RECRUITER,
                      TEMPLATE_EDITOR,
                      AdwPreferencesPage)

GtkWidget *recruiter_template_editor_new (InterviewConnection *connection, GPtrArray *templates);

G_END_DECLS
