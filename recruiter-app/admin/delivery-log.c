/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "delivery-log.h"

#include <glib/gi18n.h>

#include "client/notice-api.h"
#include "program/time-text.h"
#include "../message-bar.h"
#include "notice-words.h"

/*
 * RecruiterDeliveryLog shows what became of each message on each of its ways, the newest first, and
 * lets one that failed or is uncertain go again: nobody else decides that. It loads again when the
 * server says that something has changed, and keeps open what is open.
 */
struct _RecruiterDeliveryLog
{
  AdwBin parent_instance;

  InterviewConnection *connection;
  GCancellable *cancellable;
  GHashTable *open; /* identifiers of rows that are expanded */
  char *cursor;
  gboolean loading;
  gboolean again;

  RecruiterMessageBar *message;
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (RecruiterDeliveryLog, recruiter_delivery_log, ADW_TYPE_BIN)

static void load (RecruiterDeliveryLog *self, const char *cursor);

static void
on_resent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterDeliveryLog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewDelivery) delivery = NULL;

  delivery = interview_notice_api_resend_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  recruiter_message_bar_show (self->message, error != NULL ? error->message : NULL);
  load (self, NULL);
}

static void
on_resend (GtkButton *button, RecruiterDeliveryLog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  interview_notice_api_resend_async (self->connection,
                                     g_object_get_data (G_OBJECT (button), "delivery"),
                                     self->cancellable, on_resent, g_object_ref (self));
}

static char *
describe_step (InterviewDeliveryStep *step)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *reason = recruiter_notice_words_reason (interview_delivery_step_get_reason (step));
  const char *detail = interview_delivery_step_get_detail (step);
  const char *name = interview_delivery_step_get_person_name (step);
  g_autofree char *moment =
      interview_time_text_moment (interview_delivery_step_get_at (step), g_get_real_time ());

  g_string_append (words, moment);
  if (name != NULL)
    g_string_append_printf (words, " · %s", name);
  if (reason != NULL)
    g_string_append_printf (words, "\n%s", reason);
  if (detail != NULL)
    g_string_append_printf (words, "\n%s", detail);
  return g_markup_escape_text (words->str, -1);
}

static void
add_steps (AdwExpanderRow *row, InterviewDelivery *delivery)
{
  GPtrArray *steps = interview_delivery_get_steps (delivery);

  for (guint i = 0; i < steps->len; i++)
    {
      InterviewDeliveryStep *step = g_ptr_array_index (steps, i);
      GtkWidget *line = adw_action_row_new ();
      g_autofree char *words = describe_step (step);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line),
                                     recruiter_notice_words_state (
                                         interview_delivery_step_get_state (step)));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (line), words);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (line), 0);
      adw_expander_row_add_row (row, line);
    }
}

static void
add_resend (RecruiterDeliveryLog *self, AdwExpanderRow *row, InterviewDelivery *delivery)
{
  gboolean uncertain =
      interview_delivery_get_state (delivery) == INTERVIEW_DELIVERY_STATE_UNCERTAIN;
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Send Again"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line),
                                 uncertain ? _ ("It may have arrived") : _ ("It did not arrive"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line),
                               uncertain ? _ ("Ask the person before you send it a second time")
                                         : _ ("Mend what is the matter first"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (line), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "delivery",
                          g_strdup (interview_delivery_get_id (delivery)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_resend), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);
  adw_expander_row_add_row (row, line);
}

static void
on_expanded (AdwExpanderRow *row, GParamSpec *pspec, RecruiterDeliveryLog *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "delivery");

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->open, g_strdup (id));
  else
    g_hash_table_remove (self->open, id);
}

static void
add_delivery (RecruiterDeliveryLog *self, InterviewDelivery *delivery)
{
  InterviewDeliveryState state = interview_delivery_get_state (delivery);
  const char *id = interview_delivery_get_id (delivery);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (recruiter_notice_words_state_icon (state));
  GtkWidget *label = gtk_label_new (recruiter_notice_words_state (state));
  g_autofree char *title =
      g_markup_printf_escaped ("%s · %s", interview_delivery_get_person_name (delivery),
                               recruiter_notice_words_kind (
                                   interview_delivery_get_kind (delivery)));
  g_autofree char *moment =
      interview_time_text_moment (interview_delivery_get_created_at (delivery), g_get_real_time ());
  g_autofree char *subtitle =
      g_markup_printf_escaped ("%s · %s\n%s", moment,
                               recruiter_notice_words_channel (
                                   interview_delivery_get_channel (delivery)),
                               interview_delivery_get_recipient (delivery));

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  recruiter_notice_words_state (state), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), label);
  add_steps (ADW_EXPANDER_ROW (row), delivery);
  if (state == INTERVIEW_DELIVERY_STATE_UNCERTAIN || state == INTERVIEW_DELIVERY_STATE_FAILED)
    add_resend (self, ADW_EXPANDER_ROW (row), delivery);
  g_object_set_data_full (G_OBJECT (row), "delivery", g_strdup (id), g_free);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (self->open, id));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_expanded), self, 0);
  gtk_list_box_append (self->list, row);
}

static void
clear (RecruiterDeliveryLog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterDeliveryLog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page = NULL;
  GPtrArray *items;

  page =
      interview_notice_api_list_deliveries_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->loading = FALSE;
  if (page == NULL)
    {
      recruiter_message_bar_show (self->message, error->message);
      return;
    }
  if (self->cursor == NULL)
    clear (self);
  items = interview_page_get_items (page);
  for (guint i = 0; i < items->len; i++)
    add_delivery (self, g_ptr_array_index (items, i));
  g_free (self->cursor);
  self->cursor = g_strdup (interview_page_get_next_cursor (page));
  gtk_widget_set_visible (self->more, self->cursor != NULL);
  gtk_stack_set_visible_child_name (
      self->stack, gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL ? "list" : "empty");
  if (self->again)
    load (self, NULL);
}

static void
load (RecruiterDeliveryLog *self, const char *cursor)
{
  self->again = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  if (cursor == NULL)
    g_clear_pointer (&self->cursor, g_free);
  interview_notice_api_list_deliveries_async (self->connection, cursor, self->cancellable,
                                              on_loaded, g_object_ref (self));
}

static void
on_more (RecruiterDeliveryLog *self)
{
  load (self, self->cursor);
}

static void
on_event (RecruiterDeliveryLog *self, InterviewEvent *event)
{
  if (interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_DELIVERY_CHANGED)
    load (self, NULL);
}

static void
recruiter_delivery_log_dispose (GObject *object)
{
  RecruiterDeliveryLog *self = RECRUITER_DELIVERY_LOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (recruiter_delivery_log_parent_class)->dispose (object);
}

static void
recruiter_delivery_log_finalize (GObject *object)
{
  RecruiterDeliveryLog *self = RECRUITER_DELIVERY_LOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_free (self->cursor);
  G_OBJECT_CLASS (recruiter_delivery_log_parent_class)->finalize (object);
}

static void
recruiter_delivery_log_class_init (RecruiterDeliveryLogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_delivery_log_dispose;
  G_OBJECT_CLASS (klass)->finalize = recruiter_delivery_log_finalize;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/interview/Recruiter/admin/delivery-log.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterDeliveryLog, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterDeliveryLog, stack);
  gtk_widget_class_bind_template_child (widget_class, RecruiterDeliveryLog, list);
  gtk_widget_class_bind_template_child (widget_class, RecruiterDeliveryLog, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
}

static void
recruiter_delivery_log_init (RecruiterDeliveryLog *self)
{
  self->cancellable = g_cancellable_new ();
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_delivery_log_new:
 * @account: (transfer none): the HR admin who is signed in
 *
 * Returns: (transfer none): a page that asks the server
 */
GtkWidget *
recruiter_delivery_log_new (InterviewAccount *account)
{
  RecruiterDeliveryLog *self = g_object_new (RECRUITER_TYPE_DELIVERY_LOG, NULL);

  self->connection = g_object_ref (interview_account_get_connection (account));
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  load (self, NULL);
  return GTK_WIDGET (self);
}
