/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/chat-panel.h"

#include "program/chat-loader.h"
#include "program/draft-keeper.h"
#include "ui/chat-view.h"

/*
 * InterviewChatPanel fills the chat of a room: everyone's conversation, and for staff the panel's
 * own, too. `unread` is how many messages of both were not seen. Main thread; belongs to the
 * contents of the panels.
 */
struct _InterviewChatPanel
{
  GObject parent_instance;

  InterviewChatLoader *loaders[INTERVIEW_N_CHAT_SCOPES]; /* that of the panel may be missing */
  InterviewDraftKeeper *drafts[INTERVIEW_N_CHAT_SCOPES];
  GtkWidget *view;
  guint unread;
};

enum
{
  PROP_0,
  PROP_UNREAD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewChatPanel, interview_chat_panel, G_TYPE_OBJECT)

static void
on_unread (InterviewChatPanel *self)
{
  guint unread = 0;

  for (guint i = 0; i < INTERVIEW_N_CHAT_SCOPES; i++)
    {
      if (self->loaders[i] == NULL)
        continue;
      if (interview_chat_view_shows (INTERVIEW_CHAT_VIEW (self->view), i))
        interview_chat_loader_mark_seen (self->loaders[i]);
      interview_chat_view_set_unread (INTERVIEW_CHAT_VIEW (self->view), i,
                                      interview_chat_loader_get_unread (self->loaders[i]));
      unread += interview_chat_loader_get_unread (self->loaders[i]);
    }
  if (self->unread == unread)
    return;
  self->unread = unread;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNREAD]);
}

static void
on_send (InterviewChatPanel *self, InterviewChatScope scope, const char *text)
{
  if (self->loaders[scope] != NULL)
    interview_chat_loader_send (self->loaders[scope], text);
}

static void
on_seen (InterviewChatPanel *self, InterviewChatScope scope)
{
  if (self->loaders[scope] != NULL)
    interview_chat_loader_mark_seen (self->loaders[scope]);
}

static void
interview_chat_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_UNREAD)
    g_value_set_uint (value, INTERVIEW_CHAT_PANEL (object)->unread);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
interview_chat_panel_dispose (GObject *object)
{
  InterviewChatPanel *self = INTERVIEW_CHAT_PANEL (object);

  for (guint i = 0; i < INTERVIEW_N_CHAT_SCOPES; i++)
    {
      g_clear_object (&self->loaders[i]);
      g_clear_object (&self->drafts[i]);
    }
  g_clear_object (&self->view);
  G_OBJECT_CLASS (interview_chat_panel_parent_class)->dispose (object);
}

static void
interview_chat_panel_class_init (InterviewChatPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_chat_panel_get_property;
  object_class->dispose = interview_chat_panel_dispose;
  properties[PROP_UNREAD] =
      g_param_spec_uint ("unread", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_chat_panel_init (InterviewChatPanel *self)
{
}

static void
add_loader (InterviewChatPanel *self,
            InterviewAccount *account,
            const char *room_id,
            InterviewChatScope scope)
{
  InterviewChatLoader *loader = interview_chat_loader_new (account, room_id, scope);
  InterviewChatView *view = INTERVIEW_CHAT_VIEW (self->view);

  self->loaders[scope] = loader;
  self->drafts[scope] =
      interview_draft_keeper_new (account, scope == INTERVIEW_CHAT_SCOPE_PANEL ? "panel" : "chat",
                                  room_id, interview_chat_view_get_buffer (view, scope));
  interview_chat_view_set_model (view, scope, interview_chat_loader_get_lines (loader));
  g_signal_connect_object (loader, "notify::unread", G_CALLBACK (on_unread), self,
                           G_CONNECT_SWAPPED);
}

/**
 * interview_chat_panel_new:
 * @account: who is signed in; staff get the panel's own conversation, too
 * @room_id: the room
 *
 * Returns: (transfer full): a panel that has loaded nothing yet
 */
InterviewChatPanel *
interview_chat_panel_new (InterviewAccount *account, const char *room_id)
{
  InterviewChatPanel *self;
  InterviewPerson *person;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (room_id != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_CHAT_PANEL, NULL);
  self->view = g_object_ref_sink (interview_chat_view_new ());
  g_signal_connect_object (self->view, "send", G_CALLBACK (on_send), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "seen", G_CALLBACK (on_seen), self, G_CONNECT_SWAPPED);
  add_loader (self, account, room_id, INTERVIEW_CHAT_SCOPE_ROOM);
  person = interview_session_get_person (interview_account_get_session (account));
  if (interview_person_get_role (person) != INTERVIEW_ROLE_CANDIDATE)
    add_loader (self, account, room_id, INTERVIEW_CHAT_SCOPE_PANEL);
  return self;
}

/**
 * interview_chat_panel_get_view:
 *
 * Returns: (transfer none): what shows it
 */
GtkWidget *
interview_chat_panel_get_view (InterviewChatPanel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_PANEL (self), NULL);

  return self->view;
}

/**
 * interview_chat_panel_get_unread:
 *
 * Returns: how many messages were not seen
 */
guint
interview_chat_panel_get_unread (InterviewChatPanel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_PANEL (self), 0);

  return self->unread;
}

/**
 * interview_chat_panel_load:
 *
 * Loads the messages.
 */
void
interview_chat_panel_load (InterviewChatPanel *self)
{
  g_return_if_fail (INTERVIEW_IS_CHAT_PANEL (self));

  for (guint i = 0; i < INTERVIEW_N_CHAT_SCOPES; i++)
    {
      if (self->loaders[i] != NULL)
        interview_chat_loader_load (self->loaders[i]);
    }
}

/**
 * interview_chat_panel_send_to_room:
 * @text: what everyone in the room is to read, as a question of a list
 */
void
interview_chat_panel_send_to_room (InterviewChatPanel *self, const char *text)
{
  g_return_if_fail (INTERVIEW_IS_CHAT_PANEL (self));

  interview_chat_loader_send (self->loaders[INTERVIEW_CHAT_SCOPE_ROOM], text);
}
