/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/link.h"

#include <string.h>

#include "core/error.h"
#include "core/protocol/routes.h"

#define SCHEME "interview://"
#define GROUP_LENGTH 4
#define MAX_LINK_LENGTH 600

/*
 * InterviewLink is what a person gets to come into a room: interview://host:port/CODE, with the
 * endpoint's `?fingerprint=` or `?tls=no` at its end. Immutable.
 */
struct _InterviewLink
{
  GObject parent_instance;

  InterviewEndpoint *endpoint;
  char *code;
};

G_DEFINE_FINAL_TYPE (InterviewLink, interview_link, G_TYPE_OBJECT)

static void
interview_link_finalize (GObject *object)
{
  InterviewLink *self = INTERVIEW_LINK (object);

  g_clear_object (&self->endpoint);
  g_free (self->code);

  G_OBJECT_CLASS (interview_link_parent_class)->finalize (object);
}

static void
interview_link_class_init (InterviewLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_link_finalize;
}

static void
interview_link_init (InterviewLink *self)
{
}

/**
 * interview_code_normalize:
 * @typed: what a person typed or pasted
 *
 * Accepts capitals, spaces and dashes anywhere, and the letters that are read for digits
 * (Crockford: O is 0, I and L are 1).
 *
 * Returns: (transfer full) (nullable): %INTERVIEW_CODE_LENGTH characters, or %NULL if this is no
 *   code
 */
char *
interview_code_normalize (const char *typed)
{
  char code[INTERVIEW_CODE_LENGTH + 1] = { 0 };
  guint length = 0;

  g_return_val_if_fail (typed != NULL, NULL);

  for (const char *c = typed; *c != '\0'; c++)
    {
      char letter = g_ascii_tolower (*c);

      if (letter == '-' || g_ascii_isspace (letter))
        continue;
      if (letter == 'o')
        letter = '0';
      else if (letter == 'i' || letter == 'l')
        letter = '1';
      if (length == INTERVIEW_CODE_LENGTH || !g_ascii_isalnum (letter) || letter == 'u')
        return NULL;
      code[length++] = letter;
    }
  return length == INTERVIEW_CODE_LENGTH ? g_strdup (code) : NULL;
}

/**
 * interview_code_group:
 * @code: a normalized code
 *
 * Returns: (transfer full): the code in groups of four, to be read by a person
 */
char *
interview_code_group (const char *code)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; code[i] != '\0'; i++)
    {
      if (i > 0 && i % GROUP_LENGTH == 0)
        g_string_append_c (text, '-');
      g_string_append_c (text, code[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * interview_link_new:
 * @endpoint: (transfer none): where the server is
 * @code: a normalized code
 *
 * Returns: (transfer full): a new link
 */
InterviewLink *
interview_link_new (InterviewEndpoint *endpoint, const char *code)
{
  InterviewLink *self;

  g_return_val_if_fail (INTERVIEW_IS_ENDPOINT (endpoint), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_LINK, NULL);
  self->endpoint = g_object_ref (endpoint);
  self->code = g_strdup (code);
  return self;
}

/**
 * interview_link_parse:
 * @text: what a person pasted or clicked; blanks around it do not matter
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full): the link, or %NULL
 */
InterviewLink *
interview_link_parse (const char *text, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strndup (text, MAX_LINK_LENGTH + 1));
  g_autoptr (InterviewEndpoint) endpoint = NULL;
  g_autofree char *address = NULL;
  g_autofree char *code = NULL;
  g_auto (GStrv) halves = NULL;
  const char *slash = NULL;

  if (g_ascii_strncasecmp (trimmed, SCHEME, strlen (SCHEME)) == 0 &&
      strlen (trimmed) <= MAX_LINK_LENGTH)
    slash = strchr (trimmed + strlen (SCHEME), '/');
  if (slash != NULL)
    {
      const char *host = trimmed + strlen (SCHEME);

      halves = g_strsplit (slash + 1, "?", 2);
      if (halves[0] != NULL)
        code = interview_code_normalize (halves[0]);
      address = halves[0] != NULL && halves[1] != NULL
                    ? g_strdup_printf ("%.*s?%s", (int) (slash - host), host, halves[1])
                    : g_strndup (host, slash - host);
    }
  if (code == NULL || (endpoint = interview_endpoint_parse (address, NULL)) == NULL)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "this is not an invitation link");
      return NULL;
    }
  return interview_link_new (endpoint, code);
}

/**
 * interview_link_to_text:
 *
 * Returns: (transfer full): text that interview_link_parse() reads
 */
char *
interview_link_to_text (InterviewLink *self)
{
  g_autofree char *address = NULL;
  char *query;

  g_return_val_if_fail (INTERVIEW_IS_LINK (self), NULL);

  address = interview_endpoint_to_text (self->endpoint);
  query = strchr (address, '?');
  if (query != NULL)
    *query++ = '\0';
  return g_strdup_printf (SCHEME "%s/%s%s%s", address, self->code, query != NULL ? "?" : "",
                          query != NULL ? query : "");
}

/**
 * interview_link_get_page:
 *
 * Returns: (transfer full): where a candidate answers the invitation, in any browser
 */
char *
interview_link_get_page (InterviewLink *self)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (INTERVIEW_IS_LINK (self), NULL);

  path = interview_route_format (INTERVIEW_ROUTE_INVITATION_PAGE, self->code, NULL);
  return interview_endpoint_to_uri (self->endpoint, "http", path);
}

/**
 * interview_link_get_endpoint:
 *
 * Returns: (transfer none): where the server is
 */
InterviewEndpoint *
interview_link_get_endpoint (InterviewLink *self)
{
  g_return_val_if_fail (INTERVIEW_IS_LINK (self), NULL);

  return self->endpoint;
}

/**
 * interview_link_get_code:
 *
 * Returns: (transfer none): the secret code
 */
const char *
interview_link_get_code (InterviewLink *self)
{
  g_return_val_if_fail (INTERVIEW_IS_LINK (self), NULL);

  return self->code;
}
