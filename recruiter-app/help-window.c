/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "help-window.h"

#include "help-page.h"
#include "help-row.h"
#include "pages.h"

/*
 * RecruiterHelpWindow is where HR sees which candidates need help and answers them: the list of
 * them, and beside it the conversation with one. A conversation that was opened stays as long as
 * the window, with what was typed into it.
 */
struct _RecruiterHelpWindow
{
  AdwWindow parent_instance;

  InterviewAccount *account;
  InterviewDevices *devices;
  RecruiterHelpDesk *desk;
  GListModel *shown; /* of the desk */

  AdwLeaflet *leaflet;
  GtkStack *stack;
  GtkListBox *rows;
  AdwWindowTitle *title;
  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (RecruiterHelpWindow, recruiter_help_window, ADW_TYPE_WINDOW)

static RecruiterHelpPage *
get_page (RecruiterHelpWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return RECRUITER_IS_HELP_PAGE (page) ? RECRUITER_HELP_PAGE (page) : NULL;
}

static void
update_title (RecruiterHelpWindow *self)
{
  RecruiterHelpPage *page = get_page (self);
  InterviewHelp *help = page != NULL ? recruiter_help_page_get_help (page) : NULL;

  adw_window_title_set_title (self->title, help != NULL ? interview_participant_get_display_name (
                                                              interview_help_get_candidate (help))
                                                        : "");
  adw_window_title_set_subtitle (self->title,
                                 help != NULL ? interview_help_get_position_title (help) : "");
}

static void
select_row (RecruiterHelpWindow *self)
{
  const char *room_id = gtk_stack_get_visible_child_name (self->pages);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      InterviewHelp *help = recruiter_help_row_get_help (RECRUITER_HELP_ROW (child));

      if (g_strcmp0 (interview_help_get_room_id (help), room_id) == 0)
        {
          gtk_list_box_select_row (self->rows, GTK_LIST_BOX_ROW (child));
          return;
        }
    }
  gtk_list_box_unselect_all (self->rows);
}

static void
open_page (RecruiterHelpWindow *self, const char *room_id)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, room_id);

  if (page == NULL)
    {
      page = recruiter_help_page_new (self->account, self->devices, room_id);
      gtk_stack_add_named (self->pages, page, room_id);
      g_signal_connect_object (page, "changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
    }
  recruiter_pages_show (self->pages, room_id);
  update_title (self);
  select_row (self);
  adw_leaflet_set_visible_child_name (self->leaflet, "page");
}

static void
on_row_activated (RecruiterHelpWindow *self, RecruiterHelpRow *row)
{
  open_page (self, interview_help_get_room_id (recruiter_help_row_get_help (row)));
}

static void
on_back (RecruiterHelpWindow *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  return recruiter_help_row_new (item);
}

static void
on_desk (RecruiterHelpWindow *self)
{
  GListModel *list = recruiter_help_desk_get_list (self->desk);

  if (list == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (g_set_object (&self->shown, list))
    gtk_list_box_bind_model (self->rows, list, create_row, NULL, NULL);
  recruiter_pages_show (self->stack, g_list_model_get_n_items (list) > 0 ? "list" : "empty");
  select_row (self);
}

static gboolean
recruiter_help_window_close_request (GtkWindow *window)
{
  RecruiterHelpWindow *self = RECRUITER_HELP_WINDOW (window);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (RECRUITER_IS_HELP_PAGE (child))
        recruiter_help_page_leave_call (RECRUITER_HELP_PAGE (child));
    }
  return GTK_WINDOW_CLASS (recruiter_help_window_parent_class)->close_request (window);
}

static void
recruiter_help_window_dispose (GObject *object)
{
  RecruiterHelpWindow *self = RECRUITER_HELP_WINDOW (object);

  if (self->rows != NULL)
    gtk_list_box_bind_model (self->rows, NULL, NULL, NULL, NULL);
  self->rows = NULL;
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->shown);
  g_clear_object (&self->desk);
  g_clear_object (&self->devices);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (recruiter_help_window_parent_class)->dispose (object);
}

static void
recruiter_help_window_class_init (RecruiterHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_help_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = recruiter_help_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
recruiter_help_window_init (RecruiterHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWindow *
find_window (GtkApplication *application)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (RECRUITER_IS_HELP_WINDOW (item->data))
        return item->data;
    }
  return NULL;
}

/**
 * recruiter_help_window_open:
 * @parent: the recruiter's window
 * @program: the program
 * @desk: (transfer none): who needs help
 * @room_id: (nullable): whose conversation to open
 *
 * Shows the window, of which there is one at most.
 */
void
recruiter_help_window_open (GtkWindow *parent,
                            InterviewProgram *program,
                            RecruiterHelpDesk *desk,
                            const char *room_id)
{
  GtkWindow *window = find_window (GTK_APPLICATION (program));
  RecruiterHelpWindow *self;

  g_return_if_fail (RECRUITER_IS_HELP_DESK (desk));

  if (recruiter_help_desk_get_list (desk) == NULL)
    return;
  if (window == NULL)
    {
      window = g_object_new (RECRUITER_TYPE_HELP_WINDOW, "transient-for", parent, NULL);
      self = RECRUITER_HELP_WINDOW (window);
      self->account = g_object_ref (interview_program_get_account (program));
      self->devices = g_object_ref (interview_program_get_devices (program));
      self->desk = g_object_ref (desk);
      g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk), self, G_CONNECT_SWAPPED);
      recruiter_pages_show (self->pages, "nobody");
      on_desk (self);
    }
  if (room_id != NULL)
    open_page (RECRUITER_HELP_WINDOW (window), room_id);
  gtk_window_present (window);
}

/**
 * recruiter_help_window_is_on_screen:
 * @application: the program
 *
 * Returns: whether the person is in the window now
 */
gboolean
recruiter_help_window_is_on_screen (GtkApplication *application)
{
  GtkWindow *window = find_window (application);

  return window != NULL && gtk_window_is_active (window);
}
