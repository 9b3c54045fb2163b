/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CERTIFICATE_PIN (interview_certificate_pin_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCertificatePin,
                      interview_certificate_pin,
                      INTERVIEW,
                      CERTIFICATE_PIN,
                      GTlsDatabase)

InterviewCertificatePin *interview_certificate_pin_new (const char *fingerprint);

char *interview_certificate_fingerprint (GTlsCertificate *certificate);

G_END_DECLS
