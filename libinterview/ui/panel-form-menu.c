/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/panel-form-menu.h"

#include "ui/overlay-panel.h"

/*
 * InterviewPanelFormMenu lets a person choose how a panel is shown. Both of its properties act at
 * once; an #InterviewOverlayPanel binds them to its own.
 */
struct _InterviewPanelFormMenu
{
  GtkPopover parent_instance;

  GtkWidget *form_box;
  GtkWidget *opacity_box;
  GtkAdjustment *opacity_adjustment;
  GtkWidget *buttons[INTERVIEW_N_PANEL_FORMS];

  InterviewPanelForm form;
  double opacity;
};

enum
{
  PROP_0,
  PROP_FORM,
  PROP_BACKGROUND_OPACITY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewPanelFormMenu, interview_panel_form_menu, GTK_TYPE_POPOVER)

static void
set_form (InterviewPanelFormMenu *self, InterviewPanelForm form)
{
  gtk_widget_set_visible (self->opacity_box, form == INTERVIEW_PANEL_FORM_OVERLAY);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[form]), TRUE);
  if (self->form == form)
    return;
  self->form = form;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM]);
}

static void
on_toggled (GtkToggleButton *button, InterviewPanelFormMenu *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < INTERVIEW_N_PANEL_FORMS; i++)
    {
      if (self->buttons[i] == GTK_WIDGET (button))
        set_form (self, i);
    }
}

static GtkWidget *
create_icon (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static GtkWidget *
create_button (InterviewPanelForm form)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (interview_panel_form_to_label (form));
  GtkWidget *check = create_icon ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), create_icon (interview_panel_form_to_icon_name (form)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_widget_add_css_class (check, "choice-mark");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "form-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  interview_panel_form_to_label (form), -1);
  return button;
}

static void
interview_panel_form_menu_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), INTERVIEW_TYPE_PANEL_FORM_MENU);

  G_OBJECT_CLASS (interview_panel_form_menu_parent_class)->dispose (object);
}

static void
interview_panel_form_menu_get_property (GObject *object,
                                        guint prop_id,
                                        GValue *value,
                                        GParamSpec *pspec)
{
  InterviewPanelFormMenu *self = INTERVIEW_PANEL_FORM_MENU (object);

  switch (prop_id)
    {
    case PROP_FORM:
      g_value_set_enum (value, self->form);
      break;
    case PROP_BACKGROUND_OPACITY:
      g_value_set_double (value, self->opacity);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_panel_form_menu_set_property (GObject *object,
                                        guint prop_id,
                                        const GValue *value,
                                        GParamSpec *pspec)
{
  InterviewPanelFormMenu *self = INTERVIEW_PANEL_FORM_MENU (object);

  switch (prop_id)
    {
    case PROP_FORM:
      set_form (self, g_value_get_enum (value));
      break;
    case PROP_BACKGROUND_OPACITY:
      if (self->opacity == g_value_get_double (value))
        break;
      self->opacity = g_value_get_double (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_panel_form_menu_class_init (InterviewPanelFormMenuClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_panel_form_menu_dispose;
  object_class->get_property = interview_panel_form_menu_get_property;
  object_class->set_property = interview_panel_form_menu_set_property;
  properties[PROP_FORM] = g_param_spec_enum ("form", NULL, NULL, INTERVIEW_TYPE_PANEL_FORM,
                                             INTERVIEW_PANEL_FORM_OVERLAY, flags);
  properties[PROP_BACKGROUND_OPACITY] =
      g_param_spec_double ("background-opacity", NULL, NULL, 0, 1, 1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/panel-form-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewPanelFormMenu, form_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewPanelFormMenu, opacity_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewPanelFormMenu, opacity_adjustment);
}

static void
interview_panel_form_menu_init (InterviewPanelFormMenu *self)
{
  self->opacity = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_adjustment_set_lower (self->opacity_adjustment, INTERVIEW_OVERLAY_PANEL_OPACITY_MIN);
  for (guint i = 0; i < INTERVIEW_N_PANEL_FORMS; i++)
    {
      self->buttons[i] = create_button (i);
      gtk_box_append (GTK_BOX (self->form_box), self->buttons[i]);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]),
                                     GTK_TOGGLE_BUTTON (self->buttons[0]));
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[self->form]), TRUE);
  for (guint i = 0; i < INTERVIEW_N_PANEL_FORMS; i++)
    g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (on_toggled), self, 0);
}

/**
 * interview_panel_form_menu_new:
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
interview_panel_form_menu_new (void)
{
  return g_object_new (INTERVIEW_TYPE_PANEL_FORM_MENU, NULL);
}
