/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/certificate-pin.h"

#include <string.h>

/*
 * InterviewCertificatePin trusts exactly one certificate, the one with a known SHA-256
 * fingerprint, and no authority. It stands in the place of the system's database of authorities,
 * so that REST and event socket are checked alike, and a certificate from a public authority is
 * refused too if it is not the known one. The name in the certificate and its dates do not matter:
 * the fingerprint came to the person together with the address.
 *
 * May be used from any thread after it was made.
 */
struct _InterviewCertificatePin
{
  GTlsDatabase parent_instance;

  char *fingerprint;
};

G_DEFINE_FINAL_TYPE (InterviewCertificatePin, interview_certificate_pin, G_TYPE_TLS_DATABASE)

static GTlsCertificateFlags
interview_certificate_pin_verify_chain (GTlsDatabase *database,
                                        GTlsCertificate *chain,
                                        const char *purpose,
                                        GSocketConnectable *identity,
                                        GTlsInteraction *interaction,
                                        GTlsDatabaseVerifyFlags flags,
                                        GCancellable *cancellable,
                                        GError **error)
{
  InterviewCertificatePin *self = INTERVIEW_CERTIFICATE_PIN (database);
  g_autofree char *fingerprint = interview_certificate_fingerprint (chain);

  return g_strcmp0 (fingerprint, self->fingerprint) == 0 ? G_TLS_CERTIFICATE_NO_FLAGS
                                                         : G_TLS_CERTIFICATE_UNKNOWN_CA;
}

static void
interview_certificate_pin_finalize (GObject *object)
{
  InterviewCertificatePin *self = INTERVIEW_CERTIFICATE_PIN (object);

  g_free (self->fingerprint);

  G_OBJECT_CLASS (interview_certificate_pin_parent_class)->finalize (object);
}

static void
interview_certificate_pin_class_init (InterviewCertificatePinClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_certificate_pin_finalize;
  G_TLS_DATABASE_CLASS (klass)->verify_chain = interview_certificate_pin_verify_chain;
}

static void
interview_certificate_pin_init (InterviewCertificatePin *self)
{
}

/**
 * interview_certificate_pin_new:
 * @fingerprint: SHA-256 in lower-case hexadecimal
 *
 * Returns: (transfer full): a new database
 */
InterviewCertificatePin *
interview_certificate_pin_new (const char *fingerprint)
{
  InterviewCertificatePin *self;

  g_return_val_if_fail (fingerprint != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_CERTIFICATE_PIN, NULL);
  self->fingerprint = g_strdup (fingerprint);
  return self;
}

/**
 * interview_certificate_fingerprint:
 * @certificate: a certificate
 *
 * Returns: (transfer full): SHA-256 of its DER form in lower-case hexadecimal
 */
char *
interview_certificate_fingerprint (GTlsCertificate *certificate)
{
  g_autoptr (GByteArray) der = NULL;

  g_return_val_if_fail (G_IS_TLS_CERTIFICATE (certificate), NULL);

  g_object_get (certificate, "certificate", &der, NULL);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, der->data, der->len);
}
