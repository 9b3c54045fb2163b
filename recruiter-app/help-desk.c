/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "help-desk.h"

#include <glib/gi18n.h>

#include "client/remote-list.h"
#include "help-window.h"
#include "help-words.h"
#include "program/desktop-notice.h"

/*
 * RecruiterHelpDesk knows which candidates need help, for an HR admin who is signed in, and has the
 * desktop tell of each anew; a click opens the conversation. It belongs to the application and goes
 * on while there is no window. Signal `changed`: another list or another `count`.
 */
struct _RecruiterHelpDesk
{
  GObject parent_instance;

  InterviewProgram *program; /* not owned: it owns the desk */
  InterviewAccount *account;
  GSignalGroup *channel_signals;
  InterviewRemoteList *list;
  GHashTable *told; /* rooms whose candidate waits for HR, as far as the desktop was told */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterHelpDesk, recruiter_help_desk, G_TYPE_OBJECT)

static gboolean
is_admin (RecruiterHelpDesk *self)
{
  InterviewSession *session = interview_account_get_session (self->account);

  return session != NULL && interview_person_get_role (interview_session_get_person (session)) ==
                                INTERVIEW_ROLE_HR_ADMIN;
}

static char *
make_id (const char *room_id)
{
  return g_strconcat ("help-", room_id, NULL);
}

static void
tell (RecruiterHelpDesk *self, InterviewHelp *help)
{
  const char *name = interview_participant_get_display_name (interview_help_get_candidate (help));
  g_autofree char *id = make_id (interview_help_get_room_id (help));
  /* Translators: %s is the candidate. */
  g_autofree char *title = g_strdup_printf (_ ("%s needs help"), name);
  const InterviewDesktopNotice notice = {
    .id = id,
    .title = title,
    .body = recruiter_help_words_get_place (interview_help_get_place (help)),
    .action = "open-help",
    .target = interview_help_get_room_id (help),
    .label = _ ("Open Help"),
  };

  if (!recruiter_help_window_is_on_screen (GTK_APPLICATION (self->program)))
    interview_desktop_notice_show (G_APPLICATION (self->program), &notice);
}

static void
forget (RecruiterHelpDesk *self, const char *room_id)
{
  g_autofree char *id = make_id (room_id);

  interview_desktop_notice_withdraw (G_APPLICATION (self->program), id);
}

static void
on_items (RecruiterHelpDesk *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autoptr (GHashTable) former = g_steal_pointer (&self->told);
  GHashTableIter iter;
  gpointer room_id;

  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (InterviewHelp) help = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (interview_help_get_state (help) != INTERVIEW_HELP_STATE_OPEN)
        continue;
      if (!g_hash_table_remove (former, interview_help_get_room_id (help)))
        tell (self, help);
      g_hash_table_add (self->told, g_strdup (interview_help_get_room_id (help)));
    }
  g_hash_table_iter_init (&iter, former);
  while (g_hash_table_iter_next (&iter, &room_id, NULL))
    forget (self, room_id);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_event (RecruiterHelpDesk *self, InterviewEvent *event)
{
  InterviewEventKind kind = interview_event_get_kind (event);

  if (self->list != NULL &&
      (kind == INTERVIEW_EVENT_KIND_HELP_CHANGED || kind == INTERVIEW_EVENT_KIND_HELP_MESSAGE))
    interview_remote_list_reload (self->list);
}

static void
on_channel_state (RecruiterHelpDesk *self, GParamSpec *pspec, InterviewEventChannel *channel)
{
  if (self->list != NULL &&
      interview_event_channel_get_state (channel) == INTERVIEW_CHANNEL_STATE_ONLINE)
    interview_remote_list_reload (self->list);
}

static void
on_session (RecruiterHelpDesk *self)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_hash_table_remove_all (self->told);
  g_signal_group_set_target (self->channel_signals,
                             is_admin (self) ? interview_account_get_channel (self->account)
                                             : NULL);
  if (is_admin (self))
    {
      self->list = interview_remote_list_new (interview_account_get_connection (self->account),
                                              INTERVIEW_ROUTE_HELP_LIST, NULL, INTERVIEW_TYPE_HELP);
      g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items), self,
                               G_CONNECT_SWAPPED);
      interview_remote_list_reload (self->list);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
recruiter_help_desk_dispose (GObject *object)
{
  RecruiterHelpDesk *self = RECRUITER_HELP_DESK (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->channel_signals);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (recruiter_help_desk_parent_class)->dispose (object);
}

static void
recruiter_help_desk_finalize (GObject *object)
{
  g_clear_pointer (&RECRUITER_HELP_DESK (object)->told, g_hash_table_unref);
  G_OBJECT_CLASS (recruiter_help_desk_parent_class)->finalize (object);
}

static void
recruiter_help_desk_class_init (RecruiterHelpDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = recruiter_help_desk_dispose;
  object_class->finalize = recruiter_help_desk_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RECRUITER_TYPE_HELP_DESK, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
recruiter_help_desk_init (RecruiterHelpDesk *self)
{
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->channel_signals = g_signal_group_new (INTERVIEW_TYPE_EVENT_CHANNEL);
  g_signal_group_connect_swapped (self->channel_signals, "notify::state",
                                  G_CALLBACK (on_channel_state), self);
}

/**
 * recruiter_help_desk_new:
 * @program: the program, which outlives the desk
 *
 * Returns: (transfer full): a desk for whoever is signed in
 */
RecruiterHelpDesk *
recruiter_help_desk_new (InterviewProgram *program)
{
  RecruiterHelpDesk *self = g_object_new (RECRUITER_TYPE_HELP_DESK, NULL);

  self->program = program;
  self->account = g_object_ref (interview_program_get_account (program));
  g_signal_connect_object (self->account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->account, "notify::session", G_CALLBACK (on_session), self,
                           G_CONNECT_SWAPPED);
  on_session (self);
  return self;
}

/**
 * recruiter_help_desk_get_list:
 *
 * Returns: (nullable) (transfer none): list model of #InterviewHelp, longest first; %NULL while
 *   nobody is signed in who helps
 */
GListModel *
recruiter_help_desk_get_list (RecruiterHelpDesk *self)
{
  g_return_val_if_fail (RECRUITER_IS_HELP_DESK (self), NULL);

  return self->list != NULL ? G_LIST_MODEL (self->list) : NULL;
}

/**
 * recruiter_help_desk_get_count:
 *
 * Returns: how many candidates wait for HR
 */
guint
recruiter_help_desk_get_count (RecruiterHelpDesk *self)
{
  g_return_val_if_fail (RECRUITER_IS_HELP_DESK (self), 0);

  return g_hash_table_size (self->told);
}
