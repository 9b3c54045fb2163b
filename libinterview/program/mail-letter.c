/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/mail-letter.h"

#include <libportal-gtk4/portal-gtk4.h>

/*
 * A letter in the person's own mail program, with its text filled in: nothing is sent before they
 * have chosen to whom. The desktop's portal opens it; where there is none, the program that opens
 * mailto links (RFC 6068).
 */
typedef struct
{
  GtkWindow *parent;
  char *subject;
  char *text;
} Letter;

static void
letter_free (Letter *self)
{
  g_clear_object (&self->parent);
  g_free (self->subject);
  g_free (self->text);
  g_free (self);
}

static void
on_composed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Letter *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *subject = NULL, *text = NULL, *uri = NULL;

  if (!xdp_portal_compose_email_finish (XDP_PORTAL (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_info ("The portal writes no mail: %s", error->message);
      subject = g_uri_escape_string (self->subject, NULL, FALSE);
      text = g_uri_escape_string (self->text, NULL, FALSE);
      uri = g_strdup_printf ("mailto:?subject=%s&body=%s", subject, text);
      gtk_show_uri (self->parent, uri, GDK_CURRENT_TIME);
    }
  letter_free (self);
}

/**
 * interview_mail_letter_compose:
 * @parent: (transfer none): the window from which it is written
 * @subject: what it is about
 * @text: what it says
 *
 * Opens a new letter. Main thread.
 */
void
interview_mail_letter_compose (GtkWindow *parent, const char *subject, const char *text)
{
  g_autoptr (XdpPortal) portal = xdp_portal_new ();
  g_autoptr (XdpParent) handle = xdp_parent_new_gtk (parent);
  Letter *self = g_new0 (Letter, 1);

  self->parent = g_object_ref (parent);
  self->subject = g_strdup (subject);
  self->text = g_strdup (text);
  xdp_portal_compose_email (portal, handle, NULL, NULL, NULL, subject, text, NULL, 0, NULL,
                            on_composed, self);
}
