/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/error-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/error.h"

/*
 * InterviewErrorPage says what happened and what to do. The words come from the value of the error
 * alone; its message may hold what a machine said and is not shown.
 */
struct _InterviewErrorPage
{
  GtkWidget parent_instance;

  GtkWidget *status_page;
  GtkWidget *retry_button;
  GtkWidget *back_button;
};

enum
{
  SIGNAL_RETRY,
  SIGNAL_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define ICON_ERROR "dialog-error-symbolic"
#define ICON_NETWORK "network-error-symbolic"
#define ICON_PASSWORD "dialog-password-symbolic"
#define ICON_TIME "document-open-recent-symbolic"

G_DEFINE_FINAL_TYPE (InterviewErrorPage, interview_error_page, GTK_TYPE_WIDGET)

static const InterviewErrorText fallback = { ICON_ERROR, N_ ("Something Went Wrong"),
                                             N_ ("Try again. If it happens again, tell the people "
                                                 "who invited you."),
                                             TRUE };

static const struct
{
  InterviewErrorCode code;
  InterviewErrorText text;
} texts[] = {
  { INTERVIEW_ERROR_NETWORK,
    { ICON_NETWORK, N_ ("The Server Cannot Be Reached"),
      N_ ("Check that your computer is connected to the network, then try again."), TRUE } },
  { INTERVIEW_ERROR_CERTIFICATE,
    { ICON_NETWORK, N_ ("This Server Cannot Be Trusted"),
      N_ ("Its certificate is not the expected one. Ask the company for a new link."), FALSE } },
  { INTERVIEW_ERROR_BUSY,
    { ICON_NETWORK, N_ ("The Server Is Busy"), N_ ("Wait a moment, then try again."), TRUE } },
  { INTERVIEW_ERROR_RATE_LIMITED,
    { ICON_TIME, N_ ("Too Many Attempts"), N_ ("Wait a minute, then try again."), TRUE } },
  { INTERVIEW_ERROR_UNAUTHENTICATED,
    { ICON_PASSWORD, N_ ("You Are Signed Out"), N_ ("Sign in again to go on."), FALSE } },
  { INTERVIEW_ERROR_WRONG_PASSWORD,
    { ICON_PASSWORD, N_ ("Wrong E-Mail Address or Password"),
      N_ ("Check both and try again. Capital letters matter in a password."), TRUE } },
  { INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE,
    { "computer-symbolic", N_ ("You Signed In Elsewhere"),
      N_ ("The interview goes on at the other computer. To use this one, open your invitation "
          "here again."),
      FALSE } },
  { INTERVIEW_ERROR_FORBIDDEN,
    { ICON_PASSWORD, N_ ("You Are Not Allowed to Do This"),
      N_ ("Ask the person who looks after the interviews of the company."), FALSE } },
  { INTERVIEW_ERROR_NOT_FOUND,
    { ICON_ERROR, N_ ("This Does Not Exist Any More"),
      N_ ("It may have been removed in the meantime. Go back and look again."), FALSE } },
  { INTERVIEW_ERROR_CONFLICT,
    { ICON_ERROR, N_ ("Somebody Else Changed This"), N_ ("Look at it again, then try once more."),
      TRUE } },
  { INTERVIEW_ERROR_RECRUITER_TAKEN,
    { ICON_ERROR, N_ ("Somebody Was Faster"),
      N_ ("Another candidate has just chosen this recruiter. Choose another one."), TRUE } },
  { INTERVIEW_ERROR_ALREADY_RATED,
    { "object-select-symbolic", N_ ("Already Rated"), N_ ("Your first rating counts. Thank you!"),
      FALSE } },
  { INTERVIEW_ERROR_INVITATION_UNKNOWN,
    { ICON_ERROR, N_ ("This Invitation Is Not Known"),
      N_ ("Copy the whole link or code from your invitation and try again."), FALSE } },
  { INTERVIEW_ERROR_INVITATION_EXPIRED,
    { ICON_TIME, N_ ("This Invitation Has Expired"), N_ ("Ask the company for a new one."),
      FALSE } },
  { INTERVIEW_ERROR_INVITATION_REVOKED,
    { ICON_ERROR, N_ ("This Invitation Was Withdrawn"),
      N_ ("Look for a newer one in your messages, or ask the company."), FALSE } },
  { INTERVIEW_ERROR_INVITATION_USED,
    { ICON_ERROR, N_ ("This Code Was Used Already"), N_ ("Ask the company for a new one."),
      FALSE } },
  { INTERVIEW_ERROR_INVITATION_EARLY,
    { ICON_TIME, N_ ("You Are Early"),
      N_ ("The room opens half an hour before the interview. Come back then."), TRUE } },
  { INTERVIEW_ERROR_ROOM_CLOSED,
    { "call-stop-symbolic", N_ ("This Interview Has Ended"),
      N_ ("If that is a mistake, ask the company for a new invitation."), FALSE } },
  { INTERVIEW_ERROR_STORE_FULL,
    { "drive-harddisk-symbolic", N_ ("No Space Left"),
      N_ ("Free some space on the disk, then try again."), TRUE } },
  { INTERVIEW_ERROR_STORE_CORRUPT,
    { "drive-harddisk-symbolic", N_ ("Stored Data Is Damaged"),
      N_ ("Nothing was deleted. Ask the person who looks after this computer."), FALSE } },
  { INTERVIEW_ERROR_STORE_NEWER,
    { "drive-harddisk-symbolic", N_ ("This Program Is Too Old"),
      N_ ("Its data comes from a newer version. Install the newer version again."), FALSE } },
  { INTERVIEW_ERROR_CREDENTIALS,
    { ICON_PASSWORD, N_ ("You Cannot Be Kept Signed In"),
      N_ ("You can go on, but will have to sign in again next time."), TRUE } },
  { INTERVIEW_ERROR_MEDIA,
    { "camera-disabled-symbolic", N_ ("Picture and Sound Failed"),
      N_ ("Try again. If it happens again, restart the program."), TRUE } },
  { INTERVIEW_ERROR_DEVICE,
    { "camera-disabled-symbolic", N_ ("A Device Does Not Work"),
      N_ ("Plug it in again or choose another one. Another program may be using it."), TRUE } },
};

/**
 * interview_error_text_describe:
 * @error: (nullable): what went wrong
 *
 * Returns: icon and translated words for it; they are static
 */
InterviewErrorText
interview_error_text_describe (const GError *error)
{
  InterviewErrorText text = fallback;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (error != NULL && error->domain == INTERVIEW_ERROR && error->code == (int) texts[i].code)
        text = texts[i].text;
    }
  text.title = _ (text.title);
  text.advice = _ (text.advice);
  return text;
}

static void
on_retry (InterviewErrorPage *self)
{
  g_signal_emit (self, signals[SIGNAL_RETRY], 0);
}

static void
on_back (InterviewErrorPage *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
interview_error_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), INTERVIEW_TYPE_ERROR_PAGE);

  G_OBJECT_CLASS (interview_error_page_parent_class)->dispose (object);
}

static void
interview_error_page_class_init (InterviewErrorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = interview_error_page_dispose;

  signals[SIGNAL_RETRY] = g_signal_new ("retry", INTERVIEW_TYPE_ERROR_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_BACK] = g_signal_new ("back", INTERVIEW_TYPE_ERROR_PAGE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/error-page.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewErrorPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, InterviewErrorPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewErrorPage, back_button);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
interview_error_page_init (InterviewErrorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  interview_error_page_set_error (self, NULL);
}

/**
 * interview_error_page_new:
 *
 * Signals: `retry`, `back`.
 *
 * Returns: (transfer floating): a page for an unknown error
 */
GtkWidget *
interview_error_page_new (void)
{
  return g_object_new (INTERVIEW_TYPE_ERROR_PAGE, NULL);
}

/**
 * interview_error_page_set_error:
 * @error: (nullable): what went wrong
 */
void
interview_error_page_set_error (InterviewErrorPage *self, const GError *error)
{
  InterviewErrorText text;

  g_return_if_fail (INTERVIEW_IS_ERROR_PAGE (self));

  text = interview_error_text_describe (error);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->status_page), text.icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->status_page), text.title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->status_page), text.advice);
  gtk_widget_set_visible (self->retry_button, text.retry);
}

/**
 * interview_error_page_set_back_label:
 * @label: (nullable): what the second button, signal `back`, says, with a mnemonic; %NULL hides it
 */
void
interview_error_page_set_back_label (InterviewErrorPage *self, const char *label)
{
  g_return_if_fail (INTERVIEW_IS_ERROR_PAGE (self));

  gtk_button_set_label (GTK_BUTTON (self->back_button), label != NULL ? label : "");
  gtk_widget_set_visible (self->back_button, label != NULL);
}
