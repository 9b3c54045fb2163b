/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "program/share-row.h"

#include <glib/gi18n-lib.h>

#include "program/time-text.h"

#define SHARE_KEY "interview-share"

/*
 * A row about a recording that is or was shared: of whom, by whom, how far it is and until when,
 * and a button that takes it back.
 */

static char *
describe_state (InterviewRecordingShare *share)
{
  gint64 now = g_get_real_time ();
  g_autofree char *end =
      interview_time_text_moment (interview_recording_share_get_expires_at (share), now);
  g_autofree char *over = NULL;

  switch (interview_recording_share_get_state (share))
    {
    case INTERVIEW_RECORDING_SHARE_STATE_UPLOADING:
      return g_strdup_printf (_ ("Being sent, %d %%"),
                              (int) (interview_recording_share_get_uploaded (share) * 100 /
                                     interview_recording_share_get_size (share)));
    case INTERVIEW_RECORDING_SHARE_STATE_READY:
      /* Translators: the first %s is a day and a time. */
      return g_strdup_printf (ngettext ("Until %s · opened %d time", "Until %s · opened %d times",
                                        (gulong) interview_recording_share_get_opened (share)),
                              end, (int) interview_recording_share_get_opened (share));
    case INTERVIEW_RECORDING_SHARE_STATE_EXPIRED:
      return g_strdup_printf (_ ("Ended %s"), end);
    case INTERVIEW_RECORDING_SHARE_STATE_WITHDRAWN:
    default:
      over = interview_time_text_moment (interview_recording_share_get_ended_at (share), now);
      return g_strdup_printf (_ ("Withdrawn %s"), over);
    }
}

/**
 * interview_share_row_new:
 * @share: (transfer none): what is shared
 * @withdrawable: whether the reader may take it back
 * @on_withdraw: called as handler of the button's “clicked”, with @data first and the button second
 * @data: an object, for @on_withdraw
 *
 * Returns: (transfer none): a new row
 */
GtkWidget *
interview_share_row_new (InterviewRecordingShare *share,
                         gboolean withdrawable,
                         GCallback on_withdraw,
                         gpointer data)
{
  InterviewRecordingShareState state = interview_recording_share_get_state (share);
  gboolean open = state == INTERVIEW_RECORDING_SHARE_STATE_UPLOADING ||
                  state == INTERVIEW_RECORDING_SHARE_STATE_READY;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button;
  g_autofree char *title =
      g_strdup_printf ("%s · %s", interview_recording_share_get_candidate (share),
                       interview_recording_share_get_position (share));
  g_autofree char *size = g_format_size ((guint64) interview_recording_share_get_size (share));
  g_autofree char *words = describe_state (share);
  /* Translators: who shares it, its size, and how far it is. */
  g_autofree char *subtitle = g_strdup_printf (_ ("Shared by %s · %s\n%s"),
                                               interview_participant_get_display_name (
                                                   interview_recording_share_get_shared_by (share)),
                                               size, words);

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, "title-lines", 2,
                "subtitle-lines", 0, NULL);
  g_object_set_data_full (G_OBJECT (row), SHARE_KEY, g_object_ref (share), g_object_unref);
  if (!open || !withdrawable)
    return row;
  button = gtk_button_new_with_label (_ ("Withdraw"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", on_withdraw, data, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/**
 * interview_share_row_get_share:
 * @widget: a row of interview_share_row_new(), or something in it
 *
 * Returns: (transfer none): what the row is about
 */
InterviewRecordingShare *
interview_share_row_get_share (GtkWidget *widget)
{
  GtkWidget *row =
      ADW_IS_ACTION_ROW (widget) ? widget : gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);

  return g_object_get_data (G_OBJECT (row), SHARE_KEY);
}
