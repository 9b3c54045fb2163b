/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

GValue *interview_record_peek_value (InterviewRecord *self, guint field);
gboolean
interview_record_set_field_error (GError **error, const InterviewField *field, const char *what);

G_END_DECLS
