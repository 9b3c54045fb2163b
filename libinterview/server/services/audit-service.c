/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/audit-service.h"

#include "core/protocol/limits.h"
#include "server/services/page-cursor.h"
#include "server/store/audit-table.h"

/*
 * The record of who changed what.
 */

/**
 * interview_audit_service_list:
 * @actor: who asks
 * @cursor: (nullable): from the page before
 * @limit: how many at most, 0 for no wish
 * @next_cursor: (out) (transfer full) (nullable): for the next page, %NULL at the end
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full) (element-type InterviewAuditEntry): the company's entries, newest first,
 *   or %NULL
 */
GPtrArray *
interview_audit_service_list (InterviewTransaction *transaction,
                              InterviewActor *actor,
                              const char *cursor,
                              guint limit,
                              char **next_cursor,
                              GError **error)
{
  guint page = interview_page_cursor_limit (limit);
  g_autofree char *before = NULL, *before_id = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  *next_cursor = NULL;
  if (!interview_page_cursor_parse (cursor, &before, &before_id, error))
    return NULL;
  entries = interview_audit_table_list (transaction, interview_actor_get_company_id (actor),
                                        *before_id != '\0' ? g_ascii_strtoll (before, NULL, 10)
                                                           : G_MAXINT64,
                                        before_id, page + 1, error);
  if (entries != NULL && entries->len > page)
    {
      g_autofree char *at = NULL;
      InterviewAuditEntry *last;

      g_ptr_array_set_size (entries, (int) page);
      last = g_ptr_array_index (entries, page - 1);
      at = g_strdup_printf ("%" G_GINT64_FORMAT, interview_audit_entry_get_at (last));
      *next_cursor = interview_page_cursor_make (at, interview_audit_entry_get_id (last));
    }
  return g_steal_pointer (&entries);
}

/* A line for each member, as in the protocol: settings are written down as they were, without a
 * translation that might change. */
static char *
describe (InterviewRecord *record)
{
  g_autoptr (JsonNode) node = interview_record_to_json (record);
  JsonObject *object = json_node_get_object (node);
  g_autoptr (GString) lines = g_string_new (NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autofree char *text = json_to_string (value, FALSE);

      if (!g_str_equal (name, "revision"))
        g_string_append_printf (lines, "%s%s: %s", lines->len > 0 ? "\n" : "", name, text);
    }
  return g_utf8_substring (lines->str, 0,
                           MIN (g_utf8_strlen (lines->str, -1), INTERVIEW_LIMIT_LONG_TEXT));
}

/**
 * interview_audit_service_record_change:
 * @actor: who changed a setting
 * @kind: which one
 * @former: how it was
 * @latter: how it is now
 * @error: return location
 *
 * Returns: whether it was written down
 */
gboolean
interview_audit_service_record_change (InterviewTransaction *transaction,
                                       InterviewActor *actor,
                                       InterviewAuditKind kind,
                                       InterviewRecord *former,
                                       InterviewRecord *latter,
                                       GError **error)
{
  g_autofree char *before = describe (former);
  g_autofree char *after = describe (latter);
  const InterviewNewAuditEntry entry = {
    .company_id = interview_actor_get_company_id (actor),
    .kind = kind,
    .actor_id = interview_actor_get_person_id (actor),
    .former = before,
    .latter = after,
  };

  return interview_audit_table_insert (transaction, &entry, error);
}
