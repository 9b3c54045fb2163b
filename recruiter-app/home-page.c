/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "home-page.h"

#include <glib/gi18n.h>

#include "core/protocol/created-room.h"
#include "new-room-page.h"
#include "pages.h"
#include "room-list.h"
#include "room-page.h"
#include "room-words.h"
#include "rooms-page.h"
#include "staffing-page.h"

/*
 * RecruiterHomePage is where a recruiter is outside of calls: the rooms on one side, on the other
 * the one that is chosen, or the form for a new one; in a narrow window one after the other. It is
 * opened when somebody signs in and closed when they sign out.
 *
 * Signal `join`(#InterviewRoom): the recruiter wants to go into a room.
 */
struct _RecruiterHomePage
{
  AdwBin parent_instance;

  InterviewAccount *account;
  RecruiterRoomList *list;
  GSignalGroup *account_signals;
  GSignalGroup *channel_signals;
  gboolean chosen;

  AdwLeaflet *leaflet;
  RecruiterRoomsPage *rooms;
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkStack *detail;
  RecruiterRoomPage *room;
  RecruiterNewRoomPage *new_room;
  RecruiterStaffingPage *staffing;
};

enum
{
  JOIN,
  LISTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterHomePage, recruiter_home_page, ADW_TYPE_BIN)

/* The form for a new room and the staffing lie over the room that was shown before. */
static gboolean
is_aside (RecruiterHomePage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->detail);

  return g_strcmp0 (name, "new") == 0 || g_strcmp0 (name, "staffing") == 0;
}

static void
update_back (RecruiterHomePage *self)
{
  gtk_widget_set_visible (self->back, adw_leaflet_get_folded (self->leaflet) || is_aside (self));
}

static void
on_detail (RecruiterHomePage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->detail);

  if (g_strcmp0 (name, "new") == 0)
    adw_window_title_set_title (self->title, _ ("New Interview"));
  else if (g_strcmp0 (name, "room") == 0)
    adw_window_title_set_title (self->title, _ ("Interview"));
  else if (g_strcmp0 (name, "staffing") == 0)
    adw_window_title_set_title (self->title, _ ("Staffing"));
  else
    adw_window_title_set_title (self->title, "");
  if (g_strcmp0 (name, "staffing") != 0)
    recruiter_staffing_page_close (self->staffing);
  update_back (self);
}

static void
show_room (RecruiterHomePage *self, InterviewRoom *room)
{
  recruiter_room_page_set_room (self->room, room);
  recruiter_rooms_page_select (self->rooms, interview_room_get_id (room));
  recruiter_pages_show (self->detail, "room");
}

static void
on_room_chosen (RecruiterHomePage *self, const char *room_id)
{
  InterviewRoom *room = recruiter_room_list_find (self->list, room_id);

  if (room != NULL)
    recruiter_home_page_choose (self, room);
}

/* The page follows the list; before anything is chosen it shows what comes next. */
static void
on_settled (RecruiterHomePage *self)
{
  InterviewRoom *shown = recruiter_room_page_get_room (self->room);
  InterviewRoom *room;

  if (shown != NULL)
    {
      room = recruiter_room_list_find (self->list, interview_room_get_id (shown));
      if (room != NULL)
        recruiter_room_page_set_room (self->room, room);
    }
  if (!self->chosen && !is_aside (self))
    {
      room = recruiter_room_list_find_next (self->list, g_get_real_time ());
      if (room != NULL)
        show_room (self, room);
    }
  g_signal_emit (self, signals[LISTED], 0);
}

static void
on_event (RecruiterHomePage *self, InterviewEvent *event)
{
  InterviewEventKind kind = interview_event_get_kind (event);
  gboolean rooms = kind == INTERVIEW_EVENT_KIND_ROOM_CREATED ||
                   kind == INTERVIEW_EVENT_KIND_COMPANY_CHANGED ||
                   interview_event_changes_room (event, NULL);

  if (rooms)
    recruiter_room_list_reload (self->list);
  if (rooms || kind == INTERVIEW_EVENT_KIND_STAFFING_CHANGED)
    recruiter_staffing_page_reload (self->staffing);
}

static void
on_channel_state (RecruiterHomePage *self, GParamSpec *pspec, InterviewEventChannel *channel)
{
  gboolean online = interview_event_channel_get_state (channel) == INTERVIEW_CHANNEL_STATE_ONLINE;
  gboolean failed = interview_event_channel_get_error (channel) != NULL;

  recruiter_rooms_page_set_online (self->rooms, online || !failed);
  if (online)
    {
      recruiter_room_list_reload (self->list);
      recruiter_staffing_page_reload (self->staffing);
    }
}

static void
on_join (RecruiterHomePage *self)
{
  g_signal_emit (self, signals[JOIN], 0, recruiter_room_page_get_room (self->room));
}

static void
on_changed (RecruiterHomePage *self)
{
  recruiter_room_list_reload (self->list);
}

static void
on_created (RecruiterHomePage *self, InterviewCreatedRoom *created)
{
  self->chosen = TRUE;
  show_room (self, interview_created_room_get_room (created));
  recruiter_room_page_set_invitation (self->room, interview_created_room_get_invitation (created));
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  recruiter_room_list_reload (self->list);
}

static void
recruiter_home_page_dispose (GObject *object)
{
  RecruiterHomePage *self = RECRUITER_HOME_PAGE (object);

  g_clear_object (&self->account_signals);
  g_clear_object (&self->channel_signals);
  g_clear_object (&self->list);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (recruiter_home_page_parent_class)->dispose (object);
}

static void
recruiter_home_page_class_init (RecruiterHomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_home_page_dispose;

  signals[JOIN] = g_signal_new ("join", RECRUITER_TYPE_HOME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_ROOM);
  signals[LISTED] = g_signal_new ("listed", RECRUITER_TYPE_HOME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RECRUITER_TYPE_ROOMS_PAGE);
  g_type_ensure (RECRUITER_TYPE_ROOM_PAGE);
  g_type_ensure (RECRUITER_TYPE_NEW_ROOM_PAGE);
  g_type_ensure (RECRUITER_TYPE_STAFFING_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterHomePage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHomePage, rooms);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHomePage, title);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHomePage, back);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHomePage, detail);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHomePage, room);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHomePage, new_room);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHomePage, staffing);
  gtk_widget_class_bind_template_callback (widget_class, on_detail);
  gtk_widget_class_bind_template_callback (widget_class, on_join);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_created);
}

static void
recruiter_home_page_init (RecruiterHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->rooms, "room-chosen", G_CALLBACK (on_room_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (update_back), self,
                           G_CONNECT_SWAPPED);
  self->account_signals = g_signal_group_new (INTERVIEW_TYPE_ACCOUNT);
  g_signal_group_connect_swapped (self->account_signals, "event", G_CALLBACK (on_event), self);
  self->channel_signals = g_signal_group_new (INTERVIEW_TYPE_EVENT_CHANNEL);
  g_signal_group_connect_swapped (self->channel_signals, "notify::state",
                                  G_CALLBACK (on_channel_state), self);
  on_detail (self);
}

/**
 * recruiter_home_page_set_help:
 * @help: (transfer none): which candidates need help
 *
 * Shows an HR admin how many they are. To be called once.
 */
void
recruiter_home_page_set_help (RecruiterHomePage *self, RecruiterHelpDesk *help)
{
  g_return_if_fail (RECRUITER_IS_HOME_PAGE (self));

  recruiter_rooms_page_set_help (self->rooms, help);
}

/**
 * recruiter_home_page_open:
 * @account: (transfer none): who has signed in
 *
 * Begins to show the rooms of a recruiter and keeps them current.
 */
void
recruiter_home_page_open (RecruiterHomePage *self, InterviewAccount *account)
{
  InterviewSession *session;

  g_return_if_fail (RECRUITER_IS_HOME_PAGE (self));
  g_return_if_fail (interview_account_get_session (account) != NULL);

  recruiter_home_page_close (self);
  session = interview_account_get_session (account);
  g_set_object (&self->account, account);
  self->list = recruiter_room_list_new (interview_account_get_connection (account));
  g_signal_connect_object (self->list, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  recruiter_rooms_page_set_list (self->rooms, self->list);
  recruiter_rooms_page_set_names (self->rooms, interview_session_get_company_name (session),
                                  interview_person_get_display_name (
                                      interview_session_get_person (session)));
  recruiter_rooms_page_set_online (self->rooms, TRUE);
  recruiter_room_page_set_account (self->room, account);
  g_signal_group_set_target (self->account_signals, account);
  g_signal_group_set_target (self->channel_signals, interview_account_get_channel (account));
  recruiter_room_list_reload (self->list);
}

/**
 * recruiter_home_page_close:
 *
 * Forgets everything about the person who was signed in.
 */
void
recruiter_home_page_close (RecruiterHomePage *self)
{
  g_return_if_fail (RECRUITER_IS_HOME_PAGE (self));

  g_signal_group_set_target (self->account_signals, NULL);
  g_signal_group_set_target (self->channel_signals, NULL);
  recruiter_rooms_page_set_list (self->rooms, NULL);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  self->chosen = FALSE;
  recruiter_room_page_clear (self->room);
  recruiter_pages_show (self->detail, "nothing");
  adw_leaflet_set_visible_child_name (self->leaflet, "rooms");
}

/**
 * recruiter_home_page_reload:
 *
 * Asks the server again, also for the connection.
 */
void
recruiter_home_page_reload (RecruiterHomePage *self)
{
  g_return_if_fail (RECRUITER_IS_HOME_PAGE (self));

  if (self->list == NULL)
    return;
  interview_event_channel_doubt (interview_account_get_channel (self->account));
  recruiter_room_list_reload (self->list);
  recruiter_staffing_page_reload (self->staffing);
}

/**
 * recruiter_home_page_choose:
 * @room: (transfer none): a room of the list
 *
 * Shows it, as when its row is chosen.
 */
void
recruiter_home_page_choose (RecruiterHomePage *self, InterviewRoom *room)
{
  g_return_if_fail (RECRUITER_IS_HOME_PAGE (self));
  g_return_if_fail (INTERVIEW_IS_ROOM (room));

  self->chosen = TRUE;
  show_room (self, room);
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
}

/**
 * recruiter_home_page_show_new_room:
 *
 * Opens the form for a new room.
 */
void
recruiter_home_page_show_new_room (RecruiterHomePage *self)
{
  g_return_if_fail (RECRUITER_IS_HOME_PAGE (self));

  if (self->list == NULL)
    return;
  recruiter_new_room_page_open (self->new_room, self->account);
  recruiter_rooms_page_select (self->rooms, NULL);
  recruiter_pages_show (self->detail, "new");
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  gtk_widget_child_focus (GTK_WIDGET (self->new_room), GTK_DIR_TAB_FORWARD);
}

/**
 * recruiter_home_page_show_staffing:
 *
 * Opens the order of the recruiters and who interviews whom.
 */
void
recruiter_home_page_show_staffing (RecruiterHomePage *self)
{
  g_return_if_fail (RECRUITER_IS_HOME_PAGE (self));

  if (self->list == NULL)
    return;
  recruiter_staffing_page_open (self->staffing, self->account);
  recruiter_rooms_page_select (self->rooms, NULL);
  recruiter_pages_show (self->detail, "staffing");
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
}

/**
 * recruiter_home_page_go_back:
 *
 * From the form or the staffing to the room before it, from the room to the list in a narrow
 * window.
 */
void
recruiter_home_page_go_back (RecruiterHomePage *self)
{
  InterviewRoom *room;

  g_return_if_fail (RECRUITER_IS_HOME_PAGE (self));

  room = recruiter_room_page_get_room (self->room);
  if (is_aside (self))
    {
      recruiter_pages_show (self->detail, room != NULL ? "room" : "nothing");
      recruiter_rooms_page_select (self->rooms, room != NULL ? interview_room_get_id (room) : NULL);
    }
  adw_leaflet_set_visible_child_name (self->leaflet, "rooms");
}

/**
 * recruiter_home_page_find_next:
 *
 * Returns: (nullable) (transfer none): the room the recruiter is most likely to want
 */
InterviewRoom *
recruiter_home_page_find_next (RecruiterHomePage *self)
{
  g_return_val_if_fail (RECRUITER_IS_HOME_PAGE (self), NULL);

  return self->list != NULL ? recruiter_room_list_find_next (self->list, g_get_real_time ()) : NULL;
}

/**
 * recruiter_home_page_find:
 * @room_id: a room
 *
 * Returns: (nullable) (transfer none): the room, if it is in the list
 */
InterviewRoom *
recruiter_home_page_find (RecruiterHomePage *self, const char *room_id)
{
  g_return_val_if_fail (RECRUITER_IS_HOME_PAGE (self), NULL);

  return self->list != NULL ? recruiter_room_list_find (self->list, room_id) : NULL;
}
