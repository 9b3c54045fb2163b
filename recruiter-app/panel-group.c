/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "panel-group.h"

#include <glib/gi18n.h>

#include "client/remote-list.h"

/*
 * RecruiterPanelGroup asks who interviews: the recruiters of the panel in their order, and a list
 * of the company's others to choose from.
 *
 * Signal `changed`: the panel is another one.
 */
struct _RecruiterPanelGroup
{
  AdwPreferencesGroup parent_instance;

  InterviewRemoteList *colleagues;
  guint limit;
  GListStore *panel; /* InterviewParticipant */
  GPtrArray *rows;   /* GtkWidget, as in the panel */

  GtkMenuButton *add;
  GtkPopover *popover;
  GtkEditable *search;
  GtkLabel *nobody;
  GtkListBox *choices;
  GtkFilter *filter;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterPanelGroup, recruiter_panel_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
find (RecruiterPanelGroup *self, const char *person_id, guint *place)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->panel));

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (InterviewParticipant) one = g_list_model_get_item (G_LIST_MODEL (self->panel), i);

      if (g_strcmp0 (interview_participant_get_person_id (one), person_id) == 0)
        {
          *place = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Offered are those who are not on the panel and whose name has what was typed. */
static gboolean
is_offered (gpointer item, gpointer user_data)
{
  RecruiterPanelGroup *self = user_data;
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_autofree char *name = g_utf8_casefold (interview_participant_get_display_name (item), -1);
  guint place;

  return !find (self, interview_participant_get_person_id (item), &place) &&
         strstr (name, g_strstrip (typed)) != NULL;
}

static void
on_remove (RecruiterPanelGroup *self, GtkWidget *button)
{
  const char *person_id = g_object_get_data (G_OBJECT (button), "person-id");
  guint place;

  if (!find (self, person_id, &place))
    return;
  g_list_store_remove (self->panel, place);
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_row (RecruiterPanelGroup *self, InterviewParticipant *recruiter)
{
  const char *name = interview_participant_get_display_name (recruiter);
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  /* Translators: %s is a person, who leaves the panel. */
  g_autofree char *words = g_strdup_printf (_ ("Remove %s"), name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "person-id",
                          g_strdup (interview_participant_get_person_id (recruiter)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
on_panel (RecruiterPanelGroup *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->panel));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (InterviewParticipant) one = g_list_model_get_item (G_LIST_MODEL (self->panel), i);
      GtkWidget *row = make_row (self, one);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), count < self->limit);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_search (RecruiterPanelGroup *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
choose (RecruiterPanelGroup *self, GtkListBoxRow *row)
{
  InterviewParticipant *chosen = g_object_get_data (G_OBJECT (row), "recruiter");

  gtk_popover_popdown (self->popover);
  if (recruiter_panel_group_count (self) >= self->limit)
    return;
  g_list_store_append (self->panel, chosen);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_chosen (RecruiterPanelGroup *self, GtkListBoxRow *row)
{
  choose (self, row);
}

/* Enter in the field of the search takes the first that is left. */
static void
on_search_activated (RecruiterPanelGroup *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->choices, 0);

  if (first != NULL)
    choose (self, first);
}

static void
on_popover_shown (RecruiterPanelGroup *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static GtkWidget *
create_choice (gpointer item, gpointer user_data)
{
  const char *name = interview_participant_get_display_name (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "margin-top", 6,
                                   "margin-bottom", 6, "margin-start", 6, "margin-end", 6, NULL);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "recruiter", g_object_ref (item), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* The list is short enough to be had whole. */
static void
on_colleagues (RecruiterPanelGroup *self)
{
  const GError *error = interview_remote_list_get_error (self->colleagues);

  if (error == NULL && !interview_remote_list_get_loading (self->colleagues) &&
      interview_remote_list_get_has_more (self->colleagues))
    interview_remote_list_load_more (self->colleagues);
  gtk_label_set_label (self->nobody,
                       error != NULL ? error->message : _ ("Nobody else of this name"));
}

static void
recruiter_panel_group_dispose (GObject *object)
{
  RecruiterPanelGroup *self = RECRUITER_PANEL_GROUP (object);

  g_clear_object (&self->colleagues);
  G_OBJECT_CLASS (recruiter_panel_group_parent_class)->dispose (object);
}

static void
recruiter_panel_group_finalize (GObject *object)
{
  RecruiterPanelGroup *self = RECRUITER_PANEL_GROUP (object);

  g_clear_object (&self->panel);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (recruiter_panel_group_parent_class)->finalize (object);
}

static void
recruiter_panel_group_class_init (RecruiterPanelGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = recruiter_panel_group_dispose;
  object_class->finalize = recruiter_panel_group_finalize;

  signals[CHANGED] = g_signal_new ("changed", RECRUITER_TYPE_PANEL_GROUP, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/panel-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterPanelGroup, add);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPanelGroup, popover);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPanelGroup, search);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPanelGroup, nobody);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPanelGroup, choices);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
}

static void
recruiter_panel_group_init (RecruiterPanelGroup *self)
{
  self->panel = g_list_store_new (INTERVIEW_TYPE_PARTICIPANT);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_offered, self, NULL));
  g_signal_connect_object (self->panel, "items-changed", G_CALLBACK (on_panel), self,
                           G_CONNECT_SWAPPED);
}

/**
 * recruiter_panel_group_open:
 * @connection: (transfer none): where the company's recruiters are asked for
 * @recruiters: (nullable) (element-type InterviewParticipant): who is on the panel at first
 */
void
recruiter_panel_group_open (RecruiterPanelGroup *self,
                            InterviewConnection *connection,
                            GPtrArray *recruiters)
{
  g_autoptr (GtkFilterListModel) offered = NULL;

  g_return_if_fail (RECRUITER_IS_PANEL_GROUP (self));

  self->limit = interview_connection_get_panel_limit (connection);
  g_list_store_splice (self->panel, 0, g_list_model_get_n_items (G_LIST_MODEL (self->panel)),
                       recruiters != NULL ? recruiters->pdata : NULL,
                       recruiters != NULL ? recruiters->len : 0);
  g_clear_object (&self->colleagues);
  self->colleagues = interview_remote_list_new (connection, INTERVIEW_ROUTE_RECRUITERS, NULL,
                                                INTERVIEW_TYPE_PARTICIPANT);
  g_signal_connect_object (self->colleagues, "notify", G_CALLBACK (on_colleagues), self,
                           G_CONNECT_SWAPPED);
  offered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->colleagues)),
                                       g_object_ref (self->filter));
  gtk_list_box_bind_model (self->choices, G_LIST_MODEL (offered), create_choice, NULL, NULL);
  interview_remote_list_reload (self->colleagues);
}

/**
 * recruiter_panel_group_count:
 *
 * Returns: how many are on the panel
 */
guint
recruiter_panel_group_count (RecruiterPanelGroup *self)
{
  g_return_val_if_fail (RECRUITER_IS_PANEL_GROUP (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->panel));
}

/**
 * recruiter_panel_group_get_ids:
 *
 * Returns: (transfer full) (array zero-terminated=1): who is on the panel, in order
 */
GStrv
recruiter_panel_group_get_ids (RecruiterPanelGroup *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint count;

  g_return_val_if_fail (RECRUITER_IS_PANEL_GROUP (self), NULL);

  count = g_list_model_get_n_items (G_LIST_MODEL (self->panel));
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (InterviewParticipant) one = g_list_model_get_item (G_LIST_MODEL (self->panel), i);

      g_strv_builder_add (ids, interview_participant_get_person_id (one));
    }
  return g_strv_builder_end (ids);
}
