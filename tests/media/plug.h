/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Something that is plugged into the PipeWire of run-in-pipewire. */
typedef struct
{
  char *name;
  GSubprocess *process; /* of which it is a part; none for a speaker */
} Plug;

gboolean plug_can_be_used (gpointer data);

void plug_camera (Plug *plug, const char *name);
void plug_microphone (Plug *plug, const char *name, const char *speaker);
void plug_speaker (Plug *plug, const char *name);
void plug_pull (Plug *plug);

G_END_DECLS
