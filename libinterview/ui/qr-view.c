/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/qr-view.h"

#include "core/qr-code.h"

/* Pixels of a module: a telephone reads it from an arm's length off the screen. */
#define MODULE 4

/*
 * InterviewQrView shows a text as a QR code, dark on light whatever the style is, for that is what
 * readers look for. Its accessible label says what it is; it belongs to who makes it.
 */
struct _InterviewQrView
{
  GtkWidget parent_instance;

  InterviewQrCode *code;
};

G_DEFINE_FINAL_TYPE (InterviewQrView, interview_qr_view, GTK_TYPE_WIDGET)

static int
get_size (InterviewQrView *self)
{
  if (self->code == NULL)
    return 0;
  return (int) (interview_qr_code_get_width (self->code) + 2 * INTERVIEW_QR_QUIET_ZONE) * MODULE;
}

static void
interview_qr_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = get_size (INTERVIEW_QR_VIEW (widget));
  *minimum_baseline = *natural_baseline = -1;
}

static void
interview_qr_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA light = { 1, 1, 1, 1 };
  static const GdkRGBA dark = { 0, 0, 0, 1 };
  InterviewQrView *self = INTERVIEW_QR_VIEW (widget);
  float size = (float) get_size (self);
  guint width;

  if (self->code == NULL)
    return;
  width = interview_qr_code_get_width (self->code);
  gtk_snapshot_append_color (snapshot, &light, &GRAPHENE_RECT_INIT (0, 0, size, size));
  for (guint y = 0; y < width; y++)
    {
      for (guint x = 0; x < width; x++)
        {
          float left = (float) ((x + INTERVIEW_QR_QUIET_ZONE) * MODULE);
          float top = (float) ((y + INTERVIEW_QR_QUIET_ZONE) * MODULE);

          if (interview_qr_code_is_dark (self->code, x, y))
            gtk_snapshot_append_color (snapshot, &dark,
                                       &GRAPHENE_RECT_INIT (left, top, MODULE, MODULE));
        }
    }
}

static void
interview_qr_view_finalize (GObject *object)
{
  g_clear_pointer (&INTERVIEW_QR_VIEW (object)->code, interview_qr_code_free);
  G_OBJECT_CLASS (interview_qr_view_parent_class)->finalize (object);
}

static void
interview_qr_view_class_init (InterviewQrViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = interview_qr_view_finalize;
  widget_class->measure = interview_qr_view_measure;
  widget_class->snapshot = interview_qr_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
interview_qr_view_init (InterviewQrView *self)
{
}

/**
 * interview_qr_view_set_text:
 * @text: (nullable): what a reader is to find; %NULL shows nothing
 */
void
interview_qr_view_set_text (InterviewQrView *self, const char *text)
{
  g_return_if_fail (INTERVIEW_IS_QR_VIEW (self));

  g_clear_pointer (&self->code, interview_qr_code_free);
  self->code = text != NULL ? interview_qr_code_new (text) : NULL;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
