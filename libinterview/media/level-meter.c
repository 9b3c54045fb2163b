/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/level-meter.h"

/*
 * InterviewLevelMeter turns the messages of a `level` element into one number: the loudness (RMS)
 * of the loudest channel in dB below full scale. The element sends ten a second, and the meter
 * tells no more often. Lives on the main context.
 */
struct _InterviewLevelMeter
{
  GObject parent_instance;

  double level;
};

enum
{
  PROP_0,
  PROP_LEVEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewLevelMeter, interview_level_meter, G_TYPE_OBJECT)

static void
set_level (InterviewLevelMeter *self, double level)
{
  if (self->level == level)
    return;

  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

static void
interview_level_meter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewLevelMeter *self = INTERVIEW_LEVEL_METER (object);

  switch (id)
    {
    case PROP_LEVEL:
      g_value_set_double (value, self->level);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_level_meter_class_init (InterviewLevelMeterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_level_meter_get_property;

  properties[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, INTERVIEW_LEVEL_SILENCE, 0, INTERVIEW_LEVEL_SILENCE,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_level_meter_init (InterviewLevelMeter *self)
{
  self->level = INTERVIEW_LEVEL_SILENCE;
}

/**
 * interview_level_meter_new:
 *
 * Returns: (transfer full): a meter that says silence
 */
InterviewLevelMeter *
interview_level_meter_new (void)
{
  return g_object_new (INTERVIEW_TYPE_LEVEL_METER, NULL);
}

/**
 * interview_level_meter_take_message:
 * @message: (transfer none): any message of a pipeline’s bus
 *
 * Returns: whether it came from a `level` element and was read
 */
gboolean
interview_level_meter_take_message (InterviewLevelMeter *self, GstMessage *message)
{
  const GstStructure *structure;
  const GValue *list;
  GValueArray *channels;
  double loudest = INTERVIEW_LEVEL_SILENCE;

  g_return_val_if_fail (INTERVIEW_IS_LEVEL_METER (self), FALSE);

  if (GST_MESSAGE_TYPE (message) != GST_MESSAGE_ELEMENT)
    return FALSE;
  structure = gst_message_get_structure (message);
  if (!gst_structure_has_name (structure, "level"))
    return FALSE;
  list = gst_structure_get_value (structure, "rms");
  if (list == NULL || !G_VALUE_HOLDS_BOXED (list))
    return FALSE;

  channels = g_value_get_boxed (list);
  for (guint i = 0; i < channels->n_values; i++)
    loudest = MAX (loudest, g_value_get_double (&channels->values[i]));
  set_level (self, CLAMP (loudest, INTERVIEW_LEVEL_SILENCE, 0));

  return TRUE;
}

/**
 * interview_level_meter_reset:
 *
 * Says silence, as when what was measured is gone.
 */
void
interview_level_meter_reset (InterviewLevelMeter *self)
{
  g_return_if_fail (INTERVIEW_IS_LEVEL_METER (self));

  set_level (self, INTERVIEW_LEVEL_SILENCE);
}

/**
 * interview_level_meter_get_level:
 *
 * Returns: dB, 0 is the loudest there is, %INTERVIEW_LEVEL_SILENCE the least
 */
double
interview_level_meter_get_level (InterviewLevelMeter *self)
{
  g_return_val_if_fail (INTERVIEW_IS_LEVEL_METER (self), INTERVIEW_LEVEL_SILENCE);

  return self->level;
}
