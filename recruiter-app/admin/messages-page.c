/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "messages-page.h"

#include <glib/gi18n.h>

#include "client/notice-api.h"
#include "../message-bar.h"
#include "delivery-log.h"
#include "notice-words.h"
#include "sending-editor.h"
#include "subpage.h"
#include "template-editor.h"

/*
 * RecruiterMessagesPage is where the HR admin decides what candidates are told and how it leaves:
 * ways into the settings of mail and text messages, the delivery log and the templates. It belongs
 * into a preferences window, which shows what it leads to.
 */
struct _RecruiterMessagesPage
{
  AdwPreferencesPage parent_instance;

  InterviewAccount *account;
  GCancellable *cancellable;
  GPtrArray *found;

  RecruiterMessageBar *message;
  AdwPreferencesGroup *templates;
  GtkWidget *rows[INTERVIEW_NOTICE_KIND_TEST];
};

G_DEFINE_FINAL_TYPE (RecruiterMessagesPage, recruiter_messages_page, ADW_TYPE_PREFERENCES_PAGE)

static void
present (RecruiterMessagesPage *self, const char *title, GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  recruiter_subpage_open (ADW_PREFERENCES_WINDOW (root), title, page);
}

static void
on_sending (RecruiterMessagesPage *self)
{
  present (self, _ ("Mail and Text Messages"),
           recruiter_sending_editor_new (interview_account_get_connection (self->account)));
}

static void
on_log (RecruiterMessagesPage *self)
{
  present (self, _ ("Delivery Log"), recruiter_delivery_log_new (self->account));
}

static gboolean
has_custom (RecruiterMessagesPage *self, InterviewNoticeKind kind)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      InterviewNoticeTemplate *template = g_ptr_array_index (self->found, i);

      if (interview_notice_template_get_kind (template) == kind &&
          interview_notice_template_get_custom (template))
        return TRUE;
    }
  return FALSE;
}

static void
describe (RecruiterMessagesPage *self, InterviewNoticeKind kind)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[kind]),
                               has_custom (self, kind) ? _ ("The company’s own words")
                                                       : _ ("Standard text"));
}

static void
on_template_changed (RecruiterMessagesPage *self, InterviewNoticeTemplate *template)
{
  InterviewNoticeKind kind = interview_notice_template_get_kind (template);

  for (guint i = 0; i < self->found->len; i++)
    {
      InterviewNoticeTemplate *other = g_ptr_array_index (self->found, i);

      if (interview_notice_template_get_kind (other) == kind &&
          g_str_equal (interview_notice_template_get_language (other),
                       interview_notice_template_get_language (template)))
        g_set_object (&self->found->pdata[i], template);
    }
  describe (self, kind);
}

static void
on_template (RecruiterMessagesPage *self, GtkWidget *row)
{
  InterviewNoticeKind kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "kind"));
  g_autoptr (GPtrArray) templates = g_ptr_array_new ();
  GtkWidget *editor;

  for (guint i = 0; i < self->found->len; i++)
    {
      InterviewNoticeTemplate *template = g_ptr_array_index (self->found, i);

      if (interview_notice_template_get_kind (template) == kind)
        g_ptr_array_add (templates, template);
    }
  editor =
      recruiter_template_editor_new (interview_account_get_connection (self->account), templates);
  g_signal_connect_object (editor, "changed", G_CALLBACK (on_template_changed), self,
                           G_CONNECT_SWAPPED);
  present (self, recruiter_notice_words_kind (kind), editor);
}

static void
add_row (RecruiterMessagesPage *self, InterviewNoticeKind kind)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), recruiter_notice_words_kind (kind));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "kind", GINT_TO_POINTER (kind));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_template), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->templates, row);
  self->rows[kind] = row;
  describe (self, kind);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterMessagesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page = NULL;
  GPtrArray *items;

  page = interview_notice_api_list_templates_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (page == NULL)
    {
      recruiter_message_bar_show (self->message, error->message);
      return;
    }
  items = interview_page_get_items (page);
  for (guint i = 0; i < items->len; i++)
    {
      InterviewNoticeKind kind = interview_notice_template_get_kind (items->pdata[i]);

      g_ptr_array_add (self->found, g_object_ref (items->pdata[i]));
      if (kind < G_N_ELEMENTS (self->rows) && self->rows[kind] == NULL)
        add_row (self, kind);
    }
}

static void
recruiter_messages_page_dispose (GObject *object)
{
  RecruiterMessagesPage *self = RECRUITER_MESSAGES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (recruiter_messages_page_parent_class)->dispose (object);
}

static void
recruiter_messages_page_finalize (GObject *object)
{
  RecruiterMessagesPage *self = RECRUITER_MESSAGES_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  G_OBJECT_CLASS (recruiter_messages_page_parent_class)->finalize (object);
}

static void
recruiter_messages_page_class_init (RecruiterMessagesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_messages_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = recruiter_messages_page_finalize;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/interview/Recruiter/admin/messages-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterMessagesPage, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterMessagesPage, templates);
  gtk_widget_class_bind_template_callback (widget_class, on_sending);
  gtk_widget_class_bind_template_callback (widget_class, on_log);
}

static void
recruiter_messages_page_init (RecruiterMessagesPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_messages_page_open:
 * @account: (transfer none): the HR admin who is signed in
 *
 * Asks the server for the templates; once.
 */
void
recruiter_messages_page_open (RecruiterMessagesPage *self, InterviewAccount *account)
{
  g_return_if_fail (RECRUITER_IS_MESSAGES_PAGE (self));
  g_return_if_fail (self->account == NULL);

  self->account = g_object_ref (account);
  interview_notice_api_list_templates_async (interview_account_get_connection (account),
                                             self->cancellable, on_loaded, g_object_ref (self));
}
