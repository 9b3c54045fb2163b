/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Light modules around the code, without which readers do not find it (ISO/IEC 18004). */
#define INTERVIEW_QR_QUIET_ZONE 4

typedef struct _InterviewQrCode InterviewQrCode;

InterviewQrCode *interview_qr_code_new (const char *text);
void interview_qr_code_free (InterviewQrCode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewQrCode, interview_qr_code_free)

guint interview_qr_code_get_width (const InterviewQrCode *self);
gboolean interview_qr_code_is_dark (const InterviewQrCode *self, guint x, guint y);

G_END_DECLS
