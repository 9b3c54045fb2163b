/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/codec-choice.h"

#include "media/codec-trial.h"

/*
 * InterviewCodecChoice knows which codec is the best that works here. That is libvpx until one of
 * the machine has been tried, and again once that has failed, for good.
 *
 * The capture owns it, of which a program has one. From any thread.
 */
struct _InterviewCodecChoice
{
  GObject parent_instance;

  GMutex mutex;
  const InterviewCodecCandidate *best[INTERVIEW_CODEC_N_ROLES];
  gboolean begun;
};

G_DEFINE_FINAL_TYPE (InterviewCodecChoice, interview_codec_choice, G_TYPE_OBJECT)

static void
try_role (InterviewCodecChoice *self, InterviewCodecRole role)
{
  const InterviewCodecCandidate *candidate;

  for (guint i = 0; (candidate = interview_codec_candidate_get (role, i)) != NULL; i++)
    if (candidate->hardware && interview_codec_candidate_is_installed (candidate) &&
        interview_codec_trial_run (role, candidate))
      {
        g_mutex_lock (&self->mutex);
        self->best[role] = candidate;
        g_mutex_unlock (&self->mutex);
        return;
      }
}

static gpointer
try_all (gpointer user_data)
{
  g_autoptr (InterviewCodecChoice) self = user_data;

  for (guint role = 0; role < INTERVIEW_CODEC_N_ROLES; role++)
    try_role (self, role);

  return NULL;
}

static gboolean
is_any_installed (void)
{
  const InterviewCodecCandidate *candidate;

  for (guint role = 0; role < INTERVIEW_CODEC_N_ROLES; role++)
    for (guint i = 0; (candidate = interview_codec_candidate_get (role, i)) != NULL; i++)
      if (candidate->hardware && interview_codec_candidate_is_installed (candidate))
        return TRUE;

  return FALSE;
}

static void
interview_codec_choice_finalize (GObject *object)
{
  g_mutex_clear (&INTERVIEW_CODEC_CHOICE (object)->mutex);

  G_OBJECT_CLASS (interview_codec_choice_parent_class)->finalize (object);
}

static void
interview_codec_choice_class_init (InterviewCodecChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_codec_choice_finalize;
}

static void
interview_codec_choice_init (InterviewCodecChoice *self)
{
  g_mutex_init (&self->mutex);
  for (guint role = 0; role < INTERVIEW_CODEC_N_ROLES; role++)
    self->best[role] = interview_codec_candidate_get_software (role);
}

/**
 * interview_codec_choice_new:
 *
 * Returns: (transfer full): a choice that was not begun
 */
InterviewCodecChoice *
interview_codec_choice_new (void)
{
  return g_object_new (INTERVIEW_TYPE_CODEC_CHOICE, NULL);
}

/**
 * interview_codec_choice_begin:
 *
 * Tries the codecs of the machine, once, if there are any. Nobody waits for the thread in which
 * that happens: a driver that never returns holds up nothing, and is not used.
 */
void
interview_codec_choice_begin (InterviewCodecChoice *self)
{
  g_return_if_fail (INTERVIEW_IS_CODEC_CHOICE (self));

  if (self->begun)
    return;
  self->begun = TRUE;
  if (is_any_installed ())
    g_thread_unref (g_thread_new ("codec-trial", try_all, g_object_ref (self)));
}

/**
 * interview_codec_choice_get:
 *
 * Returns: (transfer none): the best that is known to work now
 */
const InterviewCodecCandidate *
interview_codec_choice_get (InterviewCodecChoice *self, InterviewCodecRole role)
{
  const InterviewCodecCandidate *best;

  g_return_val_if_fail (INTERVIEW_IS_CODEC_CHOICE (self), NULL);
  g_return_val_if_fail (role < INTERVIEW_CODEC_N_ROLES, NULL);

  g_mutex_lock (&self->mutex);
  best = self->best[role];
  g_mutex_unlock (&self->mutex);

  return best;
}

/**
 * interview_codec_choice_distrust:
 * @candidate: what has failed
 *
 * Has it used no more.
 */
void
interview_codec_choice_distrust (InterviewCodecChoice *self,
                                 InterviewCodecRole role,
                                 const InterviewCodecCandidate *candidate)
{
  g_return_if_fail (INTERVIEW_IS_CODEC_CHOICE (self));
  g_return_if_fail (role < INTERVIEW_CODEC_N_ROLES);

  g_mutex_lock (&self->mutex);
  if (self->best[role] == candidate)
    self->best[role] = interview_codec_candidate_get_software (role);
  g_mutex_unlock (&self->mutex);
}
