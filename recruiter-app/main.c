/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "application.h"

int
main (int argc, char **argv)
{
  return interview_program_main (RECRUITER_TYPE_APPLICATION, argc, argv);
}
