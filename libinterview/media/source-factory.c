/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/source-factory.h"

#include "media/arrival-stamp.h"
#include "media/chain.h"
#include "media/file-source.h"
#include "media/microphone-cleaner.h"
#include "media/quality.h"
#include "media/time-code.h"

/* The test picture: small enough that two programs on a small machine draw it fluently. */
#define TEST_WIDTH 640
#define TEST_HEIGHT 360
#define TEST_RATE 30

/*
 * InterviewSourceFactory makes the elements that a capture takes picture and sound from: a real
 * device, a media file that is used as one, or a drawn test picture with a tone. Which one is
 * decided by whoever constructs it, once, before the capture starts; so the two ends of a test can
 * differ, and a program without a camera can be driven by a file.
 *
 * Lives on the main context.
 */
struct _InterviewSourceFactory
{
  GObject parent_instance;

  InterviewDeviceMonitor *monitor;
  gboolean test;
  int test_width;
  int test_height;
  int test_rate;
  InterviewCameraMaker camera_maker;
  gpointer maker_data;
  GDestroyNotify maker_destroy;
  char *camera_file;
  char *microphone_file;
  char *echo_probe;
};

G_DEFINE_FINAL_TYPE (InterviewSourceFactory, interview_source_factory, G_TYPE_OBJECT)

static void
interview_source_factory_finalize (GObject *object)
{
  InterviewSourceFactory *self = INTERVIEW_SOURCE_FACTORY (object);

  g_clear_object (&self->monitor);
  if (self->maker_destroy != NULL)
    self->maker_destroy (self->maker_data);
  g_clear_pointer (&self->camera_file, g_free);
  g_clear_pointer (&self->microphone_file, g_free);
  g_clear_pointer (&self->echo_probe, g_free);

  G_OBJECT_CLASS (interview_source_factory_parent_class)->finalize (object);
}

static void
interview_source_factory_class_init (InterviewSourceFactoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_source_factory_finalize;
}

static void
interview_source_factory_init (InterviewSourceFactory *self)
{
  self->test_width = TEST_WIDTH;
  self->test_height = TEST_HEIGHT;
  self->test_rate = TEST_RATE;
}

static GstPadProbeReturn
on_test_picture (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  GstBuffer *buffer = gst_buffer_make_writable (GST_PAD_PROBE_INFO_BUFFER (info));
  g_autoptr (GstCaps) caps = gst_pad_get_current_caps (pad);
  GstVideoInfo video;
  GstVideoFrame frame;

  GST_PAD_PROBE_INFO_DATA (info) = buffer;
  if (caps != NULL && gst_video_info_from_caps (&video, caps) &&
      gst_video_frame_map (&frame, &video, buffer, GST_MAP_READWRITE))
    {
      interview_time_code_draw (&frame, g_get_real_time () / 1000);
      gst_video_frame_unmap (&frame);
    }

  return GST_PAD_PROBE_OK;
}

static GstElement *
create_test_picture (InterviewSourceFactory *self)
{
  GstBin *bin = GST_BIN (gst_bin_new (NULL));
  GstElement *source = interview_chain_add (bin, NULL, "videotestsrc");
  GstCaps *caps =
      gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING, "I420", "width", G_TYPE_INT,
                           self->test_width, "height", G_TYPE_INT, self->test_height, "framerate",
                           GST_TYPE_FRACTION, self->test_rate, 1, NULL);
  GstElement *format = interview_chain_add_caps (bin, source, caps);
  g_autoptr (GstPad) pad = gst_element_get_static_pad (format, "src");

  gst_util_set_object_arg (G_OBJECT (source), "pattern", "smpte75");
  g_object_set (source, "is-live", TRUE, "horizontal-speed", 2, NULL);
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_test_picture, NULL, NULL);
  interview_chain_expose (bin, format, "src");

  return GST_ELEMENT (bin);
}

static GstElement *
create_test_tone (void)
{
  GstElement *source = gst_element_factory_make ("audiotestsrc", NULL);

  /* A quiet A4, -20 dB, in periods of 20 ms like a sound card’s. */
  g_object_set (source, "is-live", TRUE, "freq", 440.0, "volume", 0.1, "samplesperbuffer", 960,
                NULL);

  return source;
}

/* How many pixels a second of a format are of use in a call. */
static double
measure (GstStructure *format)
{
  g_autoptr (GstStructure) best = gst_structure_copy (format);
  int width = 0, height = 0, numerator = 0, denominator = 1;

  gst_structure_fixate_field_nearest_int (best, "width", INTERVIEW_VIDEO_WIDTH);
  gst_structure_fixate_field_nearest_int (best, "height", INTERVIEW_VIDEO_HEIGHT);
  gst_structure_fixate_field_nearest_fraction (best, "framerate", INTERVIEW_VIDEO_RATE, 1);
  gst_structure_get_int (best, "width", &width);
  gst_structure_get_int (best, "height", &height);
  gst_structure_get_fraction (best, "framerate", &numerator, &denominator);

  return MIN (width, INTERVIEW_VIDEO_WIDTH) * (double) MIN (height, INTERVIEW_VIDEO_HEIGHT) *
         MIN (numerator / (double) MAX (denominator, 1), INTERVIEW_VIDEO_RATE);
}

/* Most USB cameras send 720p only as JPEG, at 30 a second, and raw pictures of that size at 5 or
 * 10: the format with the most useful pixels wins, raw if equal. */
static gboolean
prefers_jpeg (GstDevice *device)
{
  g_autoptr (GstCaps) caps = gst_device_get_caps (device);
  double raw = 0, jpeg = 0;

  for (guint i = 0; caps != NULL && i < gst_caps_get_size (caps); i++)
    {
      GstStructure *format = gst_caps_get_structure (caps, i);

      if (gst_structure_has_name (format, "video/x-raw"))
        raw = MAX (raw, measure (format));
      else if (gst_structure_has_name (format, "image/jpeg"))
        jpeg = MAX (jpeg, measure (format));
    }

  return jpeg > raw;
}

static GstElement *
create_device_picture (GstDevice *device, GstElement *source)
{
  const char *kind = prefers_jpeg (device) ? "image/jpeg" : "video/x-raw";
  GstBin *bin = GST_BIN (gst_bin_new (NULL));
  GstCaps *caps =
      gst_caps_new_simple (kind, "width", GST_TYPE_INT_RANGE, 1, INTERVIEW_VIDEO_WIDTH, "height",
                           GST_TYPE_INT_RANGE, 1, INTERVIEW_VIDEO_HEIGHT, NULL);
  GstElement *last;

  /* A camera that has only larger pictures is scaled down later. */
  gst_caps_append (caps, gst_caps_new_empty_simple (kind));
  interview_chain_append (bin, NULL, source);
  last = interview_chain_add_caps (bin, source, caps);
  if (g_str_equal (kind, "image/jpeg"))
    last = interview_chain_add (bin, last, "jpegdec");
  interview_chain_expose (bin, last, "src");

  return GST_ELEMENT (bin);
}

static GstElement *
create_device_source (InterviewSourceFactory *self,
                      InterviewDevice *device,
                      InterviewDeviceKind kind,
                      InterviewDeviceFailure *failure)
{
  GstElement *source = NULL;
  GstElementFactory *factory;

  if (device == NULL)
    {
      *failure = interview_source_factory_explain_absence (self, kind);
      return NULL;
    }

  source = gst_device_create_element (interview_device_get_gst_device (device), NULL);
  if (source == NULL)
    {
      *failure = INTERVIEW_DEVICE_FAILURE_BROKEN;
      return NULL;
    }

  factory = gst_element_get_factory (source);
  if (factory != NULL && g_str_equal (GST_OBJECT_NAME (factory), "pipewiresrc"))
    interview_arrival_stamp_add (source);
  if (kind == INTERVIEW_DEVICE_KIND_CAMERA)
    return create_device_picture (interview_device_get_gst_device (device), source);
  return interview_microphone_cleaner_wrap (source, self->echo_probe);
}

/**
 * interview_source_factory_new:
 * @monitor: (nullable) (transfer none): which devices there are; without one there are none
 *
 * Returns: (transfer full): a factory of real devices
 */
InterviewSourceFactory *
interview_source_factory_new (InterviewDeviceMonitor *monitor)
{
  InterviewSourceFactory *self = g_object_new (INTERVIEW_TYPE_SOURCE_FACTORY, NULL);

  g_set_object (&self->monitor, monitor);

  return self;
}

/**
 * interview_source_factory_get_monitor:
 *
 * Returns: (transfer none) (nullable): which devices there are
 */
InterviewDeviceMonitor *
interview_source_factory_get_monitor (InterviewSourceFactory *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SOURCE_FACTORY (self), NULL);

  return self->monitor;
}

/**
 * interview_source_factory_use_test_sources:
 *
 * Takes a drawn picture that shows the time (see time-code.c) for the camera and a tone for the
 * microphone, unless a file was set for one of them.
 */
void
interview_source_factory_use_test_sources (InterviewSourceFactory *self)
{
  g_return_if_fail (INTERVIEW_IS_SOURCE_FACTORY (self));

  self->test = TRUE;
}

/**
 * interview_source_factory_set_test_picture:
 * @width: pixels
 * @height: pixels
 * @frames_per_second: 1 to 30
 *
 * Sets what the test picture is like.
 */
void
interview_source_factory_set_test_picture (InterviewSourceFactory *self,
                                           int width,
                                           int height,
                                           int frames_per_second)
{
  g_return_if_fail (INTERVIEW_IS_SOURCE_FACTORY (self));
  g_return_if_fail (width >= 16 && height >= 16);
  g_return_if_fail (frames_per_second >= 1 && frames_per_second <= INTERVIEW_VIDEO_RATE);

  self->test_width = width;
  self->test_height = height;
  self->test_rate = frames_per_second;
}

/**
 * interview_source_factory_set_camera_file:
 * @path: (nullable): a media file whose picture is used as the camera, over and over
 */
void
interview_source_factory_set_camera_file (InterviewSourceFactory *self, const char *path)
{
  g_return_if_fail (INTERVIEW_IS_SOURCE_FACTORY (self));

  g_free (self->camera_file);
  self->camera_file = g_strdup (path);
}

/**
 * interview_source_factory_set_microphone_file:
 * @path: (nullable): a media file whose sound is used as the microphone, over and over
 */
void
interview_source_factory_set_microphone_file (InterviewSourceFactory *self, const char *path)
{
  g_return_if_fail (INTERVIEW_IS_SOURCE_FACTORY (self));

  g_free (self->microphone_file);
  self->microphone_file = g_strdup (path);
}

/**
 * interview_source_factory_set_camera_maker:
 * @maker: makes what is used as the camera, each time that one is started
 * @user_data: for @maker
 * @destroy: (nullable): frees @user_data
 *
 * Has pictures of any other origin for the camera. To be called once, before the capture starts.
 */
void
interview_source_factory_set_camera_maker (InterviewSourceFactory *self,
                                           InterviewCameraMaker maker,
                                           gpointer user_data,
                                           GDestroyNotify destroy)
{
  g_return_if_fail (INTERVIEW_IS_SOURCE_FACTORY (self));
  g_return_if_fail (self->camera_maker == NULL);

  self->camera_maker = maker;
  self->maker_data = user_data;
  self->maker_destroy = destroy;
}

/**
 * interview_source_factory_set_echo_probe:
 * @name: (nullable): of the webrtcechoprobe that hears what is played (see loudspeaker.c); it has
 *   to be there as long as what this factory creates
 *
 * Has the echo of that taken out of what a microphone hears from then on.
 */
void
interview_source_factory_set_echo_probe (InterviewSourceFactory *self, const char *name)
{
  g_return_if_fail (INTERVIEW_IS_SOURCE_FACTORY (self));

  g_free (self->echo_probe);
  self->echo_probe = g_strdup (name);
}

/**
 * interview_source_factory_uses_camera_devices:
 *
 * Returns: whether the camera is a real one, so that there is a choice
 */
gboolean
interview_source_factory_uses_camera_devices (InterviewSourceFactory *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SOURCE_FACTORY (self), FALSE);

  return self->camera_file == NULL && self->camera_maker == NULL && !self->test;
}

/**
 * interview_source_factory_uses_microphone_devices:
 *
 * Returns: whether the microphone is a real one, so that there is a choice
 */
gboolean
interview_source_factory_uses_microphone_devices (InterviewSourceFactory *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SOURCE_FACTORY (self), FALSE);

  return self->microphone_file == NULL && !self->test;
}

/**
 * interview_source_factory_explain_absence:
 * @kind: of a camera or a microphone
 *
 * Returns: why there is none in the list of devices
 */
InterviewDeviceFailure
interview_source_factory_explain_absence (InterviewSourceFactory *self, InterviewDeviceKind kind)
{
  g_return_val_if_fail (INTERVIEW_IS_SOURCE_FACTORY (self), INTERVIEW_DEVICE_FAILURE_MISSING);

  return kind == INTERVIEW_DEVICE_KIND_CAMERA && self->monitor != NULL
             ? interview_device_monitor_get_camera_absence (self->monitor)
             : INTERVIEW_DEVICE_FAILURE_MISSING;
}

/**
 * interview_source_factory_create_camera:
 * @device: (nullable): which camera, %NULL if there is none; of no interest where something
 *   else takes its place
 * @failure: (out): why there is none, left alone if there is one
 *
 * Returns: (transfer floating) (nullable): an element with one pad `src` of raw video
 */
GstElement *
interview_source_factory_create_camera (InterviewSourceFactory *self,
                                        InterviewDevice *device,
                                        InterviewDeviceFailure *failure)
{
  g_return_val_if_fail (INTERVIEW_IS_SOURCE_FACTORY (self), NULL);

  if (self->camera_maker != NULL)
    return self->camera_maker (self->maker_data);
  if (self->camera_file != NULL)
    return interview_file_source_new (self->camera_file, TRUE);
  if (self->test)
    return create_test_picture (self);
  return create_device_source (self, device, INTERVIEW_DEVICE_KIND_CAMERA, failure);
}

/**
 * interview_source_factory_create_microphone:
 * @device: (nullable): which microphone, %NULL if there is none; of no interest where something
 *   else takes its place
 * @failure: (out): why there is none, left alone if there is one
 *
 * Returns: (transfer floating) (nullable): an element with one pad `src` of raw sound
 */
GstElement *
interview_source_factory_create_microphone (InterviewSourceFactory *self,
                                            InterviewDevice *device,
                                            InterviewDeviceFailure *failure)
{
  g_return_val_if_fail (INTERVIEW_IS_SOURCE_FACTORY (self), NULL);

  if (self->microphone_file != NULL)
    return interview_file_source_new (self->microphone_file, FALSE);
  if (self->test)
    return create_test_tone ();
  return create_device_source (self, device, INTERVIEW_DEVICE_KIND_MICROPHONE, failure);
}
