/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hardware-codec.h"

/*
 * Stands in for the codecs of a machine’s graphics card: libvpx under the name and with the
 * properties of gstreamer-vaapi’s elements, and with their ways to fail, which can be changed while
 * pictures flow.
 */

typedef struct
{
  GstBin parent_instance;

  InterviewCodecRole role;
} Hardware;

typedef GstBinClass HardwareClass;

enum
{
  PROP_0,
  PROP_BITRATE,
  PROP_RATE_CONTROL,
  PROP_KEYFRAME_PERIOD,
  PROP_QUALITY_LEVEL,
  N_PROPS,
};

static struct
{
  int mode;
  int made;
  int alive;
  int pictures;
} known[INTERVIEW_CODEC_N_ROLES];

static int known_bitrate;

GType hardware_get_type (void);
G_DEFINE_TYPE (Hardware, hardware, GST_TYPE_BIN)

static HardwareMode
get_mode (Hardware *self)
{
  return g_atomic_int_get (&known[self->role].mode);
}

static void
fail (Hardware *self)
{
  GST_ELEMENT_ERROR (self, RESOURCE, FAILED, ("The graphics card is gone."), (NULL));
}

static GstPadProbeReturn
on_picture (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  Hardware *self = user_data;
  GstBuffer *buffer = GST_PAD_PROBE_INFO_BUFFER (info);

  switch (get_mode (self))
    {
    case HARDWARE_FAILS:
      fail (self);
      gst_buffer_unref (buffer);
      GST_PAD_PROBE_INFO_FLOW_RETURN (info) = GST_FLOW_ERROR;
      return GST_PAD_PROBE_HANDLED;
    case HARDWARE_SWALLOWS:
      return GST_PAD_PROBE_DROP;
    case HARDWARE_WORKS:
    case HARDWARE_GARBLES:
    case HARDWARE_STARTS_NOT:
      break;
    }
  g_atomic_int_inc (&known[self->role].pictures);

  return GST_PAD_PROBE_OK;
}

/* A picture before it is encoded, or after it was decoded. */
static GstPadProbeReturn
on_raw_picture (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  GstBuffer *buffer;

  if (get_mode (user_data) != HARDWARE_GARBLES)
    return GST_PAD_PROBE_OK;
  buffer = gst_buffer_make_writable (GST_PAD_PROBE_INFO_BUFFER (info));
  gst_buffer_memset (buffer, 0, 0, gst_buffer_get_size (buffer));
  GST_PAD_PROBE_INFO_DATA (info) = buffer;

  return GST_PAD_PROBE_OK;
}

static void
build (Hardware *self, InterviewCodecRole role)
{
  static const char *const codecs[] = {
    [INTERVIEW_CODEC_ROLE_ENCODER] = "vp8enc name=vpx deadline=1 cpu-used=-8 threads=1 "
                                     "lag-in-frames=0 end-usage=cbr",
    [INTERVIEW_CODEC_ROLE_DECODER] = "vp8dec name=vpx threads=1",
  };
  GstElement *inner = gst_parse_bin_from_description (codecs[role], TRUE, NULL);
  g_autoptr (GstPad) sink = gst_element_get_static_pad (inner, "sink");
  g_autoptr (GstPad) source = gst_element_get_static_pad (inner, "src");
  GstPad *pad;

  self->role = role;
  gst_bin_add (GST_BIN (self), inner);
  pad = gst_ghost_pad_new ("sink", sink);
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_picture, self, NULL);
  gst_pad_add_probe (role == INTERVIEW_CODEC_ROLE_ENCODER ? sink : source,
                     GST_PAD_PROBE_TYPE_BUFFER, on_raw_picture, self, NULL);
  gst_element_add_pad (GST_ELEMENT (self), pad);
  gst_element_add_pad (GST_ELEMENT (self), gst_ghost_pad_new ("src", source));
  g_atomic_int_inc (&known[role].made);
  g_atomic_int_inc (&known[role].alive);
}

static void
hardware_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_autoptr (GstElement) encoder = NULL;

  if (id != PROP_BITRATE)
    return;
  encoder = gst_bin_get_by_name (GST_BIN (object), "vpx");
  g_atomic_int_set (&known_bitrate, (int) g_value_get_uint (value));
  g_object_set (encoder, "target-bitrate", 1000 * g_value_get_uint (value), NULL);
}

static GstStateChangeReturn
hardware_change_state (GstElement *element, GstStateChange transition)
{
  Hardware *self = (Hardware *) element;

  if (transition == GST_STATE_CHANGE_READY_TO_PAUSED && get_mode (self) == HARDWARE_STARTS_NOT)
    {
      fail (self);
      return GST_STATE_CHANGE_FAILURE;
    }

  return GST_ELEMENT_CLASS (hardware_parent_class)->change_state (element, transition);
}

static void
hardware_finalize (GObject *object)
{
  g_atomic_int_add (&known[((Hardware *) object)->role].alive, -1);

  G_OBJECT_CLASS (hardware_parent_class)->finalize (object);
}

static void
hardware_class_init (HardwareClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hardware_finalize;
  GST_ELEMENT_CLASS (klass)->change_state = hardware_change_state;
  gst_element_class_set_static_metadata (GST_ELEMENT_CLASS (klass), "Stand-in", "Codec",
                                         "A codec of a machine", "The Interview authors");
}

static void
hardware_init (Hardware *self)
{
}

typedef Hardware HardwareEncoder;
typedef HardwareClass HardwareEncoderClass;

GType hardware_encoder_get_type (void);
G_DEFINE_TYPE (HardwareEncoder, hardware_encoder, hardware_get_type ())

static void
hardware_encoder_class_init (HardwareEncoderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = hardware_set_property;
  g_object_class_install_property (object_class, PROP_BITRATE,
                                   g_param_spec_uint ("bitrate", NULL, NULL, 0, 2000 * 1024, 0,
                                                      flags));
  g_object_class_install_property (object_class, PROP_RATE_CONTROL,
                                   g_param_spec_string ("rate-control", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_KEYFRAME_PERIOD,
                                   g_param_spec_uint ("keyframe-period", NULL, NULL, 1, 300, 30,
                                                      flags));
  g_object_class_install_property (object_class, PROP_QUALITY_LEVEL,
                                   g_param_spec_uint ("quality-level", NULL, NULL, 1, 7, 4, flags));
}

static void
hardware_encoder_init (HardwareEncoder *self)
{
  build (self, INTERVIEW_CODEC_ROLE_ENCODER);
}

typedef Hardware HardwareDecoder;
typedef HardwareClass HardwareDecoderClass;

GType hardware_decoder_get_type (void);
G_DEFINE_TYPE (HardwareDecoder, hardware_decoder, hardware_get_type ())

static void
hardware_decoder_class_init (HardwareDecoderClass *klass)
{
}

static void
hardware_decoder_init (HardwareDecoder *self)
{
  build (self, INTERVIEW_CODEC_ROLE_DECODER);
}

/* Puts them into the machine, for the rest of the process. */
void
hardware_codec_register (void)
{
  g_assert_true (
      gst_element_register (NULL, "vaapivp8enc", GST_RANK_NONE, hardware_encoder_get_type ()));
  g_assert_true (
      gst_element_register (NULL, "vaapivp8dec", GST_RANK_NONE, hardware_decoder_get_type ()));
}

/* From now on, also those that run. */
void
hardware_codec_set_mode (InterviewCodecRole role, HardwareMode mode)
{
  g_atomic_int_set (&known[role].mode, mode);
}

/* How many there were so far. */
int
hardware_codec_get_made (InterviewCodecRole role)
{
  return g_atomic_int_get (&known[role].made);
}

/* How many there are. */
int
hardware_codec_get_alive (InterviewCodecRole role)
{
  return g_atomic_int_get (&known[role].alive);
}

/* How many pictures went through all of them so far. */
int
hardware_codec_get_pictures (InterviewCodecRole role)
{
  return g_atomic_int_get (&known[role].pictures);
}

/* What an encoder last was told, thousands of bits a second. */
int
hardware_codec_get_bitrate (void)
{
  return g_atomic_int_get (&known_bitrate);
}
