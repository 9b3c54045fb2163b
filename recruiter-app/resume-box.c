/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "resume-box.h"

#include "program/resume-opener.h"
#include "ui/resume-view.h"
#include "pages.h"

/*
 * RecruiterResumeBox shows the resume of a room's candidate, or that it is on its way, or that
 * there is none. The original is opened by the system's viewer.
 */
struct _RecruiterResumeBox
{
  AdwBin parent_instance;

  InterviewAccount *account;
  InterviewBlobCache *cache;
  InterviewResumeLoader *loader;
  InterviewResumeOpener *opener;
  char *name;

  GtkStack *stack;
  InterviewResumeView *view;
};

G_DEFINE_FINAL_TYPE (RecruiterResumeBox, recruiter_resume_box, ADW_TYPE_BIN)

static void
update (RecruiterResumeBox *self)
{
  InterviewResume *resume =
      self->loader != NULL ? interview_resume_loader_get_resume (self->loader) : NULL;

  if (resume != NULL)
    interview_resume_view_set_resume (self->view, resume, self->name);
  if (resume != NULL)
    recruiter_pages_show (self->stack, "resume");
  else if (self->loader != NULL && interview_resume_loader_get_missing (self->loader))
    recruiter_pages_show (self->stack, "missing");
  else
    recruiter_pages_show (self->stack, "loading");
}

static void
on_busy (RecruiterResumeBox *self)
{
  interview_resume_view_set_opening (self->view, interview_resume_opener_get_busy (self->opener));
}

static void
on_open_original (RecruiterResumeBox *self)
{
  interview_resume_opener_open (self->opener, GTK_WIDGET (self));
}

static void
close_loader (RecruiterResumeBox *self)
{
  if (self->opener != NULL)
    g_signal_handlers_disconnect_by_data (self->opener, self);
  g_clear_object (&self->opener);
  if (self->loader != NULL)
    g_signal_handlers_disconnect_by_data (self->loader, self);
  g_clear_object (&self->loader);
  g_clear_object (&self->cache);
  g_clear_pointer (&self->name, g_free);
}

static void
recruiter_resume_box_dispose (GObject *object)
{
  RecruiterResumeBox *self = RECRUITER_RESUME_BOX (object);

  close_loader (self);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (recruiter_resume_box_parent_class)->dispose (object);
}

static void
recruiter_resume_box_class_init (RecruiterResumeBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_resume_box_dispose;

  g_type_ensure (INTERVIEW_TYPE_RESUME_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/resume-box.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterResumeBox, stack);
  gtk_widget_class_bind_template_child (widget_class, RecruiterResumeBox, view);
  gtk_widget_class_bind_template_callback (widget_class, on_open_original);
}

static void
recruiter_resume_box_init (RecruiterResumeBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_resume_box_set_account:
 * @account: (transfer none): who is signed in
 */
void
recruiter_resume_box_set_account (RecruiterResumeBox *self, InterviewAccount *account)
{
  g_return_if_fail (RECRUITER_IS_RESUME_BOX (self));

  g_set_object (&self->account, account);
}

/**
 * recruiter_resume_box_load:
 * @room: (nullable) (transfer none): the room whose candidate it is about
 */
void
recruiter_resume_box_load (RecruiterResumeBox *self, InterviewRoom *room)
{
  InterviewProfile *profile;

  g_return_if_fail (RECRUITER_IS_RESUME_BOX (self));

  close_loader (self);
  if (room != NULL)
    {
      profile = interview_account_get_profile (self->account);
      self->name =
          g_strdup (interview_participant_get_display_name (interview_room_get_candidate (room)));
      self->cache = interview_blob_cache_new (interview_account_get_connection (self->account),
                                              interview_profile_get_cache_directory (profile));
      self->loader =
          interview_resume_loader_new (self->account, self->cache, interview_room_get_id (room));
      g_signal_connect_object (self->loader, "notify", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      self->opener = interview_resume_opener_new (self->loader);
      g_signal_connect_object (self->opener, "notify::busy", G_CALLBACK (on_busy), self,
                               G_CONNECT_SWAPPED);
      interview_resume_loader_load (self->loader);
    }
  update (self);
}
