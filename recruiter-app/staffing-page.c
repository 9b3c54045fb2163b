/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "staffing-page.h"

#include <glib/gi18n.h>

#include "client/staffing-api.h"
#include "message-bar.h"
#include "pages.h"
#include "program/last-look.h"
#include "ratings-group.h"
#include "reason-window.h"
#include "staffing-words.h"
#include "ui/name-attributes.h"

/* What stands at the end of a row is not broken before so many characters. */
#define SUFFIX_CHARS 10

/*
 * RecruiterStaffingPage shows the recruiters in their order and who interviews whom, and marks in
 * words what is different from the last time that the page was open. A recruiter whose
 * qualification is at stake objects here. It is opened and closed with the page; while it is open,
 * everything new comes by itself.
 */
struct _RecruiterStaffingPage
{
  AdwBin parent_instance;

  InterviewAccount *account;
  GCancellable *cancellable;
  InterviewStaffing *before;
  InterviewStaffing *staffing;
  RecruiterReasonWindow *asking;
  char *person_id;
  char *look_name;
  GPtrArray *rows;

  GtkStack *stack;
  AdwStatusPage *problem;
  RecruiterMessageBar *message;
  AdwPreferencesGroup *own;
  AdwActionRow *own_row;
  GtkWidget *appeal;
  AdwPreferencesGroup *order;
  AdwPreferencesGroup *tasks;
  GtkWidget *no_tasks;
  RecruiterRatingsGroup *ratings;
};

G_DEFINE_FINAL_TYPE (RecruiterStaffingPage, recruiter_staffing_page, ADW_TYPE_BIN)

static InterviewConnection *
get_connection (RecruiterStaffingPage *self)
{
  return interview_account_get_connection (self->account);
}

/* A row belongs to a group until the next staffing comes; its subtitle is markup. */
static GtkWidget *
add_row (RecruiterStaffingPage *self,
         AdwPreferencesGroup *group,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
clear_rows (RecruiterStaffingPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_suffix (GtkWidget *row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);
  g_autoptr (PangoAttrList) attributes = interview_name_attributes_new (text, text);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1), SUFFIX_CHARS));
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, css_class);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

/* HR also reads what the ratings say that nobody else knows of yet. */
static char *
describe_score (RecruiterStaffingPage *self, InterviewStaffingEntry *entry)
{
  gint64 scale = interview_staffing_get_scale (self->staffing);
  int ratings = (int) interview_staffing_entry_get_ratings (entry);
  int latest = (int) interview_staffing_entry_get_latest_ratings (entry);
  g_autofree char *score =
      recruiter_staffing_words_score (interview_staffing_entry_get_score (entry), scale);
  g_autofree char *latest_score = NULL;

  if (latest == ratings || interview_staffing_entry_get_latest_score (entry) <= 0)
    return g_strdup_printf (ngettext ("%s\n%d rating", "%s\n%d ratings", ratings), score, ratings);
  latest_score =
      recruiter_staffing_words_score (interview_staffing_entry_get_latest_score (entry), scale);
  /* Translators: the score of the order; then the score of all ratings so far and their number. */
  return g_strdup_printf (ngettext ("%s\nnow %s, %d rating", "%s\nnow %s, %d ratings", latest),
                          score, latest_score, latest);
}

static void
add_entry (RecruiterStaffingPage *self, InterviewStaffingEntry *entry)
{
  gint64 place = interview_staffing_entry_get_place (entry);
  g_autofree char *subtitle = recruiter_staffing_words_entry (self->before, entry);
  g_autofree char *score = describe_score (self, entry);
  g_autofree char *title = NULL;

  /* Translators: the place in an order, then a name. */
  title = place > 0 ? g_strdup_printf (_ ("%d. %s"), (int) place,
                                       interview_staffing_entry_get_display_name (entry))
                    : g_strdup (interview_staffing_entry_get_display_name (entry));
  add_suffix (add_row (self, self->order, title, subtitle), score, "numeric");
}

static void
add_task (RecruiterStaffingPage *self, InterviewStaffingTask *task)
{
  g_autofree char *subtitle = recruiter_staffing_words_task (self->before, self->staffing, task);
  const char *name = interview_staffing_task_get_recruiter_name (task);
  GtkWidget *row =
      add_row (self, self->tasks, interview_staffing_task_get_candidate_name (task), subtitle);

  add_suffix (row, name != NULL ? name : _ ("Nobody can"), name != NULL ? "body" : "error");
}

static InterviewStaffingEntry *
find_own (RecruiterStaffingPage *self)
{
  GPtrArray *entries = interview_staffing_get_recruiters (self->staffing);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      InterviewStaffingEntry *entry = g_ptr_array_index (entries, i);

      if (g_strcmp0 (interview_staffing_entry_get_recruiter_id (entry), self->person_id) == 0)
        return entry;
    }
  return NULL;
}

static const char *
explain_own (InterviewStandingState state)
{
  switch (state)
    {
    case INTERVIEW_STANDING_STATE_PROPOSED:
      return _ ("Candidates’ ratings of you are below what the company asks for. HR decides; until "
                "then you go on interviewing. You can object.");
    case INTERVIEW_STANDING_STATE_CONTESTED:
      return _ ("HR has your objection and decides. Until then you go on interviewing.");
    case INTERVIEW_STANDING_STATE_WITHDRAWN:
      return _ ("You get no interviews for the time being. You can ask HR to look at it again.");
    case INTERVIEW_STANDING_STATE_APPEALED:
      return _ ("HR has your appeal and decides.");
    case INTERVIEW_STANDING_STATE_UPHELD:
      return _ (
          "HR has heard your appeal and stays with the decision. HR can reinstate you later.");
    case INTERVIEW_STANDING_STATE_REINSTATED:
      return _ ("You interview again. Only what candidates say from now on counts for this.");
    default:
      return NULL;
    }
}

static void
fill_own (RecruiterStaffingPage *self)
{
  InterviewStaffingEntry *own = find_own (self);
  InterviewStandingState state =
      own != NULL ? interview_staffing_entry_get_state (own) : INTERVIEW_STANDING_STATE_QUALIFIED;
  const char *reason = own != NULL ? interview_staffing_entry_get_reason (own) : NULL;
  const char *words = recruiter_staffing_words_state (state);
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->own), words != NULL);
  if (words == NULL)
    return;
  /* Translators: an explanation, then what was said with the decision. */
  text = reason != NULL ? g_strdup_printf (_ ("%s\n“%s”"), explain_own (state), reason)
                        : g_strdup (explain_own (state));
  escaped = g_markup_escape_text (text, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->own_row), words);
  adw_action_row_set_subtitle (self->own_row, escaped);
  gtk_widget_set_visible (self->appeal, state == INTERVIEW_STANDING_STATE_PROPOSED ||
                                            state == INTERVIEW_STANDING_STATE_WITHDRAWN);
}

static void
fill (RecruiterStaffingPage *self)
{
  GPtrArray *entries = interview_staffing_get_recruiters (self->staffing);
  GPtrArray *tasks = interview_staffing_get_tasks (self->staffing);

  clear_rows (self);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    add_entry (self, g_ptr_array_index (entries, i));
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    add_task (self, g_ptr_array_index (tasks, i));
  gtk_widget_set_visible (self->no_tasks, tasks == NULL || tasks->len == 0);
  fill_own (self);
  recruiter_pages_show (self->stack, "list");
}

static void
on_staffing (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterStaffingPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewStaffing) staffing =
      interview_staffing_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (staffing == NULL)
    {
      if (self->staffing != NULL)
        recruiter_message_bar_show (self->message, error->message);
      else
        {
          adw_status_page_set_description (self->problem, error->message);
          recruiter_pages_show (self->stack, "problem");
        }
      return;
    }
  recruiter_message_bar_show (self->message, NULL);
  g_set_object (&self->staffing, staffing);
  if (self->before == NULL)
    self->before = g_object_ref (staffing);
  interview_last_look_keep (interview_account_get_profile (self->account), self->look_name,
                            INTERVIEW_RECORD (staffing));
  fill (self);
}

static void
on_retry (RecruiterStaffingPage *self)
{
  recruiter_pages_show (self->stack, "loading");
  recruiter_staffing_page_reload (self);
}

static void
on_appealed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterStaffingPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewStanding) standing =
      interview_staffing_api_appeal_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->asking != NULL)
    recruiter_reason_window_finish (self->asking, error);
  recruiter_staffing_page_reload (self);
}

static void
on_appeal_given (RecruiterStaffingPage *self, const char *reason)
{
  InterviewStaffingEntry *own = find_own (self);
  g_autoptr (InterviewAppealRequest) request = NULL;

  if (own == NULL)
    return;
  request = g_object_new (INTERVIEW_TYPE_APPEAL_REQUEST, "revision",
                          interview_staffing_entry_get_revision (own), "reason", reason, NULL);
  interview_staffing_api_appeal_async (get_connection (self), self->person_id, request,
                                       self->cancellable, on_appealed, g_object_ref (self));
}

static void
on_appeal (RecruiterStaffingPage *self)
{
  RecruiterReasonWindow *window =
      recruiter_reason_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   _ ("Appeal"),
                                   _ ("HR reads what you write and decides. It stays in the "
                                      "company’s record of decisions."),
                                   _ ("_Send"));

  recruiter_reason_window_keep_draft (window, self->account, "appeal");
  g_set_weak_pointer (&self->asking, window);
  g_signal_connect_object (window, "given", G_CALLBACK (on_appeal_given), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
recruiter_staffing_page_dispose (GObject *object)
{
  RecruiterStaffingPage *self = RECRUITER_STAFFING_PAGE (object);

  recruiter_staffing_page_close (self);
  G_OBJECT_CLASS (recruiter_staffing_page_parent_class)->dispose (object);
}

static void
recruiter_staffing_page_finalize (GObject *object)
{
  g_ptr_array_unref (RECRUITER_STAFFING_PAGE (object)->rows);
  G_OBJECT_CLASS (recruiter_staffing_page_parent_class)->finalize (object);
}

static void
recruiter_staffing_page_class_init (RecruiterStaffingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = recruiter_staffing_page_dispose;
  object_class->finalize = recruiter_staffing_page_finalize;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  g_type_ensure (RECRUITER_TYPE_RATINGS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/staffing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterStaffingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RecruiterStaffingPage, problem);
  gtk_widget_class_bind_template_child (widget_class, RecruiterStaffingPage, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterStaffingPage, own);
  gtk_widget_class_bind_template_child (widget_class, RecruiterStaffingPage, own_row);
  gtk_widget_class_bind_template_child (widget_class, RecruiterStaffingPage, appeal);
  gtk_widget_class_bind_template_child (widget_class, RecruiterStaffingPage, order);
  gtk_widget_class_bind_template_child (widget_class, RecruiterStaffingPage, tasks);
  gtk_widget_class_bind_template_child (widget_class, RecruiterStaffingPage, no_tasks);
  gtk_widget_class_bind_template_child (widget_class, RecruiterStaffingPage, ratings);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_appeal);
}

static void
recruiter_staffing_page_init (RecruiterStaffingPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_staffing_page_open:
 * @account: (transfer none): who looks
 *
 * Begins a look: what changed since the last one is marked until the page is closed.
 */
void
recruiter_staffing_page_open (RecruiterStaffingPage *self, InterviewAccount *account)
{
  InterviewPerson *person;

  g_return_if_fail (RECRUITER_IS_STAFFING_PAGE (self));
  g_return_if_fail (interview_account_get_session (account) != NULL);

  recruiter_staffing_page_close (self);
  person = interview_session_get_person (interview_account_get_session (account));
  g_set_object (&self->account, account);
  self->cancellable = g_cancellable_new ();
  self->person_id = g_strdup (interview_person_get_id (person));
  self->look_name = g_strdup_printf ("staffing-%s.json", self->person_id);
  self->before = interview_last_look_load (interview_account_get_profile (account), self->look_name,
                                           INTERVIEW_TYPE_STAFFING);
  if (interview_person_get_role (person) == INTERVIEW_ROLE_RECRUITER)
    recruiter_ratings_group_load (self->ratings, get_connection (self), self->person_id);
  on_retry (self);
}

/**
 * recruiter_staffing_page_close:
 *
 * Ends the look and forgets what was shown.
 */
void
recruiter_staffing_page_close (RecruiterStaffingPage *self)
{
  g_return_if_fail (RECRUITER_IS_STAFFING_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->asking);
  g_clear_object (&self->account);
  g_clear_object (&self->before);
  g_clear_object (&self->staffing);
  g_clear_pointer (&self->person_id, g_free);
  g_clear_pointer (&self->look_name, g_free);
}

/**
 * recruiter_staffing_page_reload:
 *
 * Asks the server again; does nothing while the page is closed.
 */
void
recruiter_staffing_page_reload (RecruiterStaffingPage *self)
{
  g_return_if_fail (RECRUITER_IS_STAFFING_PAGE (self));

  if (self->account == NULL)
    return;
  interview_staffing_api_get_async (get_connection (self), self->cancellable, on_staffing,
                                    g_object_ref (self));
  recruiter_ratings_group_reload (self->ratings);
}
