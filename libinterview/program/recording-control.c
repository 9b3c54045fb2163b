/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/recording-control.h"

#include <glib/gi18n-lib.h>

#include "client/recording-api.h"
#include "core/error.h"
#include "ui/consent-dialog.h"
#include "ui/recording-sign.h"

/* From so few minutes of room on the disk on it is said how many are left. */
#define FEW_MINUTES 10

/*
 * InterviewRecordingControl is recording in the window of a call: the sign over the picture, the
 * dialogs that ask, what is said when somebody refuses or takes an agreement back, and the recorder
 * that does it. Main thread; belongs to the call page.
 */
struct _InterviewRecordingControl
{
  GObject parent_instance;

  InterviewConnection *connection;
  InterviewRecordingWatch *watch;
  InterviewRoomRecorder *recorder;
  InterviewCallView *view; /* the page that owns us owns it */
  InterviewRecordingSign *sign;
  GCancellable *cancellable;
  GtkWindow *dialog; /* weak */
  char *room_id;
  gboolean candidate;
  char *put_off; /* the recording about which one does not want to decide now */
  char *shown;   /* the recording that was shown last */
  InterviewRecordingState shown_state;
  guint minutes; /* that were said to be left */
};

G_DEFINE_FINAL_TYPE (InterviewRecordingControl, interview_recording_control, G_TYPE_OBJECT)

static GtkWindow *
get_window (InterviewRecordingControl *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
close_dialog (InterviewRecordingControl *self)
{
  GtkWindow *dialog = self->dialog;

  g_clear_weak_pointer (&self->dialog);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
}

static void
take_answer (InterviewRecordingControl *self, InterviewRecording *recording, const GError *error)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  interview_recording_sign_set_busy (self->sign, FALSE);
  if (recording != NULL)
    {
      interview_recording_watch_take (self->watch, recording);
      return;
    }
  interview_recording_sign_show_note (self->sign, error->message);
  interview_recording_watch_reload (self->watch);
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRecordingControl) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecording) recording =
      interview_recording_api_ask_finish (INTERVIEW_CONNECTION (source), result, &error);

  take_answer (self, recording, error);
}

static void
on_decided (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRecordingControl) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecording) recording =
      interview_recording_api_decide_finish (INTERVIEW_CONNECTION (source), result, &error);

  take_answer (self, recording, error);
}

static void
on_stopped (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRecordingControl) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecording) recording =
      interview_recording_api_stop_finish (INTERVIEW_CONNECTION (source), result, &error);

  take_answer (self, recording, error);
}

static void
decide (InterviewRecordingControl *self, InterviewConsentDecision decision)
{
  InterviewRecording *recording = interview_recording_watch_get_recording (self->watch);

  if (recording == NULL)
    return;
  interview_recording_sign_set_busy (self->sign, TRUE);
  interview_recording_api_decide_async (self->connection, recording, decision, self->cancellable,
                                        on_decided, g_object_ref (self));
}

static void
on_ask_response (InterviewRecordingControl *self,
                 const char *response,
                 InterviewConsentDialog *dialog)
{
  InterviewConsentText *text = g_object_get_data (G_OBJECT (dialog), "consent-text");

  g_clear_weak_pointer (&self->dialog);
  if (!g_str_equal (response, INTERVIEW_CONSENT_RESPONSE_AGREE))
    return;
  interview_recording_sign_set_busy (self->sign, TRUE);
  interview_recording_api_ask_async (self->connection, self->room_id,
                                     interview_consent_dialog_get_scope (dialog), text,
                                     self->cancellable, on_asked, g_object_ref (self));
}

static void
present (InterviewRecordingControl *self, InterviewConsentDialog *dialog, GCallback on_response)
{
  close_dialog (self);
  g_set_weak_pointer (&self->dialog, GTK_WINDOW (dialog));
  g_signal_connect_object (dialog, "response", on_response, self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRecordingControl) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewConsentText) text =
      interview_recording_api_get_text_finish (INTERVIEW_CONNECTION (source), result, &error);
  InterviewConsentDialog *dialog;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  interview_recording_sign_set_busy (self->sign, FALSE);
  if (text == NULL)
    {
      interview_recording_sign_show_note (self->sign, error->message);
      return;
    }
  dialog = interview_consent_dialog_new_ask (get_window (self), text,
                                             self->candidate ? INTERVIEW_RECORDING_SCOPE_PRIVATE
                                                             : INTERVIEW_RECORDING_SCOPE_HIRING);
  g_object_set_data_full (G_OBJECT (dialog), "consent-text", g_steal_pointer (&text),
                          g_object_unref);
  present (self, dialog, G_CALLBACK (on_ask_response));
}

static void
on_ask (InterviewRecordingControl *self)
{
  interview_recording_sign_set_busy (self->sign, TRUE);
  interview_recording_api_get_text_async (self->connection, self->cancellable, on_text,
                                          g_object_ref (self));
}

static void
on_decide_response (InterviewRecordingControl *self, const char *response)
{
  InterviewRecording *recording = interview_recording_watch_get_recording (self->watch);

  g_clear_weak_pointer (&self->dialog);
  if (g_str_equal (response, INTERVIEW_CONSENT_RESPONSE_AGREE))
    decide (self, INTERVIEW_CONSENT_DECISION_GIVEN);
  else if (g_str_equal (response, INTERVIEW_CONSENT_RESPONSE_REFUSE))
    decide (self, INTERVIEW_CONSENT_DECISION_REFUSED);
  else if (recording != NULL)
    {
      g_free (self->put_off);
      self->put_off = g_strdup (interview_recording_get_id (recording));
    }
}

static void
on_decide (InterviewRecordingControl *self)
{
  if (interview_recording_watch_is_asked (self->watch))
    present (self,
             interview_consent_dialog_new_decide (
                 get_window (self), interview_recording_watch_get_recording (self->watch)),
             G_CALLBACK (on_decide_response));
}

/* Whoever has been asked and does not want it says so; anybody else ends it. */
static void
on_stop (InterviewRecordingControl *self)
{
  InterviewRecording *recording = interview_recording_watch_get_recording (self->watch);

  if (interview_recording_watch_is_asked (self->watch))
    decide (self, INTERVIEW_CONSENT_DECISION_REFUSED);
  else if (recording != NULL)
    {
      interview_recording_sign_set_busy (self->sign, TRUE);
      interview_recording_api_stop_async (self->connection, recording, self->cancellable,
                                          on_stopped, g_object_ref (self));
    }
}

static void
on_withdraw (InterviewRecordingControl *self)
{
  decide (self, INTERVIEW_CONSENT_DECISION_WITHDRAWN);
}

static const char *
find_name (InterviewRecording *recording, InterviewConsentDecision decision)
{
  GPtrArray *consents = interview_recording_get_consents (recording);

  for (guint i = 0; consents != NULL && i < consents->len; i++)
    if (interview_consent_get_decision (consents->pdata[i]) == decision)
      return interview_participant_get_display_name (
          interview_consent_get_person (consents->pdata[i]));
  return NULL;
}

static char *
describe (InterviewRecording *recording)
{
  const char *refused = find_name (recording, INTERVIEW_CONSENT_DECISION_REFUSED);
  const char *withdrawn = find_name (recording, INTERVIEW_CONSENT_DECISION_WITHDRAWN);

  switch (interview_recording_get_state (recording))
    {
    case INTERVIEW_RECORDING_STATE_RUNNING:
      return g_strdup (_ ("Everybody agreed. The interview is being recorded."));
    case INTERVIEW_RECORDING_STATE_ASKING:
      return interview_recording_get_started_at (recording) == 0
                 ? NULL
                 : g_strdup (_ ("The recording waits until everybody in the room agrees."));
    case INTERVIEW_RECORDING_STATE_REFUSED:
      /* Translators: %s is a person’s name. */
      return g_strdup_printf (_ ("%s does not agree. The interview goes on without a recording."),
                              refused != NULL ? refused : "");
    case INTERVIEW_RECORDING_STATE_WITHDRAWN:
      /* Translators: %s is a person’s name. */
      return g_strdup_printf (_ ("%s took their agreement back. Nothing is recorded any more, and "
                                 "what was recorded is deleted."),
                              withdrawn != NULL ? withdrawn : "");
    case INTERVIEW_RECORDING_STATE_STOPPED:
    case INTERVIEW_RECORDING_STATE_ABANDONED:
    default:
      return g_strdup (_ ("Nothing is recorded any more."));
    }
}

/* Says what happened while one was looking; not what was so before. */
static void
show_note (InterviewRecordingControl *self, InterviewRecording *recording)
{
  const char *id = interview_recording_get_id (recording);
  InterviewRecordingState state = interview_recording_get_state (recording);
  gboolean same = g_strcmp0 (self->shown, id) == 0;
  g_autofree char *note = NULL;

  if (same && state != self->shown_state)
    note = describe (recording);
  if (!same)
    {
      g_free (self->shown);
      self->shown = g_strdup (id);
    }
  self->shown_state = state;
  if (note != NULL)
    interview_recording_sign_show_note (self->sign, note);
}

static InterviewRecordingSignState
find_sign_state (InterviewRecordingControl *self, InterviewRecording *recording)
{
  switch (interview_recording_get_state (recording))
    {
    case INTERVIEW_RECORDING_STATE_RUNNING:
      return INTERVIEW_RECORDING_SIGN_RUNNING;
    case INTERVIEW_RECORDING_STATE_ASKING:
      return interview_recording_watch_is_asked (self->watch) ? INTERVIEW_RECORDING_SIGN_ASKED
                                                              : INTERVIEW_RECORDING_SIGN_WAITING;
    default:
      return INTERVIEW_RECORDING_SIGN_OFF;
    }
}

static void
on_recording (InterviewRecordingControl *self)
{
  InterviewRecording *recording = interview_recording_watch_get_recording (self->watch);
  gboolean asked = interview_recording_watch_is_asked (self->watch);

  if (recording == NULL)
    return;
  interview_recording_sign_set_state (
      self->sign, find_sign_state (self, recording),
      interview_participant_get_display_name (interview_recording_get_asked_by (recording)),
      interview_recording_scope_get_purpose (interview_recording_get_scope (recording)));
  show_note (self, recording);
  if (!asked)
    close_dialog (self);
  else if (self->dialog == NULL &&
           g_strcmp0 (self->put_off, interview_recording_get_id (recording)) != 0)
    on_decide (self);
}

static void
on_failed (InterviewRecordingControl *self, const GError *error)
{
  interview_recording_sign_show_note (self->sign, error->message);
}

static void
on_minutes_left (InterviewRecordingControl *self, guint minutes)
{
  g_autofree char *note = NULL;

  if (minutes >= FEW_MINUTES || minutes == self->minutes || minutes == 0)
    return;
  self->minutes = minutes;
  note = g_strdup_printf (ngettext ("The disk has room for one more minute of recording.",
                                    "The disk has room for %u more minutes of recording.", minutes),
                          minutes);
  interview_recording_sign_show_note (self->sign, note);
}

static void
interview_recording_control_dispose (GObject *object)
{
  InterviewRecordingControl *self = INTERVIEW_RECORDING_CONTROL (object);

  interview_recording_control_close (self);
  g_clear_object (&self->recorder);
  g_clear_object (&self->watch);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (interview_recording_control_parent_class)->dispose (object);
}

static void
interview_recording_control_finalize (GObject *object)
{
  InterviewRecordingControl *self = INTERVIEW_RECORDING_CONTROL (object);

  g_clear_object (&self->cancellable);
  g_free (self->room_id);
  g_free (self->put_off);
  g_free (self->shown);
  G_OBJECT_CLASS (interview_recording_control_parent_class)->finalize (object);
}

static void
interview_recording_control_class_init (InterviewRecordingControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_recording_control_dispose;
  object_class->finalize = interview_recording_control_finalize;
}

static void
interview_recording_control_init (InterviewRecordingControl *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
connect_sign (InterviewRecordingControl *self)
{
  static const struct
  {
    const char *name;
    void (*func) (InterviewRecordingControl *self);
  } wishes[] = {
    { "ask", on_ask },
    { "decide", on_decide },
    { "stop", on_stop },
    { "withdraw", on_withdraw },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++)
    g_signal_connect_object (self->sign, wishes[i].name, G_CALLBACK (wishes[i].func), self,
                             G_CONNECT_SWAPPED);
}

/**
 * interview_recording_control_new:
 * @account: who is signed in
 * @visit: the stay in the room
 * @capture: what we send
 * @view: the view of the call, with the sign; it must outlive the control
 *
 * Returns: (transfer full): a control that asks and records as long as it is not closed
 */
InterviewRecordingControl *
interview_recording_control_new (InterviewAccount *account,
                                 InterviewVisit *visit,
                                 InterviewCapture *capture,
                                 InterviewCallView *view)
{
  InterviewRecordingControl *self;
  InterviewPerson *person;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (interview_account_get_session (account) != NULL, NULL);
  g_return_val_if_fail (INTERVIEW_IS_VISIT (visit), NULL);

  self = g_object_new (INTERVIEW_TYPE_RECORDING_CONTROL, NULL);
  person = interview_session_get_person (interview_account_get_session (account));
  self->candidate = interview_person_get_role (person) == INTERVIEW_ROLE_CANDIDATE;
  self->connection = g_object_ref (interview_account_get_connection (account));
  self->view = view;
  self->sign = interview_call_view_get_recording_sign (view);
  self->room_id = g_strdup (interview_room_watch_get_room_id (interview_visit_get_watch (visit)));
  self->watch = interview_recording_watch_new (account, self->room_id);
  self->recorder = interview_room_recorder_new (account, self->watch, visit, capture);
  connect_sign (self);
  g_signal_connect_object (self->watch, "notify::recording", G_CALLBACK (on_recording), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "failed", G_CALLBACK (on_failed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "minutes-left", G_CALLBACK (on_minutes_left), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * interview_recording_control_close:
 *
 * Records and asks nothing any more, because the room is left.
 */
void
interview_recording_control_close (InterviewRecordingControl *self)
{
  g_return_if_fail (INTERVIEW_IS_RECORDING_CONTROL (self));

  g_cancellable_cancel (self->cancellable);
  close_dialog (self);
  if (self->recorder != NULL)
    interview_room_recorder_close (self->recorder);
}
