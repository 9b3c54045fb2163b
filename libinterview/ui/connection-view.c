/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/connection-view.h"

#include <glib/gi18n-lib.h>

#include "media/diagnosis.h"

/* So narrow that it has room in a window of 360 pixels. */
#define WIDTH_CHARS 36

/*
 * InterviewConnectionView says in words how the call with each of the others goes, with the numbers
 * behind it below.
 *
 * Signal `save`: the person wants the log.
 */
struct _InterviewConnectionView
{
  GtkWidget parent_instance;

  GtkWidget *nobody_label;
  GtkWidget *section_box;
  GtkWidget *save_button;
  GHashTable *sections; /* InterviewRemote -> Section */
};

typedef struct
{
  GtkWidget *box;
  GtkWidget *finding_label;
  GtkWidget *number_label;
} Section;

enum
{
  SIGNAL_SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewConnectionView, interview_connection_view, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_CHARS / 2);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static Section *
add_section (InterviewConnectionView *self, InterviewRemote *remote)
{
  InterviewParticipant *who = interview_remote_get_participant (remote);
  Section *section = g_new0 (Section, 1);

  section->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  add_label (section->box,
             who != NULL ? interview_participant_get_display_name (who) : _ ("The other side"),
             "heading");
  section->finding_label = add_label (section->box, NULL, NULL);
  section->number_label = add_label (section->box, NULL, "caption");
  gtk_box_append (GTK_BOX (self->section_box), section->box);
  g_hash_table_insert (self->sections, g_object_ref (remote), section);
  gtk_widget_set_visible (self->nobody_label, FALSE);

  return section;
}

static char *
write_findings (const InterviewCallReading *reading)
{
  guint found = interview_diagnose (reading);
  GString *text;

  if (reading->state == INTERVIEW_CALL_STATE_CONNECTING && found == 0)
    return g_strdup (_ ("Connecting…"));
  if (found == 0)
    return g_strdup (_ ("The connection is good."));

  text = g_string_new (NULL);
  for (int i = 0; i < INTERVIEW_FINDING_N_KINDS; i++)
    if ((found & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                              interview_finding_describe (i));

  return g_string_free (text, FALSE);
}

static char *
write_numbers (const InterviewCallReading *reading)
{
  const InterviewCallSending *sending = &reading->sending;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("There and back: %d ms"),
                          (int) (sending->round_trip / G_TIME_SPAN_MILLISECOND));
  g_string_append_c (text, '\n');
  g_string_append_printf (text,
                          /* Translators: what arrives, what the network carries, lines of the
                           * picture, pictures a second, loss in percent. */
                          _ ("You send: %u of %u kbit/s that the network carries, at most %u "
                             "lines and %u pictures a second, %.1f %% lost"),
                          sending->acknowledged / 1000, sending->bitrate / 1000, sending->lines,
                          sending->frame_rate, 100 * sending->loss);
  if (sending->computer == INTERVIEW_COMPUTER_STATE_LIMITED)
    g_string_append_printf (text, "\n%s",
                            _ ("This computer is busy, so the pictures you send are smaller than "
                               "the network could carry."));
  g_string_append_c (text, '\n');
  g_string_append_printf (text,
                          /* Translators: rate, width and height of the picture, pictures a second,
                           * loss in percent. */
                          _ ("You receive: %u kbit/s, %d × %d, %.0f pictures a second, %.1f %% "
                             "lost"),
                          reading->bitrate / 1000, reading->width, reading->height,
                          reading->frame_rate, 100 * reading->loss);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _ ("Sound: comes unevenly by %d ms, waits %d ms for it"),
                          (int) (reading->jitter / G_TIME_SPAN_MILLISECOND),
                          (int) (reading->sound_delay / G_TIME_SPAN_MILLISECOND));
  if (reading->way != INTERVIEW_LINK_WAY_UNKNOWN)
    g_string_append_printf (text, "\n%s",
                            reading->way == INTERVIEW_LINK_WAY_RELAY ? _ ("Way: through a relay")
                                                                     : _ ("Way: direct"));

  return g_string_free (text, FALSE);
}

static void
on_save (InterviewConnectionView *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVE], 0);
}

static void
interview_connection_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (interview_connection_view_parent_class)->dispose (object);
}

static void
interview_connection_view_finalize (GObject *object)
{
  g_hash_table_unref (INTERVIEW_CONNECTION_VIEW (object)->sections);

  G_OBJECT_CLASS (interview_connection_view_parent_class)->finalize (object);
}

static void
interview_connection_view_class_init (InterviewConnectionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_connection_view_dispose;
  object_class->finalize = interview_connection_view_finalize;
  signals[SIGNAL_SAVE] = g_signal_new ("save", INTERVIEW_TYPE_CONNECTION_VIEW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "connectionview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
interview_connection_view_init (InterviewConnectionView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->sections = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  self->nobody_label = add_label (box, _ ("Nobody else is in the call yet."), NULL);
  self->section_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box), self->section_box);
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Save Log…"));
  gtk_widget_set_tooltip_text (self->save_button,
                               _ ("For whoever looks into it; without names and addresses"));
  gtk_box_append (GTK_BOX (box), self->save_button);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (on_save), self,
                           G_CONNECT_SWAPPED);
}

/**
 * interview_connection_view_new:
 *
 * Returns: (transfer floating): a view that knows of nobody
 */
InterviewConnectionView *
interview_connection_view_new (void)
{
  return g_object_new (INTERVIEW_TYPE_CONNECTION_VIEW, NULL);
}

/**
 * interview_connection_view_update:
 * @remote: (transfer none): one of the others
 * @reading: how it goes with them
 */
void
interview_connection_view_update (InterviewConnectionView *self,
                                  InterviewRemote *remote,
                                  const InterviewCallReading *reading)
{
  Section *section;
  g_autofree char *findings = NULL, *numbers = NULL;

  g_return_if_fail (INTERVIEW_IS_CONNECTION_VIEW (self));

  section = g_hash_table_lookup (self->sections, remote);
  if (section == NULL)
    section = add_section (self, remote);
  findings = write_findings (reading);
  numbers = write_numbers (reading);
  gtk_label_set_label (GTK_LABEL (section->finding_label), findings);
  gtk_label_set_label (GTK_LABEL (section->number_label), numbers);
}

/**
 * interview_connection_view_keep:
 * @remotes: (transfer none): list model of #InterviewRemote: those who are there
 *
 * Forgets everybody else.
 */
void
interview_connection_view_keep (InterviewConnectionView *self, GListModel *remotes)
{
  GHashTableIter iter;
  gpointer remote, value;

  g_return_if_fail (INTERVIEW_IS_CONNECTION_VIEW (self));

  g_hash_table_iter_init (&iter, self->sections);
  while (g_hash_table_iter_next (&iter, &remote, &value))
    {
      gboolean there = FALSE;

      for (guint i = 0; i < g_list_model_get_n_items (remotes) && !there; i++)
        {
          g_autoptr (InterviewRemote) other = g_list_model_get_item (remotes, i);

          there = other == remote;
        }
      if (there)
        continue;
      gtk_box_remove (GTK_BOX (self->section_box), ((Section *) value)->box);
      g_hash_table_iter_remove (&iter);
    }
  gtk_widget_set_visible (self->nobody_label, g_hash_table_size (self->sections) == 0);
}
