/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/source.h"

/**
 * interview_source_clear:
 * @source: (inout) (transfer full) (nullable): a source, which may be attached or not; %NULL
 *   afterwards
 *
 * Ends it and lets go of it; does nothing if there is none. g_clear_handle_id() is for sources of
 * the default main context, this is for those of any other.
 */
void
interview_source_clear (GSource **source)
{
  g_autoptr (GSource) ended = NULL;

  g_return_if_fail (source != NULL);

  ended = g_steal_pointer (source);
  if (ended != NULL)
    g_source_destroy (ended);
}
