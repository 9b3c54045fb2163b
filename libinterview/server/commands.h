/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "server/config.h"

G_BEGIN_DECLS

/**
 * InterviewCommandOptions:
 *
 * What the commands beside `run` are told on the command line.
 *
 * @company: name of the first company
 * @language: its language
 * @name: name of the first HR admin
 * @email: their e-mail address
 * @password_file: (nullable): file with their password; asked for if not given
 * @sign_in: (nullable): folder for the sign-in files of the sample
 * @server: (nullable): how the programs reach the server of the sample
 * @sample: folder with the sample's data
 */
typedef struct
{
  char *company;
  char *language;
  char *name;
  char *email;
  char *password_file;
  char *sign_in;
  char *server;
  char *sample;
} InterviewCommandOptions;

gboolean interview_command_init (const InterviewConfig *config,
                                 const InterviewCommandOptions *options,
                                 GError **error);
gboolean interview_command_sample (const InterviewConfig *config,
                                   const InterviewCommandOptions *options,
                                   GError **error);

G_END_DECLS
