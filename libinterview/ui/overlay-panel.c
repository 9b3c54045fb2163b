/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/overlay-panel.h"

#include "ui/panel-form-menu.h"

/*
 * InterviewOverlayPanel is the frame of something that is looked at during a call: a header with
 * the choice of form and a close button, and contents that scroll. It keeps its form, its opacity
 * and whether it is open; where it lies is the business of the #InterviewPanelHost that it was
 * added to. Dragging it outwards, by mouse or finger, closes it.
 */
struct _InterviewOverlayPanel
{
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkWidget *form_button;
  GtkWidget *form_menu;
  GtkWidget *close_button;
  GtkWidget *scroller;

  char *title;
  char *icon_name;
  InterviewPanelForm form;
  double opacity;
  gboolean open;

  InterviewPanelEdge edge;
  double offset_x;
  double offset_y;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_CHILD,
  PROP_FORM,
  PROP_BACKGROUND_OPACITY,
  PROP_OPEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

#define DEFAULT_OPACITY 0.8
#define CORNER_RADIUS 12

/* Pixels that tell a drag from a click. */
#define DRAG_THRESHOLD 16

/* A drag closes after a third of the panel, but never needs more than this. */
#define DRAG_CLOSE_MAX 140

G_DEFINE_FINAL_TYPE (InterviewOverlayPanel, interview_overlay_panel, GTK_TYPE_WIDGET)

static const char *const form_classes[INTERVIEW_N_PANEL_FORMS] = {
  [INTERVIEW_PANEL_FORM_OVERLAY] = "form-overlay",
  [INTERVIEW_PANEL_FORM_DOCKED] = "form-docked",
  [INTERVIEW_PANEL_FORM_BELOW] = "form-below",
  [INTERVIEW_PANEL_FORM_CARD] = "form-card",
};

static void
on_close_clicked (InterviewOverlayPanel *self)
{
  interview_overlay_panel_set_open (self, FALSE);
}

static void
show_form (InterviewOverlayPanel *self)
{
  for (guint i = 0; i < INTERVIEW_N_PANEL_FORMS; i++)
    {
      if (i == self->form)
        gtk_widget_add_css_class (GTK_WIDGET (self), form_classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), form_classes[i]);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->form_button),
                                 interview_panel_form_to_icon_name (self->form));
}

/* The part of a drag that leads outwards; the rest of the drag is ignored. */
static void
project_drag (InterviewOverlayPanel *self, double dx, double dy, double *out_x, double *out_y)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double outward = rtl ? -dx : dx;

  *out_x = *out_y = 0;
  switch (self->edge)
    {
    case INTERVIEW_PANEL_EDGE_END:
      *out_x = outward > 0 && outward > ABS (dy) ? dx : 0;
      break;
    case INTERVIEW_PANEL_EDGE_START:
      *out_x = outward < 0 && -outward > ABS (dy) ? dx : 0;
      break;
    case INTERVIEW_PANEL_EDGE_BOTTOM:
      *out_y = dy > ABS (dx) ? dy : 0;
      break;
    case INTERVIEW_PANEL_EDGE_NONE:
    default:
      if (ABS (dx) > ABS (dy))
        *out_x = dx;
      else
        *out_y = MAX (dy, 0);
      break;
    }
}

static void
set_offset (InterviewOverlayPanel *self, double x, double y)
{
  if (x == self->offset_x && y == self->offset_y)
    return;
  self->offset_x = x;
  self->offset_y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, InterviewOverlayPanel *self)
{
  double x, y;

  project_drag (self, dx, dy, &x, &y);
  if (ABS (x) + ABS (y) > DRAG_THRESHOLD)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  else
    x = y = 0;
  set_offset (self, x, y);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, InterviewOverlayPanel *self)
{
  int length = self->offset_x != 0 ? gtk_widget_get_width (GTK_WIDGET (self))
                                   : gtk_widget_get_height (GTK_WIDGET (self));
  double way = ABS (self->offset_x) + ABS (self->offset_y);

  set_offset (self, 0, 0);
  if (way > 0 && way >= MIN (length / 3, DRAG_CLOSE_MAX))
    interview_overlay_panel_set_open (self, FALSE);
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, InterviewOverlayPanel *self)
{
  set_offset (self, 0, 0);
}

static void
interview_overlay_panel_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  InterviewOverlayPanel *self = INTERVIEW_OVERLAY_PANEL (widget);
  graphene_rect_t bounds;
  GskRoundedRect outline;
  GdkRGBA color = { 0.09, 0.09, 0.11, self->opacity };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (self->offset_x, self->offset_y));
  if (self->form == INTERVIEW_PANEL_FORM_OVERLAY)
    {
      graphene_rect_init (&bounds, 0, 0, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
      gsk_rounded_rect_init_from_rect (&outline, &bounds, CORNER_RADIUS);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &color, &bounds);
      gtk_snapshot_pop (snapshot);
    }
  GTK_WIDGET_CLASS (interview_overlay_panel_parent_class)->snapshot (widget, snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
interview_overlay_panel_dispose (GObject *object)
{
  InterviewOverlayPanel *self = INTERVIEW_OVERLAY_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), INTERVIEW_TYPE_OVERLAY_PANEL);

  G_OBJECT_CLASS (interview_overlay_panel_parent_class)->dispose (object);
}

static void
interview_overlay_panel_finalize (GObject *object)
{
  InterviewOverlayPanel *self = INTERVIEW_OVERLAY_PANEL (object);

  g_free (self->title);
  g_free (self->icon_name);

  G_OBJECT_CLASS (interview_overlay_panel_parent_class)->finalize (object);
}

static void
interview_overlay_panel_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  InterviewOverlayPanel *self = INTERVIEW_OVERLAY_PANEL (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_CHILD:
      g_value_set_object (value, interview_overlay_panel_get_child (self));
      break;
    case PROP_FORM:
      g_value_set_enum (value, self->form);
      break;
    case PROP_BACKGROUND_OPACITY:
      g_value_set_double (value, self->opacity);
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, self->open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_overlay_panel_set_property (GObject *object,
                                      guint prop_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  InterviewOverlayPanel *self = INTERVIEW_OVERLAY_PANEL (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      interview_overlay_panel_set_title (self, g_value_get_string (value));
      break;
    case PROP_ICON_NAME:
      interview_overlay_panel_set_icon_name (self, g_value_get_string (value));
      break;
    case PROP_CHILD:
      interview_overlay_panel_set_child (self, g_value_get_object (value));
      break;
    case PROP_FORM:
      interview_overlay_panel_set_form (self, g_value_get_enum (value));
      break;
    case PROP_BACKGROUND_OPACITY:
      interview_overlay_panel_set_opacity (self, g_value_get_double (value));
      break;
    case PROP_OPEN:
      interview_overlay_panel_set_open (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_overlay_panel_get_property;
  object_class->set_property = interview_overlay_panel_set_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_FORM] = g_param_spec_enum ("form", NULL, NULL, INTERVIEW_TYPE_PANEL_FORM,
                                             INTERVIEW_PANEL_FORM_OVERLAY, flags);
  properties[PROP_BACKGROUND_OPACITY] =
      g_param_spec_double ("background-opacity", NULL, NULL, 0, 1, DEFAULT_OPACITY, flags);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_overlay_panel_class_init (InterviewOverlayPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_overlay_panel_dispose;
  object_class->finalize = interview_overlay_panel_finalize;
  widget_class->snapshot = interview_overlay_panel_snapshot;
  install_properties (object_class);

  g_type_ensure (INTERVIEW_TYPE_PANEL_FORM_MENU);
  gtk_widget_class_set_css_name (widget_class, "overlaypanel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/overlay-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewOverlayPanel, header);
  gtk_widget_class_bind_template_child (widget_class, InterviewOverlayPanel, form_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewOverlayPanel, form_menu);
  gtk_widget_class_bind_template_child (widget_class, InterviewOverlayPanel, close_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewOverlayPanel, scroller);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
}

static void
interview_overlay_panel_init (InterviewOverlayPanel *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->opacity = DEFAULT_OPACITY;
  self->edge = INTERVIEW_PANEL_EDGE_END;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (
                                      gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  show_form (self);

  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (on_drag_cancel), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * interview_overlay_panel_new:
 * @title: what it shows, for people
 * @icon_name: a symbolic icon
 * @child: (nullable): contents, of any height
 *
 * Returns: (transfer floating): a closed panel
 */
InterviewOverlayPanel *
interview_overlay_panel_new (const char *title, const char *icon_name, GtkWidget *child)
{
  return g_object_new (INTERVIEW_TYPE_OVERLAY_PANEL, "title", title, "icon-name", icon_name,
                       "child", child, NULL);
}

/**
 * interview_overlay_panel_bind_settings:
 * @settings: keys `form`, `opacity` and `open`, as in io.github.interview.Panel
 *
 * Takes the panel's state from @settings and keeps it there from then on.
 */
void
interview_overlay_panel_bind_settings (InterviewOverlayPanel *self, GSettings *settings)
{
  g_return_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_bind (settings, "form", self, "form", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "opacity", self, "background-opacity", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "open", self, "open", G_SETTINGS_BIND_DEFAULT);
}

/**
 * interview_overlay_panel_get_title:
 *
 * Returns: (nullable) (transfer none): what it shows
 */
const char *
interview_overlay_panel_get_title (InterviewOverlayPanel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self), NULL);

  return self->title;
}

/**
 * interview_overlay_panel_set_title:
 * @title: (nullable): what it shows
 */
void
interview_overlay_panel_set_title (InterviewOverlayPanel *self, const char *title)
{
  g_return_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self));

  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * interview_overlay_panel_get_icon_name:
 *
 * Returns: (nullable) (transfer none): the icon of the panel and its control
 */
const char *
interview_overlay_panel_get_icon_name (InterviewOverlayPanel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self), NULL);

  return self->icon_name;
}

/**
 * interview_overlay_panel_set_icon_name:
 * @icon_name: (nullable): a symbolic icon
 */
void
interview_overlay_panel_set_icon_name (InterviewOverlayPanel *self, const char *icon_name)
{
  g_return_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self));

  if (g_strcmp0 (self->icon_name, icon_name) == 0)
    return;
  g_free (self->icon_name);
  self->icon_name = g_strdup (icon_name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_NAME]);
}

/**
 * interview_overlay_panel_get_child:
 *
 * Returns: (nullable) (transfer none): the contents
 */
GtkWidget *
interview_overlay_panel_get_child (InterviewOverlayPanel *self)
{
  GtkWidget *child;

  g_return_val_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self), NULL);

  child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller));
  return GTK_IS_VIEWPORT (child) ? gtk_viewport_get_child (GTK_VIEWPORT (child)) : child;
}

/**
 * interview_overlay_panel_set_child:
 * @child: (nullable): the contents
 */
void
interview_overlay_panel_set_child (InterviewOverlayPanel *self, GtkWidget *child)
{
  g_return_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (interview_overlay_panel_get_child (self) == child)
    return;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), child);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * interview_overlay_panel_get_open:
 *
 * Returns: whether it is to be seen
 */
gboolean
interview_overlay_panel_get_open (InterviewOverlayPanel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self), FALSE);

  return self->open;
}

/**
 * interview_overlay_panel_set_open:
 * @open: whether it is to be seen
 */
void
interview_overlay_panel_set_open (InterviewOverlayPanel *self, gboolean open)
{
  g_return_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self));

  open = !!open;
  if (self->open == open)
    return;
  self->open = open;
  if (!open)
    gtk_popover_popdown (GTK_POPOVER (self->form_menu));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/**
 * interview_overlay_panel_get_form:
 *
 * Returns: the form that was chosen; a narrow window may show another one
 */
InterviewPanelForm
interview_overlay_panel_get_form (InterviewOverlayPanel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self), INTERVIEW_PANEL_FORM_OVERLAY);

  return self->form;
}

/**
 * interview_overlay_panel_set_form:
 * @form: how it lies on the video
 */
void
interview_overlay_panel_set_form (InterviewOverlayPanel *self, InterviewPanelForm form)
{
  g_return_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self));
  g_return_if_fail ((guint) form < INTERVIEW_N_PANEL_FORMS);

  if (self->form == form)
    return;
  self->form = form;
  show_form (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM]);
}

/**
 * interview_overlay_panel_get_opacity:
 *
 * Returns: opacity of the background as an overlay, 0.4 to 1
 */
double
interview_overlay_panel_get_opacity (InterviewOverlayPanel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self), 1);

  return self->opacity;
}

/**
 * interview_overlay_panel_set_opacity:
 * @opacity: opacity of the background as an overlay; brought into 0.4 to 1
 *
 * The text is never translucent.
 */
void
interview_overlay_panel_set_opacity (InterviewOverlayPanel *self, double opacity)
{
  g_return_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self));

  opacity = CLAMP (opacity, INTERVIEW_OVERLAY_PANEL_OPACITY_MIN, 1);
  if (self->opacity == opacity)
    return;
  self->opacity = opacity;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACKGROUND_OPACITY]);
}

/**
 * interview_overlay_panel_set_edge:
 * @edge: where its host placed it, and so in which direction a drag closes it
 */
void
interview_overlay_panel_set_edge (InterviewOverlayPanel *self, InterviewPanelEdge edge)
{
  g_return_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self));

  self->edge = edge;
}

/**
 * interview_overlay_panel_focus_content:
 *
 * Moves the keyboard to the first thing in the contents, or to the close button if there is none.
 * Text that can be copied is nothing to begin with: its caret would stand there, and the keys that
 * scroll would move that. Then the contents as a whole have the keyboard.
 */
void
interview_overlay_panel_focus_content (InterviewOverlayPanel *self)
{
  GtkRoot *root;

  g_return_if_fail (INTERVIEW_IS_OVERLAY_PANEL (self));

  if (!gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->close_button);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (root != NULL && GTK_IS_LABEL (gtk_root_get_focus (root)))
    gtk_widget_grab_focus (self->scroller);
}
