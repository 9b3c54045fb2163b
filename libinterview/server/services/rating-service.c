/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/rating-service.h"

#include "core/error.h"
#include "core/protocol/limits.h"
#include "server/services/room-readers.h"
#include "server/services/score.h"
#include "server/services/staffing-update.h"
#include "server/services/token.h"
#include "server/store/assignment-table.h"
#include "server/store/delivery-token-table.h"
#include "server/store/rating-form-table.h"
#include "server/store/rating-table.h"
#include "server/store/room-table.h"

/* A rating that was given while the network was away is still welcome so much later. */
#define DELIVERY_TIME (G_TIME_SPAN_DAY * 60)

/*
 * Ratings: what a candidate is asked, and its delivery exactly once. A rating's own identifier,
 * made by the program, and the pair of room and recruiter are both unique.
 */

static gboolean
refuse (GError **error, InterviewErrorCode code, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, code, message);
  return FALSE;
}

static GPtrArray *
list_unrated (InterviewTransaction *transaction, const char *room_id, GError **error)
{
  g_autoptr (GPtrArray) unrated = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) recruiters = interview_assignment_table_list (transaction, room_id, error);

  if (recruiters == NULL)
    return NULL;
  for (guint i = 0; i < recruiters->len; i++)
    {
      InterviewParticipant *recruiter = g_ptr_array_index (recruiters, i);
      g_autofree char *found_id = NULL;
      g_autoptr (GBytes) content_hash = NULL;

      if (!interview_rating_table_find (transaction, "", room_id,
                                        interview_participant_get_person_id (recruiter), &found_id,
                                        &content_hash, error))
        return NULL;
      if (found_id == NULL)
        g_ptr_array_add (unrated, g_object_ref (recruiter));
    }
  return g_steal_pointer (&unrated);
}

/**
 * interview_rating_service_get_form:
 * @actor: the candidate of the room
 * @room_id: the room
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND if the company asks nothing
 *
 * Gives out a delivery token with every form: it stands for the candidate when the rating arrives,
 * which may be after the session has ended. While the interactive features are off, nobody is left
 * to be rated.
 *
 * Returns: (transfer full): the form with the recruiters who are not rated yet, or %NULL
 */
InterviewRatingForm *
interview_rating_service_get_form (InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   const char *room_id,
                                   GError **error)
{
  const char *language = interview_actor_get_language (actor);
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  g_autofree char *token = interview_token_new ();
  g_autoptr (GBytes) token_hash = interview_token_hash (token);
  g_autoptr (InterviewRatingForm) form = NULL;
  g_autoptr (GPtrArray) recruiters = NULL;

  if (room == NULL)
    return NULL;
  form = interview_rating_form_table_get (transaction, room->company_id,
                                          language != NULL ? language : "", error);
  if (form == NULL)
    return NULL;
  recruiters = room->interactive ? list_unrated (transaction, room_id, error)
                                 : g_ptr_array_new_with_free_func (g_object_unref);
  if (recruiters == NULL ||
      !interview_delivery_token_table_insert (
          transaction, token_hash, room_id, interview_rating_form_get_scale (form),
          interview_transaction_get_now (transaction) + DELIVERY_TIME, error))
    return NULL;
  g_object_set (form, "room-id", room_id, "recruiters", recruiters, "delivery-token", token, NULL);
  return g_steal_pointer (&form);
}

/* A hash of all that the candidate said; the token of another delivery makes no difference. */
static GBytes *
hash_content (InterviewRating *rating)
{
  g_autoptr (JsonNode) node = interview_record_to_json (INTERVIEW_RECORD (rating));
  g_autofree char *text = NULL;

  json_object_remove_member (json_node_get_object (node), "delivery_token");
  text = json_to_string (node, FALSE);
  return interview_token_hash (text);
}

/* By the form that the candidate had: it may have changed since, and nothing they said is lost. */
static gboolean
check_marks (InterviewTransaction *transaction,
             InterviewRating *rating,
             const char *company_id,
             gint64 scale,
             GError **error)
{
  GPtrArray *marks = interview_rating_get_aspects (rating);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (interview_rating_get_stars (rating) > scale)
    return refuse (error, INTERVIEW_ERROR_INVALID, "there are more stars than the form has");
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      InterviewAspectMark *mark = g_ptr_array_index (marks, i);
      const char *aspect_id = interview_aspect_mark_get_aspect_id (mark);
      gboolean there = FALSE;

      if (interview_aspect_mark_get_stars (mark) > scale)
        return refuse (error, INTERVIEW_ERROR_INVALID, "there are more stars than the form has");
      if (!interview_rating_form_table_has_aspect (transaction, company_id, aspect_id, &there,
                                                   error))
        return FALSE;
      if (!there || !g_hash_table_add (seen, (char *) aspect_id))
        return refuse (error, INTERVIEW_ERROR_INVALID,
                       "an aspect is not in the form, or is marked twice");
    }
  return TRUE;
}

/* Whether the rating is there already; fails if what is there is another one. */
static gboolean
check_former (InterviewTransaction *transaction,
              InterviewRating *rating,
              GBytes *content_hash,
              gboolean *there,
              GError **error)
{
  g_autofree char *found_id = NULL;
  g_autoptr (GBytes) found_hash = NULL;

  if (!interview_rating_table_find (transaction, interview_rating_get_id (rating),
                                    interview_rating_get_room_id (rating),
                                    interview_rating_get_recruiter_id (rating), &found_id,
                                    &found_hash, error))
    return FALSE;
  *there = found_id != NULL;
  if (found_id == NULL || (g_strcmp0 (found_id, interview_rating_get_id (rating)) == 0 &&
                           g_bytes_equal (found_hash, content_hash)))
    return TRUE;
  return refuse (error, INTERVIEW_ERROR_ALREADY_RATED, "this recruiter is rated already");
}

static gboolean
insert (InterviewTransaction *transaction,
        InterviewRating *rating,
        GBytes *content_hash,
        gint64 scale,
        GError **error)
{
  const char *room_id = interview_rating_get_room_id (rating);
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  gint64 minimum = 0;
  gboolean assigned = FALSE;
  InterviewRowHead head;

  if (room == NULL ||
      !interview_assignment_table_contains (transaction, room_id,
                                            interview_rating_get_recruiter_id (rating), &assigned,
                                            error))
    return FALSE;
  if (!assigned)
    return refuse (error, INTERVIEW_ERROR_INVALID, "the recruiter was not in this interview");
  if (scale == 0 && !interview_rating_form_table_find_terms (transaction, room->company_id, &scale,
                                                             &minimum, error))
    return FALSE;
  if (!check_marks (transaction, rating, room->company_id, scale, error))
    return FALSE;
  head =
      (InterviewRowHead){ interview_rating_get_id (rating), room->company_id, room->unit_id, NULL };
  return interview_rating_table_insert (transaction, &head, rating, scale, content_hash, error) &&
         interview_room_readers_tell (transaction, room,
                                      INTERVIEW_ROOM_READERS_CANDIDATE | INTERVIEW_ROOM_READERS_HR,
                                      INTERVIEW_EVENT_KIND_RATING_RECEIVED, room->candidate_id,
                                      NULL, error) &&
         interview_staffing_update (transaction, room->company_id, FALSE, error);
}

/**
 * interview_rating_service_submit:
 * @rating_id: the identifier in the path
 * @rating: what a candidate says of a recruiter, from outside
 * @created: (out): whether it is new; %FALSE for a second delivery of the same rating
 * @error: return location; %INTERVIEW_ERROR_FORBIDDEN for a delivery token that is not known, has
 *   expired or is for another room; %INTERVIEW_ERROR_INVALID; %INTERVIEW_ERROR_ALREADY_RATED
 *
 * Returns: (transfer full): the rating as it is stored, or %NULL
 */
InterviewRating *
interview_rating_service_submit (InterviewTransaction *transaction,
                                 const char *rating_id,
                                 InterviewRating *rating,
                                 gboolean *created,
                                 GError **error)
{
  g_autoptr (GBytes) token_hash =
      interview_token_hash (interview_rating_get_delivery_token (rating));
  g_autoptr (GBytes) content_hash = hash_content (rating);
  g_autofree char *room_id = NULL;
  gboolean there = FALSE;
  gint64 scale = 0;

  *created = FALSE;
  if (g_strcmp0 (rating_id, interview_rating_get_id (rating)) != 0)
    {
      refuse (error, INTERVIEW_ERROR_INVALID, "the rating has another identifier than its path");
      return NULL;
    }
  if (!interview_delivery_token_table_find (transaction, token_hash, &room_id, &scale, error))
    return NULL;
  if (room_id == NULL || g_strcmp0 (room_id, interview_rating_get_room_id (rating)) != 0)
    {
      refuse (error, INTERVIEW_ERROR_FORBIDDEN,
              "this rating comes too late, or is not for this interview");
      return NULL;
    }
  if (!check_former (transaction, rating, content_hash, &there, error) ||
      (!there && !insert (transaction, rating, content_hash, scale, error)))
    return NULL;
  *created = !there;
  return g_object_ref (rating);
}

/**
 * interview_rating_service_list_received:
 * @actor: who asks: a recruiter about themselves, or HR
 * @recruiter_id: who was rated
 * @error: return location
 *
 * HR is told of every rating at once. A recruiter learns of whole batches only, without times and
 * in no order, so that nobody can find out what their last candidate said.
 *
 * Returns: (transfer full) (element-type InterviewReceivedRating): what was said, or %NULL
 */
GPtrArray *
interview_rating_service_list_received (InterviewTransaction *transaction,
                                        InterviewActor *actor,
                                        const char *recruiter_id,
                                        GError **error)
{
  const char *language = interview_actor_get_language (actor);
  gint64 scale = 0, minimum = 0, first = -1;

  if (interview_actor_get_role (actor) != INTERVIEW_ROLE_HR_ADMIN)
    {
      gint64 ratings = 0;

      if (!interview_rating_form_table_find_terms (transaction,
                                                   interview_actor_get_company_id (actor), &scale,
                                                   &minimum, error) ||
          !interview_rating_table_count (transaction, recruiter_id, &ratings, error))
        return NULL;
      first = interview_score_batch (ratings, minimum);
    }
  return interview_rating_table_list_received (transaction, recruiter_id,
                                               language != NULL ? language : "", first,
                                               INTERVIEW_LIMIT_PAGE, error);
}
