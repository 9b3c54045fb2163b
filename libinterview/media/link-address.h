/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/signalling.h"
#include "media/link-role.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_LINK_ADDRESS (interview_link_address_get_type ())
G_DECLARE_FINAL_TYPE (InterviewLinkAddress,
                      interview_link_address,
                      INTERVIEW,
                      LINK_ADDRESS,
                      GObject)

InterviewLinkAddress *interview_link_address_new (InterviewSignalling *signalling,
                                                  const char *instance);

gboolean interview_link_address_set_media_server (InterviewLinkAddress *self,
                                                  const char *media_server);
InterviewLinkRole interview_link_address_get_role (InterviewLinkAddress *self);
gboolean interview_link_address_is_offerer (InterviewLinkAddress *self);
gboolean interview_link_address_is_open (InterviewLinkAddress *self);
InterviewIceSettings *interview_link_address_get_ice (InterviewLinkAddress *self);
gboolean interview_link_address_is_of (InterviewLinkAddress *self, InterviewSignal *signal);

InterviewSignal *
interview_link_address_write (InterviewLinkAddress *self, InterviewSignalKind kind, gint64 epoch);
void interview_link_address_send (InterviewLinkAddress *self, InterviewSignal *signal);
void
interview_link_address_say (InterviewLinkAddress *self, InterviewSignalKind kind, gint64 epoch);
void interview_link_address_describe (InterviewLinkAddress *self,
                                      gboolean offer,
                                      const char *sdp,
                                      gint64 epoch);
void interview_link_address_suggest (InterviewLinkAddress *self,
                                     guint media_line,
                                     const char *candidate,
                                     gint64 epoch);

G_END_DECLS
