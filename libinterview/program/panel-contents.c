/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/panel-contents.h"

#include <glib/gi18n-lib.h>

#include "program/chat-panel.h"
#include "program/company-loader.h"
#include "program/contact-box.h"
#include "program/disclosure-desk.h"
#include "program/question-loader.h"
#include "program/resume-loader.h"
#include "program/resume-opener.h"
#include "ui/company-view.h"
#include "ui/question-list.h"
#include "ui/resume-view.h"

/*
 * InterviewPanelContents adds to the view of a call the panels of the side that is signed in, and
 * fills them: candidates get the company's profile and questions to ask, staff get the resume and
 * their questions, both get the chat. With the interactive features off, for the room or the
 * company, all are hidden at once and nothing is loaded. Main thread; belongs to the call page.
 */
struct _InterviewPanelContents
{
  GObject parent_instance;

  InterviewAccount *account;
  InterviewRoomWatch *watch;
  InterviewCallView *view; /* unowned: it owns the page that owns us */
  InterviewBlobCache *cache;
  InterviewCompanyLoader *company;
  InterviewResumeLoader *resume;
  InterviewResumeOpener *opener;
  InterviewQuestionLoader *questions;
  InterviewChatPanel *chat;
  InterviewDisclosureDesk *desk;
  InterviewDisclosureBox *disclosure_box; /* unowned: of a view */
  InterviewPanelControl *chat_control;    /* unowned: of the view */
  GtkWidget *company_view;
  GtkWidget *resume_view;
  GtkWidget *question_list;
  gboolean loaded;
};

G_DEFINE_FINAL_TYPE (InterviewPanelContents, interview_panel_contents, G_TYPE_OBJECT)

#define PANEL_SCHEMA "io.github.interview.Panel"

static InterviewPanelControl *
add_panel (InterviewPanelContents *self,
           const char *title,
           const char *icon_name,
           const char *settings_folder,
           GtkWidget *child,
           guint number)
{
  InterviewProfile *profile = interview_account_get_profile (self->account);
  InterviewOverlayPanel *panel = interview_overlay_panel_new (title, icon_name, child);
  g_autofree char *folder = g_strdup_printf ("panels/%s", settings_folder);
  g_autoptr (GSettings) settings = interview_profile_open_settings (profile, PANEL_SCHEMA, folder);

  InterviewPanelControl *control = interview_call_view_add_panel (self->view, panel, number);

  if (settings != NULL)
    interview_overlay_panel_bind_settings (panel, settings);
  return control;
}

/* What the other side told for this interview alone, in the place of what the server does not have.
 */
static gboolean
show_told (InterviewPanelContents *self)
{
  InterviewDisclosure *wanted =
      self->desk != NULL ? interview_disclosure_desk_get_wanted (self->desk) : NULL;
  InterviewDisclosedText *told = wanted != NULL ? interview_disclosure_get_contents (wanted) : NULL;
  const char *room_id = interview_room_watch_get_room_id (self->watch);
  InterviewRoom *room = interview_room_watch_get_room (self->watch);
  InterviewParticipant *candidate = room != NULL ? interview_room_get_candidate (room) : NULL;
  g_autoptr (InterviewResume) resume = NULL;
  g_autoptr (InterviewCompany) company = NULL;

  if (told == NULL)
    return FALSE;
  if (self->resume != NULL)
    {
      resume = g_object_new (INTERVIEW_TYPE_RESUME, "id", room_id, "headline",
                             interview_disclosed_text_get_headline (told), "summary",
                             interview_disclosed_text_get_text (told), "skills",
                             interview_disclosed_text_get_items (told), NULL);
      interview_resume_view_set_resume (INTERVIEW_RESUME_VIEW (self->resume_view), resume,
                                        candidate != NULL
                                            ? interview_participant_get_display_name (candidate)
                                            : NULL);
    }
  if (self->company != NULL)
    {
      company = g_object_new (INTERVIEW_TYPE_COMPANY, "id", room_id, "name",
                              room != NULL ? interview_room_get_company_name (room) : NULL,
                              "tagline", interview_disclosed_text_get_headline (told), "about",
                              interview_disclosed_text_get_text (told), "hiring-for",
                              interview_disclosed_text_get_items (told), NULL);
      interview_company_view_set_company (INTERVIEW_COMPANY_VIEW (self->company_view), company);
    }
  return TRUE;
}

static void
on_company (InterviewPanelContents *self)
{
  if (show_told (self))
    return;
  interview_company_view_set_company (INTERVIEW_COMPANY_VIEW (self->company_view),
                                      interview_company_loader_get_company (self->company));
}

static void
on_picture (InterviewPanelContents *self, const char *blob_id, GdkTexture *texture)
{
  interview_company_view_set_picture (INTERVIEW_COMPANY_VIEW (self->company_view), blob_id,
                                      GDK_PAINTABLE (texture));
}

static void
on_picture_needed (InterviewPanelContents *self, const char *blob_id)
{
  interview_company_loader_fetch_picture (self->company, blob_id);
}

static void
on_resume (InterviewPanelContents *self)
{
  InterviewRoom *room = interview_room_watch_get_room (self->watch);
  InterviewParticipant *candidate = room != NULL ? interview_room_get_candidate (room) : NULL;

  if (interview_resume_loader_get_resume (self->resume) == NULL && show_told (self))
    return;
  interview_resume_view_set_resume (INTERVIEW_RESUME_VIEW (self->resume_view),
                                    interview_resume_loader_get_resume (self->resume),
                                    candidate != NULL
                                        ? interview_participant_get_display_name (candidate)
                                        : NULL);
}

static void
on_opener_busy (InterviewPanelContents *self)
{
  interview_resume_view_set_opening (INTERVIEW_RESUME_VIEW (self->resume_view),
                                     interview_resume_opener_get_busy (self->opener));
}

static void
on_open_original (InterviewPanelContents *self)
{
  interview_resume_opener_open (self->opener, self->resume_view);
}

static void
on_asked_toggled (InterviewPanelContents *self, InterviewQuestion *question, gboolean asked)
{
  interview_question_loader_tick (self->questions, interview_question_get_id (question), asked);
}

static void
on_question_send (InterviewPanelContents *self, InterviewQuestion *question)
{
  interview_chat_panel_send_to_room (self->chat, interview_question_get_text (question));
}

static void
on_question_typed (InterviewPanelContents *self, const char *text)
{
  interview_question_loader_type (self->questions, text);
}

static void
on_question_refused (InterviewPanelContents *self, const char *text, const GError *error)
{
  interview_question_list_set_problem (INTERVIEW_QUESTION_LIST (self->question_list), text,
                                       error->message);
}

static void
add_company (InterviewPanelContents *self)
{
  self->company = interview_company_loader_new (self->account, self->cache);
  self->company_view = interview_company_view_new ();
  g_signal_connect_object (self->company_view, "blob-needed", G_CALLBACK (on_picture_needed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->company, "notify::company", G_CALLBACK (on_company), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->company, "picture", G_CALLBACK (on_picture), self,
                           G_CONNECT_SWAPPED);
  add_panel (self, _ ("Company"), "interview-company-symbolic", "company", self->company_view,
             INTERVIEW_PANEL_COMPANY);
}

static void
add_resume (InterviewPanelContents *self)
{
  self->resume = interview_resume_loader_new (self->account, self->cache,
                                              interview_room_watch_get_room_id (self->watch));
  self->opener = interview_resume_opener_new (self->resume);
  self->resume_view = interview_resume_view_new ();
  g_signal_connect_object (self->resume, "notify::resume", G_CALLBACK (on_resume), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->resume, "notify::missing", G_CALLBACK (on_resume), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->opener, "notify::busy", G_CALLBACK (on_opener_busy), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->resume_view, "open-original", G_CALLBACK (on_open_original), self,
                           G_CONNECT_SWAPPED);
  add_panel (self, _ ("Resume"), "interview-resume-symbolic", "resume", self->resume_view,
             INTERVIEW_PANEL_RESUME);
}

static void
add_questions (InterviewPanelContents *self, const char *title, guint number)
{
  InterviewQuestionList *list = INTERVIEW_QUESTION_LIST (interview_question_list_new ());

  self->question_list = GTK_WIDGET (list);
  self->questions =
      interview_question_loader_new (self->account, interview_room_watch_get_room_id (self->watch));
  interview_question_list_set_model (list,
                                     interview_question_loader_get_questions (self->questions));
  interview_question_list_set_kit_shown (list, number == INTERVIEW_PANEL_RECRUITER_QUESTIONS);
  g_signal_connect_object (list, "asked-toggled", G_CALLBACK (on_asked_toggled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "send", G_CALLBACK (on_question_send), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "typed", G_CALLBACK (on_question_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->questions, "refused", G_CALLBACK (on_question_refused), self,
                           G_CONNECT_SWAPPED);
  add_panel (self, title, "interview-questions-symbolic", "questions", self->question_list, number);
}

static void
on_disclosure (InterviewPanelContents *self)
{
  InterviewDisclosure *wanted = interview_disclosure_desk_get_wanted (self->desk);

  interview_disclosure_box_set_disclosure (self->disclosure_box, wanted);
  if (wanted != NULL && interview_disclosure_get_kept (wanted) && self->resume != NULL)
    interview_resume_loader_load (self->resume);
  else if (self->resume != NULL)
    on_resume (self);
  else
    on_company (self);
}

static void
on_ask (InterviewPanelContents *self)
{
  interview_disclosure_desk_ask (self->desk);
}

static void
on_ask_failed (InterviewPanelContents *self, const GError *error)
{
  interview_disclosure_box_set_problem (self->disclosure_box, error->message);
}

static void
add_desk (InterviewPanelContents *self)
{
  self->desk =
      interview_disclosure_desk_new (self->account, interview_room_watch_get_room_id (self->watch),
                                     GTK_WIDGET (self->view));
  self->disclosure_box =
      self->resume != NULL
          ? interview_resume_view_get_disclosure_box (INTERVIEW_RESUME_VIEW (self->resume_view))
          : interview_company_view_get_disclosure_box (INTERVIEW_COMPANY_VIEW (self->company_view));
  gtk_widget_set_visible (GTK_WIDGET (self->disclosure_box), TRUE);
  g_signal_connect_object (self->disclosure_box, "ask", G_CALLBACK (on_ask), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_disclosure), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (on_ask_failed), self,
                           G_CONNECT_SWAPPED);
}

static void
add_contact (InterviewPanelContents *self)
{
  GtkWidget *box =
      interview_contact_box_new (self->account, interview_room_watch_get_room_id (self->watch));

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  add_panel (self, _ ("Contact Details"), "mail-send-symbolic", "contact", box,
             INTERVIEW_PANEL_CONTACT);
}

static void
on_unread (InterviewPanelContents *self)
{
  guint unread = interview_chat_panel_get_unread (self->chat);

  interview_panel_control_set_unread (self->chat_control, unread);
  if (unread > 0)
    interview_call_view_wake_controls (self->view);
}

static void
add_chat (InterviewPanelContents *self)
{
  self->chat =
      interview_chat_panel_new (self->account, interview_room_watch_get_room_id (self->watch));
  self->chat_control = add_panel (self, _ ("Chat"), "interview-chat-symbolic", "chat",
                                  interview_chat_panel_get_view (self->chat), INTERVIEW_PANEL_CHAT);
  g_signal_connect_object (self->chat, "notify::unread", G_CALLBACK (on_unread), self,
                           G_CONNECT_SWAPPED);
}

static void
load (InterviewPanelContents *self)
{
  self->loaded = TRUE;
  if (self->company != NULL)
    interview_company_loader_load (self->company);
  if (self->resume != NULL)
    interview_resume_loader_load (self->resume);
  interview_question_loader_load (self->questions);
  interview_chat_panel_load (self->chat);
  interview_disclosure_desk_load (self->desk);
}

static void
on_room (InterviewPanelContents *self)
{
  InterviewRoom *room = interview_room_watch_get_room (self->watch);
  gboolean interactive = room != NULL && interview_room_get_interactive (room);

  interview_call_view_set_interactive (self->view, interactive);
  if (interactive && !self->loaded)
    load (self);
}

static void
interview_panel_contents_dispose (GObject *object)
{
  InterviewPanelContents *self = INTERVIEW_PANEL_CONTENTS (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->chat);
  g_clear_object (&self->questions);
  g_clear_object (&self->opener);
  g_clear_object (&self->resume);
  g_clear_object (&self->company);
  g_clear_object (&self->cache);
  g_clear_object (&self->watch);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (interview_panel_contents_parent_class)->dispose (object);
}

static void
interview_panel_contents_class_init (InterviewPanelContentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_panel_contents_dispose;
}

static void
interview_panel_contents_init (InterviewPanelContents *self)
{
}

/**
 * interview_panel_contents_new:
 * @account: who is signed in; decides which panels there are
 * @watch: the room
 * @view: where the panels go
 *
 * Returns: (transfer full): the panels' contents; keep them as long as @view
 */
InterviewPanelContents *
interview_panel_contents_new (InterviewAccount *account,
                              InterviewRoomWatch *watch,
                              InterviewCallView *view)
{
  InterviewPanelContents *self;
  InterviewPerson *person;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (interview_account_get_session (account) != NULL, NULL);
  g_return_val_if_fail (INTERVIEW_IS_ROOM_WATCH (watch), NULL);
  g_return_val_if_fail (INTERVIEW_IS_CALL_VIEW (view), NULL);

  self = g_object_new (INTERVIEW_TYPE_PANEL_CONTENTS, NULL);
  self->account = g_object_ref (account);
  self->watch = g_object_ref (watch);
  self->view = view;
  self->cache = interview_blob_cache_new (interview_account_get_connection (account),
                                          interview_profile_get_cache_directory (
                                              interview_account_get_profile (account)));
  person = interview_session_get_person (interview_account_get_session (account));
  if (interview_person_get_role (person) == INTERVIEW_ROLE_CANDIDATE)
    {
      add_company (self);
      add_questions (self, _ ("Questions to Ask"), INTERVIEW_PANEL_CANDIDATE_QUESTIONS);
      add_contact (self);
    }
  else
    {
      add_resume (self);
      add_questions (self, _ ("Recommended Questions"), INTERVIEW_PANEL_RECRUITER_QUESTIONS);
    }
  add_chat (self);
  add_desk (self);
  g_signal_connect_object (watch, "notify::room", G_CALLBACK (on_room), self, G_CONNECT_SWAPPED);
  on_room (self);
  return self;
}
