/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-ui"

#include "ui/frame-texture.h"

#include <gst/video/video.h>

/* GTK of 4.20 and newer has textures of three planes; the program is built for older ones, too. */
#define HAVE_PLANES GTK_CHECK_VERSION (4, 20, 0)

static void
unmap_frame (gpointer data)
{
  GstVideoFrame *frame = data;

  gst_video_frame_unmap (frame);
  g_free (frame);
}

static gboolean
find_memory_format (GstVideoFormat format, GdkMemoryFormat *memory_format)
{
  switch (format)
    {
    case GST_VIDEO_FORMAT_RGB:
      *memory_format = GDK_MEMORY_R8G8B8;
      return TRUE;
    case GST_VIDEO_FORMAT_RGBA:
      *memory_format = GDK_MEMORY_R8G8B8A8;
      return TRUE;
    case GST_VIDEO_FORMAT_BGRA:
      *memory_format = GDK_MEMORY_B8G8R8A8;
      return TRUE;
    default:
      return FALSE;
    }
}

static GdkTexture *
create_packed (const GstVideoInfo *info, GstBuffer *buffer)
{
  GdkMemoryFormat format;
  GstVideoFrame *frame;
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  if (!find_memory_format (GST_VIDEO_INFO_FORMAT (info), &format))
    return NULL;
  frame = g_new0 (GstVideoFrame, 1);
  if (!gst_video_frame_map (frame, info, buffer, GST_MAP_READ))
    {
      g_free (frame);
      return NULL;
    }
  stride = GST_VIDEO_FRAME_PLANE_STRIDE (frame, 0);
  bytes = g_bytes_new_with_free_func (GST_VIDEO_FRAME_PLANE_DATA (frame, 0), stride * info->height,
                                      unmap_frame, frame);
  return gdk_memory_texture_new (info->width, info->height, format, bytes, stride);
}

#if HAVE_PLANES

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/* Code points of ITU-T H.273, as GTK takes them. */
#define CICP_PRIMARIES_BT709 1
#define CICP_TRANSFER_SRGB 13
#define CICP_MATRIX_BT709 1
#define CICP_MATRIX_BT601 6

/* What is shown in RGB is taken for sRGB; only how planes become RGB is told by the picture, as in
 * #InterviewYuvTransform. */
static GdkColorState *
create_color_state (const GstVideoColorimetry *colorimetry)
{
  g_autoptr (GdkCicpParams) params = gdk_cicp_params_new ();

  gdk_cicp_params_set_color_primaries (params, CICP_PRIMARIES_BT709);
  gdk_cicp_params_set_transfer_function (params, CICP_TRANSFER_SRGB);
  gdk_cicp_params_set_matrix_coefficients (params,
                                           colorimetry->matrix == GST_VIDEO_COLOR_MATRIX_BT709
                                               ? CICP_MATRIX_BT709
                                               : CICP_MATRIX_BT601);
  gdk_cicp_params_set_range (params, colorimetry->range == GST_VIDEO_COLOR_RANGE_0_255
                                         ? GDK_CICP_RANGE_FULL
                                         : GDK_CICP_RANGE_NARROW);
  return gdk_cicp_params_build_color_state (params, NULL);
}

static void
unmap_memory (gpointer data)
{
  GstMapInfo *map = data;
  GstMemory *memory = map->memory;

  gst_memory_unmap (memory, map);
  gst_memory_unref (memory);
  g_free (map);
}

/* All planes in one stretch, whatever they lie in. */
static GBytes *
map_buffer (GstBuffer *buffer)
{
  GstMemory *memory = gst_buffer_get_all_memory (buffer);
  GstMapInfo *map;

  if (memory == NULL)
    return NULL;
  map = g_new (GstMapInfo, 1);
  if (!gst_memory_map (memory, map, GST_MAP_READ))
    {
      gst_memory_unref (memory);
      g_free (map);
      return NULL;
    }
  return g_bytes_new_with_free_func (map->data, map->size, unmap_memory, map);
}

static gboolean
set_planes (GdkMemoryTextureBuilder *builder, const GstVideoInfo *info, GstBuffer *buffer)
{
  g_autoptr (GBytes) bytes = map_buffer (buffer);
  const GstVideoMeta *meta = gst_buffer_get_video_meta (buffer);
  const gsize *offsets = meta != NULL ? meta->offset : info->offset;
  const int *strides = meta != NULL ? meta->stride : info->stride;

  if (bytes == NULL)
    return FALSE;
  for (guint i = 0; i < GST_VIDEO_INFO_N_PLANES (info); i++)
    {
      gsize rows = GST_VIDEO_INFO_COMP_HEIGHT (info, i);

      if (strides[i] < GST_VIDEO_INFO_COMP_WIDTH (info, i) ||
          offsets[i] + (rows - 1) * strides[i] + GST_VIDEO_INFO_COMP_WIDTH (info, i) >
              g_bytes_get_size (bytes))
        return FALSE;
      gdk_memory_texture_builder_set_offset (builder, i, offsets[i]);
      gdk_memory_texture_builder_set_stride_for_plane (builder, i, strides[i]);
    }
  gdk_memory_texture_builder_set_bytes (builder, bytes);

  return TRUE;
}

static GdkTexture *
create_planar (const GstVideoInfo *info, GstBuffer *buffer)
{
  g_autoptr (GdkMemoryTextureBuilder) builder = gdk_memory_texture_builder_new ();
  g_autoptr (GdkColorState) color_state = create_color_state (&info->colorimetry);

  /* Whole blocks of chroma only: an odd last row or column is left out. */
  if (GST_VIDEO_INFO_FORMAT (info) != GST_VIDEO_FORMAT_I420 || info->width < 2 ||
      info->height < 2 || !set_planes (builder, info, buffer))
    return NULL;
  gdk_memory_texture_builder_set_format (builder, GDK_MEMORY_G8_B8_R8_420);
  gdk_memory_texture_builder_set_color_state (builder, color_state);
  gdk_memory_texture_builder_set_width (builder, info->width & ~1);
  gdk_memory_texture_builder_set_height (builder, info->height & ~1);

  return gdk_memory_texture_builder_build (builder);
}

/* Others were made in the size in which they are shown; one of planes is as large as it was sent,
 * and the renderer makes it smaller. */
static void
append (GdkTexture *texture, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  if (gdk_texture_get_format (texture) == GDK_MEMORY_G8_B8_R8_420)
    gtk_snapshot_append_scaled_texture (snapshot, texture, GSK_SCALING_FILTER_TRILINEAR, bounds);
  else
    gtk_snapshot_append_texture (snapshot, texture, bounds);
}

G_GNUC_END_IGNORE_DEPRECATIONS

#else

static GdkTexture *
create_planar (const GstVideoInfo *info, GstBuffer *buffer)
{
  return NULL;
}

static void
append (GdkTexture *texture, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  gtk_snapshot_append_texture (snapshot, texture, bounds);
}

#endif

/**
 * interview_frame_texture_new:
 * @sample: a picture in RGB, or in I420
 *
 * Makes a texture without copying: it keeps the picture's buffer mapped for as long as it lives.
 * Planes become RGB when GTK paints them. Main thread.
 *
 * Returns: (transfer full) (nullable): the texture, %NULL for pictures in other formats, and for
 *   I420 where GTK is older than 4.20
 */
GdkTexture *
interview_frame_texture_new (GstSample *sample)
{
  GstCaps *caps = gst_sample_get_caps (sample);
  GstBuffer *buffer = gst_sample_get_buffer (sample);
  GstVideoInfo info;

  if (caps == NULL || buffer == NULL || !gst_video_info_from_caps (&info, caps))
    return NULL;
  if (GST_VIDEO_INFO_N_PLANES (&info) > 1)
    return create_planar (&info, buffer);

  return create_packed (&info, buffer);
}

/**
 * interview_frame_texture_takes_planes:
 * @native: a realized window
 *
 * Vulkan has no context to share with an #InterviewGlPicture; its renderer makes RGB of planes by
 * itself. GTK takes it only where there is a graphics card. The renderer that uses GL does so, too,
 * but brings the planes to the card on the main thread, which an #InterviewGlPicture does not.
 *
 * Returns: whether pictures in that window are best given to GTK as they were decoded
 */
gboolean
interview_frame_texture_takes_planes (GtkNative *native)
{
  GskRenderer *renderer;

  g_return_val_if_fail (GTK_IS_NATIVE (native), FALSE);

  renderer = gtk_native_get_renderer (native);

  return HAVE_PLANES && renderer != NULL &&
         g_str_equal (G_OBJECT_TYPE_NAME (renderer), "GskVulkanRenderer");
}

/**
 * interview_frame_texture_snapshot:
 * @texture: the picture
 * @snapshot: where it is painted
 * @width: logical pixels
 * @height: logical pixels
 *
 * Paints it in this size. Main thread.
 */
void
interview_frame_texture_snapshot (GdkTexture *texture,
                                  GtkSnapshot *snapshot,
                                  double width,
                                  double height)
{
  g_return_if_fail (GDK_IS_TEXTURE (texture));

  append (texture, snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
}
