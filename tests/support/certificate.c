/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/certificate.h"

#include <gio/gio.h>

/**
 * test_certificate_make:
 * @folder: where
 * @certificate: (out): its file, in PEM: of this machine, signed by itself, good for a day
 * @key: (out): the file of its key
 */
void
test_certificate_make (const char *folder, char **certificate, char **key)
{
  g_autoptr (GSubprocess) openssl = NULL;
  g_autoptr (GError) error = NULL;

  *certificate = g_build_filename (folder, "cert.pem", NULL);
  *key = g_build_filename (folder, "key.pem", NULL);
  openssl = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "openssl", "req", "-x509",
                              "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                              "-days", "1", "-subj", "/CN=localhost", "-addext",
                              "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", *key, "-out",
                              *certificate, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (openssl, NULL, &error);
  g_assert_no_error (error);
}
