/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdint.h>

#include "core/protocol/envelope.h"

/*
 * What the event socket reads: one message. Whatever is read is written and read again and has to
 * be the same.
 */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (InterviewEnvelope) envelope =
      interview_envelope_parse ((const char *) data, size, NULL);
  g_autoptr (InterviewEnvelope) again = NULL;
  g_autofree char *first = NULL, *second = NULL;

  if (envelope == NULL)
    return 0;
  first = interview_envelope_to_text (envelope);
  again = interview_envelope_parse (first, -1, NULL);
  g_assert (again != NULL);
  second = interview_envelope_to_text (again);
  g_assert (g_str_equal (first, second));
  return 0;
}
