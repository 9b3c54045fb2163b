/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/errand.h"

/**
 * interview_errand_free:
 * @errand: (transfer full): an errand
 */
void
interview_errand_free (InterviewErrand *errand)
{
  g_free (errand->delivery_id);
  g_free (errand->person_name);
  g_free (errand->recipient);
  g_clear_object (&errand->content);
  g_clear_object (&errand->settings);
  g_free (errand);
}
