/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "core/error.h"
#include "core/model/fact.h"
#include "ui/chat-line.h"
#include "ui/chat-view.h"
#include "ui/error-page.h"
#include "ui/fact-list.h"
#include "ui/overlay-panel.h"
#include "ui/question-list.h"
#include "ui/question-row.h"
#include "ui/rating-stars.h"
#include "ui/ratio-layout.h"
#include "ui/style.h"
#include "ui/wrap-layout.h"

static guint changes;

static void
on_value (GObject *object, GParamSpec *pspec, gpointer data)
{
  changes++;
}

static void
test_stars (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (interview_rating_stars_new ("Overall", 5));
  InterviewRatingStars *stars = INTERVIEW_RATING_STARS (widget);
  GtkWidget *third;

  g_signal_connect (stars, "notify::value", G_CALLBACK (on_value), NULL);
  changes = 0;
  g_assert_cmpuint (interview_rating_stars_get_value (stars), ==, 0);
  third = gtk_widget_get_next_sibling (
      gtk_widget_get_next_sibling (gtk_widget_get_first_child (widget)));
  g_signal_emit_by_name (third, "clicked");
  g_assert_cmpuint (interview_rating_stars_get_value (stars), ==, 3);
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (third)), ==, "starred-symbolic");
  g_assert_true (gtk_widget_get_focusable (third));
  g_assert_false (gtk_widget_get_focusable (gtk_widget_get_first_child (widget)));
  g_signal_emit_by_name (third, "clicked");
  g_assert_cmpuint (interview_rating_stars_get_value (stars), ==, 0);
  g_assert_cmpuint (changes, ==, 2);
  interview_rating_stars_set_value (stars, 99);
  g_assert_cmpuint (interview_rating_stars_get_value (stars), ==, 5);
  interview_rating_stars_set_scale (stars, 3);
  g_assert_cmpuint (interview_rating_stars_get_value (stars), ==, 3);
  interview_rating_stars_set_scale (stars, 1000);
  g_assert_cmpuint (interview_rating_stars_get_scale (stars), ==, INTERVIEW_RATING_STARS_MAX);
}

static InterviewQuestion *
create_question (const char *id, const char *text, gboolean asked)
{
  return g_object_new (INTERVIEW_TYPE_QUESTION, "id", id, "text", text, "asked", asked,
                       "asked-count", (gint64) 3, NULL);
}

static GtkWidget *
find_list_box (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list_box (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A question that is replaced by a newer record of itself keeps its row, and so the keyboard. */
static void
test_questions (void)
{
  g_autoptr (GtkWidget) list = g_object_ref_sink (interview_question_list_new ());
  g_autoptr (GListStore) store = g_list_store_new (INTERVIEW_TYPE_QUESTION);
  g_autoptr (InterviewQuestion) one = create_question ("a", "One?", FALSE);
  g_autoptr (InterviewQuestion) two = create_question ("b", "Two?", FALSE);
  g_autoptr (InterviewQuestion) two_asked = create_question ("b", "Two?", TRUE);
  g_autoptr (InterviewQuestion) three = create_question ("c", "Three?", FALSE);
  GtkListBox *box = GTK_LIST_BOX (find_list_box (list));
  GtkListBoxRow *row;

  interview_question_list_set_model (INTERVIEW_QUESTION_LIST (list), G_LIST_MODEL (store));
  g_list_store_append (store, one);
  g_list_store_append (store, two);
  row = gtk_list_box_get_row_at_index (box, 1);
  g_list_store_splice (store, 1, 1, (gpointer *) &two_asked, 1);
  g_assert_true (gtk_list_box_get_row_at_index (box, 1) == row);
  g_assert_true (interview_question_row_get_question (INTERVIEW_QUESTION_ROW (row)) == two_asked);
  g_list_store_splice (store, 0, 2, (gpointer *) &three, 1);
  row = gtk_list_box_get_row_at_index (box, 0);
  g_assert_true (interview_question_row_get_question (INTERVIEW_QUESTION_ROW (row)) == three);
  g_assert_null (gtk_list_box_get_row_at_index (box, 1));
  g_list_store_remove_all (store);
  g_assert_null (gtk_list_box_get_row_at_index (box, 0));
}

static guint
count_rows (GtkWidget *widget)
{
  GtkListBox *box = GTK_LIST_BOX (find_list_box (widget));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (box, (int) n) != NULL)
    n++;
  return n;
}

static GtkWidget *
find_type (GtkWidget *widget, GType wanted)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, wanted))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, wanted);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_kit (void)
{
  g_autoptr (GtkWidget) list = g_object_ref_sink (interview_question_list_new ());
  g_autoptr (GListStore) store = g_list_store_new (INTERVIEW_TYPE_QUESTION);
  GtkListBoxRow *row;
  GtkWidget *kit;

  interview_question_list_set_model (INTERVIEW_QUESTION_LIST (list), G_LIST_MODEL (store));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (InterviewQuestion) question =
          g_object_new (INTERVIEW_TYPE_QUESTION, "id", "x", "text", "What?", "place", (gint64) i,
                        "origin",
                        i == 1 ? INTERVIEW_QUESTION_ORIGIN_TYPED : INTERVIEW_QUESTION_ORIGIN_KIT,
                        NULL);

      g_list_store_insert (store, 0, question);
    }
  g_assert_cmpuint (count_rows (list), ==, 3);
  kit = gtk_widget_get_next_sibling (find_type (list, GTK_TYPE_TOGGLE_BUTTON));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (kit), TRUE);
  g_assert_cmpuint (count_rows (list), ==, 2);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (find_list_box (list)), 1);
  g_assert_cmpint (interview_question_get_place (
                       interview_question_row_get_question (INTERVIEW_QUESTION_ROW (row))),
                   ==, 2);
}

static guint sent[INTERVIEW_N_CHAT_SCOPES];

static void
on_send (GtkWidget *view, InterviewChatScope scope, const char *text, gpointer data)
{
  g_assert_cmpstr (text, ==, "two\nlines");
  sent[scope]++;
}

/* Each page of the chat sends its own text to its own readers. */
static void
test_chat (void)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (interview_chat_view_new ());
  g_autoptr (GListStore) lines = g_list_store_new (INTERVIEW_TYPE_CHAT_LINE);
  GtkStack *stack = GTK_STACK (find_type (view, GTK_TYPE_STACK));
  GtkWidget *room = gtk_widget_get_first_child (GTK_WIDGET (stack));
  GtkWidget *panel = gtk_widget_get_next_sibling (room);
  GtkTextView *place = GTK_TEXT_VIEW (find_type (panel, GTK_TYPE_TEXT_VIEW));

  for (guint i = 0; i <= INTERVIEW_CHAT_SCOPE_PANEL; i++)
    interview_chat_view_set_model (INTERVIEW_CHAT_VIEW (view), i, G_LIST_MODEL (lines));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (InterviewChatLine) line =
          interview_chat_line_new ("a", "Lin", i == 0, "https://x.example <b>", "9:00");

      g_list_store_append (lines, line);
      interview_chat_line_set_state (line, INTERVIEW_CHAT_LINE_REFUSED, "Not sent. Why?");
    }
  g_assert_cmpuint (count_rows (panel), ==, 2);
  g_signal_connect (view, "send", G_CALLBACK (on_send), NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (place), " two\nlines \n", -1);
  g_signal_emit_by_name (find_type (gtk_widget_get_last_child (gtk_widget_get_first_child (panel)),
                                    GTK_TYPE_BUTTON),
                         "clicked");
  g_assert_cmpuint (sent[INTERVIEW_CHAT_SCOPE_PANEL], ==, 1);
  g_assert_cmpuint (sent[INTERVIEW_CHAT_SCOPE_ROOM], ==, 0);
  interview_chat_view_set_unread (INTERVIEW_CHAT_VIEW (view), INTERVIEW_CHAT_SCOPE_ROOM, 3);
  g_assert_false (
      interview_chat_view_shows (INTERVIEW_CHAT_VIEW (view), INTERVIEW_CHAT_SCOPE_ROOM));
}

/* Every value of the error domain has words, and none shows what a machine said. */
static void
test_error_texts (void)
{
  for (guint code = 0; code < interview_error_count (); code++)
    {
      g_autoptr (GError) error = g_error_new_literal (INTERVIEW_ERROR, (int) code, "errno 13");
      InterviewErrorText text = interview_error_text_describe (error);

      g_assert_cmpint (strlen (text.title), >, 0);
      g_assert_cmpint (strlen (text.advice), >, 0);
      g_assert_null (strstr (text.title, "errno"));
      g_assert_null (strstr (text.advice, "errno"));
      g_assert_true (
          gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                   text.icon_name));
    }
}

static void
test_wrap (void)
{
  g_autoptr (GtkWidget) box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  int one_line, two_lines, width;

  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *child = gtk_drawing_area_new ();

      gtk_widget_set_size_request (child, 50, 20);
      gtk_box_append (GTK_BOX (box), child);
    }
  gtk_widget_set_layout_manager (box, interview_wrap_layout_new (10));
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, ==, 230);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 230, NULL, &one_line, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 229, NULL, &two_lines, NULL, NULL);
  g_assert_cmpint (one_line, ==, 20);
  g_assert_cmpint (two_lines, ==, 50);
}

static InterviewOverlayPanel *
open_facts (GtkWindow *window, GtkWidget *first)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *list = interview_fact_list_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  InterviewOverlayPanel *panel;

  g_ptr_array_add (facts,
                   g_object_new (INTERVIEW_TYPE_FACT, "label", "Founded", "value", "2009", NULL));
  interview_fact_list_set_facts (INTERVIEW_FACT_LIST (list), facts);
  if (first != NULL)
    gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), list);
  panel = interview_overlay_panel_new ("Company", "interview-company-symbolic", box);
  gtk_window_set_child (window, GTK_WIDGET (panel));
  gtk_window_present (window);
  /* As its host does. */
  gtk_widget_set_visible (GTK_WIDGET (panel), TRUE);
  while (gtk_widget_get_height (list) == 0)
    g_main_context_iteration (NULL, TRUE);
  interview_overlay_panel_focus_content (panel);
  return panel;
}

/* A panel that begins with text that can be copied has the keyboard without a caret in the text. */
static void
test_panel_focus (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *button = gtk_button_new_with_label ("First");

  open_facts (window, NULL);
  g_assert_true (GTK_IS_SCROLLED_WINDOW (gtk_window_get_focus (window)));
  open_facts (window, button);
  g_assert_true (gtk_window_get_focus (window) == button);
  gtk_window_destroy (window);
}

/* A picture of the ratio is as wide as its place, and no row of that is empty. */
static void
test_ratio (void)
{
  g_autoptr (GtkWidget) place = g_object_ref_sink (adw_bin_new ());

  gtk_widget_set_layout_manager (place, interview_ratio_layout_new (16.0 / 9));
  for (int width = 16; width < 2000; width++)
    {
      int height = 0;

      gtk_widget_measure (place, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      g_assert_cmpint (height * 16, >=, width * 9);
      g_assert_cmpint ((height - 1) * 16, <, width * 9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  interview_style_load (gdk_display_get_default ());
  g_test_add_func ("/ui/rating-stars/choose", test_stars);
  g_test_add_func ("/ui/question-list/rows", test_questions);
  g_test_add_func ("/ui/question-list/kit", test_kit);
  g_test_add_func ("/ui/chat-view/pages", test_chat);
  g_test_add_func ("/ui/error-page/texts", test_error_texts);
  g_test_add_func ("/ui/overlay-panel/focus", test_panel_focus);
  g_test_add_func ("/ui/ratio-layout/filled", test_ratio);
  g_test_add_func ("/ui/wrap-layout/lines", test_wrap);
  return g_test_run ();
}
