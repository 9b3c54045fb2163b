/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "core/protocol/ice-settings.h"
#include "core/protocol/presence.h"
#include "core/protocol/signal.h"

G_BEGIN_DECLS

/**
 * InterviewSignalling:
 *
 * What a call needs of the network: who is in the room, and a way to send a signal to one of them.
 * The call does not know how it gets there; the implementation does not know media. Lives on the
 * main context of its owner.
 *
 * Signals: `presence` (#InterviewPresence) at each change of who is in the room, and again after
 * each reconnection; `received` (#InterviewSignal); property `connected`: whether signals go out
 * now. Signals that are sent while it is %FALSE are dropped: a call survives that.
 */
#define INTERVIEW_TYPE_SIGNALLING (interview_signalling_get_type ())
G_DECLARE_INTERFACE (InterviewSignalling, interview_signalling, INTERVIEW, SIGNALLING, GObject)

struct _InterviewSignallingInterface
{
  GTypeInterface parent_interface;

  void (*send) (InterviewSignalling *self, InterviewSignal *signal);
  const char *(*get_instance) (InterviewSignalling *self);
  const char *(*get_room_id) (InterviewSignalling *self);
  InterviewPresence *(*get_presence) (InterviewSignalling *self);
  InterviewIceSettings *(*get_ice) (InterviewSignalling *self);
};

void interview_signalling_send (InterviewSignalling *self, InterviewSignal *signal);
const char *interview_signalling_get_instance (InterviewSignalling *self);
const char *interview_signalling_get_room_id (InterviewSignalling *self);
InterviewPresence *interview_signalling_get_presence (InterviewSignalling *self);
InterviewIceSettings *interview_signalling_get_ice (InterviewSignalling *self);
gboolean interview_signalling_get_connected (InterviewSignalling *self);

void interview_signalling_emit_presence (InterviewSignalling *self, InterviewPresence *presence);
void interview_signalling_emit_received (InterviewSignalling *self, InterviewSignal *signal);

G_END_DECLS
