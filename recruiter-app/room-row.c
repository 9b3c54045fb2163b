/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "room-row.h"

#include <glib/gi18n.h>

#include "program/time-text.h"
#include "room-words.h"

/*
 * RecruiterRoomRow is one room in the list of rooms: when, who, what for, and where it stands, in
 * words and with an icon.
 */
struct _RecruiterRoomRow
{
  GtkListBoxRow parent_instance;

  InterviewRoom *room;

  GtkLabel *clock;
  GtkLabel *candidate;
  GtkLabel *position;
  GtkWidget *state_box;
  GtkImage *state_icon;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (RecruiterRoomRow, recruiter_room_row, GTK_TYPE_LIST_BOX_ROW)

static void
recruiter_room_row_dispose (GObject *object)
{
  RecruiterRoomRow *self = RECRUITER_ROOM_ROW (object);

  g_clear_object (&self->room);
  G_OBJECT_CLASS (recruiter_room_row_parent_class)->dispose (object);
}

static void
recruiter_room_row_class_init (RecruiterRoomRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_room_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/room-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomRow, clock);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomRow, candidate);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomRow, position);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomRow, state_box);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomRow, state);
}

static void
recruiter_room_row_init (RecruiterRoomRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_room_row_new:
 * @room: (transfer none): a room
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
recruiter_room_row_new (InterviewRoom *room)
{
  RecruiterRoomRow *self = g_object_new (RECRUITER_TYPE_ROOM_ROW, NULL);
  const char *name;
  g_autofree char *clock = NULL;

  g_return_val_if_fail (INTERVIEW_IS_ROOM (room), NULL);

  self->room = g_object_ref (room);
  name = interview_participant_get_display_name (interview_room_get_candidate (room));
  clock = interview_time_text_clock (interview_room_get_starts_at (room));
  gtk_label_set_label (self->clock, clock);
  gtk_label_set_label (self->candidate, name);
  gtk_label_set_label (self->position, interview_room_get_position_title (room));
  recruiter_room_row_set_now (self, g_get_real_time ());

  return GTK_WIDGET (self);
}

/**
 * recruiter_room_row_get_room:
 *
 * Returns: (transfer none): the room
 */
InterviewRoom *
recruiter_room_row_get_room (RecruiterRoomRow *self)
{
  g_return_val_if_fail (RECRUITER_IS_ROOM_ROW (self), NULL);

  return self->room;
}

/**
 * recruiter_room_row_set_now:
 * @now: the present time, microseconds since 1970 in UTC
 *
 * Brings what depends on the present time up to date.
 */
void
recruiter_room_row_set_now (RecruiterRoomRow *self, gint64 now)
{
  const char *answer;
  g_autofree char *state = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (RECRUITER_IS_ROOM_ROW (self));

  answer = recruiter_room_words_get_answer (self->room);
  state = g_strdup_printf ("%s%s%s", recruiter_room_words_get_state (self->room, now),
                           answer != NULL ? " · " : "", answer != NULL ? answer : "");
  gtk_label_set_label (self->state, state);
  gtk_image_set_from_icon_name (self->state_icon, recruiter_room_words_get_icon_name (self->room));
  if (recruiter_room_words_needs_attention (self->room))
    gtk_widget_add_css_class (self->state_box, "attention");
  else
    gtk_widget_remove_css_class (self->state_box, "attention");
  if (recruiter_room_words_is_over (self->room))
    gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dim-label");
  sentence = g_strdup_printf (
      /* Translators: a row of the list of interviews, read aloud: time, candidate, position,
       * state. */
      _ ("%s, %s, %s, %s"), gtk_label_get_label (self->clock),
      gtk_label_get_label (self->candidate), gtk_label_get_label (self->position), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}
