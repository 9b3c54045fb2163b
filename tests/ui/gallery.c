/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/error.h"
#include "gallery-frames.h"
#include "gallery-samples.h"
#include "media/remote-private.h"
#include "ui/call-view.h"
#include "ui/company-view.h"
#include "ui/device-check.h"
#include "ui/error-page.h"
#include "ui/question-list.h"
#include "ui/rating-dialog.h"
#include "ui/resume-view.h"
#include "ui/style.h"
#include "ui/translation.h"

/*
 * The gallery shows one shared widget in a window, with sample data, for pictures and for tests
 * that drive it from outside. What the widgets tell their owner appears in the label “Told”.
 */
static char *option_page;
static int option_width = 900;
static int option_height = 640;
static gboolean option_dark;
static gboolean option_chinese;
static gboolean option_panel;
static gboolean option_recruiter;
static gboolean option_empty;
static gboolean option_paused;
static char *option_situation;
static char *option_open;

static const GOptionEntry options[] = {
  { "page", 0, 0, G_OPTION_ARG_STRING, &option_page,
    "call, check, company, resume, questions, rating, error", "NAME" },
  { "width", 0, 0, G_OPTION_ARG_INT, &option_width, "Width of the window", "PIXELS" },
  { "height", 0, 0, G_OPTION_ARG_INT, &option_height, "Height of the window", "PIXELS" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &option_dark, "Dark style", NULL },
  { "chinese", 0, 0, G_OPTION_ARG_NONE, &option_chinese, "Chinese samples", NULL },
  { "panel", 0, 0, G_OPTION_ARG_NONE, &option_panel, "A panel of three on the other side", NULL },
  { "recruiter", 0, 0, G_OPTION_ARG_NONE, &option_recruiter, "The recruiter's side", NULL },
  { "empty", 0, 0, G_OPTION_ARG_NONE, &option_empty, "Nothing to show", NULL },
  { "paused", 0, 0, G_OPTION_ARG_NONE, &option_paused, "The others are too slow for video", NULL },
  { "situation", 0, 0, G_OPTION_ARG_STRING, &option_situation, "Situation of the call", "NAME" },
  { "open", 0, 0, G_OPTION_ARG_STRING, &option_open, "Panels to open: NAME=FORM,...", "LIST" },
  { NULL },
};

static GtkWidget *told;

static void
tell (const char *text)
{
  gtk_label_set_label (GTK_LABEL (told), text);
  gtk_widget_set_visible (told, TRUE);
}

static void
on_asked (InterviewQuestionList *list, InterviewQuestion *question, gboolean asked, gpointer data)
{
  tell (asked ? "asked" : "not asked");
}

static void
on_open_original (void)
{
  tell ("original");
}

static void
on_hang_up (void)
{
  tell ("hung up");
}

static void
on_rated (InterviewRatingDialog *dialog, InterviewRating *rating, gpointer data)
{
  g_autofree char *text =
      g_strdup_printf ("rated %d, %u marks, %s", (int) interview_rating_get_stars (rating),
                       interview_rating_get_aspects (rating)->len,
                       interview_rating_get_comment (rating) != NULL
                           ? interview_rating_get_comment (rating)
                           : "no comment");
  g_autoptr (GError) error = NULL;

  tell (interview_record_validate (INTERVIEW_RECORD (rating), &error) ? text : error->message);
}

static void
on_skipped (void)
{
  tell ("skipped");
}

static void
on_later (void)
{
  tell ("later");
}

static void
on_retry (void)
{
  tell ("retry");
}

static GdkTexture *
create_picture (int width, int height)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  GdkTexture *texture;

  gdk_pixbuf_fill (pixbuf, 0x3584e4ff);
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  g_object_unref (pixbuf);
  return texture;
}

static void
on_blob_needed (InterviewCompanyView *view, const char *blob_id, gpointer data)
{
  g_autoptr (GdkTexture) picture = create_picture (320, 200);

  interview_company_view_set_picture (view, blob_id, GDK_PAINTABLE (picture));
}

static GtkWidget *
create_company (void)
{
  GtkWidget *view = interview_company_view_new ();
  g_autoptr (InterviewCompany) company = gallery_samples_company (option_chinese);

  g_signal_connect (view, "blob-needed", G_CALLBACK (on_blob_needed), NULL);
  interview_company_view_set_company (INTERVIEW_COMPANY_VIEW (view), option_empty ? NULL : company);
  return view;
}

static GtkWidget *
create_resume (void)
{
  GtkWidget *view = interview_resume_view_new ();
  g_autoptr (InterviewResume) resume = gallery_samples_resume (option_chinese);

  g_signal_connect (view, "open-original", G_CALLBACK (on_open_original), NULL);
  interview_resume_view_set_resume (INTERVIEW_RESUME_VIEW (view), option_empty ? NULL : resume,
                                    option_chinese ? "欧阳阿依古丽·买买提江"
                                                   : "Maximiliane von und zu Sternberg");
  return view;
}

static GtkWidget *
create_questions (void)
{
  GtkWidget *view = interview_question_list_new ();
  g_autoptr (GListModel) model = gallery_samples_questions (option_chinese, option_recruiter);

  g_signal_connect (view, "asked-toggled", G_CALLBACK (on_asked), NULL);
  interview_question_list_set_model (INTERVIEW_QUESTION_LIST (view), option_empty ? NULL : model);
  return view;
}

static GSettings *
create_settings (const char *name)
{
  g_autofree char *path = g_strdup_printf ("/io/github/interview/Gallery/%s/", name);

  return g_settings_new_with_path ("io.github.interview.Panel", path);
}

/* Opens the panel as --open says: "company=docked,questions=below". */
static void
apply_open (InterviewOverlayPanel *panel, const char *name)
{
  g_auto (GStrv) items = g_strsplit (option_open != NULL ? option_open : "", ",", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (items[i], "=", 2);

      if (pair[0] == NULL || g_strcmp0 (pair[0], name) != 0)
        continue;
      for (guint form = 0; form < INTERVIEW_N_PANEL_FORMS; form++)
        {
          if (g_strcmp0 (pair[1], interview_panel_form_to_nick (form)) == 0)
            interview_overlay_panel_set_form (panel, form);
        }
      interview_overlay_panel_set_open (panel, TRUE);
    }
}

static void
add_panel (InterviewCallView *view,
           const char *name,
           const char *title,
           GtkWidget *child,
           guint number)
{
  g_autofree char *icon_name = g_strdup_printf ("interview-%s-symbolic", name);
  g_autoptr (GSettings) settings = create_settings (name);
  InterviewOverlayPanel *panel = interview_overlay_panel_new (title, icon_name, child);

  interview_overlay_panel_bind_settings (panel, settings);
  interview_call_view_add_panel (view, panel, number);
  apply_open (panel, name);
}

static InterviewCallSituation
read_situation (void)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (INTERVIEW_TYPE_CALL_SITUATION);
  GEnumValue *value = g_enum_get_value_by_nick (klass, option_situation);

  return value != NULL ? value->value : INTERVIEW_CALL_SITUATION_LIVE;
}

static void
add_remote (GListStore *remotes, const char *name, GtkWidget *owner, double hue)
{
  g_autoptr (InterviewParticipant) participant =
      gallery_samples_participant (name, !option_recruiter);
  g_autoptr (InterviewRemote) remote = interview_remote_new (name, participant);
  g_autofree char *key = g_strconcat ("frames-", name, NULL);

  interview_remote_set_state (remote, INTERVIEW_CALL_STATE_CONNECTED);
  interview_remote_set_media (remote, FALSE, !option_empty);
  interview_remote_set_paused (remote, option_paused);
  g_object_set_data_full (G_OBJECT (owner), key,
                          gallery_frames_new (interview_remote_get_frame_slot (remote), hue),
                          g_object_unref);
  g_list_store_append (remotes, remote);
}

static GListModel *
create_remotes (const char *name, GtkWidget *owner)
{
  static const char *const colleagues[] = { "巴雅尔 Bayar", "Marcus Oyelaran" };
  GListStore *remotes = g_list_store_new (INTERVIEW_TYPE_REMOTE);

  add_remote (remotes, name, owner, 0.55);
  for (guint i = 0; option_panel && i < G_N_ELEMENTS (colleagues); i++)
    add_remote (remotes, colleagues[i], owner, 0.2 + 0.6 * i);
  return G_LIST_MODEL (remotes);
}

static GtkWidget *
create_call (void)
{
  InterviewCallView *view = interview_call_view_new ();
  InterviewCallSituation situation = read_situation ();
  g_autoptr (InterviewFrameSlot) own = interview_frame_slot_new ();
  g_autoptr (GListModel) remotes = NULL;
  const char *other = option_chinese ? "欧阳阿依古丽·买买提江" : "Ada Lindqvist";
  const char *names[] = { "Maximiliane von und zu Sternberg", NULL };

  if (situation == INTERVIEW_CALL_SITUATION_LIVE ||
      situation == INTERVIEW_CALL_SITUATION_RECONNECTING ||
      situation == INTERVIEW_CALL_SITUATION_OFFLINE)
    {
      remotes = create_remotes (other, GTK_WIDGET (view));
      interview_call_view_set_remotes (view, remotes);
    }
  interview_call_view_set_own_slot (view, own);
  interview_call_view_set_own_name (view, "Maximiliane Sternberg");
  g_object_set_data_full (G_OBJECT (view), "own-frames", gallery_frames_new (own, 0.1),
                          g_object_unref);
  if (option_recruiter)
    {
      add_panel (view, "resume", option_chinese ? "简历" : "Resume", create_resume (), 4);
      add_panel (view, "questions", option_chinese ? "推荐问题" : "Questions", create_questions (),
                 5);
    }
  else
    {
      add_panel (view, "company", option_chinese ? "公司" : "Company", create_company (), 1);
      add_panel (view, "questions", option_chinese ? "推荐问题" : "Questions", create_questions (),
                 2);
    }
  interview_call_view_set_present (view, names);
  interview_call_view_set_situation (view, situation, other);
  g_signal_connect (interview_call_view_get_controls (view), "hang-up", G_CALLBACK (on_hang_up),
                    NULL);
  return GTK_WIDGET (view);
}

static GtkWidget *
create_check (void)
{
  GtkWidget *check = interview_device_check_new ();
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();

  for (guint kind = 0; kind <= INTERVIEW_DEVICE_KIND_SPEAKER; kind++)
    {
      g_autoptr (InterviewDeviceChoice) choice = interview_device_choice_new (kind, NULL);

      interview_device_check_add_choice (INTERVIEW_DEVICE_CHECK (check), choice);
    }
  interview_device_check_set_person_name (INTERVIEW_DEVICE_CHECK (check), "Maximiliane Sternberg");
  g_object_set (check, "has-camera", !option_empty, "has-microphone", !option_empty,
                "camera-failure",
                option_empty ? INTERVIEW_DEVICE_FAILURE_BUSY : INTERVIEW_DEVICE_FAILURE_NONE,
                "microphone-failure",
                option_empty ? INTERVIEW_DEVICE_FAILURE_MISSING : INTERVIEW_DEVICE_FAILURE_NONE,
                "level", option_empty ? -100.0 : -20.0, NULL);
  if (!option_empty)
    {
      interview_device_check_set_frame_slot (INTERVIEW_DEVICE_CHECK (check), slot);
      g_object_set_data_full (G_OBJECT (check), "frames", gallery_frames_new (slot, 0.1),
                              g_object_unref);
    }
  return check;
}

static GtkWidget *
create_error (void)
{
  GtkWidget *page = interview_error_page_new ();
  g_autoptr (GError) error =
      g_error_new (INTERVIEW_ERROR, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE, "-");
  g_autoptr (GError) network = g_error_new (INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK, "-");

  interview_error_page_set_error (INTERVIEW_ERROR_PAGE (page), option_empty ? error : network);
  interview_error_page_set_back_label (INTERVIEW_ERROR_PAGE (page), "_Back");
  g_signal_connect (page, "retry", G_CALLBACK (on_retry), NULL);
  return page;
}

static void
show_rating (GtkWindow *window)
{
  g_autoptr (InterviewRatingForm) form = gallery_samples_rating_form (option_chinese);
  InterviewRatingDialog *dialog = interview_rating_dialog_new (window, form);

  g_signal_connect (dialog, "rated", G_CALLBACK (on_rated), NULL);
  g_signal_connect (dialog, "skipped", G_CALLBACK (on_skipped), NULL);
  g_signal_connect (dialog, "later", G_CALLBACK (on_later), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
in_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static GtkWidget *
create_page (void)
{
  if (g_str_equal (option_page, "check"))
    return in_scroller (create_check ());
  if (g_str_equal (option_page, "company"))
    return in_scroller (create_company ());
  if (g_str_equal (option_page, "resume"))
    return in_scroller (create_resume ());
  if (g_str_equal (option_page, "questions"))
    return in_scroller (create_questions ());
  if (g_str_equal (option_page, "rating"))
    return gtk_label_new ("Behind");
  if (g_str_equal (option_page, "error"))
    return create_error ();
  return create_call ();
}

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page;

  interview_style_load (gdk_display_get_default ());
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      option_dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                  : ADW_COLOR_SCHEME_FORCE_LIGHT);
  told = gtk_label_new ("");
  gtk_widget_set_visible (told, FALSE);
  page = create_page ();
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  gtk_box_append (GTK_BOX (box), told);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Gallery");
  gtk_window_set_default_size (GTK_WINDOW (window), option_width, option_height);
  gtk_window_present (GTK_WINDOW (window));
  if (g_str_equal (option_page, "rating"))
    show_rating (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  interview_translation_load (GALLERY_LOCALES);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if (option_page == NULL)
    option_page = g_strdup ("call");
  if (option_situation == NULL)
    option_situation = g_strdup ("live");
  gst_init (NULL, NULL);
  application = adw_application_new ("io.github.interview.Gallery", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
