/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/question-service.h"

#include "core/error.h"
#include "core/protocol/limits.h"
#include "server/services/plain-text.h"
#include "server/services/question-likeness.h"
#include "server/services/question-ranking.h"
#include "server/services/room-readers.h"
#include "server/store/asked-table.h"
#include "server/store/question-table.h"
#include "server/store/room-table.h"

/* How many texts a typed question is compared with; the kit of a position is far smaller. */
#define MAX_COMPARED 500

/*
 * Recommended questions: what people of the reader's side really ask most for the position, and the
 * ticks from which that is known. What somebody asked in their own words is counted with the
 * question that it is the same as, or becomes one: as in leader clustering (J. A. Hartigan,
 * "Clustering Algorithms", 1975) the first one stands for all that are like it.
 */

/* How often a question was asked, and how much that counts. */
typedef struct
{
  gint64 rooms_of_position;
  double weight_of_position;
  double weight_of_company;
  gboolean here;
} Count;

typedef struct
{
  InterviewQuestion *question;
  double score;
} Ranked;

static InterviewQuestionSide
get_side (InterviewActor *actor)
{
  return interview_actor_get_role (actor) == INTERVIEW_ROLE_CANDIDATE
             ? INTERVIEW_QUESTION_SIDE_CANDIDATE
             : INTERVIEW_QUESTION_SIDE_RECRUITER;
}

static int
compare_ranked (gconstpointer a, gconstpointer b, gpointer user_data)
{
  double left = ((const Ranked *) a)->score;
  double right = ((const Ranked *) b)->score;

  return left > right ? -1 : left < right ? 1 : 0;
}

static GHashTable *
add_up (GPtrArray *tallies)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < tallies->len; i++)
    {
      const InterviewAskedTally *tally = g_ptr_array_index (tallies, i);
      double weight = interview_question_ranking_weight (tally->age);
      Count *count = g_hash_table_lookup (counts, tally->question_id);

      if (count == NULL)
        {
          count = g_new0 (Count, 1);
          g_hash_table_insert (counts, g_strdup (tally->question_id), count);
        }
      count->rooms_of_position += tally->rooms_of_position;
      count->weight_of_position += weight * (double) tally->rooms_of_position;
      count->weight_of_company += weight * (double) tally->rooms_of_company;
      count->here |= tally->here;
    }
  return counts;
}

static double
weigh_all (GPtrArray *tallies)
{
  double all = 0;

  for (guint i = 0; i < tallies->len; i++)
    {
      const InterviewAskedTally *tally = g_ptr_array_index (tallies, i);

      all += interview_question_ranking_weight (tally->age) * (double) tally->rooms_of_company;
    }
  return all;
}

/* The same questions, counted, best first. The sort keeps the kit's order of equal ones. */
static GPtrArray *
rank (GPtrArray *questions, GHashTable *counts, double all_rooms)
{
  static const Count never = { 0 };
  g_autofree Ranked *ranked = g_new0 (Ranked, questions->len + 1);
  GPtrArray *result = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < questions->len; i++)
    {
      InterviewQuestion *question = g_ptr_array_index (questions, i);
      const Count *count = g_hash_table_lookup (counts, interview_question_get_id (question));

      if (count == NULL)
        count = &never;
      g_object_set (question, "asked-count", count->rooms_of_position + (count->here ? 1 : 0),
                    "asked", count->here, NULL);
      ranked[i].question = question;
      ranked[i].score = interview_question_ranking_score (count->weight_of_position,
                                                          count->weight_of_company, all_rooms);
    }
  g_qsort_with_data (ranked, (int) questions->len, sizeof *ranked, compare_ranked, NULL);
  for (guint i = 0; i < questions->len && i < INTERVIEW_LIMIT_ITEMS; i++)
    g_ptr_array_add (result, g_object_ref (ranked[i].question));
  return result;
}

static GPtrArray *
list (InterviewTransaction *transaction,
      InterviewActor *actor,
      const InterviewRoomRow *room,
      GError **error)
{
  const char *language = interview_actor_get_language (actor);
  const InterviewQuestionQuery query = {
    .company_id = room->company_id,
    .language = language != NULL ? language : "",
    .side = get_side (actor),
    .position_id = room->position_id,
    .person_id = interview_actor_get_person_id (actor),
    .room_id = room->id,
  };
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (GPtrArray) tallies = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) counts = NULL;

  questions = interview_question_table_list (transaction, &query, error);
  if (questions == NULL)
    return NULL;
  tallies = interview_asked_table_tally (transaction, room->company_id, room->position_id,
                                         query.side, room->id, error);
  if (tallies == NULL)
    return NULL;
  all = interview_asked_table_tally_rooms (transaction, room->company_id, query.side, room->id,
                                           error);
  if (all == NULL)
    return NULL;
  counts = add_up (tallies);
  return rank (questions, counts, weigh_all (all));
}

/**
 * interview_question_service_list:
 * @actor: who asks; a candidate gets the candidates' questions, staff the recruiters'
 * @room_id: the room
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewQuestion): the questions for the room's position,
 *   best first; none while the interactive features are off; or %NULL
 */
GPtrArray *
interview_question_service_list (InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 const char *room_id,
                                 GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);

  if (room == NULL)
    return NULL;
  if (!room->interactive)
    return g_ptr_array_new_with_free_func (g_object_unref);
  return list (transaction, actor, room, error);
}

static InterviewQuestion *
find (GPtrArray *questions, const char *question_id)
{
  for (guint i = 0; i < questions->len; i++)
    {
      InterviewQuestion *question = g_ptr_array_index (questions, i);

      if (g_strcmp0 (interview_question_get_id (question), question_id) == 0)
        return g_object_ref (question);
    }
  return NULL;
}

static gboolean
tell (InterviewTransaction *transaction,
      InterviewActor *actor,
      const InterviewRoomRow *room,
      const char *question_id,
      GError **error)
{
  InterviewRoomReaders readers = get_side (actor) == INTERVIEW_QUESTION_SIDE_CANDIDATE
                                     ? INTERVIEW_ROOM_READERS_CANDIDATE
                                     : INTERVIEW_ROOM_READERS_RECRUITERS;

  return interview_room_readers_tell (transaction, room, readers,
                                      INTERVIEW_EVENT_KIND_QUESTION_ASKED,
                                      interview_actor_get_person_id (actor), question_id, error);
}

/* The room, if its interactive features are on. */
static InterviewRoomRow *
get_interactive (InterviewTransaction *transaction, const char *room_id, GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);

  if (room == NULL || room->interactive)
    return g_steal_pointer (&room);
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_FORBIDDEN,
                       "the interactive features are off in this room");
  return NULL;
}

static InterviewQuestion *
load (InterviewTransaction *transaction,
      InterviewActor *actor,
      const InterviewRoomRow *room,
      const char *question_id,
      GError **error)
{
  g_autoptr (GPtrArray) questions = list (transaction, actor, room, error);
  InterviewQuestion *question = questions != NULL ? find (questions, question_id) : NULL;

  if (questions != NULL && question == NULL)
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND,
                         "there is no such question");
  return question;
}

/**
 * interview_question_service_set_asked:
 * @actor: who ticks
 * @room_id: the room
 * @question_id: one of the questions of their side, from outside
 * @asked: whether it was asked
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND, %INTERVIEW_ERROR_FORBIDDEN while the
 *   interactive features are off
 *
 * Returns: (transfer full): the question as it is counted then, or %NULL
 */
InterviewQuestion *
interview_question_service_set_asked (InterviewTransaction *transaction,
                                      InterviewActor *actor,
                                      const char *room_id,
                                      const char *question_id,
                                      gboolean asked,
                                      GError **error)
{
  const char *person_id = interview_actor_get_person_id (actor);
  g_autoptr (InterviewRoomRow) room = get_interactive (transaction, room_id, error);
  g_autoptr (InterviewQuestion) before =
      room != NULL ? load (transaction, actor, room, question_id, error) : NULL;
  gboolean done;

  if (before == NULL)
    return NULL;
  if (interview_question_get_asked (before) == asked)
    return g_steal_pointer (&before);
  if (asked)
    done = interview_asked_table_set (transaction, room_id, question_id, person_id,
                                      interview_transaction_get_now (transaction), error);
  else
    done = interview_asked_table_unset (transaction, room_id, question_id, error);
  if (!done || !tell (transaction, actor, room, question_id, error))
    return NULL;
  return load (transaction, actor, room, question_id, error);
}

/* The question that asks the same, or %NULL without an error. */
static char *
find_same (InterviewTransaction *transaction,
           InterviewActor *actor,
           const InterviewRoomRow *room,
           const char *question_id,
           const char *text,
           GError **error)
{
  g_autoptr (GPtrArray) texts =
      interview_question_table_list_texts (transaction, room->company_id, get_side (actor),
                                           room->position_id, MAX_COMPARED, error);

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      const InterviewQuestionText *known = g_ptr_array_index (texts, i);

      if (g_strcmp0 (known->question_id, question_id) == 0 ||
          interview_question_likeness_is_same (known->text, text))
        return g_strdup (known->question_id);
    }
  return NULL;
}

static gboolean
insert_typed (InterviewTransaction *transaction,
              InterviewActor *actor,
              const InterviewRoomRow *room,
              const char *question_id,
              const char *text,
              GError **error)
{
  const InterviewRowHead head = { question_id, room->company_id, room->unit_id, NULL };
  const char *person_id = interview_actor_get_person_id (actor);
  const char *language = interview_actor_get_language (actor);

  return interview_question_table_insert_typed (transaction, &head, get_side (actor), person_id,
                                                error) &&
         interview_question_table_insert_text (transaction, question_id,
                                               language != NULL ? language : "und", text, NULL,
                                               error) &&
         interview_question_table_insert_position (transaction, question_id, room->position_id,
                                                   error);
}

static gboolean
check_typed (InterviewTransaction *transaction,
             InterviewActor *actor,
             const char *room_id,
             const char *text,
             GError **error)
{
  gint64 count = 0;

  if (!interview_plain_text_says_something (text))
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "there is nothing in this question");
      return FALSE;
    }
  if (!interview_asked_table_count_typed (transaction, room_id,
                                          interview_actor_get_person_id (actor), &count, error))
    return FALSE;
  if (count < INTERVIEW_LIMIT_OWN_QUESTIONS)
    return TRUE;
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_TOO_LARGE,
                       "these are more questions of one's own than a room takes");
  return FALSE;
}

/**
 * interview_question_service_type:
 * @actor: who asked
 * @room_id: the room
 * @question_id: made by the program, from outside; used if nobody asked the same before
 * @text: the question in their words, from outside
 * @error: return location; %INTERVIEW_ERROR_INVALID for nothing but spaces,
 *   %INTERVIEW_ERROR_TOO_LARGE for too many, %INTERVIEW_ERROR_FORBIDDEN while the interactive
 *   features are off
 *
 * Notes that a question was asked in this room which is in no list: with the one that asks the
 * same, or as a new one of the position and this side. The same again changes nothing.
 *
 * Returns: (transfer full): the question that it is counted with, or %NULL
 */
InterviewQuestion *
interview_question_service_type (InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 const char *room_id,
                                 const char *question_id,
                                 const char *text,
                                 GError **error)
{
  g_autoptr (InterviewRoomRow) room = get_interactive (transaction, room_id, error);
  g_autofree char *same_id = NULL;
  g_autoptr (GError) failure = NULL;
  const char *id;

  if (room == NULL || !check_typed (transaction, actor, room_id, text, error))
    return NULL;
  same_id = find_same (transaction, actor, room, question_id, text, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  id = same_id != NULL ? same_id : question_id;
  if (same_id == NULL && !insert_typed (transaction, actor, room, question_id, text, error))
    return NULL;
  if (!interview_asked_table_set (transaction, room_id, id, interview_actor_get_person_id (actor),
                                  interview_transaction_get_now (transaction), error) ||
      !tell (transaction, actor, room, id, error))
    return NULL;
  return load (transaction, actor, room, id, error);
}
