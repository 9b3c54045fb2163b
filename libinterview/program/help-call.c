/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/help-call.h"

#include "client/call-channel.h"

/*
 * InterviewHelpCall is the video call between HR and a candidate who asked for help. It has an
 * event channel of its own, because a program is in one room at a time on one, and the candidate
 * stays where they are meanwhile: in the lobby, or in the interview. It begins when it is made and
 * ends when its owner lets go of it. Signal `ended` (#GError): the server has ended it. Main
 * thread.
 */
struct _InterviewHelpCall
{
  GObject parent_instance;

  InterviewDevices *devices;
  InterviewEventChannel *events;
  InterviewCallChannel *channel;
  InterviewCall *call;
};

enum
{
  SIGNAL_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewHelpCall, interview_help_call, G_TYPE_OBJECT)

static void
on_refused (InterviewHelpCall *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_ENDED], 0, error);
}

static void
interview_help_call_dispose (GObject *object)
{
  InterviewHelpCall *self = INTERVIEW_HELP_CALL (object);

  if (self->call != NULL)
    {
      interview_call_stop (self->call);
      interview_call_channel_leave (self->channel);
      interview_event_channel_stop (self->events);
      interview_devices_release (self->devices);
    }
  g_clear_object (&self->call);
  g_clear_object (&self->channel);
  g_clear_object (&self->events);
  g_clear_object (&self->devices);
  G_OBJECT_CLASS (interview_help_call_parent_class)->dispose (object);
}

static void
interview_help_call_class_init (InterviewHelpCallClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_help_call_dispose;
  signals[SIGNAL_ENDED] = g_signal_new ("ended", INTERVIEW_TYPE_HELP_CALL, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_help_call_init (InterviewHelpCall *self)
{
}

/**
 * interview_help_call_new:
 * @account: the candidate or an HR admin, signed in
 * @devices: camera, microphone and loudspeaker; held as long as the call lasts
 * @help_id: what it is about
 *
 * Returns: (transfer full): a call that has begun
 */
InterviewHelpCall *
interview_help_call_new (InterviewAccount *account, InterviewDevices *devices, const char *help_id)
{
  InterviewHelpCall *self;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (INTERVIEW_IS_DEVICES (devices), NULL);
  g_return_val_if_fail (help_id != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_HELP_CALL, NULL);
  self->devices = g_object_ref (devices);
  self->events = interview_event_channel_new (interview_account_get_connection (account));
  self->channel = interview_call_channel_new (self->events, help_id);
  self->call = interview_call_new (INTERVIEW_SIGNALLING (self->channel),
                                   interview_devices_get_capture (devices),
                                   interview_devices_get_playback (devices));
  g_signal_connect_object (self->channel, "refused", G_CALLBACK (on_refused), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "doubt", G_CALLBACK (interview_event_channel_doubt),
                           self->events, G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "doubt", G_CALLBACK (interview_call_doubt), self->call,
                           G_CONNECT_SWAPPED);
  interview_devices_hold (devices);
  interview_event_channel_start (self->events);
  interview_call_start (self->call);
  interview_call_channel_join (self->channel);
  return self;
}

/**
 * interview_help_call_get_remotes:
 *
 * Returns: (transfer none): list model of #InterviewRemote, the other side as soon as it is there
 */
GListModel *
interview_help_call_get_remotes (InterviewHelpCall *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP_CALL (self), NULL);

  return interview_call_get_remotes (self->call);
}
