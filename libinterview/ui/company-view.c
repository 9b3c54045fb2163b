/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/company-view.h"

#include <adwaita.h>

#include "ui/chip-list.h"
#include "ui/fact-list.h"

/*
 * InterviewCompanyView shows the profile of a company. Its pictures are asked for by the signal
 * `blob-needed` when the profile is set, and arrive at any time later, or never: a picture that is
 * not there leaves its caption.
 */
struct _InterviewCompanyView
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  InterviewDisclosureBox *disclosure_box;
  GtkWidget *logo;
  GtkWidget *name_label;
  GtkWidget *tagline_label;
  GtkWidget *facts;
  GtkWidget *hiring_title;
  GtkWidget *hiring;
  GtkWidget *about_title;
  GtkWidget *about_label;
  GtkWidget *pictures_box;
  GtkWidget *links_title;
  GtkWidget *links_box;

  InterviewCompany *company;
  GHashTable *pictures; /* blob id -> GtkPicture */
};

enum
{
  SIGNAL_BLOB_NEEDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define PICTURE_HEIGHT 160

G_DEFINE_FINAL_TYPE (InterviewCompanyView, interview_company_view, GTK_TYPE_WIDGET)

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* Other schemes could start programs: an address comes from somebody else. */
static gboolean
is_web_address (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  return scheme != NULL &&
         (g_ascii_strcasecmp (scheme, "https") == 0 || g_ascii_strcasecmp (scheme, "http") == 0);
}

static void
add_link (InterviewCompanyView *self, InterviewFact *link)
{
  GtkWidget *button;
  GtkWidget *label;

  if (!is_web_address (interview_fact_get_value (link)))
    return;
  button = gtk_link_button_new (interview_fact_get_value (link));
  label = gtk_label_new (interview_fact_get_label (link));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->links_box), button);
}

static void
add_picture (InterviewCompanyView *self, InterviewPicture *picture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *image = gtk_picture_new ();
  const char *caption = interview_picture_get_caption (picture);

  gtk_picture_set_content_fit (GTK_PICTURE (image), GTK_CONTENT_FIT_COVER);
  gtk_picture_set_can_shrink (GTK_PICTURE (image), TRUE);
  gtk_picture_set_alternative_text (GTK_PICTURE (image), caption);
  gtk_widget_set_size_request (image, -1, PICTURE_HEIGHT);
  gtk_widget_set_overflow (image, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_visible (image, FALSE);
  gtk_widget_add_css_class (image, "company-picture");
  gtk_box_append (GTK_BOX (box), image);
  if (caption != NULL)
    {
      GtkWidget *label = gtk_label_new (caption);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      g_object_bind_property (image, "visible", label, "visible", G_BINDING_SYNC_CREATE);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_append (GTK_BOX (self->pictures_box), box);
  g_hash_table_insert (self->pictures, g_strdup (interview_picture_get_blob_id (picture)), image);
}

static void
show_company (InterviewCompanyView *self)
{
  InterviewCompany *company = self->company;
  GPtrArray *links = interview_company_get_links (company);
  GPtrArray *pictures = interview_company_get_pictures (company);

  show_text (self->name_label, interview_company_get_name (company));
  show_text (self->tagline_label, interview_company_get_tagline (company));
  show_text (self->about_label, interview_company_get_about (company));
  interview_fact_list_set_facts (INTERVIEW_FACT_LIST (self->facts),
                                 interview_company_get_facts (company));
  interview_chip_list_set_texts (INTERVIEW_CHIP_LIST (self->hiring),
                                 interview_company_get_hiring_for (company));
  for (guint i = 0; links != NULL && i < links->len; i++)
    add_link (self, g_ptr_array_index (links, i));
  gtk_widget_set_visible (self->links_title, gtk_widget_get_first_child (self->links_box) != NULL);
  for (guint i = 0; pictures != NULL && i < pictures->len; i++)
    add_picture (self, g_ptr_array_index (pictures, i));
  if (interview_company_get_logo_blob_id (company) != NULL)
    g_hash_table_insert (self->pictures, g_strdup (interview_company_get_logo_blob_id (company)),
                         self->logo);
}

static void
ask_for_pictures (InterviewCompanyView *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  /* The receiver may answer at once, or set another company. */
  g_hash_table_iter_init (&iter, self->pictures);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, g_strdup (id));
  for (guint i = 0; i < ids->len; i++)
    g_signal_emit (self, signals[SIGNAL_BLOB_NEEDED], 0, g_ptr_array_index (ids, i));
}

static void
interview_company_view_dispose (GObject *object)
{
  InterviewCompanyView *self = INTERVIEW_COMPANY_VIEW (object);

  g_hash_table_remove_all (self->pictures);
  g_clear_object (&self->company);
  gtk_widget_dispose_template (GTK_WIDGET (self), INTERVIEW_TYPE_COMPANY_VIEW);

  G_OBJECT_CLASS (interview_company_view_parent_class)->dispose (object);
}

static void
interview_company_view_finalize (GObject *object)
{
  g_hash_table_unref (INTERVIEW_COMPANY_VIEW (object)->pictures);

  G_OBJECT_CLASS (interview_company_view_parent_class)->finalize (object);
}

static void
interview_company_view_class_init (InterviewCompanyViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_company_view_dispose;
  object_class->finalize = interview_company_view_finalize;

  /**
   * InterviewCompanyView::blob-needed:
   * @blob_id: the blob of a picture
   *
   * To be answered by interview_company_view_set_picture(), some time.
   */
  signals[SIGNAL_BLOB_NEEDED] =
      g_signal_new ("blob-needed", INTERVIEW_TYPE_COMPANY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  g_type_ensure (INTERVIEW_TYPE_DISCLOSURE_BOX);
  g_type_ensure (INTERVIEW_TYPE_FACT_LIST);
  g_type_ensure (INTERVIEW_TYPE_CHIP_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/company-view.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewCompanyView, disclosure_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewCompanyView, stack);
  gtk_widget_class_bind_template_child (widget_class, InterviewCompanyView, logo);
  gtk_widget_class_bind_template_child (widget_class, InterviewCompanyView, name_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewCompanyView, tagline_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewCompanyView, facts);
  gtk_widget_class_bind_template_child (widget_class, InterviewCompanyView, hiring_title);
  gtk_widget_class_bind_template_child (widget_class, InterviewCompanyView, hiring);
  gtk_widget_class_bind_template_child (widget_class, InterviewCompanyView, about_title);
  gtk_widget_class_bind_template_child (widget_class, InterviewCompanyView, about_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewCompanyView, pictures_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewCompanyView, links_title);
  gtk_widget_class_bind_template_child (widget_class, InterviewCompanyView, links_box);
}

static void
interview_company_view_init (InterviewCompanyView *self)
{
  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  interview_disclosure_box_set_kind (self->disclosure_box, INTERVIEW_DISCLOSURE_KIND_COMPANY);
  g_object_bind_property (self->hiring, "visible", self->hiring_title, "visible",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->about_label, "visible", self->about_title, "visible",
                          G_BINDING_SYNC_CREATE);
}

/**
 * interview_company_view_new:
 *
 * Returns: (transfer floating): a view that says that there is no profile
 */
GtkWidget *
interview_company_view_new (void)
{
  return g_object_new (INTERVIEW_TYPE_COMPANY_VIEW, NULL);
}

static gboolean
is_filled (GPtrArray *records)
{
  return records != NULL && records->len > 0;
}

/* Whether the profile has more than the name, which every company has. */
static gboolean
says_something (InterviewCompany *company)
{
  const char *about = interview_company_get_about (company);
  const char *tagline = interview_company_get_tagline (company);

  return (about != NULL && *about != '\0') || (tagline != NULL && *tagline != '\0') ||
         is_filled (interview_company_get_facts (company)) ||
         is_filled (interview_company_get_links (company)) ||
         is_filled (interview_company_get_pictures (company));
}

/**
 * interview_company_view_set_company:
 * @company: (nullable): the profile
 */
void
interview_company_view_set_company (InterviewCompanyView *self, InterviewCompany *company)
{
  g_return_if_fail (INTERVIEW_IS_COMPANY_VIEW (self));
  g_return_if_fail (company == NULL || INTERVIEW_IS_COMPANY (company));

  if (!g_set_object (&self->company, company))
    return;
  g_hash_table_remove_all (self->pictures);
  clear_box (self->pictures_box);
  clear_box (self->links_box);
  gtk_widget_set_visible (self->logo, FALSE);
  if (company != NULL)
    show_company (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    company != NULL && says_something (company) ? "profile"
                                                                                : "empty");
  if (company != NULL)
    ask_for_pictures (self);
}

/**
 * interview_company_view_set_picture:
 * @blob_id: a blob that was asked for; others are ignored
 * @picture: (nullable): the picture, such as a #GdkTexture
 */
void
interview_company_view_set_picture (InterviewCompanyView *self,
                                    const char *blob_id,
                                    GdkPaintable *picture)
{
  GtkWidget *image;

  g_return_if_fail (INTERVIEW_IS_COMPANY_VIEW (self));
  g_return_if_fail (blob_id != NULL);

  image = g_hash_table_lookup (self->pictures, blob_id);
  if (image == NULL)
    return;
  gtk_picture_set_paintable (GTK_PICTURE (image), picture);
  gtk_widget_set_visible (image, picture != NULL);
}

/**
 * interview_company_view_get_disclosure_box:
 *
 * Returns: (transfer none): what asks the other side when there is nothing; hidden until somebody
 *   shows it
 */
InterviewDisclosureBox *
interview_company_view_get_disclosure_box (InterviewCompanyView *self)
{
  g_return_val_if_fail (INTERVIEW_IS_COMPANY_VIEW (self), NULL);

  return self->disclosure_box;
}
