/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plug.h"

/* Whether PipeWire and its PulseAudio listen. */
gboolean
plug_can_be_used (gpointer data)
{
  static const char *const sockets[] = { "pipewire-0", "pulse/native" };

  for (guint i = 0; i < G_N_ELEMENTS (sockets); i++)
    {
      g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), sockets[i], NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return FALSE;
    }

  return TRUE;
}

static void
command (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);

  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static void
run (Plug *plug, const char *name, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;

  *plug = (Plug){ .name = g_strdup (name) };
  plug->process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
}

/* In a process of its own: a pipewiresink that ends may write to memory that it gave back (PipeWire
 * 0.3.65). */
void
plug_camera (Plug *plug, const char *name)
{
  g_autofree char *is =
      g_strdup_printf ("stream-properties=p,media.class=Video/Source,media.role=Camera,"
                       "node.name=%s,node.description=%s",
                       name, name);
  const char *arguments[] = {
    "gst-launch-1.0",
    "videotestsrc",
    "is-live=true",
    "pattern=ball",
    "!",
    "video/x-raw,format=BGRx,width=640,height=360,framerate=30/1",
    "!",
    "pipewiresink",
    "mode=provide",
    is,
    NULL,
  };

  run (plug, name, arguments);
}

/* It hears what is played on a speaker. */
void
plug_microphone (Plug *plug, const char *name, const char *speaker)
{
  g_autofree char *hears =
      g_strdup_printf ("{ stream.capture.sink=true node.name=%s.ear target.object=%s "
                       "node.passive=true }",
                       name, speaker);
  g_autofree char *is =
      g_strdup_printf ("{ media.class=Audio/Source node.name=%s node.description=%s }", name, name);
  const char *arguments[] = {
    "pw-loopback", "--capture-props", hears, "--playback-props", is, NULL,
  };

  run (plug, name, arguments);
}

void
plug_speaker (Plug *plug, const char *name)
{
  g_autofree char *is =
      g_strdup_printf ("{ factory.name=support.null-audio-sink media.class=Audio/Sink "
                       "object.linger=true audio.position=[ MONO ] node.name=%s "
                       "node.description=%s }",
                       name, name);
  const char *arguments[] = { "pw-cli", "create-node", "adapter", is, NULL };

  *plug = (Plug){ .name = g_strdup (name) };
  command (arguments);
}

void
plug_pull (Plug *plug)
{
  const char *arguments[] = { "pw-cli", "destroy", plug->name, NULL };

  if (plug->process != NULL)
    {
      g_subprocess_force_exit (plug->process);
      g_subprocess_wait (plug->process, NULL, NULL);
    }
  else
    command (arguments);
  g_clear_object (&plug->process);
  g_clear_pointer (&plug->name, g_free);
}
