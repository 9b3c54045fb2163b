/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/endpoint.h"
#include "core/protocol/routes.h"
#include "core/record.h"
#include "server/handlers/answer.h"
#include "server/services/actor.h"
#include "server/services/upload-work.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewPasswordCheck:
 *
 * What a request needs that is about a password: comparing and hashing take long and happen between
 * two units of work, on the hasher's threads.
 *
 * @person_id: whose it is
 * @secret: the stored hash, or one that fits nothing
 * @password: what was entered
 * @replacement: (nullable): a new password to be hashed
 * @replacement_secret: (nullable): its hash
 */
typedef struct
{
  char *person_id;
  char *secret;
  char *password;
  char *replacement;
  char *replacement_secret;
} InterviewPasswordCheck;

#define INTERVIEW_TYPE_EXCHANGE (interview_exchange_get_type ())
G_DECLARE_FINAL_TYPE (InterviewExchange, interview_exchange, INTERVIEW, EXCHANGE, GObject)

/**
 * InterviewHandlerFunc:
 * @exchange: the request, and where the answer goes
 * @transaction: the unit of work
 * @actor: (nullable): who asks; %NULL on a public route
 * @error: return location
 *
 * Turns a request into calls of services and their records into an answer. Runs on the database
 * thread and may run again.
 *
 * Returns: whether there is an answer; %FALSE with @error undoes the unit of work
 */
typedef gboolean (*InterviewHandlerFunc) (InterviewExchange *exchange,
                                          InterviewTransaction *transaction,
                                          InterviewActor *actor,
                                          GError **error);

/**
 * InterviewHandler:
 *
 * What one route does.
 *
 * @body: (nullable): class of the request's body, %G_TYPE_BYTES for a part of a file; %NULL if it
 *   has none
 * @keyed: whether it needs an Idempotency-Key
 * @query: names of the parameters that it takes, separated by blanks, or ""
 * @prepare: (nullable): finds out what has to be done on another thread before @handle
 * @handle: (nullable): makes the answer; %NULL for what the router answers itself
 */
typedef struct
{
  GType (*body) (void);
  gboolean keyed;
  const char *query;
  InterviewHandlerFunc prepare;
  InterviewHandlerFunc handle;
} InterviewHandler;

gboolean interview_handler_takes_bytes (const InterviewHandler *handler);
gboolean interview_handler_takes_form (const InterviewHandler *handler);

InterviewExchange *interview_exchange_new (InterviewRoute route, InterviewEndpoint *endpoint);

void interview_exchange_take_arguments (InterviewExchange *self, char **arguments);
void interview_exchange_set_token (InterviewExchange *self, const char *token);
void interview_exchange_set_language (InterviewExchange *self, const char *language);
gboolean interview_exchange_set_key (InterviewExchange *self, const char *key, GError **error);
gboolean interview_exchange_set_query (InterviewExchange *self, GHashTable *query, GError **error);
gboolean interview_exchange_read_body (InterviewExchange *self, GBytes *bytes, GError **error);

gboolean interview_exchange_prepare (InterviewExchange *self,
                                     InterviewTransaction *transaction,
                                     GError **error);
gboolean interview_exchange_handle (InterviewExchange *self,
                                    InterviewTransaction *transaction,
                                    GError **error);

InterviewRoute interview_exchange_get_route (InterviewExchange *self);
const InterviewHandler *interview_exchange_get_handler (InterviewExchange *self);
InterviewEndpoint *interview_exchange_get_endpoint (InterviewExchange *self);
const char *interview_exchange_get_argument (InterviewExchange *self, guint index);
const char *interview_exchange_get_token (InterviewExchange *self);
const char *interview_exchange_get_language (InterviewExchange *self);
const char *interview_exchange_get_cursor (InterviewExchange *self);
guint interview_exchange_get_limit (InterviewExchange *self);
void interview_exchange_get_period (InterviewExchange *self, gint64 *from, gint64 *to);
gpointer interview_exchange_get_body (InterviewExchange *self);

InterviewActor *interview_exchange_get_actor (InterviewExchange *self);
InterviewPasswordCheck *interview_exchange_get_check (InterviewExchange *self);
InterviewUploadWork *interview_exchange_get_upload (InterviewExchange *self);
InterviewAnswer *interview_exchange_get_answer (InterviewExchange *self);

G_END_DECLS
