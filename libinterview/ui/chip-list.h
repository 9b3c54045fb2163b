/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CHIP_LIST (interview_chip_list_get_type ())
G_DECLARE_FINAL_TYPE (InterviewChipList, interview_chip_list, INTERVIEW, CHIP_LIST, GtkWidget)

GtkWidget *interview_chip_list_new (void);
void interview_chip_list_set_texts (InterviewChipList *self, const char *const *texts);

G_END_DECLS
