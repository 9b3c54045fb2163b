/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/recording-selection.h"

#include "media/presenter.h"

/*
 * InterviewRecordingSelection decides what of a call is recorded: the pictures and sounds of those
 * who agreed, and the screen that is shared, if whoever shares it agreed. It keeps no agreement
 * itself and asks anew each time that it is applied; its owner does so whenever an agreement, the
 * people in the call or the screen changed. Main context only.
 */
struct _InterviewRecordingSelection
{
  GObject parent_instance;

  InterviewCapture *capture;
  GListModel *remotes;
  InterviewScreenShare *screen;
  InterviewRecordingAgreed agreed;
  gpointer user_data;

  InterviewRecorder *recorder;
  GPtrArray *taps; /* what the recorder was given */
};

G_DEFINE_FINAL_TYPE (InterviewRecordingSelection, interview_recording_selection, G_TYPE_OBJECT)

static GPtrArray *
new_taps (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
has_agreed (InterviewRecordingSelection *self, InterviewRemote *remote)
{
  InterviewParticipant *participant = interview_remote_get_participant (remote);

  return participant != NULL &&
         self->agreed (self->user_data, interview_participant_get_person_id (participant));
}

static GPtrArray *
list_taps (InterviewRecordingSelection *self)
{
  GPtrArray *taps = new_taps ();

  if (self->agreed (self->user_data, NULL))
    g_ptr_array_add (taps, g_object_ref (interview_capture_get_tap (self->capture)));
  for (guint i = 0; i < g_list_model_get_n_items (self->remotes); i++)
    {
      g_autoptr (InterviewRemote) remote = g_list_model_get_item (self->remotes, i);

      if (has_agreed (self, remote))
        g_ptr_array_add (taps, g_object_ref (interview_remote_get_tap (remote)));
    }

  return taps;
}

static InterviewTap *
find_screen (InterviewRecordingSelection *self)
{
  InterviewRemote *presenter;

  if (interview_screen_share_get_sharing (self->screen))
    return self->agreed (self->user_data, NULL) ? interview_screen_share_get_tap (self->screen)
                                                : NULL;
  presenter = interview_presenter_find (self->remotes);

  return presenter != NULL && has_agreed (self, presenter)
             ? interview_remote_get_screen_tap (presenter)
             : NULL;
}

static void
interview_recording_selection_dispose (GObject *object)
{
  InterviewRecordingSelection *self = INTERVIEW_RECORDING_SELECTION (object);

  g_clear_object (&self->recorder);
  g_clear_object (&self->capture);
  g_clear_object (&self->remotes);
  g_clear_object (&self->screen);
  g_clear_pointer (&self->taps, g_ptr_array_unref);

  G_OBJECT_CLASS (interview_recording_selection_parent_class)->dispose (object);
}

static void
interview_recording_selection_class_init (InterviewRecordingSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_recording_selection_dispose;
}

static void
interview_recording_selection_init (InterviewRecordingSelection *self)
{
  self->taps = new_taps ();
}

/**
 * interview_recording_selection_new:
 * @capture: (transfer none): what we send
 * @remotes: (transfer none): list model of the #InterviewRemote in the call
 * @screen: (transfer none): our screen
 * @agreed: says who agreed
 * @user_data: handed to @agreed; has to live as long as the selection is applied
 *
 * Returns: (transfer full): a selection that was not applied yet
 */
InterviewRecordingSelection *
interview_recording_selection_new (InterviewCapture *capture,
                                   GListModel *remotes,
                                   InterviewScreenShare *screen,
                                   InterviewRecordingAgreed agreed,
                                   gpointer user_data)
{
  InterviewRecordingSelection *self;

  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (capture), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (remotes), NULL);
  g_return_val_if_fail (INTERVIEW_IS_SCREEN_SHARE (screen), NULL);
  g_return_val_if_fail (agreed != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_RECORDING_SELECTION, NULL);
  self->capture = g_object_ref (capture);
  self->remotes = g_object_ref (remotes);
  self->screen = g_object_ref (screen);
  self->agreed = agreed;
  self->user_data = user_data;

  return self;
}

/**
 * interview_recording_selection_apply:
 * @recorder: (transfer none) (nullable): what records, %NULL when nothing does any more
 *
 * Has @recorder record those who agreed and nobody else from now on.
 */
void
interview_recording_selection_apply (InterviewRecordingSelection *self, InterviewRecorder *recorder)
{
  g_autoptr (GPtrArray) taps = NULL;

  g_return_if_fail (INTERVIEW_IS_RECORDING_SELECTION (self));

  if (g_set_object (&self->recorder, recorder))
    g_ptr_array_set_size (self->taps, 0);
  if (recorder == NULL)
    return;

  taps = list_taps (self);
  for (guint i = 0; i < self->taps->len; i++)
    {
      InterviewTap *tap = g_ptr_array_index (self->taps, i);

      if (!g_ptr_array_find (taps, tap, NULL))
        interview_recorder_remove (recorder, tap);
    }
  for (guint i = 0; i < taps->len; i++)
    interview_recorder_add (recorder, g_ptr_array_index (taps, i));
  g_ptr_array_unref (self->taps);
  self->taps = g_steal_pointer (&taps);
  interview_recorder_set_screen (recorder, find_screen (self));
}
