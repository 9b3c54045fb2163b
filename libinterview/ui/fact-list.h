/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_FACT_LIST (interview_fact_list_get_type ())
G_DECLARE_FINAL_TYPE (InterviewFactList, interview_fact_list, INTERVIEW, FACT_LIST, GtkWidget)

GtkWidget *interview_fact_list_new (void);
void interview_fact_list_set_facts (InterviewFactList *self, GPtrArray *facts);

G_END_DECLS
