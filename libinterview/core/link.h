/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/endpoint.h"

G_BEGIN_DECLS

/* A code has 128 random bits: 26 characters of base 32. */
#define INTERVIEW_CODE_LENGTH 26

#define INTERVIEW_TYPE_LINK (interview_link_get_type ())
G_DECLARE_FINAL_TYPE (InterviewLink, interview_link, INTERVIEW, LINK, GObject)

InterviewLink *interview_link_new (InterviewEndpoint *endpoint, const char *code);
InterviewLink *interview_link_parse (const char *text, GError **error);
char *interview_link_to_text (InterviewLink *self);
char *interview_link_get_page (InterviewLink *self);
InterviewEndpoint *interview_link_get_endpoint (InterviewLink *self);
const char *interview_link_get_code (InterviewLink *self);

char *interview_code_normalize (const char *typed);
char *interview_code_group (const char *code);

G_END_DECLS
