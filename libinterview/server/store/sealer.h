/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SEALER (interview_sealer_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSealer, interview_sealer, INTERVIEW, SEALER, GObject)

InterviewSealer *interview_sealer_open (const char *path, GError **error);
GBytes *interview_sealer_seal (InterviewSealer *self, const char *text);
char *interview_sealer_unseal (InterviewSealer *self, GBytes *sealed, GError **error);

G_END_DECLS
