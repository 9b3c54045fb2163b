/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"
#include "program/devices.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PROGRAM (interview_program_get_type ())
G_DECLARE_DERIVABLE_TYPE (InterviewProgram, interview_program, INTERVIEW, PROGRAM, AdwApplication)

/**
 * InterviewProgramClass:
 * @program_id: the application identifier without a profile; the settings schema's name too
 * @resource_path: the folder of the program's resources; `gtk/help-overlay.ui` in it is the
 *   shortcuts window
 * @title: the program's name, marked with N_()
 * @icon_name: the program's icon
 * @takes_links: whether a link may follow the options
 * @create_window: makes the one window of the program; the devices and the profile are known
 * @open_link: a link was clicked or given; the text has not been looked at
 * @open_sign_in_file: a sign-in file was given; @path may not exist any more
 *
 * What a program says about itself and what it does when asked.
 */
struct _InterviewProgramClass
{
  AdwApplicationClass parent_class;

  const char *program_id;
  const char *resource_path;
  const char *title;
  const char *icon_name;
  gboolean takes_links;

  GtkWindow *(*create_window) (InterviewProgram *self);
  void (*open_link) (InterviewProgram *self, const char *text);
  void (*open_sign_in_file) (InterviewProgram *self, const char *path);
};

int interview_program_main (GType type, int argc, char **argv);

InterviewProfile *interview_program_get_profile (InterviewProgram *self);
GSettings *interview_program_get_settings (InterviewProgram *self);
InterviewAccount *interview_program_get_account (InterviewProgram *self);
InterviewDevices *interview_program_get_devices (InterviewProgram *self);
void interview_program_keep_window_size (InterviewProgram *self, GtkWindow *window);
gboolean interview_program_get_insecure (InterviewProgram *self);
const char *const *interview_program_get_languages (InterviewProgram *self);

G_END_DECLS
