/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/share-service.h"

#include <string.h>

#include "core/error.h"
#include "core/id.h"
#include "core/protocol/limits.h"
#include "core/protocol/routes.h"
#include "server/services/page-cursor.h"
#include "server/services/recording-rule.h"
#include "server/services/room-readers.h"
#include "server/services/token.h"
#include "server/store/audit-table.h"
#include "server/store/recording-table.h"
#include "server/store/room-table.h"
#include "server/store/share-table.h"
#include "server/store/sharing-policy-table.h"

#define MIB (G_GINT64_CONSTANT (1024) * 1024)

/* A part that was on its way when its link was withdrawn is on disk by then. */
#define DELETION_DELAY (5 * G_TIME_SPAN_SECOND)

/* Recorded by our own programs, which write nothing else. */
#define CONTENT_TYPE "video/webm"
#define FILE_NAME "interview.webm"

/*
 * Recordings that are shown by a link: putting one on the server in parts, opening the link, taking
 * it back. Only who recorded may share, and only what everybody agreed to for that purpose. What is
 * over is deleted by the share keeper.
 */

static gboolean
refuse (GError **error, InterviewErrorCode code, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, code, message);
  return FALSE;
}

static gboolean
is_open (InterviewRecordingShareState state)
{
  return state == INTERVIEW_RECORDING_SHARE_STATE_UPLOADING ||
         state == INTERVIEW_RECORDING_SHARE_STATE_READY;
}

/* A line that says which recording it is, as it was called then. */
static gboolean
write_down (InterviewTransaction *transaction,
            const InterviewShareRow *row,
            const char *actor_id,
            InterviewAuditKind kind,
            GError **error)
{
  g_autoptr (InterviewRoomRow) room =
      interview_room_table_get_row (transaction, row->room_id, error);
  g_autoptr (InterviewRecordingShare) share = NULL;
  g_autoptr (GDateTime) until = g_date_time_new_from_unix_utc (row->expires_at / G_USEC_PER_SEC);
  g_autofree char *end = g_date_time_format_iso8601 (until);
  InterviewNewAuditEntry entry = {
    .company_id = row->company_id,
    .kind = kind,
    .actor_id = actor_id,
    .latter = end,
  };

  if (room == NULL)
    return FALSE;
  share = interview_share_table_get (transaction, row->company_id, NULL, row->id, error);
  if (share == NULL)
    return FALSE;
  entry.reason = interview_recording_share_get_position (share);
  entry.subject_id = room->candidate_id;
  return interview_audit_table_insert (transaction, &entry, error) &&
         interview_room_readers_tell (transaction, room, INTERVIEW_ROOM_READERS_ALL,
                                      INTERVIEW_EVENT_KIND_RECORDING_CHANGED, actor_id, NULL,
                                      error);
}

/* Changes the state, which is told to everybody who may see it. */
static gboolean
set_state (InterviewTransaction *transaction,
           InterviewShareRow *row,
           InterviewRecordingShareState state,
           const char *actor_id,
           GError **error)
{
  static const InterviewAuditKind kinds[] = {
    [INTERVIEW_RECORDING_SHARE_STATE_READY] = INTERVIEW_AUDIT_KIND_RECORDING_SHARED,
    [INTERVIEW_RECORDING_SHARE_STATE_EXPIRED] = INTERVIEW_AUDIT_KIND_SHARE_EXPIRED,
    [INTERVIEW_RECORDING_SHARE_STATE_WITHDRAWN] = INTERVIEW_AUDIT_KIND_SHARE_WITHDRAWN,
  };

  row->state = state;
  return interview_share_table_update (transaction, row, error) &&
         write_down (transaction, row, actor_id, kinds[state], error);
}

static gboolean
check_recording (InterviewActor *actor,
                 const InterviewRecordingRow *recording,
                 const char *room_id,
                 GError **error)
{
  if (g_strcmp0 (recording->room_id, room_id) != 0)
    return refuse (error, INTERVIEW_ERROR_NOT_FOUND, "there is no such recording in this room");
  if (g_strcmp0 (recording->asked_by, interview_actor_get_person_id (actor)) != 0)
    return refuse (error, INTERVIEW_ERROR_FORBIDDEN, "only who recorded it may share it");
  if (recording->scope != INTERVIEW_RECORDING_SCOPE_HIRING)
    return refuse (error, INTERVIEW_ERROR_FORBIDDEN,
                   "it was agreed that this recording stays with who made it");
  if (interview_recording_rule_is_open (recording->state))
    return refuse (error, INTERVIEW_ERROR_CONFLICT, "the recording has not ended yet");
  if (recording->state == INTERVIEW_RECORDING_STATE_WITHDRAWN || recording->started_at == 0)
    return refuse (error, INTERVIEW_ERROR_FORBIDDEN,
                   "somebody who is in the recording does not agree to it");
  return TRUE;
}

static gboolean
check_policy (InterviewTransaction *transaction,
              const InterviewRecordingRow *recording,
              InterviewShareRequest *request,
              GError **error)
{
  g_autoptr (InterviewSharingPolicy) policy =
      interview_sharing_policy_table_get (transaction, recording->company_id, error);
  gint64 used, open;

  if (policy == NULL || !interview_share_table_count (transaction, recording->company_id,
                                                      recording->id, &used, &open, error))
    return FALSE;
  if (!interview_sharing_policy_get_allowed (policy))
    return refuse (error, INTERVIEW_ERROR_FORBIDDEN,
                   "the company does not allow recordings to be shared");
  if (interview_share_request_get_days (request) >
      interview_sharing_policy_get_longest_days (policy))
    return refuse (error, INTERVIEW_ERROR_INVALID,
                   "the company does not allow a link to work for so long");
  if (open >= INTERVIEW_LIMIT_SHARES)
    return refuse (error, INTERVIEW_ERROR_CONFLICT,
                   "this recording is shared too often: withdraw a link that is not needed");
  if (used + interview_share_request_get_size (request) >
      interview_sharing_policy_get_quota_mib (policy) * MIB)
    return refuse (
        error, INTERVIEW_ERROR_TOO_LARGE,
        "the space for shared recordings is used up: withdraw links that are not needed");
  return TRUE;
}

static char *
make_link (InterviewEndpoint *endpoint, const char *token)
{
  g_autofree char *path = interview_route_format (INTERVIEW_ROUTE_SHARED_PAGE, token, NULL);

  return interview_endpoint_to_uri (endpoint, "http", path);
}

/**
 * interview_share_service_create:
 * @actor: who recorded
 * @room_id: the room
 * @recording_id: an identifier from outside
 * @request: what they are going to send, and for how long it is to be seen
 * @endpoint: where the link is to lead
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND, %INTERVIEW_ERROR_FORBIDDEN,
 *   %INTERVIEW_ERROR_CONFLICT, %INTERVIEW_ERROR_INVALID, %INTERVIEW_ERROR_TOO_LARGE
 *
 * Begins to share a recording. The link opens when the whole file was sent.
 *
 * Returns: (transfer full): the share with its link, or %NULL
 */
InterviewRecordingShare *
interview_share_service_create (InterviewTransaction *transaction,
                                InterviewActor *actor,
                                const char *room_id,
                                const char *recording_id,
                                InterviewShareRequest *request,
                                InterviewEndpoint *endpoint,
                                GError **error)
{
  g_autoptr (InterviewRecordingRow) recording =
      interview_recording_table_get (transaction, recording_id, error);
  g_autoptr (InterviewRoomRow) room = NULL;
  g_autoptr (InterviewRecordingShare) share = NULL;
  g_autofree char *id = interview_id_new ();
  g_autofree char *token = interview_token_new_code ();
  g_autofree char *link = make_link (endpoint, token);
  g_autofree char *hash = g_ascii_strdown (interview_share_request_get_sha256 (request), -1);
  g_autoptr (GBytes) token_hash = interview_token_hash (token);
  gint64 days = interview_share_request_get_days (request);
  InterviewShareRow row = {
    .recording_id = (char *) recording_id,
    .room_id = (char *) room_id,
    .shared_by = (char *) interview_actor_get_person_id (actor),
    .state = INTERVIEW_RECORDING_SHARE_STATE_UPLOADING,
    .size = interview_share_request_get_size (request),
    .hash = hash,
    .token_hash = token_hash,
    .expires_at = interview_transaction_get_now (transaction) + days * G_TIME_SPAN_DAY,
  };
  InterviewRowHead head = { id, NULL, NULL, NULL };

  if (recording == NULL || !check_recording (actor, recording, room_id, error) ||
      !check_policy (transaction, recording, request, error))
    return NULL;
  if (strspn (hash, "0123456789abcdef") != strlen (hash))
    {
      refuse (error, INTERVIEW_ERROR_INVALID, "sha256 is a number of hexadecimal digits");
      return NULL;
    }
  room = interview_room_table_get_row (transaction, room_id, error);
  if (room == NULL)
    return NULL;
  head.company_id = room->company_id;
  head.unit_id = room->unit_id;
  if (!interview_share_table_insert (transaction, &head, &row, error))
    return NULL;
  share = interview_share_service_get (transaction, actor, id, error);
  if (share != NULL)
    g_object_set (share, "link", link, NULL);
  return g_steal_pointer (&share);
}

/**
 * interview_share_service_get:
 * @actor: who asks
 * @share_id: a share of their company
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the share, or %NULL
 */
InterviewRecordingShare *
interview_share_service_get (InterviewTransaction *transaction,
                             InterviewActor *actor,
                             const char *share_id,
                             GError **error)
{
  return interview_share_table_get (transaction, interview_actor_get_company_id (actor),
                                    interview_actor_get_language (actor), share_id, error);
}

/**
 * interview_share_service_list:
 * @actor: who asks
 * @cursor: (nullable): from the page before
 * @limit: how many at most, 0 for no wish
 * @next_cursor: (out) (transfer full) (nullable): for the next page, %NULL at the end
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full) (element-type InterviewRecordingShare): newest first, for HR those of
 *   the company, for others what they share and what they are to be seen in; or %NULL
 */
GPtrArray *
interview_share_service_list (InterviewTransaction *transaction,
                              InterviewActor *actor,
                              const char *cursor,
                              guint limit,
                              char **next_cursor,
                              GError **error)
{
  gboolean all = interview_actor_get_role (actor) == INTERVIEW_ROLE_HR_ADMIN;
  guint page = interview_page_cursor_limit (limit);
  g_autofree char *before = NULL, *before_id = NULL;
  g_autoptr (GPtrArray) shares = NULL;

  *next_cursor = NULL;
  if (!interview_page_cursor_parse (cursor, &before, &before_id, error))
    return NULL;
  shares = interview_share_table_list (transaction, interview_actor_get_company_id (actor),
                                       interview_actor_get_language (actor),
                                       all ? NULL : interview_actor_get_person_id (actor),
                                       *before_id != '\0' ? g_ascii_strtoll (before, NULL, 10)
                                                          : G_MAXINT64,
                                       before_id, page + 1, error);
  if (shares != NULL && shares->len > page)
    {
      g_autofree char *at = NULL;
      InterviewRecordingShare *last;

      g_ptr_array_set_size (shares, (int) page);
      last = g_ptr_array_index (shares, page - 1);
      at = g_strdup_printf ("%" G_GINT64_FORMAT, interview_recording_share_get_created_at (last));
      *next_cursor = interview_page_cursor_make (at, interview_recording_share_get_id (last));
    }
  return g_steal_pointer (&shares);
}

/* The share, if bytes of it may come. */
static InterviewShareRow *
get_uploading (InterviewTransaction *transaction, const char *share_id, GError **error)
{
  g_autoptr (InterviewShareRow) row = interview_share_table_get_row (transaction, share_id, error);

  if (row == NULL || row->state == INTERVIEW_RECORDING_SHARE_STATE_UPLOADING)
    return g_steal_pointer (&row);
  refuse (error, INTERVIEW_ERROR_CONFLICT,
          is_open (row->state) ? "the file has arrived already"
                               : "this link was withdrawn, or its time is over");
  return NULL;
}

static gboolean
check_part (const InterviewShareRow *row, const InterviewUploadWork *work, GError **error)
{
  gint64 length = (gint64) g_bytes_get_size (work->part);

  if (work->size != row->size || length == 0 || work->offset + length > row->size)
    return refuse (error, INTERVIEW_ERROR_INVALID, "this is no part of the file");
  if (work->offset != row->uploaded)
    return refuse (error, INTERVIEW_ERROR_OUT_OF_ORDER,
                   "the next part begins elsewhere: ask for the share again");
  return TRUE;
}

/**
 * interview_share_service_begin_part:
 * @share_id: a share of who sends
 * @work: (inout): the part, with its place and the size of the whole as the sender says
 * @error: return location; %INTERVIEW_ERROR_CONFLICT, %INTERVIEW_ERROR_INVALID,
 *   %INTERVIEW_ERROR_OUT_OF_ORDER
 *
 * Returns: whether the part may be written
 */
gboolean
interview_share_service_begin_part (InterviewTransaction *transaction,
                                    const char *share_id,
                                    InterviewUploadWork *work,
                                    GError **error)
{
  g_autoptr (InterviewShareRow) row = get_uploading (transaction, share_id, error);

  if (row == NULL || !check_part (row, work, error))
    return FALSE;
  g_free (work->id);
  work->id = g_strdup (share_id);
  return TRUE;
}

/**
 * interview_share_service_end_part:
 * @actor: who sends
 * @work: a part that is on disk
 * @error: return location, as before
 *
 * Returns: (transfer full): the share, which says where the next part begins; or %NULL
 */
InterviewRecordingShare *
interview_share_service_end_part (InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  const InterviewUploadWork *work,
                                  GError **error)
{
  g_autoptr (InterviewShareRow) row = get_uploading (transaction, work->id, error);

  if (row == NULL || !check_part (row, work, error))
    return NULL;
  row->uploaded += (gint64) g_bytes_get_size (work->part);
  if (!interview_share_table_update (transaction, row, error))
    return NULL;
  return interview_share_service_get (transaction, actor, work->id, error);
}

/**
 * interview_share_service_begin_check:
 * @share_id: a share of who sends
 * @work: (out): what is to be checked
 * @error: return location; %INTERVIEW_ERROR_CONFLICT, %INTERVIEW_ERROR_OUT_OF_ORDER
 *
 * Returns: whether all parts are there
 */
gboolean
interview_share_service_begin_check (InterviewTransaction *transaction,
                                     const char *share_id,
                                     InterviewUploadWork *work,
                                     GError **error)
{
  g_autoptr (InterviewShareRow) row = get_uploading (transaction, share_id, error);

  if (row == NULL)
    return FALSE;
  if (row->uploaded < row->size)
    return refuse (error, INTERVIEW_ERROR_OUT_OF_ORDER,
                   "not all of the file has come: ask for the share again");
  interview_upload_work_clear (work);
  work->id = g_strdup (share_id);
  work->size = row->size;
  work->hash = g_strdup (row->hash);
  return TRUE;
}

/**
 * interview_share_service_end_check:
 * @actor: who sends
 * @work: what was found to be right
 * @error: return location, as before
 *
 * From now on the link opens.
 *
 * Returns: (transfer full): the share, or %NULL
 */
InterviewRecordingShare *
interview_share_service_end_check (InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   const InterviewUploadWork *work,
                                   GError **error)
{
  g_autoptr (InterviewShareRow) row = get_uploading (transaction, work->id, error);

  if (row == NULL || !set_state (transaction, row, INTERVIEW_RECORDING_SHARE_STATE_READY,
                                 interview_actor_get_person_id (actor), error))
    return NULL;
  return interview_share_service_get (transaction, actor, work->id, error);
}

/**
 * interview_share_service_withdraw:
 * @actor: who takes it back
 * @share_id: a share
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Ends the link at once; the file is deleted soon after. A second time changes nothing.
 *
 * Returns: (transfer full): the share as it is then, or %NULL
 */
InterviewRecordingShare *
interview_share_service_withdraw (InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  const char *share_id,
                                  GError **error)
{
  g_autoptr (InterviewShareRow) row = interview_share_table_get_row (transaction, share_id, error);

  if (row == NULL || (is_open (row->state) &&
                      !set_state (transaction, row, INTERVIEW_RECORDING_SHARE_STATE_WITHDRAWN,
                                  interview_actor_get_person_id (actor), error)))
    return NULL;
  return interview_share_service_get (transaction, actor, share_id, error);
}

/**
 * interview_share_service_withdraw_recording:
 * @recording_id: a recording for which somebody took their agreement back
 * @actor_id: who
 * @error: return location
 *
 * Ends all its links.
 *
 * Returns: whether it was done
 */
gboolean
interview_share_service_withdraw_recording (InterviewTransaction *transaction,
                                            const char *recording_id,
                                            const char *actor_id,
                                            GError **error)
{
  g_autoptr (GPtrArray) rows = interview_share_table_list_open (transaction, recording_id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      if (!set_state (transaction, rows->pdata[i], INTERVIEW_RECORDING_SHARE_STATE_WITHDRAWN,
                      actor_id, error))
        return FALSE;
    }
  return rows != NULL;
}

/**
 * interview_share_service_expire:
 * @error: return location
 *
 * Ends the shares whose time is over, also those that were never sent to the end.
 *
 * Returns: whether it was done
 */
gboolean
interview_share_service_expire (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) rows = interview_share_table_list_late (transaction, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      if (!set_state (transaction, rows->pdata[i], INTERVIEW_RECORDING_SHARE_STATE_EXPIRED, NULL,
                      error))
        return FALSE;
    }
  return rows != NULL;
}

/**
 * interview_share_service_list_to_delete:
 * @error: return location
 *
 * A part that is just being written gets the time to arrive, so that nothing is written after the
 * deletion.
 *
 * Returns: (transfer full) (element-type InterviewShareRow): shares whose bytes are to be deleted,
 *   or %NULL
 */
GPtrArray *
interview_share_service_list_to_delete (InterviewTransaction *transaction, GError **error)
{
  return interview_share_table_list_to_delete (
      transaction, interview_transaction_get_now (transaction) - DELETION_DELAY, error);
}

/* What a link opens. Whoever has none that works learns nothing about why. */
static InterviewShareRow *
find_by_token (InterviewTransaction *transaction, const char *token, GError **error)
{
  g_autoptr (GBytes) hash = interview_token_hash (token);
  g_autoptr (InterviewShareRow) row =
      interview_share_table_get_row_by_token (transaction, hash, error);
  g_autoptr (InterviewSharingPolicy) policy = NULL;

  if (row == NULL)
    return NULL;
  policy = interview_sharing_policy_table_get (transaction, row->company_id, error);
  if (policy == NULL)
    return NULL;
  if (interview_sharing_policy_get_allowed (policy) &&
      row->state == INTERVIEW_RECORDING_SHARE_STATE_READY &&
      row->expires_at > interview_transaction_get_now (transaction))
    return g_steal_pointer (&row);
  refuse (error, INTERVIEW_ERROR_NOT_FOUND, "there is no such recording");
  return NULL;
}

/**
 * interview_share_service_open_page:
 * @token: the secret of a link, from outside
 * @language: (nullable): the reader's
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND, whatever the reason
 *
 * Counts that somebody opened the link.
 *
 * Returns: (transfer full): what is shown by it, or %NULL
 */
InterviewRecordingShare *
interview_share_service_open_page (InterviewTransaction *transaction,
                                   const char *token,
                                   const char *language,
                                   GError **error)
{
  g_autoptr (InterviewShareRow) row = find_by_token (transaction, token, error);

  if (row == NULL || !interview_share_table_count_opening (transaction, row->id, error))
    return NULL;
  return interview_share_table_get (transaction, row->company_id, language, row->id, error);
}

/**
 * interview_share_service_open_recording:
 * @token: the secret of a link, from outside
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND, whatever the reason
 *
 * Returns: (transfer full): the file, or %NULL
 */
InterviewBlobRow *
interview_share_service_open_recording (InterviewTransaction *transaction,
                                        const char *token,
                                        GError **error)
{
  g_autoptr (InterviewShareRow) row = find_by_token (transaction, token, error);
  InterviewBlobRow *blob;

  if (row == NULL)
    return NULL;
  blob = g_new0 (InterviewBlobRow, 1);
  blob->id = g_strdup (row->id);
  blob->company_id = g_strdup (row->company_id);
  blob->hash = g_strdup (row->hash);
  blob->size = row->size;
  blob->content_type = g_strdup (CONTENT_TYPE);
  blob->name = g_strdup (FILE_NAME);
  blob->uploaded = TRUE;
  return blob;
}
