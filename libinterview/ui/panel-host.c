/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/panel-host.h"

/*
 * InterviewPanelHost gives the room of a call to the video, its child, and to the panels that are
 * open. It decides where they lie (#InterviewPanelLayout), closes them by Escape and by a click
 * beside a card, and takes the keyboard into a panel and back to the control that opened it.
 *
 * Whether a panel is open is the panel's own property; hiding all of them for a room without
 * interactive features leaves it alone.
 */
struct _InterviewPanelHost
{
  GtkWidget parent_instance;

  GtkWidget *child;
  GPtrArray *entries; /* of Entry */
  GPtrArray *order;   /* of Entry that are open, the oldest first */
  int inset;
  gboolean shown;

  InterviewPanelHostFreeFunc free_func;
  gpointer free_data;
};

typedef struct
{
  InterviewOverlayPanel *panel;
  GtkWidget *control; /* (nullable) */
} Entry;

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_PANELS_SHOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewPanelHost, interview_panel_host, GTK_TYPE_WIDGET)

static void
entry_free (Entry *entry)
{
  g_clear_weak_pointer (&entry->control);
  gtk_widget_unparent (GTK_WIDGET (entry->panel));
  g_free (entry);
}

static Entry *
find_entry (InterviewPanelHost *self, InterviewOverlayPanel *panel)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->panel == panel)
        return entry;
    }
  return NULL;
}

static Entry *
find_open_card (InterviewPanelHost *self)
{
  for (guint i = 0; self->shown && i < self->order->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->order, i);

      if (interview_overlay_panel_get_form (entry->panel) == INTERVIEW_PANEL_FORM_CARD)
        return entry;
    }
  return NULL;
}

static gboolean
contains_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* A card stands alone among cards, and no more are open than there is room for. */
static void
close_others (InterviewPanelHost *self, Entry *newest)
{
  gboolean card = interview_overlay_panel_get_form (newest->panel) == INTERVIEW_PANEL_FORM_CARD;
  g_autoptr (GPtrArray) closing = g_ptr_array_new ();

  for (guint i = 0; i < self->order->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->order, i);

      if (entry == newest)
        continue;
      if ((card && interview_overlay_panel_get_form (entry->panel) == INTERVIEW_PANEL_FORM_CARD) ||
          self->order->len - closing->len > INTERVIEW_PANEL_LAYOUT_MAX)
        g_ptr_array_add (closing, entry->panel);
    }
  for (guint i = 0; i < closing->len; i++)
    interview_overlay_panel_set_open (g_ptr_array_index (closing, i), FALSE);
}

static void
show_panel (InterviewPanelHost *self, Entry *entry)
{
  if (!g_ptr_array_find (self->order, entry, NULL))
    g_ptr_array_add (self->order, entry);
  close_others (self, entry);
  if (!self->shown)
    return;
  gtk_widget_set_visible (GTK_WIDGET (entry->panel), TRUE);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    interview_overlay_panel_focus_content (entry->panel);
}

static void
hide_panel (InterviewPanelHost *self, Entry *entry)
{
  g_ptr_array_remove (self->order, entry);
  if (contains_focus (GTK_WIDGET (entry->panel)) && entry->control != NULL)
    gtk_widget_grab_focus (entry->control);
  gtk_widget_set_visible (GTK_WIDGET (entry->panel), FALSE);
}

static void
on_panel_open (InterviewOverlayPanel *panel, GParamSpec *pspec, InterviewPanelHost *self)
{
  Entry *entry = find_entry (self, panel);

  if (interview_overlay_panel_get_open (panel))
    show_panel (self, entry);
  else
    hide_panel (self, entry);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_panel_form (InterviewOverlayPanel *panel, GParamSpec *pspec, InterviewPanelHost *self)
{
  if (interview_overlay_panel_get_open (panel))
    close_others (self, find_entry (self, panel));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
is_control (InterviewPanelHost *self, GtkWidget *widget)
{
  for (guint i = 0; widget != NULL && i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->control != NULL &&
          (widget == entry->control || gtk_widget_is_ancestor (widget, entry->control)))
        return TRUE;
    }
  return FALSE;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, InterviewPanelHost *self)
{
  Entry *card = find_open_card (self);
  GtkWidget *target;

  if (card == NULL)
    return;
  target = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  if (target != NULL && (target == GTK_WIDGET (card->panel) ||
                         gtk_widget_is_ancestor (target, GTK_WIDGET (card->panel))))
    return;
  /* A panel's own control closes it by itself. */
  if (is_control (self, target))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  interview_overlay_panel_set_open (card->panel, FALSE);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  InterviewPanelHost *self = INTERVIEW_PANEL_HOST (widget);

  return gtk_widget_get_mapped (widget) && interview_panel_host_close_last (self);
}

static void
mirror (GdkRectangle *area, int width)
{
  area->x = width - area->x - area->width;
}

static void
allocate (GtkWidget *widget, const GdkRectangle *area)
{
  GtkAllocation allocation = *area;
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  allocation.width = MAX (allocation.width, minimum);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, allocation.width, &minimum, NULL, NULL,
                      NULL);
  allocation.height = MAX (allocation.height, minimum);
  gtk_widget_size_allocate (widget, &allocation, -1);
}

/* The menu of a panel's header may be open while the panel becomes another one. GTK places it again
 * as soon as the panel moves, before the header is laid out; a panel that becomes narrower is
 * therefore narrowed where it was, or else its menu would be looked for beyond the screen. */
static void
allocate_panel (GtkWidget *panel, GtkWidget *host, const GdkRectangle *area)
{
  graphene_point_t origin;

  if (gtk_widget_get_width (panel) > area->width &&
      gtk_widget_compute_point (panel, host, &GRAPHENE_POINT_INIT (0, 0), &origin))
    {
      GdkRectangle narrowed = { (int) origin.x, (int) origin.y, area->width, area->height };

      allocate (panel, &narrowed);
    }
  allocate (panel, area);
}

static void
interview_panel_host_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  InterviewPanelHost *self = INTERVIEW_PANEL_HOST (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n = self->shown ? MIN (self->order->len, INTERVIEW_PANEL_LAYOUT_MAX) : 0;
  InterviewPanelForm forms[INTERVIEW_PANEL_LAYOUT_MAX];
  InterviewPanelLayout layout;

  for (guint i = 0; i < n; i++)
    forms[i] =
        interview_overlay_panel_get_form (((Entry *) g_ptr_array_index (self->order, i))->panel);
  interview_panel_layout_compute (&layout, width, height, self->inset, forms, n);
  if (rtl)
    {
      mirror (&layout.main, width);
      mirror (&layout.free, width);
    }
  if (self->free_func != NULL)
    {
      GdkRectangle area = layout.free;

      area.x -= layout.main.x;
      area.y -= layout.main.y;
      self->free_func (&area, self->free_data);
    }
  if (self->child != NULL && gtk_widget_should_layout (self->child))
    allocate (self->child, &layout.main);
  for (guint i = 0; i < n; i++)
    {
      Entry *entry = g_ptr_array_index (self->order, i);

      if (rtl)
        mirror (&layout.panels[i].area, width);
      interview_overlay_panel_set_edge (entry->panel, layout.panels[i].edge);
      if (gtk_widget_should_layout (GTK_WIDGET (entry->panel)))
        allocate_panel (GTK_WIDGET (entry->panel), widget, &layout.panels[i].area);
    }
}

static void
interview_panel_host_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  InterviewPanelHost *self = INTERVIEW_PANEL_HOST (widget);

  *minimum = *natural = 0;
  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
  for (guint i = 0; self->shown && i < self->order->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->order, i);
      int panel_minimum;

      gtk_widget_measure (GTK_WIDGET (entry->panel), orientation, -1, &panel_minimum, NULL, NULL,
                          NULL);
      *minimum = MAX (*minimum, panel_minimum);
    }
  *natural = MAX (*natural, *minimum);
}

static void
interview_panel_host_dispose (GObject *object)
{
  InterviewPanelHost *self = INTERVIEW_PANEL_HOST (object);

  self->free_func = NULL;
  g_ptr_array_set_size (self->order, 0);
  g_ptr_array_set_size (self->entries, 0);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (interview_panel_host_parent_class)->dispose (object);
}

static void
interview_panel_host_finalize (GObject *object)
{
  InterviewPanelHost *self = INTERVIEW_PANEL_HOST (object);

  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (interview_panel_host_parent_class)->finalize (object);
}

static void
interview_panel_host_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  InterviewPanelHost *self = INTERVIEW_PANEL_HOST (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_PANELS_SHOWN:
      g_value_set_boolean (value, self->shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_panel_host_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  InterviewPanelHost *self = INTERVIEW_PANEL_HOST (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      interview_panel_host_set_child (self, g_value_get_object (value));
      break;
    case PROP_PANELS_SHOWN:
      interview_panel_host_set_panels_shown (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_panel_host_class_init (InterviewPanelHostClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_panel_host_dispose;
  object_class->finalize = interview_panel_host_finalize;
  object_class->get_property = interview_panel_host_get_property;
  object_class->set_property = interview_panel_host_set_property;
  widget_class->measure = interview_panel_host_measure;
  widget_class->size_allocate = interview_panel_host_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_PANELS_SHOWN] = g_param_spec_boolean ("panels-shown", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "panelhost");
}

static void
interview_panel_host_init (InterviewPanelHost *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->shown = TRUE;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->order = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  /* Escape works wherever in the window the keyboard is. */
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

/**
 * interview_panel_host_new:
 *
 * Returns: (transfer floating): a host without a child
 */
InterviewPanelHost *
interview_panel_host_new (void)
{
  return g_object_new (INTERVIEW_TYPE_PANEL_HOST, NULL);
}

/**
 * interview_panel_host_get_child:
 *
 * Returns: (nullable) (transfer none): what lies below the panels
 */
GtkWidget *
interview_panel_host_get_child (InterviewPanelHost *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PANEL_HOST (self), NULL);

  return self->child;
}

/**
 * interview_panel_host_set_child:
 * @child: (nullable): what lies below the panels
 */
void
interview_panel_host_set_child (InterviewPanelHost *self, GtkWidget *child)
{
  g_return_if_fail (INTERVIEW_IS_PANEL_HOST (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * interview_panel_host_add_panel:
 * @panel: (transfer floating): a panel
 * @control: (nullable): the control that opens and closes it and gets the keyboard back
 */
void
interview_panel_host_add_panel (InterviewPanelHost *self,
                                InterviewOverlayPanel *panel,
                                GtkWidget *control)
{
  Entry *entry;

  g_return_if_fail (INTERVIEW_IS_PANEL_HOST (self));
  g_return_if_fail (INTERVIEW_IS_OVERLAY_PANEL (panel));
  g_return_if_fail (control == NULL || GTK_IS_WIDGET (control));

  entry = g_new0 (Entry, 1);
  entry->panel = panel;
  g_set_weak_pointer (&entry->control, control);
  g_ptr_array_add (self->entries, entry);
  gtk_widget_set_parent (GTK_WIDGET (panel), GTK_WIDGET (self));
  g_signal_connect_object (panel, "notify::open", G_CALLBACK (on_panel_open), self, 0);
  g_signal_connect_object (panel, "notify::form", G_CALLBACK (on_panel_form), self, 0);
  on_panel_open (panel, NULL, self);
}

/**
 * interview_panel_host_set_inset:
 * @inset: height in pixels at the bottom of the child that overlays and cards leave free
 */
void
interview_panel_host_set_inset (InterviewPanelHost *self, int inset)
{
  g_return_if_fail (INTERVIEW_IS_PANEL_HOST (self));

  if (self->inset == inset)
    return;
  self->inset = inset;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * interview_panel_host_set_free_func:
 * @func: (nullable) (scope forever): told which part of the child stays visible
 * @user_data: for @func; must outlive the host's layout
 */
void
interview_panel_host_set_free_func (InterviewPanelHost *self,
                                    InterviewPanelHostFreeFunc func,
                                    gpointer user_data)
{
  g_return_if_fail (INTERVIEW_IS_PANEL_HOST (self));

  self->free_func = func;
  self->free_data = user_data;
}

/**
 * interview_panel_host_get_panels_shown:
 *
 * Returns: whether open panels are shown
 */
gboolean
interview_panel_host_get_panels_shown (InterviewPanelHost *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PANEL_HOST (self), FALSE);

  return self->shown;
}

/**
 * interview_panel_host_set_panels_shown:
 * @shown: %FALSE hides every panel without closing it
 */
void
interview_panel_host_set_panels_shown (InterviewPanelHost *self, gboolean shown)
{
  g_return_if_fail (INTERVIEW_IS_PANEL_HOST (self));

  shown = !!shown;
  if (self->shown == shown)
    return;
  self->shown = shown;
  for (guint i = 0; i < self->order->len; i++)
    gtk_widget_set_visible (GTK_WIDGET (((Entry *) g_ptr_array_index (self->order, i))->panel),
                            shown);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANELS_SHOWN]);
}

/**
 * interview_panel_host_close_last:
 *
 * Closes the panel that has the keyboard, or else the one that was opened last.
 *
 * Returns: whether there was one
 */
gboolean
interview_panel_host_close_last (InterviewPanelHost *self)
{
  Entry *closing = NULL;

  g_return_val_if_fail (INTERVIEW_IS_PANEL_HOST (self), FALSE);

  for (guint i = 0; self->shown && i < self->order->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->order, i);

      if (closing == NULL || !contains_focus (GTK_WIDGET (closing->panel)))
        closing = entry;
    }
  if (closing == NULL)
    return FALSE;
  interview_overlay_panel_set_open (closing->panel, FALSE);
  return TRUE;
}
