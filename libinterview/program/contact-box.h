/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CONTACT_BOX (interview_contact_box_get_type ())
G_DECLARE_FINAL_TYPE (InterviewContactBox, interview_contact_box, INTERVIEW, CONTACT_BOX, AdwBin)

GtkWidget *interview_contact_box_new (InterviewAccount *account, const char *room_id);

G_END_DECLS
