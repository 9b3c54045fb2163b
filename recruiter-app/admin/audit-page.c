/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "audit-page.h"

#include <glib/gi18n.h>

#include "../message-bar.h"
#include "client/remote-list.h"
#include "core/model/audit-entry.h"
#include "program/time-text.h"

/*
 * RecruiterAuditPage lists who changed what, the newest first. Nothing in it can be changed.
 */
struct _RecruiterAuditPage
{
  AdwPreferencesPage parent_instance;

  InterviewRemoteList *list;
  GPtrArray *rows;
  RecruiterMessageBar *message;
  AdwPreferencesGroup *entries;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (RecruiterAuditPage, recruiter_audit_page, ADW_TYPE_PREFERENCES_PAGE)

static const char *
get_words (InterviewAuditKind kind)
{
  switch (kind)
    {
    case INTERVIEW_AUDIT_KIND_POLICY_CHANGED:
      return _ ("Staffing policy changed");
    case INTERVIEW_AUDIT_KIND_FORM_CHANGED:
      return _ ("Rating form changed");
    case INTERVIEW_AUDIT_KIND_ORDER_CHANGED:
      return _ ("Order changed");
    case INTERVIEW_AUDIT_KIND_WITHDRAWAL_PROPOSED:
      return _ ("Withdrawal proposed");
    case INTERVIEW_AUDIT_KIND_PROPOSAL_DROPPED:
      return _ ("Proposal dropped");
    case INTERVIEW_AUDIT_KIND_WITHDRAWN:
      return _ ("Qualification withdrawn by the policy");
    case INTERVIEW_AUDIT_KIND_WITHDRAWAL_CONFIRMED:
      return _ ("Withdrawal confirmed");
    case INTERVIEW_AUDIT_KIND_WITHDRAWAL_REJECTED:
      return _ ("Withdrawal rejected");
    case INTERVIEW_AUDIT_KIND_APPEALED:
      return _ ("Appeal");
    case INTERVIEW_AUDIT_KIND_CONSENT_TEXT_CHANGED:
      return _ ("Consent text changed");
    case INTERVIEW_AUDIT_KIND_SHARING_CHANGED:
      return _ ("Rule of sharing recordings changed");
    case INTERVIEW_AUDIT_KIND_RECORDING_SHARED:
      return _ ("Recording shared");
    case INTERVIEW_AUDIT_KIND_SHARE_WITHDRAWN:
      return _ ("Shared recording withdrawn");
    case INTERVIEW_AUDIT_KIND_SHARE_EXPIRED:
      return _ ("Shared recording expired");
    case INTERVIEW_AUDIT_KIND_REINSTATED:
    default:
      return _ ("Reinstated");
    }
}

/* Settings are shown as they were written down; a state speaks for itself. */
static gboolean
has_details (InterviewAuditEntry *entry)
{
  return interview_audit_entry_get_subject_id (entry) == NULL &&
         interview_audit_entry_get_latter (entry) != NULL;
}

static void
add_detail (AdwExpanderRow *row, const char *title, const char *text)
{
  GtkWidget *detail = adw_action_row_new ();
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (text == NULL)
    {
      g_object_unref (g_object_ref_sink (detail));
      return;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (detail), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (detail), escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (detail), 0);
  adw_expander_row_add_row (row, detail);
}

static GtkWidget *
make_row (InterviewAuditEntry *entry)
{
  gboolean details = has_details (entry);
  GtkWidget *row = details ? adw_expander_row_new () : adw_action_row_new ();
  const char *subject = interview_audit_entry_get_subject_name (entry);
  const char *actor = interview_audit_entry_get_actor_name (entry);
  const char *reason = interview_audit_entry_get_reason (entry);
  const char *words = get_words (interview_audit_entry_get_kind (entry));
  g_autofree char *moment =
      interview_time_text_moment (interview_audit_entry_get_at (entry), g_get_real_time ());
  g_autofree char *title = NULL, *subtitle = NULL, *escaped_title = NULL, *escaped = NULL;

  /* Translators: what was done, and to whom. */
  title = subject != NULL ? g_strdup_printf (_ ("%s: %s"), words, subject) : g_strdup (words);
  subtitle = g_strdup_printf ("%s · %s%s%s", moment, actor != NULL ? actor : _ ("by itself"),
                              reason != NULL ? "\n" : "", reason != NULL ? reason : "");
  escaped_title = g_markup_escape_text (title, -1);
  escaped = g_markup_escape_text (subtitle, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  if (details)
    {
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), escaped);
      add_detail (ADW_EXPANDER_ROW (row), _ ("Before"), interview_audit_entry_get_former (entry));
      add_detail (ADW_EXPANDER_ROW (row), _ ("Afterwards"),
                  interview_audit_entry_get_latter (entry));
    }
  else
    {
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    }
  return row;
}

static void
on_items (RecruiterAuditPage *self)
{
  GListModel *model = G_LIST_MODEL (self->list);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->entries, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (InterviewAuditEntry) entry = g_list_model_get_item (model, i);
      GtkWidget *row = make_row (entry);

      adw_preferences_group_add (self->entries, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
on_state (RecruiterAuditPage *self)
{
  const GError *error = interview_remote_list_get_error (self->list);

  recruiter_message_bar_show (self->message, error != NULL ? error->message : NULL);
  gtk_widget_set_visible (self->more, interview_remote_list_get_has_more (self->list));
}

static void
on_more (RecruiterAuditPage *self)
{
  interview_remote_list_load_more (self->list);
}

static void
on_event (RecruiterAuditPage *self, InterviewEvent *event)
{
  if (interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_STAFFING_CHANGED)
    interview_remote_list_reload (self->list);
}

static void
recruiter_audit_page_dispose (GObject *object)
{
  RecruiterAuditPage *self = RECRUITER_AUDIT_PAGE (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (recruiter_audit_page_parent_class)->dispose (object);
}

static void
recruiter_audit_page_finalize (GObject *object)
{
  g_ptr_array_unref (RECRUITER_AUDIT_PAGE (object)->rows);
  G_OBJECT_CLASS (recruiter_audit_page_parent_class)->finalize (object);
}

static void
recruiter_audit_page_class_init (RecruiterAuditPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = recruiter_audit_page_dispose;
  object_class->finalize = recruiter_audit_page_finalize;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/interview/Recruiter/admin/audit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterAuditPage, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterAuditPage, entries);
  gtk_widget_class_bind_template_child (widget_class, RecruiterAuditPage, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
}

static void
recruiter_audit_page_init (RecruiterAuditPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_audit_page_new:
 * @account: (transfer none): the HR admin who is signed in
 *
 * Returns: (transfer none): a page that asks the server
 */
GtkWidget *
recruiter_audit_page_new (InterviewAccount *account)
{
  RecruiterAuditPage *self = g_object_new (RECRUITER_TYPE_AUDIT_PAGE, NULL);

  self->list = interview_remote_list_new (interview_account_get_connection (account),
                                          INTERVIEW_ROUTE_AUDIT, NULL, INTERVIEW_TYPE_AUDIT_ENTRY);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify", G_CALLBACK (on_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  interview_remote_list_reload (self->list);
  return GTK_WIDGET (self);
}
