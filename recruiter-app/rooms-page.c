/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "rooms-page.h"

#include <glib/gi18n.h>

#include "pages.h"
#include "program/time-text.h"
#include "room-row.h"
#include "room-words.h"

/*
 * RecruiterRoomsPage shows the list of rooms by day, and says what is the matter when there is
 * none: still loading, nothing planned, or the server did not answer.
 *
 * Signal `room-chosen`(room id): a row was activated. Property `alone`: whether no other page
 * stands beside this one, so that it carries the window's buttons.
 */
struct _RecruiterRoomsPage
{
  AdwBin parent_instance;

  RecruiterRoomList *list;
  char *selected;
  guint tick;
  gboolean alone;

  AdwWindowTitle *title;
  GtkWidget *help_button;
  GtkLabel *help_label;
  GtkRevealer *offline;
  GtkStack *stack;
  AdwStatusPage *problem;
  GtkWidget *nothing_today;
  GtkListBox *rows;
};

enum
{
  PROP_0,
  PROP_ALONE,
  N_PROPS
};

enum
{
  ROOM_CHOSEN,
  N_SIGNALS
};

/* States and headings depend on the clock; seconds between looks at it. */
#define TICK_SECONDS 30

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterRoomsPage, recruiter_rooms_page, ADW_TYPE_BIN)

static void
update_stack (RecruiterRoomsPage *self)
{
  const GError *error = self->list != NULL ? recruiter_room_list_get_error (self->list) : NULL;
  const char *page = "loading";

  if (self->list == NULL || !recruiter_room_list_get_loaded (self->list))
    page = error != NULL ? "problem" : "loading";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    page = "empty";
  else
    page = "list";
  if (error != NULL)
    adw_status_page_set_description (self->problem, error->message);
  recruiter_pages_show (self->stack, page);
}

static void
update_today (RecruiterRoomsPage *self)
{
  g_autoptr (InterviewRoom) first = g_list_model_get_item (G_LIST_MODEL (self->list), 0);
  gint64 now = g_get_real_time ();
  gboolean today = FALSE;

  if (first != NULL)
    {
      g_autofree char *day = interview_time_text_day (interview_room_get_starts_at (first), now);
      g_autofree char *present = interview_time_text_day (now, now);

      today = g_str_equal (day, present) || interview_room_get_starts_at (first) < now;
    }
  gtk_widget_set_visible (self->nothing_today, !today);
}

static void
select_row (RecruiterRoomsPage *self)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (RECRUITER_IS_ROOM_ROW (child) &&
        g_strcmp0 (interview_room_get_id (recruiter_room_row_get_room (RECRUITER_ROOM_ROW (child))),
                   self->selected) == 0)
      {
        gtk_list_box_select_row (self->rows, GTK_LIST_BOX_ROW (child));
        return;
      }
  gtk_list_box_unselect_all (self->rows);
}

static void
on_settled (RecruiterRoomsPage *self)
{
  update_today (self);
  update_stack (self);
  select_row (self);
}

static gboolean
on_tick (gpointer user_data)
{
  RecruiterRoomsPage *self = user_data;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (RECRUITER_IS_ROOM_ROW (child))
      recruiter_room_row_set_now (RECRUITER_ROOM_ROW (child), g_get_real_time ());
  gtk_list_box_invalidate_headers (self->rows);
  if (self->list != NULL)
    update_today (self);

  return G_SOURCE_CONTINUE;
}

static void
on_row_activated (RecruiterRoomsPage *self, RecruiterRoomRow *row)
{
  const char *id = interview_room_get_id (recruiter_room_row_get_room (row));

  g_free (self->selected);
  self->selected = g_strdup (id);
  g_signal_emit (self, signals[ROOM_CHOSEN], 0, self->selected);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  return recruiter_room_row_new (item);
}

static char *
get_row_day (GtkListBoxRow *row)
{
  InterviewRoom *room = recruiter_room_row_get_room (RECRUITER_ROOM_ROW (row));

  return interview_time_text_day (interview_room_get_starts_at (room), g_get_real_time ());
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  g_autofree char *day = get_row_day (row);
  g_autofree char *former = before != NULL ? get_row_day (before) : NULL;
  GtkWidget *heading;

  if (g_strcmp0 (day, former) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  heading = g_object_new (GTK_TYPE_LABEL, "label", day, "xalign", 0.0, "accessible-role",
                          GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "day-heading");
  gtk_list_box_row_set_header (row, heading);
}

static void
recruiter_rooms_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ALONE)
    g_value_set_boolean (value, RECRUITER_ROOMS_PAGE (object)->alone);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
recruiter_rooms_page_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  RecruiterRoomsPage *self = RECRUITER_ROOMS_PAGE (object);

  if (id != PROP_ALONE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->alone != g_value_get_boolean (value))
    {
      self->alone = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
recruiter_rooms_page_dispose (GObject *object)
{
  RecruiterRoomsPage *self = RECRUITER_ROOMS_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->list);
  g_clear_pointer (&self->selected, g_free);
  G_OBJECT_CLASS (recruiter_rooms_page_parent_class)->dispose (object);
}

static void
recruiter_rooms_page_class_init (RecruiterRoomsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = recruiter_rooms_page_get_property;
  object_class->set_property = recruiter_rooms_page_set_property;
  object_class->dispose = recruiter_rooms_page_dispose;

  properties[PROP_ALONE] =
      g_param_spec_boolean ("alone", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ROOM_CHOSEN] = g_signal_new ("room-chosen", RECRUITER_TYPE_ROOMS_PAGE, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/rooms-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomsPage, title);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomsPage, help_button);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomsPage, help_label);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomsPage, offline);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomsPage, nothing_today);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomsPage, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
recruiter_rooms_page_init (RecruiterRoomsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->rows, update_header, NULL, NULL);
  self->tick = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
}

/**
 * recruiter_rooms_page_set_list:
 * @list: (nullable) (transfer none): the rooms to show
 */
void
recruiter_rooms_page_set_list (RecruiterRoomsPage *self, RecruiterRoomList *list)
{
  g_return_if_fail (RECRUITER_IS_ROOMS_PAGE (self));

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  g_clear_pointer (&self->selected, g_free);
  gtk_list_box_bind_model (self->rows, G_LIST_MODEL (list), list != NULL ? create_row : NULL, NULL,
                           NULL);
  if (list != NULL)
    g_signal_connect_object (list, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  update_stack (self);
}

static void
on_help (RecruiterRoomsPage *self, RecruiterHelpDesk *help)
{
  guint count = recruiter_help_desk_get_count (help);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u candidate needs help", "%u candidates need help", count),
                       count);

  gtk_label_set_label (self->help_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->help_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_widget_set_visible (self->help_button, count > 0);
}

/**
 * recruiter_rooms_page_set_help:
 * @help: (transfer none): which candidates need help
 *
 * Shows how many they are. To be called once.
 */
void
recruiter_rooms_page_set_help (RecruiterRoomsPage *self, RecruiterHelpDesk *help)
{
  g_return_if_fail (RECRUITER_IS_ROOMS_PAGE (self));

  g_signal_connect_object (help, "changed", G_CALLBACK (on_help), self, G_CONNECT_SWAPPED);
  on_help (self, help);
}

/**
 * recruiter_rooms_page_set_names:
 * @company: (nullable): the company
 * @person: (nullable): who is signed in
 */
void
recruiter_rooms_page_set_names (RecruiterRoomsPage *self, const char *company, const char *person)
{
  g_autofree char *tooltip = NULL;

  g_return_if_fail (RECRUITER_IS_ROOMS_PAGE (self));

  adw_window_title_set_subtitle (self->title, company != NULL ? company : "");
  if (person != NULL)
    /* Translators: %s is a person. */
    tooltip = g_strdup_printf (_ ("Signed in as %s"), person);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), tooltip);
}

/**
 * recruiter_rooms_page_set_online:
 * @online: whether changes reach the list at once
 */
void
recruiter_rooms_page_set_online (RecruiterRoomsPage *self, gboolean online)
{
  g_return_if_fail (RECRUITER_IS_ROOMS_PAGE (self));

  gtk_revealer_set_reveal_child (self->offline, !online);
}

/**
 * recruiter_rooms_page_select:
 * @room_id: (nullable): the room whose row is to be marked
 */
void
recruiter_rooms_page_select (RecruiterRoomsPage *self, const char *room_id)
{
  g_autofree char *copy = g_strdup (room_id);

  g_return_if_fail (RECRUITER_IS_ROOMS_PAGE (self));

  g_free (self->selected);
  self->selected = g_steal_pointer (&copy);
  select_row (self);
}
