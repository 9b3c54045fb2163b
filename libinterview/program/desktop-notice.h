/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * InterviewDesktopNotice:
 * @id: what it is about; a newer one about the same takes its place
 * @action: an action of the application, without prefix, that a click activates
 * @target: the action's parameter
 * @label: what the click does, for the button
 *
 * Something that the desktop tells the person, whatever program they are in.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *body;
  const char *action;
  const char *target;
  const char *label;
} InterviewDesktopNotice;

void interview_desktop_notice_show (GApplication *application,
                                    const InterviewDesktopNotice *notice);
void interview_desktop_notice_withdraw (GApplication *application, const char *id);

G_END_DECLS
