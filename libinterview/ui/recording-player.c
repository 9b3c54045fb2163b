/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/recording-player.h"

#include <glib/gi18n-lib.h>

#include "media/player.h"
#include "ui/video-view.h"

/* How far the arrow keys go on the scale, in seconds. */
#define STEP 5
#define PAGE 30

/*
 * InterviewRecordingPlayer shows a recording with what is needed to look at it: play and pause, a
 * scale to go forward and back, and the time. The keys: space plays and pauses.
 */
struct _InterviewRecordingPlayer
{
  GtkWidget parent_instance;

  GtkWidget *box;
  InterviewVideoView *view;
  GtkWidget *play_button;
  GtkWidget *scale;
  GtkWidget *time_label;
  GtkWidget *error_label;
  InterviewPlayer *player;
  gboolean updating; /* the scale follows the player, not a hand */
};

G_DEFINE_FINAL_TYPE (InterviewRecordingPlayer, interview_recording_player, GTK_TYPE_WIDGET)

static char *
format_time (gint64 microseconds)
{
  gint64 seconds = microseconds / G_USEC_PER_SEC;

  if (seconds >= 3600)
    return g_strdup_printf ("%d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60),
                            (int) (seconds % 60));
  return g_strdup_printf ("%d:%02d", (int) (seconds / 60), (int) (seconds % 60));
}

static void
update_time (InterviewRecordingPlayer *self)
{
  gint64 position = interview_player_get_position (self->player);
  gint64 duration = interview_player_get_duration (self->player);
  g_autofree char *done = format_time (position);
  g_autofree char *all = format_time (duration);
  g_autofree char *text = NULL;

  /* Translators: how far a recording has been played, and how long it is: “1:05 of 32:10”. */
  text = g_strdup_printf (_ ("%s of %s"), done, all);
  gtk_label_set_label (GTK_LABEL (self->time_label), text);
  self->updating = TRUE;
  gtk_range_set_range (GTK_RANGE (self->scale), 0, MAX (duration, 1) / (double) G_USEC_PER_SEC);
  gtk_range_set_value (GTK_RANGE (self->scale), position / (double) G_USEC_PER_SEC);
  self->updating = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
}

static void
on_playing (InterviewRecordingPlayer *self)
{
  gboolean playing = self->player != NULL && interview_player_get_playing (self->player);
  const char *word = playing ? _ ("Pause") : _ ("Play");

  gtk_button_set_icon_name (GTK_BUTTON (self->play_button), playing
                                                                ? "media-playback-pause-symbolic"
                                                                : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->play_button, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  word, -1);
}

static void
on_error (InterviewRecordingPlayer *self)
{
  const GError *error = self->player != NULL ? interview_player_get_error (self->player) : NULL;

  gtk_label_set_label (GTK_LABEL (self->error_label), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->error_label, error != NULL);
  gtk_widget_set_sensitive (self->play_button, error == NULL);
}

static void
on_play (InterviewRecordingPlayer *self)
{
  if (self->player != NULL)
    interview_player_set_playing (self->player, !interview_player_get_playing (self->player));
}

static void
on_scale (InterviewRecordingPlayer *self)
{
  if (self->player != NULL && !self->updating)
    interview_player_seek (self->player, (gint64) (gtk_range_get_value (GTK_RANGE (self->scale)) *
                                                   G_USEC_PER_SEC));
}

static gboolean
on_space (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  on_play (INTERVIEW_RECORDING_PLAYER (widget));
  return TRUE;
}

static void
interview_recording_player_dispose (GObject *object)
{
  InterviewRecordingPlayer *self = INTERVIEW_RECORDING_PLAYER (object);

  if (self->box != NULL)
    interview_recording_player_set_path (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (interview_recording_player_parent_class)->dispose (object);
}

static void
interview_recording_player_class_init (InterviewRecordingPlayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = interview_recording_player_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, on_space, NULL);
}

static GtkWidget *
create_bar (InterviewRecordingPlayer *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->play_button = gtk_button_new ();
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, STEP);
  self->time_label = gtk_label_new (NULL);
  gtk_range_set_increments (GTK_RANGE (self->scale), STEP, PAGE);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_widget_set_hexpand (self->scale, TRUE);
  gtk_widget_add_css_class (self->time_label, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Place in the recording"), -1);
  gtk_widget_add_css_class (self->play_button, "flat");
  gtk_widget_add_css_class (bar, "toolbar");
  g_signal_connect_object (self->play_button, "clicked", G_CALLBACK (on_play), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scale, "value-changed", G_CALLBACK (on_scale), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->play_button);
  gtk_box_append (GTK_BOX (bar), self->scale);
  gtk_box_append (GTK_BOX (bar), self->time_label);
  return bar;
}

static void
interview_recording_player_init (InterviewRecordingPlayer *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->view = interview_video_view_new (NULL);
  self->error_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->error_label), TRUE);
  gtk_widget_set_visible (self->error_label, FALSE);
  gtk_widget_add_css_class (self->error_label, "error");
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (self->box), self->error_label);
  gtk_box_append (GTK_BOX (self->box), create_bar (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  on_playing (self);
}

/**
 * interview_recording_player_new:
 *
 * Returns: (transfer floating): a player without a recording
 */
InterviewRecordingPlayer *
interview_recording_player_new (void)
{
  return g_object_new (INTERVIEW_TYPE_RECORDING_PLAYER, NULL);
}

/**
 * interview_recording_player_set_path:
 * @path: (nullable): the recording to show, paused at its beginning; %NULL to let go of it
 */
void
interview_recording_player_set_path (InterviewRecordingPlayer *self, const char *path)
{
  g_return_if_fail (INTERVIEW_IS_RECORDING_PLAYER (self));

  if (self->player != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->player, self);
      interview_video_view_set_frame_slot (self->view, NULL);
      interview_player_close (self->player);
    }
  g_clear_object (&self->player);
  if (path != NULL)
    {
      self->player = interview_player_new (path);
      interview_video_view_set_frame_slot (self->view,
                                           interview_player_get_frame_slot (self->player));
      g_signal_connect_object (self->player, "notify::playing", G_CALLBACK (on_playing), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->player, "notify::position", G_CALLBACK (update_time), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->player, "notify::duration", G_CALLBACK (update_time), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->player, "notify::error", G_CALLBACK (on_error), self,
                               G_CONNECT_SWAPPED);
      update_time (self);
    }
  on_playing (self);
  on_error (self);
}
