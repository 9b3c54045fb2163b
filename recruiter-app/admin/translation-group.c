/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "translation-group.h"

#include <glib/gi18n.h>

#include "core/model/translation.h"

/*
 * RecruiterTranslationGroup is one text in several languages, each in a row of its own. One of a
 * list has buttons to move and to remove it.
 *
 * Signals: `changed`(); `move`(direction): -1 for up, 1 for down; `remove`().
 */
struct _RecruiterTranslationGroup
{
  AdwPreferencesGroup parent_instance;

  char *id;
  GPtrArray *rows; /* AdwEntryRow; the language is its name */
  GtkWidget *up;
  GtkWidget *down;
};

enum
{
  CHANGED,
  MOVE,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterTranslationGroup,
                     recruiter_translation_group,
                     ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_language_name (const char *language)
{
  if (g_str_equal (language, "en"))
    return _ ("English");
  if (g_str_equal (language, "zh-CN"))
    return _ ("Chinese");
  return language;
}

static void
on_changed (RecruiterTranslationGroup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_up (RecruiterTranslationGroup *self)
{
  g_signal_emit (self, signals[MOVE], 0, -1);
}

static void
on_down (RecruiterTranslationGroup *self)
{
  g_signal_emit (self, signals[MOVE], 0, 1);
}

static void
on_remove (RecruiterTranslationGroup *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
recruiter_translation_group_finalize (GObject *object)
{
  RecruiterTranslationGroup *self = RECRUITER_TRANSLATION_GROUP (object);

  g_free (self->id);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (recruiter_translation_group_parent_class)->finalize (object);
}

static void
recruiter_translation_group_class_init (RecruiterTranslationGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = recruiter_translation_group_finalize;

  signals[CHANGED] = g_signal_new ("changed", RECRUITER_TYPE_TRANSLATION_GROUP, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", RECRUITER_TYPE_TRANSLATION_GROUP, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", RECRUITER_TYPE_TRANSLATION_GROUP, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
recruiter_translation_group_init (RecruiterTranslationGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * recruiter_translation_group_fill:
 * @id: (nullable): identifier of what the text belongs to
 * @languages: (array zero-terminated=1): languages to ask for
 * @texts: (nullable) (element-type InterviewTranslation): what there is
 *
 * Shows a text.
 */
void
recruiter_translation_group_fill (RecruiterTranslationGroup *self,
                                  const char *id,
                                  const char *const *languages,
                                  GPtrArray *texts)
{
  g_return_if_fail (RECRUITER_IS_TRANSLATION_GROUP (self));

  g_free (self->id);
  self->id = g_strdup (id);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_language_name (languages[i]));
      g_object_set_data_full (G_OBJECT (row), "language", g_strdup (languages[i]), g_free);
      for (guint k = 0; texts != NULL && k < texts->len; k++)
        {
          InterviewTranslation *text = g_ptr_array_index (texts, k);

          if (g_str_equal (interview_translation_get_language (text), languages[i]))
            gtk_editable_set_text (GTK_EDITABLE (row), interview_translation_get_text (text));
        }
      g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

static GtkWidget *
add_button (RecruiterTranslationGroup *self,
            GtkWidget *box,
            const char *icon_name,
            const char *label,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/**
 * recruiter_translation_group_set_movable:
 *
 * Gives it buttons to move and to remove it.
 */
void
recruiter_translation_group_set_movable (RecruiterTranslationGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_return_if_fail (RECRUITER_IS_TRANSLATION_GROUP (self));

  self->up = add_button (self, box, "go-up-symbolic", _ ("Move Up"), G_CALLBACK (on_up));
  self->down = add_button (self, box, "go-down-symbolic", _ ("Move Down"), G_CALLBACK (on_down));
  add_button (self, box, "user-trash-symbolic", _ ("Remove"), G_CALLBACK (on_remove));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), box);
}

/**
 * recruiter_translation_group_set_place:
 * @title: what it is called now
 * @can_go_up: whether another one is before it
 * @can_go_down: whether another one is after it
 */
void
recruiter_translation_group_set_place (RecruiterTranslationGroup *self,
                                       const char *title,
                                       gboolean can_go_up,
                                       gboolean can_go_down)
{
  g_return_if_fail (RECRUITER_IS_TRANSLATION_GROUP (self));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  gtk_widget_set_sensitive (self->up, can_go_up);
  gtk_widget_set_sensitive (self->down, can_go_down);
}

/**
 * recruiter_translation_group_focus:
 *
 * Lets the person write into the first row.
 */
void
recruiter_translation_group_focus (RecruiterTranslationGroup *self)
{
  g_return_if_fail (RECRUITER_IS_TRANSLATION_GROUP (self));

  if (self->rows->len > 0)
    gtk_widget_grab_focus (self->rows->pdata[0]);
}

/**
 * recruiter_translation_group_get_id:
 *
 * Returns: (transfer none) (nullable): identifier of what the text belongs to
 */
const char *
recruiter_translation_group_get_id (RecruiterTranslationGroup *self)
{
  g_return_val_if_fail (RECRUITER_IS_TRANSLATION_GROUP (self), NULL);

  return self->id;
}

/**
 * recruiter_translation_group_get_texts:
 *
 * Returns: (transfer full) (element-type InterviewTranslation): what was written, without languages
 *   in which nothing was
 */
GPtrArray *
recruiter_translation_group_get_texts (RecruiterTranslationGroup *self)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (RECRUITER_IS_TRANSLATION_GROUP (self), texts);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkEditable *row = g_ptr_array_index (self->rows, i);
      g_autofree char *text = g_strdup (gtk_editable_get_text (row));

      if (*g_strstrip (text) != '\0')
        g_ptr_array_add (texts, g_object_new (INTERVIEW_TYPE_TRANSLATION, "language",
                                              g_object_get_data (G_OBJECT (row), "language"),
                                              "text", text, NULL));
    }
  return texts;
}

/**
 * recruiter_translation_group_has_text:
 *
 * Returns: whether anything was written
 */
gboolean
recruiter_translation_group_has_text (RecruiterTranslationGroup *self)
{
  g_autoptr (GPtrArray) texts = recruiter_translation_group_get_texts (self);

  return texts->len > 0;
}
