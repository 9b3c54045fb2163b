/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "ended-page.h"

#include <glib/gi18n.h>

/*
 * RecruiterEndedPage follows a call: the interview is over, or only the recruiter has left it and
 * somebody may still end it, or somebody has taken the recruiter off the panel.
 *
 * Signal `rejoin`: they want to go back in.
 */
struct _RecruiterEndedPage
{
  AdwBin parent_instance;

  InterviewRoomWatch *watch;

  AdwStatusPage *page;
  GtkWidget *rejoin;
  GtkWidget *home;
};

enum
{
  REJOIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterEndedPage, recruiter_ended_page, ADW_TYPE_BIN)

static void
on_rejoin (RecruiterEndedPage *self)
{
  g_signal_emit (self, signals[REJOIN], 0);
}

static const char *
get_title (gboolean over, gboolean removed)
{
  if (over)
    return _ ("The Interview Is Over");
  return removed ? _ ("You Do Not Take Part Any More") : _ ("You Left the Interview");
}

static char *
make_words (gboolean over, gboolean removed, const char *name)
{
  if (over)
    /* Translators: %s is the candidate. */
    return g_markup_printf_escaped (_ ("%s can rate the interview now. What candidates think of "
                                       "you is under “My Score”, once there are enough ratings."),
                                    name);
  if (removed)
    /* Translators: %s is the candidate. */
    return g_markup_printf_escaped (_ ("Somebody of your company has changed who interviews %s. "
                                       "The interview goes on without you. If that was a mistake, "
                                       "ask HR to put you on the panel again."),
                                    name);
  /* Translators: %s is the candidate. */
  return g_markup_printf_escaped (_ ("The room with %s is still open. You can come back."), name);
}

static void
fill (RecruiterEndedPage *self)
{
  InterviewRoom *room = interview_room_watch_get_room (self->watch);
  gboolean over = interview_room_watch_is_over (self->watch);
  gboolean removed = interview_room_watch_is_removed (self->watch);
  g_autofree char *words = NULL;

  if (room != NULL)
    words =
        make_words (over, removed,
                    interview_participant_get_display_name (interview_room_get_candidate (room)));
  adw_status_page_set_icon_name (self->page,
                                 over ? "object-select-symbolic" : "call-stop-symbolic");
  adw_status_page_set_title (self->page, get_title (over, removed));
  adw_status_page_set_description (self->page, words);
  gtk_widget_set_visible (self->rejoin, !over && !removed);
}

static void
close_watch (RecruiterEndedPage *self)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
}

static void
recruiter_ended_page_unmap (GtkWidget *widget)
{
  close_watch (RECRUITER_ENDED_PAGE (widget));
  GTK_WIDGET_CLASS (recruiter_ended_page_parent_class)->unmap (widget);
}

static void
recruiter_ended_page_dispose (GObject *object)
{
  close_watch (RECRUITER_ENDED_PAGE (object));
  G_OBJECT_CLASS (recruiter_ended_page_parent_class)->dispose (object);
}

static void
recruiter_ended_page_class_init (RecruiterEndedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_ended_page_dispose;
  widget_class->unmap = recruiter_ended_page_unmap;

  signals[REJOIN] = g_signal_new ("rejoin", RECRUITER_TYPE_ENDED_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/ended-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterEndedPage, page);
  gtk_widget_class_bind_template_child (widget_class, RecruiterEndedPage, rejoin);
  gtk_widget_class_bind_template_child (widget_class, RecruiterEndedPage, home);
  gtk_widget_class_bind_template_callback (widget_class, on_rejoin);
}

static void
recruiter_ended_page_init (RecruiterEndedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_ended_page_open:
 * @watch: (transfer none): the room that the visit was to
 */
void
recruiter_ended_page_open (RecruiterEndedPage *self, InterviewRoomWatch *watch)
{
  g_return_if_fail (RECRUITER_IS_ENDED_PAGE (self));

  close_watch (self);
  self->watch = g_object_ref (watch);
  g_signal_connect_object (watch, "notify::room", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (watch, "notify::error", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  gtk_widget_grab_focus (self->home);
}
