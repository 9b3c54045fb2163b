/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/exchange.h"

#include <string.h>

#include "core/clock.h"
#include "core/error.h"
#include "core/id.h"
#include "core/protocol/limits.h"
#include "server/handlers/handlers.h"
#include "server/handlers/web-form.h"
#include "server/services/idempotency-service.h"
#include "server/services/relation.h"
#include "server/services/session-service.h"

#define MAX_CURSOR_LENGTH 200

/*
 * InterviewExchange is one request and its answer, without HTTP: the router fills in what was
 * asked, the database thread runs interview_exchange_handle() in a unit of work, and the router
 * sends what came out. Used by one thread at a time.
 */
struct _InterviewExchange
{
  GObject parent_instance;

  InterviewRoute route;
  InterviewEndpoint *endpoint;
  char *arguments[INTERVIEW_ROUTE_MAX_ARGUMENTS + 1];
  char *token;
  char *language;
  char *key;
  GBytes *hash;
  char *cursor;
  guint limit;
  gint64 from;
  gint64 to;
  InterviewRecord *body;

  InterviewActor *actor;
  InterviewPasswordCheck check;
  InterviewUploadWork upload;
  InterviewAnswer *answer;
};

G_DEFINE_FINAL_TYPE (InterviewExchange, interview_exchange, G_TYPE_OBJECT)

static void
interview_exchange_finalize (GObject *object)
{
  InterviewExchange *self = INTERVIEW_EXCHANGE (object);

  for (guint i = 0; i < INTERVIEW_ROUTE_MAX_ARGUMENTS; i++)
    g_free (self->arguments[i]);
  g_clear_object (&self->endpoint);
  g_free (self->token);
  g_free (self->language);
  g_free (self->key);
  g_clear_pointer (&self->hash, g_bytes_unref);
  g_free (self->cursor);
  g_clear_object (&self->body);
  g_clear_object (&self->actor);
  g_clear_object (&self->answer);
  g_free (self->check.person_id);
  g_free (self->check.secret);
  g_free (self->check.password);
  g_free (self->check.replacement);
  g_free (self->check.replacement_secret);
  interview_upload_work_clear (&self->upload);

  G_OBJECT_CLASS (interview_exchange_parent_class)->finalize (object);
}

static void
interview_exchange_class_init (InterviewExchangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_exchange_finalize;
}

static void
interview_exchange_init (InterviewExchange *self)
{
  self->answer = interview_answer_new ();
  self->limit = INTERVIEW_LIMIT_PAGE;
  self->to = G_MAXINT64;
}

/**
 * interview_exchange_new:
 * @route: what is asked for
 * @endpoint: (transfer none): where links are to lead
 *
 * Returns: (transfer full): a new exchange
 */
InterviewExchange *
interview_exchange_new (InterviewRoute route, InterviewEndpoint *endpoint)
{
  InterviewExchange *self = g_object_new (INTERVIEW_TYPE_EXCHANGE, NULL);

  self->route = route;
  self->endpoint = g_object_ref (endpoint);
  return self;
}

/**
 * interview_exchange_take_arguments:
 * @arguments: (transfer full): what interview_route_match() found in the path
 */
void
interview_exchange_take_arguments (InterviewExchange *self, char **arguments)
{
  g_return_if_fail (INTERVIEW_IS_EXCHANGE (self));

  memcpy (self->arguments, arguments, sizeof self->arguments);
}

/**
 * interview_exchange_set_token:
 * @token: (nullable): what the program proves itself with
 */
void
interview_exchange_set_token (InterviewExchange *self, const char *token)
{
  g_return_if_fail (INTERVIEW_IS_EXCHANGE (self));

  g_free (self->token);
  self->token = g_strdup (token);
}

/**
 * interview_exchange_set_language:
 * @language: (nullable): in which language the reader wants what is written for people
 */
void
interview_exchange_set_language (InterviewExchange *self, const char *language)
{
  g_return_if_fail (INTERVIEW_IS_EXCHANGE (self));

  g_free (self->language);
  self->language = g_strdup (language);
}

/**
 * interview_exchange_set_key:
 * @key: (nullable): the Idempotency-Key
 * @error: return location; %INTERVIEW_ERROR_INVALID if it is missing or malformed
 *
 * Returns: whether the request has the key that it needs
 */
gboolean
interview_exchange_set_key (InterviewExchange *self, const char *key, GError **error)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), FALSE);

  if (!interview_exchange_get_handler (self)->keyed)
    return TRUE;
  if (key == NULL || !interview_id_is_valid (key))
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "the request needs an Idempotency-Key with an identifier");
      return FALSE;
    }
  self->key = g_strdup (key);
  return TRUE;
}

static gboolean
takes_parameter (const char *names, const char *name)
{
  g_auto (GStrv) known = g_strsplit (names, " ", -1);

  return g_strv_contains ((const char *const *) known, name);
}

static gboolean
read_parameter (InterviewExchange *self, const char *name, const char *value)
{
  guint64 number;

  if (!takes_parameter (interview_exchange_get_handler (self)->query, name))
    return FALSE;
  if (g_str_equal (name, "from"))
    return interview_time_parse (value, &self->from);
  if (g_str_equal (name, "to"))
    return interview_time_parse (value, &self->to);
  if (g_str_equal (name, "cursor"))
    {
      self->cursor = g_strdup (value);
      return *value != '\0' && strlen (value) <= MAX_CURSOR_LENGTH;
    }
  if (!g_ascii_string_to_unsigned (value, 10, 1, INTERVIEW_LIMIT_PAGE, &number, NULL))
    return FALSE;
  self->limit = number;
  return TRUE;
}

/**
 * interview_exchange_set_query:
 * @query: (nullable): names and values
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: whether the route takes all of them
 */
gboolean
interview_exchange_set_query (InterviewExchange *self, GHashTable *query, GError **error)
{
  GHashTableIter iter;
  gpointer name, value;

  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), FALSE);

  if (query == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, query);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      if (!read_parameter (self, name, value))
        {
          g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                               "a query parameter is unknown or its value is not possible");
          return FALSE;
        }
    }
  return TRUE;
}

static GBytes *
hash_request (InterviewExchange *self, GBytes *bytes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  g_checksum_update (checksum, (const guchar *) interview_route_get_name (self->route), -1);
  for (guint i = 0; self->arguments[i] != NULL; i++)
    g_checksum_update (checksum, (const guchar *) self->arguments[i], -1);
  g_checksum_update (checksum, data, size);
  g_checksum_get_digest (checksum, digest, &length);
  return g_bytes_new (digest, length);
}

/**
 * interview_exchange_read_body:
 * @bytes: what came
 * @error: return location, as for interview_record_from_text()
 *
 * Returns: whether the body is what the route takes
 */
gboolean
interview_exchange_read_body (InterviewExchange *self, GBytes *bytes, GError **error)
{
  const InterviewHandler *handler;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), FALSE);

  handler = interview_exchange_get_handler (self);
  data = g_bytes_get_data (bytes, &size);
  if (handler->keyed)
    self->hash = hash_request (self, bytes);
  if (handler->body == NULL)
    {
      if (size == 0)
        return TRUE;
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "this request has no body");
      return FALSE;
    }
  if (interview_handler_takes_bytes (handler))
    {
      self->upload.part = g_bytes_ref (bytes);
      return TRUE;
    }
  if (interview_handler_takes_form (handler))
    self->body = interview_web_form_read (handler->body (), data, size, error);
  else
    self->body =
        interview_record_from_text (handler->body (), data != NULL ? data : "", size, error);
  return self->body != NULL;
}

static gboolean
begin (InterviewExchange *self,
       InterviewTransaction *transaction,
       gboolean *replayed,
       GError **error)
{
  g_autofree char *text = NULL;
  guint status = 0;

  interview_answer_clear (self->answer);
  g_clear_object (&self->actor);
  *replayed = FALSE;
  if (!interview_access_is_public (self->route))
    {
      if (self->token == NULL)
        return interview_access_set_error (INTERVIEW_ACCESS_UNAUTHENTICATED, error);
      self->actor =
          interview_session_service_authenticate (transaction, self->token, self->language, error);
      if (self->actor == NULL)
        return FALSE;
    }
  if (!interview_relation_check_access (transaction, self->actor, self->route, self->arguments[0],
                                        error))
    return FALSE;
  if (self->key != NULL)
    {
      if (!interview_idempotency_service_find (transaction, self->actor, self->token, self->key,
                                               self->hash, &status, &text, error))
        return FALSE;
      *replayed = status != 0;
      if (*replayed)
        interview_answer_set_text (self->answer, status, text);
    }
  return TRUE;
}

/**
 * interview_exchange_prepare:
 * @transaction: a unit of work
 * @error: return location
 *
 * Finds out what has to be done before interview_exchange_handle(): a password that is to be
 * compared, or an upload. If the request was answered before, the exchange has that answer
 * afterwards.
 *
 * Returns: whether to go on
 */
gboolean
interview_exchange_prepare (InterviewExchange *self,
                            InterviewTransaction *transaction,
                            GError **error)
{
  gboolean replayed;

  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), FALSE);

  if (!begin (self, transaction, &replayed, error))
    return FALSE;
  return replayed ||
         interview_exchange_get_handler (self)->prepare (self, transaction, self->actor, error);
}

/**
 * interview_exchange_handle:
 * @transaction: a unit of work
 * @error: return location
 *
 * Finds out who asks and whether they may, makes the answer, and remembers it under the key of the
 * request. A request that was answered before gets that answer again and changes nothing.
 *
 * Returns: whether there is an answer
 */
gboolean
interview_exchange_handle (InterviewExchange *self,
                           InterviewTransaction *transaction,
                           GError **error)
{
  const InterviewHandler *handler;
  gboolean replayed;

  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), FALSE);

  handler = interview_exchange_get_handler (self);
  if (!begin (self, transaction, &replayed, error))
    return FALSE;
  if (replayed)
    return TRUE;
  if (handler->handle != NULL && !handler->handle (self, transaction, self->actor, error))
    return FALSE;
  return self->key == NULL ||
         interview_idempotency_service_record (transaction, self->actor, self->token, self->key,
                                               self->hash,
                                               interview_answer_get_status (self->answer),
                                               interview_answer_get_text (self->answer), error);
}

/**
 * interview_exchange_get_route:
 *
 * Returns: what is asked for
 */
InterviewRoute
interview_exchange_get_route (InterviewExchange *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), 0);

  return self->route;
}

/**
 * interview_exchange_get_handler:
 *
 * Returns: (transfer none): what the route does
 */
const InterviewHandler *
interview_exchange_get_handler (InterviewExchange *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), NULL);

  return interview_handler_get (self->route);
}

/**
 * interview_exchange_get_endpoint:
 *
 * Returns: (transfer none): where links are to lead
 */
InterviewEndpoint *
interview_exchange_get_endpoint (InterviewExchange *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), NULL);

  return self->endpoint;
}

/**
 * interview_exchange_get_argument:
 * @index: 0 for the first
 *
 * Returns: (transfer none) (nullable): an identifier of the path
 */
const char *
interview_exchange_get_argument (InterviewExchange *self, guint index)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), NULL);
  g_return_val_if_fail (index < INTERVIEW_ROUTE_MAX_ARGUMENTS, NULL);

  return self->arguments[index];
}

/**
 * interview_exchange_get_token:
 *
 * Returns: (transfer none) (nullable): what the program proves itself with
 */
const char *
interview_exchange_get_token (InterviewExchange *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), NULL);

  return self->token;
}

/**
 * interview_exchange_get_language:
 *
 * Returns: (transfer none) (nullable): the reader's language, %NULL for the company's
 */
const char *
interview_exchange_get_language (InterviewExchange *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), NULL);

  return self->language;
}

/**
 * interview_exchange_get_cursor:
 *
 * Returns: (transfer none) (nullable): where the page begins, as the page before it said
 */
const char *
interview_exchange_get_cursor (InterviewExchange *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), NULL);

  return self->cursor;
}

/**
 * interview_exchange_get_limit:
 *
 * Returns: how many items the page may have
 */
guint
interview_exchange_get_limit (InterviewExchange *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), 0);

  return self->limit;
}

/**
 * interview_exchange_get_period:
 * @from: (out): microseconds since 1970, UTC; 0 if not said
 * @to: (out): the first moment after it; %G_MAXINT64 if not said
 */
void
interview_exchange_get_period (InterviewExchange *self, gint64 *from, gint64 *to)
{
  g_return_if_fail (INTERVIEW_IS_EXCHANGE (self));

  *from = self->from;
  *to = self->to;
}

/**
 * interview_exchange_get_body:
 *
 * Returns: (transfer none): the body, of the class that the handler names
 */
gpointer
interview_exchange_get_body (InterviewExchange *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), NULL);

  return self->body;
}

/**
 * interview_exchange_get_actor:
 *
 * Returns: (transfer none) (nullable): who asks, known after the unit of work
 */
InterviewActor *
interview_exchange_get_actor (InterviewExchange *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), NULL);

  return self->actor;
}

/**
 * interview_exchange_get_check:
 *
 * Returns: (transfer none): what is to be done about a password
 */
InterviewPasswordCheck *
interview_exchange_get_check (InterviewExchange *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), NULL);

  return &self->check;
}

/**
 * interview_exchange_get_upload:
 *
 * Returns: (transfer none): what is to be done about an upload
 */
InterviewUploadWork *
interview_exchange_get_upload (InterviewExchange *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), NULL);

  return &self->upload;
}

/**
 * interview_exchange_get_answer:
 *
 * Returns: (transfer none): the answer, empty until there is one
 */
InterviewAnswer *
interview_exchange_get_answer (InterviewExchange *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EXCHANGE (self), NULL);

  return self->answer;
}
