/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "standings-page.h"

#include <glib/gi18n.h>

#include "../message-bar.h"
#include "../ratings-group.h"
#include "../reason-window.h"
#include "../staffing-words.h"
#include "client/staffing-api.h"
#include "subpage.h"

/*
 * RecruiterStandingsPage is where an HR admin decides about recruiters: what waits for a decision
 * comes first, then everybody with their score of all ratings so far; a row leads to what
 * candidates said.
 */
struct _RecruiterStandingsPage
{
  AdwPreferencesPage parent_instance;

  InterviewAccount *account;
  GCancellable *cancellable;
  InterviewStaffing *staffing;
  RecruiterReasonWindow *asking;
  GPtrArray *rows;

  /* What is being decided. */
  char *recruiter_id;
  gint64 revision;
  InterviewStandingDecision decision;

  RecruiterMessageBar *message;
  AdwPreferencesGroup *waiting;
  GtkWidget *nothing;
  AdwPreferencesGroup *others;
};

/* What a button does to the recruiter of its row. */
typedef struct
{
  RecruiterStandingsPage *page;
  InterviewStaffingEntry *entry;
  InterviewStandingDecision decision;
} Choice;

G_DEFINE_FINAL_TYPE (RecruiterStandingsPage, recruiter_standings_page, ADW_TYPE_PREFERENCES_PAGE)

static void reload (RecruiterStandingsPage *self);

static void
free_choice (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->entry);
  g_free (choice);
}

static InterviewConnection *
get_connection (RecruiterStandingsPage *self)
{
  return interview_account_get_connection (self->account);
}

static void
on_decided (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterStandingsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewStanding) standing =
      interview_staffing_api_decide_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->asking != NULL)
    recruiter_reason_window_finish (self->asking, error);
  reload (self);
}

static void
on_given (RecruiterStandingsPage *self, const char *reason)
{
  g_autoptr (InterviewStandingRequest) request =
      g_object_new (INTERVIEW_TYPE_STANDING_REQUEST, "revision", self->revision, "decision",
                    self->decision, "reason", reason, NULL);

  interview_staffing_api_decide_async (get_connection (self), self->recruiter_id, request,
                                       self->cancellable, on_decided, g_object_ref (self));
}

static char *
explain (InterviewStandingDecision decision, const char *name)
{
  switch (decision)
    {
    case INTERVIEW_STANDING_DECISION_CONFIRM:
      return g_strdup_printf (_ ("%s gets no more interviews; those that are planned go to others. "
                                 "The recruiter reads your reason."),
                              name);
    case INTERVIEW_STANDING_DECISION_REJECT:
      return g_strdup_printf (_ ("%s goes on interviewing, and what was said up to now counts no "
                                 "more for this. The recruiter reads your reason."),
                              name);
    case INTERVIEW_STANDING_DECISION_REINSTATE:
    default:
      return g_strdup_printf (_ ("%s interviews again, and what was said up to now counts no more "
                                 "for this. The recruiter reads your reason."),
                              name);
    }
}

static void
on_choice (GtkButton *button, Choice *choice)
{
  static const struct
  {
    const char *title;
    const char *button;
  } words[] = {
    [INTERVIEW_STANDING_DECISION_CONFIRM] = { N_ ("Withdraw the Qualification"), N_ ("_Withdraw") },
    [INTERVIEW_STANDING_DECISION_REJECT] = { N_ ("Keep the Qualification"), N_ ("_Keep") },
    [INTERVIEW_STANDING_DECISION_REINSTATE] = { N_ ("Reinstate"), N_ ("_Reinstate") },
  };
  RecruiterStandingsPage *self = choice->page;
  g_autofree char *description =
      explain (choice->decision, interview_staffing_entry_get_display_name (choice->entry));
  RecruiterReasonWindow *window;

  g_free (self->recruiter_id);
  self->recruiter_id = g_strdup (interview_staffing_entry_get_recruiter_id (choice->entry));
  self->revision = interview_staffing_entry_get_revision (choice->entry);
  self->decision = choice->decision;
  window = recruiter_reason_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                        _ (words[choice->decision].title), description,
                                        _ (words[choice->decision].button));
  g_set_weak_pointer (&self->asking, window);
  g_signal_connect_object (window, "given", G_CALLBACK (on_given), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static Choice *
make_choice (RecruiterStandingsPage *self,
             InterviewStaffingEntry *entry,
             InterviewStandingDecision decision)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->page = self;
  choice->entry = g_object_ref (entry);
  choice->decision = decision;
  return choice;
}

static void
add_button (RecruiterStandingsPage *self,
            GtkWidget *box,
            InterviewStaffingEntry *entry,
            InterviewStandingDecision decision,
            const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_choice),
                         make_choice (self, entry, decision), free_choice, 0);
}

static void
add_buttons (RecruiterStandingsPage *self, GtkWidget *box, InterviewStaffingEntry *entry)
{
  switch (interview_staffing_entry_get_state (entry))
    {
    case INTERVIEW_STANDING_STATE_PROPOSED:
    case INTERVIEW_STANDING_STATE_CONTESTED:
      add_button (self, box, entry, INTERVIEW_STANDING_DECISION_REJECT, _ ("_Keep…"));
      add_button (self, box, entry, INTERVIEW_STANDING_DECISION_CONFIRM, _ ("_Withdraw…"));
      break;
    case INTERVIEW_STANDING_STATE_APPEALED:
      add_button (self, box, entry, INTERVIEW_STANDING_DECISION_REINSTATE, _ ("_Reinstate…"));
      add_button (self, box, entry, INTERVIEW_STANDING_DECISION_CONFIRM, _ ("Re_fuse Appeal…"));
      break;
    case INTERVIEW_STANDING_STATE_WITHDRAWN:
    case INTERVIEW_STANDING_STATE_UPHELD:
      add_button (self, box, entry, INTERVIEW_STANDING_DECISION_REINSTATE, _ ("_Reinstate…"));
      break;
    default:
      break;
    }
}

static gboolean
waits (InterviewStaffingEntry *entry)
{
  InterviewStandingState state = interview_staffing_entry_get_state (entry);

  return state == INTERVIEW_STANDING_STATE_PROPOSED ||
         state == INTERVIEW_STANDING_STATE_CONTESTED || state == INTERVIEW_STANDING_STATE_APPEALED;
}

static void
on_activated (AdwActionRow *row, Choice *choice)
{
  GtkWidget *page = adw_preferences_page_new ();
  RecruiterRatingsGroup *ratings = g_object_new (RECRUITER_TYPE_RATINGS_GROUP, NULL);

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (ratings));
  recruiter_ratings_group_load (ratings, get_connection (choice->page),
                                interview_staffing_entry_get_recruiter_id (choice->entry));
  recruiter_subpage_open (ADW_PREFERENCES_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))),
                          interview_staffing_entry_get_display_name (choice->entry), page);
}

static char *
describe (RecruiterStandingsPage *self, InterviewStaffingEntry *entry)
{
  int ratings = (int) interview_staffing_entry_get_latest_ratings (entry);
  const char *state = recruiter_staffing_words_state (interview_staffing_entry_get_state (entry));
  const char *reason = interview_staffing_entry_get_reason (entry);
  g_autofree char *count = g_strdup_printf (ngettext ("%d rating", "%d ratings", ratings), ratings);
  g_autofree char *text = NULL;

  text = g_strdup_printf ("%s%s%s%s%s%s", state != NULL ? state : "", state != NULL ? " · " : "",
                          count, reason != NULL ? "\n“" : "", reason != NULL ? reason : "",
                          reason != NULL ? "”" : "");
  return g_markup_escape_text (text, -1);
}

static void
add_entry (RecruiterStandingsPage *self, InterviewStaffingEntry *entry)
{
  AdwPreferencesGroup *group = waits (entry) ? self->waiting : self->others;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *name =
      g_markup_escape_text (interview_staffing_entry_get_display_name (entry), -1);
  g_autofree char *subtitle = describe (self, entry);
  g_autofree char *score =
      recruiter_staffing_words_score (interview_staffing_entry_get_latest_score (entry),
                                      interview_staffing_get_scale (self->staffing));
  GtkWidget *label = gtk_label_new (score);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), label);
  add_buttons (self, box, entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (on_activated), make_choice (self, entry, 0),
                         free_choice, 0);
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);
}

static void
fill (RecruiterStandingsPage *self)
{
  GPtrArray *entries = interview_staffing_get_recruiters (self->staffing);
  gboolean any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      any |= waits (g_ptr_array_index (entries, i));
      add_entry (self, g_ptr_array_index (entries, i));
    }
  gtk_widget_set_visible (self->nothing, !any);
}

static void
on_staffing (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterStandingsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewStaffing) staffing =
      interview_staffing_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  recruiter_message_bar_show (self->message, error != NULL ? error->message : NULL);
  if (staffing == NULL)
    return;
  g_set_object (&self->staffing, staffing);
  fill (self);
}

static void
reload (RecruiterStandingsPage *self)
{
  interview_staffing_api_get_async (get_connection (self), self->cancellable, on_staffing,
                                    g_object_ref (self));
}

static void
on_event (RecruiterStandingsPage *self, InterviewEvent *event)
{
  if (interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_STAFFING_CHANGED)
    reload (self);
}

static void
recruiter_standings_page_dispose (GObject *object)
{
  RecruiterStandingsPage *self = RECRUITER_STANDINGS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->asking);
  g_clear_object (&self->account);
  g_clear_object (&self->staffing);
  G_OBJECT_CLASS (recruiter_standings_page_parent_class)->dispose (object);
}

static void
recruiter_standings_page_finalize (GObject *object)
{
  RecruiterStandingsPage *self = RECRUITER_STANDINGS_PAGE (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->rows);
  g_free (self->recruiter_id);
  G_OBJECT_CLASS (recruiter_standings_page_parent_class)->finalize (object);
}

static void
recruiter_standings_page_class_init (RecruiterStandingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = recruiter_standings_page_dispose;
  object_class->finalize = recruiter_standings_page_finalize;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/interview/Recruiter/admin/standings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterStandingsPage, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterStandingsPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, RecruiterStandingsPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, RecruiterStandingsPage, others);
}

static void
recruiter_standings_page_init (RecruiterStandingsPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_standings_page_new:
 * @account: (transfer none): the HR admin who is signed in
 *
 * Returns: (transfer none): a page that asks the server
 */
GtkWidget *
recruiter_standings_page_new (InterviewAccount *account)
{
  RecruiterStandingsPage *self = g_object_new (RECRUITER_TYPE_STANDINGS_PAGE, NULL);

  self->account = g_object_ref (account);
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
