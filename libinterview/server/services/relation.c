/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/relation.h"

#include "core/error.h"
#include "server/store/assignment-table.h"
#include "server/store/blob-table.h"
#include "server/store/person-table.h"
#include "server/store/outbox-table.h"
#include "server/store/resume-table.h"
#include "server/store/room-table.h"
#include "server/store/share-table.h"

/*
 * Finds the facts that the access policy decides on.
 */

static gboolean
find_room (InterviewTransaction *transaction,
           InterviewActor *actor,
           const char *room_id,
           InterviewRelation *relation,
           GError **error)
{
  const char *person_id = interview_actor_get_person_id (actor);
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  gboolean assigned = FALSE;

  if (room == NULL)
    return FALSE;
  if (g_strcmp0 (room->company_id, interview_actor_get_company_id (actor)) != 0)
    return TRUE;
  if (!interview_assignment_table_contains (transaction, room_id, person_id, &assigned, error))
    return FALSE;
  *relation |= INTERVIEW_RELATION_COMPANY;
  if (assigned)
    *relation |= INTERVIEW_RELATION_ROOM_RECRUITER;
  if (g_strcmp0 (room->candidate_id, person_id) == 0)
    *relation |= INTERVIEW_RELATION_ROOM_CANDIDATE;
  return TRUE;
}

static gboolean
find_blob (InterviewTransaction *transaction,
           InterviewActor *actor,
           const char *blob_id,
           InterviewRelation *relation,
           GError **error)
{
  const char *person_id = interview_actor_get_person_id (actor);
  g_autoptr (InterviewBlobRow) blob = interview_blob_table_get (transaction, blob_id, error);
  g_autofree char *owner_id = NULL;
  gboolean picture = FALSE, met = FALSE;

  if (blob == NULL)
    return FALSE;
  if (g_strcmp0 (blob->company_id, interview_actor_get_company_id (actor)) != 0)
    return TRUE;
  if (!interview_blob_table_is_picture (transaction, blob_id, &picture, error) ||
      !interview_resume_table_find_owner (transaction, blob_id, &owner_id, error))
    return FALSE;
  if (owner_id != NULL &&
      !interview_assignment_table_has_candidate (transaction, person_id, owner_id, &met, error))
    return FALSE;
  *relation |= INTERVIEW_RELATION_COMPANY;
  if (picture)
    *relation |= INTERVIEW_RELATION_PICTURE;
  if (met)
    *relation |= INTERVIEW_RELATION_ROOM_RESUME;
  if (g_strcmp0 (owner_id, person_id) == 0)
    *relation |= INTERVIEW_RELATION_OWN_RESUME;
  return TRUE;
}

static gboolean
find_person (InterviewTransaction *transaction,
             InterviewActor *actor,
             const char *person_id,
             InterviewRelation *relation,
             GError **error)
{
  g_autoptr (InterviewPerson) person =
      interview_person_table_get (transaction, interview_actor_get_company_id (actor), person_id,
                                  error);

  if (person == NULL)
    return FALSE;
  *relation |= INTERVIEW_RELATION_COMPANY;
  if (g_strcmp0 (person_id, interview_actor_get_person_id (actor)) == 0)
    *relation |= INTERVIEW_RELATION_SELF;
  return TRUE;
}

static gboolean
find_delivery (InterviewTransaction *transaction,
               InterviewActor *actor,
               const char *delivery_id,
               InterviewRelation *relation,
               GError **error)
{
  g_autoptr (InterviewOutboxRow) row = interview_outbox_table_get (transaction, delivery_id, error);

  if (row == NULL)
    return FALSE;
  if (g_strcmp0 (row->company_id, interview_actor_get_company_id (actor)) == 0)
    *relation |= INTERVIEW_RELATION_COMPANY;
  return TRUE;
}

static gboolean
find_share (InterviewTransaction *transaction,
            InterviewActor *actor,
            const char *share_id,
            InterviewRelation *relation,
            GError **error)
{
  g_autoptr (InterviewShareRow) row = interview_share_table_get_row (transaction, share_id, error);

  if (row == NULL)
    return FALSE;
  if (g_strcmp0 (row->company_id, interview_actor_get_company_id (actor)) == 0)
    *relation |= INTERVIEW_RELATION_COMPANY;
  if (g_strcmp0 (row->shared_by, interview_actor_get_person_id (actor)) == 0)
    *relation |= INTERVIEW_RELATION_SELF;
  return TRUE;
}

/**
 * interview_relation_find:
 * @actor: who asks
 * @kind: what the identifier names
 * @object_id: (nullable): an identifier from outside
 * @relation: (out): all that is true between them; %INTERVIEW_RELATION_NONE also where there is no
 *   such object
 * @error: return location
 *
 * Returns: whether the store could be read
 */
gboolean
interview_relation_find (InterviewTransaction *transaction,
                         InterviewActor *actor,
                         InterviewObjectKind kind,
                         const char *object_id,
                         InterviewRelation *relation,
                         GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean found = TRUE;

  g_return_val_if_fail (INTERVIEW_IS_TRANSACTION (transaction), FALSE);
  g_return_val_if_fail (INTERVIEW_IS_ACTOR (actor), FALSE);

  *relation = INTERVIEW_RELATION_NONE;
  if (kind == INTERVIEW_OBJECT_ROOM)
    found = find_room (transaction, actor, object_id, relation, &failure);
  else if (kind == INTERVIEW_OBJECT_BLOB)
    found = find_blob (transaction, actor, object_id, relation, &failure);
  else if (kind == INTERVIEW_OBJECT_PERSON)
    found = find_person (transaction, actor, object_id, relation, &failure);
  else if (kind == INTERVIEW_OBJECT_DELIVERY)
    found = find_delivery (transaction, actor, object_id, relation, &failure);
  else if (kind == INTERVIEW_OBJECT_SHARE)
    found = find_share (transaction, actor, object_id, relation, &failure);
  if (found || g_error_matches (failure, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * interview_relation_check_access:
 * @actor: (nullable): who asks, %NULL for somebody without a session
 * @route: for what
 * @object_id: (nullable): the first identifier of the path
 * @error: return location; %INTERVIEW_ERROR_UNAUTHENTICATED, %INTERVIEW_ERROR_FORBIDDEN,
 *   %INTERVIEW_ERROR_NOT_FOUND
 *
 * Finds the facts and decides.
 *
 * Returns: whether the request may be served
 */
gboolean
interview_relation_check_access (InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 InterviewRoute route,
                                 const char *object_id,
                                 GError **error)
{
  InterviewRelation relation = INTERVIEW_RELATION_NONE;
  InterviewRole role = INTERVIEW_ROLE_CANDIDATE;

  if (actor != NULL)
    {
      role = interview_actor_get_role (actor);
      if (!interview_relation_find (transaction, actor, interview_access_get_object (route),
                                    object_id, &relation, error))
        return FALSE;
    }
  return interview_access_set_error (interview_access_decide (route, actor != NULL, role, relation),
                                     error);
}
