/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/publication.h"

/*
 * InterviewPublication is an event that a committed unit of work leaves behind for the hub, with
 * those whom it is for. It never changes and may be read from any thread.
 */
struct _InterviewPublication
{
  GObject parent_instance;

  InterviewEvent *event;
  GStrv person_ids;
  char *session_id;
  InterviewRoomStanding *standing;
};

G_DEFINE_FINAL_TYPE (InterviewPublication, interview_publication, G_TYPE_OBJECT)

static void
interview_publication_finalize (GObject *object)
{
  InterviewPublication *self = INTERVIEW_PUBLICATION (object);

  g_clear_object (&self->event);
  g_clear_pointer (&self->person_ids, g_strfreev);
  g_clear_pointer (&self->session_id, g_free);
  g_clear_pointer (&self->standing, interview_room_standing_free);

  G_OBJECT_CLASS (interview_publication_parent_class)->finalize (object);
}

static void
interview_publication_class_init (InterviewPublicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_publication_finalize;
}

static void
interview_publication_init (InterviewPublication *self)
{
}

/**
 * interview_publication_new:
 * @event: (transfer none): what happened
 * @person_ids: (array zero-terminated=1): whom it is for
 * @session_id: (nullable): the only session that it is for
 * @standing: (nullable): who may be in the room that it is about, after it
 *
 * Returns: (transfer full): a new publication
 */
InterviewPublication *
interview_publication_new (InterviewEvent *event,
                           const char *const *person_ids,
                           const char *session_id,
                           const InterviewRoomStanding *standing)
{
  InterviewPublication *self;

  g_return_val_if_fail (INTERVIEW_IS_EVENT (event), NULL);
  g_return_val_if_fail (person_ids != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_PUBLICATION, NULL);
  self->event = g_object_ref (event);
  self->person_ids = g_strdupv ((char **) person_ids);
  self->session_id = g_strdup (session_id);
  self->standing = standing != NULL ? interview_room_standing_copy (standing) : NULL;
  return self;
}

/**
 * interview_publication_get_event:
 *
 * Returns: (transfer none): what happened
 */
InterviewEvent *
interview_publication_get_event (InterviewPublication *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PUBLICATION (self), NULL);

  return self->event;
}

/**
 * interview_publication_get_person_ids:
 *
 * Returns: (transfer none) (array zero-terminated=1): whom it is for
 */
const char *const *
interview_publication_get_person_ids (InterviewPublication *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PUBLICATION (self), NULL);

  return (const char *const *) self->person_ids;
}

/**
 * interview_publication_get_session_id:
 *
 * Returns: (transfer none) (nullable): the only session that it is for; %NULL for every session of
 *   the persons
 */
const char *
interview_publication_get_session_id (InterviewPublication *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PUBLICATION (self), NULL);

  return self->session_id;
}

/**
 * interview_publication_get_standing:
 *
 * Returns: (transfer none) (nullable): who may be in the room that it is about, after it
 */
const InterviewRoomStanding *
interview_publication_get_standing (InterviewPublication *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PUBLICATION (self), NULL);

  return self->standing;
}
