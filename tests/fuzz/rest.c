/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdint.h>
#include <string.h>

#include "core/link.h"
#include "server/handlers/exchange.h"

/*
 * What the REST interface reads of a request: the first byte chooses a route, then come three lines
 * (path, Idempotency-Key, query parameter `name=value`), and the rest is the body. Whatever is read
 * as a record is written and read again and has to be the same.
 */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static char *
take_line (const char **text, gsize *length)
{
  const char *end = memchr (*text, '\n', *length);
  gsize used = end != NULL ? (gsize) (end - *text) : *length;
  char *line = g_strndup (*text, used);

  *text += MIN (used + 1, *length);
  *length -= MIN (used + 1, *length);
  return line;
}

static void
check_again (InterviewRecord *record)
{
  g_autofree char *first = interview_record_to_text (record);
  g_autoptr (InterviewRecord) again =
      interview_record_from_text (G_OBJECT_TYPE (record), first, -1, NULL);
  g_autofree char *second = NULL;

  g_assert (again != NULL);
  second = interview_record_to_text (again);
  g_assert (g_str_equal (first, second));
}

static void
try_query (InterviewExchange *exchange, const char *line)
{
  g_autoptr (GHashTable) query = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) parts = g_strsplit (line, "=", 2);

  if (parts[0] != NULL && parts[1] != NULL)
    {
      g_hash_table_insert (query, parts[0], parts[1]);
      interview_exchange_set_query (exchange, query, NULL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (InterviewEndpoint) endpoint = NULL;
  g_autoptr (InterviewExchange) exchange = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autofree char *path = NULL, *key = NULL, *query = NULL;
  const char *text = (const char *) data + 1;
  gsize length = size - 1;
  InterviewRoute route;

  if (size == 0)
    return 0;
  route = data[0] % INTERVIEW_N_ROUTES;
  endpoint = interview_endpoint_new ("localhost", 0, FALSE, NULL);
  exchange = interview_exchange_new (route, endpoint);
  path = take_line (&text, &length);
  key = take_line (&text, &length);
  query = take_line (&text, &length);
  for (InterviewRoute i = 0; i < INTERVIEW_N_ROUTES; i++)
    {
      char *arguments[INTERVIEW_ROUTE_MAX_ARGUMENTS + 1] = { NULL };

      if (interview_route_match (i, path, arguments))
        {
          for (guint k = 0; k < INTERVIEW_ROUTE_MAX_ARGUMENTS; k++)
            g_free (arguments[k]);
        }
    }
  interview_exchange_set_key (exchange, key, NULL);
  try_query (exchange, query);
  body = g_bytes_new_static (text, length);
  if (interview_exchange_read_body (exchange, body, NULL) &&
      interview_exchange_get_body (exchange) != NULL)
    check_again (interview_exchange_get_body (exchange));
  return 0;
}
