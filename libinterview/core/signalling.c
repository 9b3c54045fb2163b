/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/signalling.h"

G_DEFINE_INTERFACE (InterviewSignalling, interview_signalling, G_TYPE_OBJECT)

enum
{
  SIGNAL_PRESENCE,
  SIGNAL_RECEIVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
interview_signalling_default_init (InterviewSignallingInterface *iface)
{
  g_object_interface_install_property (iface, g_param_spec_boolean ("connected", NULL, NULL, FALSE,
                                                                    G_PARAM_READABLE |
                                                                        G_PARAM_STATIC_STRINGS |
                                                                        G_PARAM_EXPLICIT_NOTIFY));

  signals[SIGNAL_PRESENCE] =
      g_signal_new ("presence", INTERVIEW_TYPE_SIGNALLING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, INTERVIEW_TYPE_PRESENCE);
  signals[SIGNAL_RECEIVED] =
      g_signal_new ("received", INTERVIEW_TYPE_SIGNALLING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, INTERVIEW_TYPE_SIGNAL);
}

/**
 * interview_signalling_send:
 * @signal: (transfer none): what to send; its `peer` says to whom
 *
 * Sends to one other run of a program in the room, or drops it while not connected.
 */
void
interview_signalling_send (InterviewSignalling *self, InterviewSignal *signal)
{
  g_return_if_fail (INTERVIEW_IS_SIGNALLING (self));
  g_return_if_fail (INTERVIEW_IS_SIGNAL (signal));

  INTERVIEW_SIGNALLING_GET_IFACE (self)->send (self, signal);
}

/**
 * interview_signalling_get_instance:
 *
 * Returns: (transfer none): this run of the program; of two, the smaller one by strcmp() offers
 */
const char *
interview_signalling_get_instance (InterviewSignalling *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNALLING (self), NULL);

  return INTERVIEW_SIGNALLING_GET_IFACE (self)->get_instance (self);
}

/**
 * interview_signalling_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_signalling_get_room_id (InterviewSignalling *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNALLING (self), NULL);

  return INTERVIEW_SIGNALLING_GET_IFACE (self)->get_room_id (self);
}

/**
 * interview_signalling_get_presence:
 *
 * Returns: (transfer none) (nullable): who is in the room as far as is known, %NULL before the
 *   first answer
 */
InterviewPresence *
interview_signalling_get_presence (InterviewSignalling *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNALLING (self), NULL);

  return INTERVIEW_SIGNALLING_GET_IFACE (self)->get_presence (self);
}

/**
 * interview_signalling_get_ice:
 *
 * Returns: (transfer none) (nullable): how programs find a way to each other, as the server said
 *   last; %NULL for by themselves
 */
InterviewIceSettings *
interview_signalling_get_ice (InterviewSignalling *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGNALLING (self), NULL);

  return INTERVIEW_SIGNALLING_GET_IFACE (self)->get_ice (self);
}

/**
 * interview_signalling_get_connected:
 *
 * Returns: whether signals go out now
 */
gboolean
interview_signalling_get_connected (InterviewSignalling *self)
{
  gboolean connected;

  g_return_val_if_fail (INTERVIEW_IS_SIGNALLING (self), FALSE);

  g_object_get (self, "connected", &connected, NULL);
  return connected;
}

/**
 * interview_signalling_emit_presence:
 * @presence: (transfer none): who is in the room now
 *
 * For implementations.
 */
void
interview_signalling_emit_presence (InterviewSignalling *self, InterviewPresence *presence)
{
  g_return_if_fail (INTERVIEW_IS_SIGNALLING (self));

  g_signal_emit (self, signals[SIGNAL_PRESENCE], 0, presence);
}

/**
 * interview_signalling_emit_received:
 * @signal: (transfer none): what another one sent
 *
 * For implementations.
 */
void
interview_signalling_emit_received (InterviewSignalling *self, InterviewSignal *signal)
{
  g_return_if_fail (INTERVIEW_IS_SIGNALLING (self));

  g_signal_emit (self, signals[SIGNAL_RECEIVED], 0, signal);
}
