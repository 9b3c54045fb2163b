/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InterviewRowHead:
 * @id: the identifier
 * @company_id: whose row it is
 * @unit_id: the branch that it belongs to
 * @external_id: (nullable): what another system calls it
 *
 * What every top-level row begins with.
 */
typedef struct
{
  const char *id;
  const char *company_id;
  const char *unit_id;
  const char *external_id;
} InterviewRowHead;

G_END_DECLS
