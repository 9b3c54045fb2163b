/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>

#include <adwaita.h>
#include <gio/gunixinputstream.h>
#include <json-glib/json-glib.h>
#include <unistd.h>

#include "core/id.h"
#include "media/start.h"
#include "media/time-code.h"
#include "pictures.h"
#include "test-side.h"
#include "ui/style.h"
#include "ui/video-view.h"

/*
 * call-end --own=ID --peer=ID [--width=N --height=N] [--window]: one end of a call in a process of
 * its own, for whoever connects it with the other one. With --window the other’s picture is shown
 * as the programs show it, else it is only read. A line is a JSON object: what comes in is a signal
 * of the other end, or has a member `do`: `start`, `enable` or `disable` with `what` being `audio`
 * or `video`, and `report`; what goes out is a signal to it, {"ready": true} once the camera runs,
 * or {"report": ...}. The call ends with the input.
 */

/* How large the programs show the own picture. */
#define PREVIEW_WIDTH 160
#define PREVIEW_HEIGHT 90

typedef struct
{
  GMainLoop *loop;
  TestRoom *room;
  TestSeat *seat;
  TestSeat *other;
  InterviewSourceFactory *factory;
  InterviewCapture *capture;
  InterviewPlayback *playback;
  InterviewCall *call;
  InterviewRemote *remote;
  InterviewFrameSlot *watched;
  InterviewVideoView *view;
  GDataInputStream *input;
  gboolean ready;
  guint codes;
  guint frames;
  gint64 code;
  int width;
  double loudest;
} End;

typedef struct
{
  char *own;
  char *peer;
  int width;
  int height;
  gboolean window;
} Options;

static void
say (JsonBuilder *builder)
{
  g_autoptr (JsonNode) node = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (node, FALSE);

  g_print ("%s\n", text);
}

static void
say_ready (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ready");
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_end_object (builder);
  say (builder);
}

static void
on_preview (InterviewFrameSlot *slot, gpointer user_data)
{
  End *self = user_data;
  g_autoptr (GstSample) sample = interview_frame_slot_take (slot);

  if (sample == NULL || self->ready)
    return;
  self->ready = TRUE;
  say_ready ();
}

static void
on_frame (InterviewFrameSlot *slot, gpointer user_data)
{
  End *self = user_data;
  g_autoptr (GstSample) sample = interview_frame_slot_take (slot);
  GstVideoInfo info;
  GstVideoFrame frame;
  gint64 code;

  if (sample == NULL || !gst_video_info_from_caps (&info, gst_sample_get_caps (sample)) ||
      !gst_video_frame_map (&frame, &info, gst_sample_get_buffer (sample), GST_MAP_READ))
    return;
  self->frames++;
  self->width = info.width;
  if (interview_time_code_read (&frame, &code) && code > self->code)
    {
      self->codes++;
      self->code = code;
    }
  gst_video_frame_unmap (&frame);
}

static void
on_level (End *self)
{
  self->loudest = MAX (self->loudest, interview_remote_get_level (self->remote));
}

static void
on_remotes (End *self)
{
  g_autoptr (InterviewRemote) remote =
      g_list_model_get_item (interview_call_get_remotes (self->call), 0);

  if (self->watched != NULL)
    interview_frame_slot_remove_reader (self->watched, self);
  if (self->remote != NULL)
    g_signal_handlers_disconnect_by_data (self->remote, self);
  g_set_object (&self->remote, remote);
  g_clear_object (&self->watched);
  if (self->view != NULL)
    interview_video_view_set_frame_slot (self->view, remote != NULL
                                                         ? interview_remote_get_frame_slot (remote)
                                                         : NULL);
  if (remote == NULL || self->view != NULL)
    return;
  self->watched = g_object_ref (interview_remote_get_frame_slot (remote));
  interview_frame_slot_add_reader (self->watched, on_frame, self, NULL);
  g_signal_connect_swapped (remote, "notify::level", G_CALLBACK (on_level), self);
}

/* What the other seat of the room receives goes to the other end. */
static void
on_signal (TestSeat *seat, InterviewSignal *signal, gpointer user_data)
{
  g_autofree char *text = interview_record_to_text (INTERVIEW_RECORD (signal));

  g_print ("%s\n", text);
}

static void
hear (End *self, JsonNode *node)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewSignal) signal =
      interview_record_from_json (INTERVIEW_TYPE_SIGNAL, node, &error);

  if (signal == NULL)
    {
      g_printerr ("no signal: %s\n", error->message);
      return;
    }
  g_object_set (signal, "peer",
                interview_signalling_get_instance (INTERVIEW_SIGNALLING (self->seat)), NULL);
  interview_signalling_send (INTERVIEW_SIGNALLING (self->other), signal);
}

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
add_remote (JsonBuilder *builder, InterviewRemote *remote)
{
  InterviewCallStats *stats = interview_remote_get_stats (remote);
  InterviewCallSending sending = interview_call_stats_get_sending (stats);

  add_number (builder, "level", interview_remote_get_level (remote));
  add_number (builder, "microphone", interview_remote_get_microphone_on (remote));
  add_number (builder, "camera", interview_remote_get_camera_on (remote));
  add_number (builder, "links", interview_call_stats_get_links (stats));
  add_number (builder, "decoded", interview_call_stats_get_frames (stats));
  add_number (builder, "decoded_lines", interview_call_stats_get_height (stats));
  add_number (builder, "key_frame_requests", interview_call_stats_get_key_frame_requests (stats));
  add_number (builder, "bitrate", sending.bitrate);
  add_number (builder, "acknowledged", sending.acknowledged);
  add_number (builder, "loss", sending.loss);
  add_number (builder, "round_trip", sending.round_trip / 1000.0);
  add_number (builder, "lines", sending.lines);
}

/* The loudest that was heard since the last report. */
static void
report (End *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GEnumClass *states = g_type_class_ref (INTERVIEW_TYPE_CALL_STATE);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "report");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "state");
  json_builder_add_string_value (
      builder, g_enum_get_value (states, interview_call_get_state (self->call))->value_nick);
  add_number (builder, "codes", self->codes);
  add_number (builder, "frames", self->frames);
  add_number (builder, "width", self->width);
  add_number (builder, "loudest", self->loudest);
  if (self->remote != NULL)
    add_remote (builder, self->remote);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  say (builder);
  self->loudest = -100;
  g_type_class_unref (states);
}

static void
obey (End *self, const char *command, const char *what)
{
  gboolean enabled = g_strcmp0 (command, "enable") == 0;

  if (g_strcmp0 (command, "start") == 0)
    interview_call_start (self->call);
  else if (g_strcmp0 (command, "report") == 0)
    report (self);
  else if (g_strcmp0 (what, "audio") == 0)
    interview_capture_set_microphone_enabled (self->capture, enabled);
  else if (g_strcmp0 (what, "video") == 0)
    interview_capture_set_camera_enabled (self->capture, enabled);
}

static void
on_line (GObject *source, GAsyncResult *result, gpointer user_data)
{
  End *self = user_data;
  g_autofree char *line = g_data_input_stream_read_line_finish (self->input, result, NULL, NULL);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  if (line == NULL)
    {
      g_main_loop_quit (self->loop);
      return;
    }
  node = json_from_string (line, NULL);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      object = json_node_get_object (node);
      if (json_object_has_member (object, "do"))
        obey (self, json_object_get_string_member (object, "do"),
              json_object_get_string_member_with_default (object, "what", NULL));
      else
        hear (self, node);
    }
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, NULL, on_line, self);
}

/* Fills a screen of the same size where there is no window manager. */
static void
open_window (End *self, const Options *options)
{
  GtkWidget *window;

  adw_init ();
  interview_style_load (gdk_display_get_default ());
  self->view = interview_video_view_new (NULL);
  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), options->width, options->height);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (self->view));
  gtk_window_present (GTK_WINDOW (window));
}

static void
end_open (End *self, const Options *options)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autofree char *person = interview_id_new ();
  g_autofree char *other_person = interview_id_new ();

  if (options->window)
    open_window (self, options);
  self->loop = g_main_loop_new (NULL, FALSE);
  self->loudest = -100;
  self->room = test_room_new ();
  self->seat = test_room_enter (self->room, person, options->own);
  self->other = test_room_enter (self->room, other_person, options->peer);
  g_signal_connect (self->other, "received", G_CALLBACK (on_signal), self);
  self->factory = interview_source_factory_new (NULL);
  interview_source_factory_use_test_sources (self->factory);
  interview_source_factory_set_camera_maker (self->factory, pictures_camera,
                                             pictures_new (options->width, options->height),
                                             (GDestroyNotify) pictures_free);
  self->capture = interview_capture_new (self->factory);
  self->playback = interview_playback_new ();
  self->call =
      interview_call_new (INTERVIEW_SIGNALLING (self->seat), self->capture, self->playback);
  g_signal_connect_swapped (interview_call_get_remotes (self->call), "items-changed",
                            G_CALLBACK (on_remotes), self);
  interview_frame_slot_add_reader (interview_capture_get_frame_slot (self->capture), on_preview,
                                   self, NULL);
  interview_frame_slot_set_display_size (interview_capture_get_frame_slot (self->capture),
                                         PREVIEW_WIDTH, PREVIEW_HEIGHT);
  interview_capture_start (self->capture);

  self->input = g_data_input_stream_new (input);
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, NULL, on_line, self);
}

static void
end_close (End *self)
{
  interview_call_stop (self->call);
  interview_capture_stop (self->capture);
  g_signal_handlers_disconnect_by_data (interview_call_get_remotes (self->call), self);
  if (self->remote != NULL)
    g_signal_handlers_disconnect_by_data (self->remote, self);
  test_room_leave (self->room, self->seat, INTERVIEW_PRESENCE_CAUSE_LEFT);
  g_clear_object (&self->watched);
  g_clear_object (&self->remote);
  g_clear_object (&self->call);
  g_clear_object (&self->playback);
  g_clear_object (&self->capture);
  g_clear_object (&self->factory);
  g_clear_object (&self->seat);
  g_clear_object (&self->other);
  g_clear_object (&self->room);
  g_clear_object (&self->input);
  g_main_loop_unref (self->loop);
}

int
main (int argc, char **argv)
{
  Options options = { .width = 640, .height = 360 };
  const GOptionEntry entries[] = {
    { "own", 0, 0, G_OPTION_ARG_STRING, &options.own, "This run of the program", "ID" },
    { "peer", 0, 0, G_OPTION_ARG_STRING, &options.peer, "The other one", "ID" },
    { "width", 0, 0, G_OPTION_ARG_INT, &options.width, "Of the picture", "N" },
    { "height", 0, 0, G_OPTION_ARG_INT, &options.height, "Of the picture", "N" },
    { "window", 0, 0, G_OPTION_ARG_NONE, &options.window, "Show the other one", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  End end = { 0 };

  interview_media_start ();
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || options.own == NULL ||
      options.peer == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "who is it, and with whom?");
      return EXIT_FAILURE;
    }
  side_watch_log ();
  setvbuf (stdout, NULL, _IOLBF, 0);
  end_open (&end, &options);
  g_main_loop_run (end.loop);
  end_close (&end);
  g_free (options.own);
  g_free (options.peer);

  return EXIT_SUCCESS;
}
