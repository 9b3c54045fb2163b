/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name of the picture with the QR code in a mail (RFC 2392). */
#define INTERVIEW_HTML_QR_ID "qr@invitation.interview"

char *interview_html_text_make (const char *plain,
                                const char *title,
                                const char *language,
                                const char *qr_text);

G_END_DECLS
