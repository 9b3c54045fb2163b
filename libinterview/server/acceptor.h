/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "server/admission.h"

G_BEGIN_DECLS

/**
 * InterviewAcceptedFunc:
 * @stream: a stream that is ready to be read, encrypted if the server has a certificate
 * @local: its near end
 * @remote: its far end
 *
 * Called on the acceptor's context. The stream was admitted; who gets it has to call
 * interview_admission_leave() when it is gone.
 */
typedef void (*InterviewAcceptedFunc) (GIOStream *stream,
                                       GSocketAddress *local,
                                       GSocketAddress *remote,
                                       gpointer user_data);

#define INTERVIEW_TYPE_ACCEPTOR (interview_acceptor_get_type ())
G_DECLARE_FINAL_TYPE (InterviewAcceptor, interview_acceptor, INTERVIEW, ACCEPTOR, GObject)

InterviewAcceptor *interview_acceptor_new (GTlsCertificate *certificate,
                                           InterviewAdmission *admission,
                                           guint handshake_seconds,
                                           InterviewAcceptedFunc accepted,
                                           gpointer user_data);
gboolean interview_acceptor_listen (InterviewAcceptor *self,
                                    GInetSocketAddress *address,
                                    guint16 *port,
                                    GError **error);
void interview_acceptor_stop (InterviewAcceptor *self);

char *interview_certificate_get_fingerprint (GTlsCertificate *certificate);

G_END_DECLS
