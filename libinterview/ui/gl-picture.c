/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-ui"

#include "ui/gl-picture.h"

#include <epoxy/gl.h>
#include <gst/video/video.h>

#include "ui/yuv-transform.h"

#define N_PLANES 3

/* Below this share of its size a picture is made of a halved one: four pixels beside each other are
 * all that a graphics card looks at, and the others would be left out. */
#define HALVED_BELOW 0.7

/* A graphics card that takes longer for one picture has hung. */
#define DRAW_NANOSECONDS G_GUINT64_CONSTANT (1000000000)

/*
 * InterviewGlPicture makes textures for GTK of pictures as decoders give them, in I420: the
 * graphics card gets the three planes as they are, and makes RGB of them in the size that is shown.
 * The only copy by the processor is the one to the graphics card, and it runs in a worker thread.
 *
 * It is made, and told to draw, on the main thread; a #InterviewVideoPaintable owns it, and each of
 * its textures keeps it, for textures are given back to the context that made them. The context is
 * its own one and shares textures with GTK’s. It is current in one thread at a time, which holds
 * the mutex meanwhile. A picture is handed out when the graphics card is done with it, so that GTK
 * never paints half of one; it is not drawn into again, for nobody says when GTK is done with it.
 */
struct _InterviewGlPicture
{
  GObject parent_instance;

  GdkGLContext *context;
  GMutex mutex; /* of all that is below */
  GLuint program;
  GLuint vertices;
  GLuint frame_buffer;
  GLuint planes[N_PLANES];
  int width;
  int height;

  GMutex released_mutex; /* never held for long: taken by the main thread */
  GArray *released;      /* element-type GLuint, textures that GTK needs no more */
};

/* What one picture is made of, and how large it is to be. */
typedef struct
{
  GstSample *sample;
  int width;
  int height;
} Drawing;

/* A texture in GTK's hands. */
typedef struct
{
  InterviewGlPicture *picture;
  GLuint id;
} Loan;

G_DEFINE_FINAL_TYPE (InterviewGlPicture, interview_gl_picture, G_TYPE_OBJECT)

/* One triangle that covers everything needs no list of corners. */
static const char vertex_source[] =
    "out vec2 place;\n"
    "void main () {\n"
    "  place = vec2 (float ((gl_VertexID & 1) * 2), float (gl_VertexID & 2));\n"
    "  gl_Position = vec4 (place * 2.0 - 1.0, 0.0, 1.0);\n"
    "}\n";

static const char fragment_source[] =
    "in vec2 place;\n"
    "out vec4 color;\n"
    "uniform sampler2D plane_y, plane_u, plane_v;\n"
    "uniform mat3 matrix;\n"
    "uniform vec3 offset;\n"
    "uniform vec2 chroma_scale, chroma_shift;\n"
    "void main () {\n"
    "  vec2 chroma = place * chroma_scale + chroma_shift;\n"
    "  vec3 yuv = vec3 (texture (plane_y, place).r, texture (plane_u, chroma).r,\n"
    "                   texture (plane_v, chroma).r);\n"
    "  color = vec4 (clamp (matrix * (yuv + offset), 0.0, 1.0), 1.0);\n"
    "}\n";

static const char *const plane_names[N_PLANES] = { "plane_y", "plane_u", "plane_v" };

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  gst_sample_unref (drawing->sample);
  g_free (drawing);
}

static void
loan_release (gpointer data)
{
  Loan *loan = data;

  g_mutex_lock (&loan->picture->released_mutex);
  g_array_append_val (loan->picture->released, loan->id);
  g_mutex_unlock (&loan->picture->released_mutex);
  g_object_unref (loan->picture);
  g_free (loan);
}

static gboolean
add_shader (InterviewGlPicture *self, GLenum kind, const char *source, GError **error)
{
  const char *start = gdk_gl_context_get_use_es (self->context)
                          ? "#version 300 es\nprecision highp float;\n"
                          : "#version 150\n";
  const char *sources[] = { start, source };
  GLuint shader = glCreateShader (kind);
  GLint compiled = GL_FALSE;
  char reason[256] = "";

  glShaderSource (shader, G_N_ELEMENTS (sources), sources, NULL);
  glCompileShader (shader);
  glGetShaderiv (shader, GL_COMPILE_STATUS, &compiled);
  if (compiled)
    glAttachShader (self->program, shader);
  else
    {
      glGetShaderInfoLog (shader, sizeof reason, NULL, reason);
      g_set_error (error, GDK_GL_ERROR, GDK_GL_ERROR_COMPILATION_FAILED, "%s", reason);
    }
  /* It lives on in the program. */
  glDeleteShader (shader);

  return compiled;
}

static gboolean
make_program (InterviewGlPicture *self, GError **error)
{
  GLint linked = GL_FALSE;

  self->program = glCreateProgram ();
  if (!add_shader (self, GL_VERTEX_SHADER, vertex_source, error) ||
      !add_shader (self, GL_FRAGMENT_SHADER, fragment_source, error))
    return FALSE;
  glLinkProgram (self->program);
  glGetProgramiv (self->program, GL_LINK_STATUS, &linked);
  if (!linked)
    {
      g_set_error_literal (error, GDK_GL_ERROR, GDK_GL_ERROR_LINK_FAILED, "no program");
      return FALSE;
    }
  glUseProgram (self->program);
  for (int i = 0; i < N_PLANES; i++)
    glUniform1i (glGetUniformLocation (self->program, plane_names[i]), i);

  return TRUE;
}

/* With the context current. */
static gboolean
prepare (InterviewGlPicture *self, GError **error)
{
  int major, minor;

  gdk_gl_context_get_version (self->context, &major, &minor);
  if (major < 3 || (!gdk_gl_context_get_use_es (self->context) && major == 3 && minor < 2))
    {
      g_set_error (error, GDK_GL_ERROR, GDK_GL_ERROR_NOT_AVAILABLE, "only GL %d.%d", major, minor);
      return FALSE;
    }
  if (!make_program (self, error))
    return FALSE;
  glGenVertexArrays (1, &self->vertices);
  glBindVertexArray (self->vertices);
  glGenFramebuffers (1, &self->frame_buffer);
  glBindFramebuffer (GL_FRAMEBUFFER, self->frame_buffer);
  glGenTextures (N_PLANES, self->planes);
  for (int i = 0; i < N_PLANES; i++)
    {
      glActiveTexture (GL_TEXTURE0 + i);
      glBindTexture (GL_TEXTURE_2D, self->planes[i]);
      glTexParameteri (GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
      glTexParameteri (GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
      glTexParameteri (GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    }
  /* The one for the texture that is drawn into; the planes stay bound. */
  glActiveTexture (GL_TEXTURE0 + N_PLANES);
  glPixelStorei (GL_UNPACK_ALIGNMENT, 1);

  return TRUE;
}

static void
upload (InterviewGlPicture *self, GstVideoFrame *frame, gboolean halved)
{
  gboolean resized = self->width != GST_VIDEO_FRAME_WIDTH (frame) ||
                     self->height != GST_VIDEO_FRAME_HEIGHT (frame);

  for (int i = 0; i < N_PLANES; i++)
    {
      int width = GST_VIDEO_FRAME_COMP_WIDTH (frame, i);
      int height = GST_VIDEO_FRAME_COMP_HEIGHT (frame, i);
      gconstpointer data = GST_VIDEO_FRAME_COMP_DATA (frame, i);

      glActiveTexture (GL_TEXTURE0 + i);
      glPixelStorei (GL_UNPACK_ROW_LENGTH, GST_VIDEO_FRAME_COMP_STRIDE (frame, i));
      if (resized)
        glTexImage2D (GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, data);
      else
        glTexSubImage2D (GL_TEXTURE_2D, 0, 0, 0, width, height, GL_RED, GL_UNSIGNED_BYTE, data);
      glTexParameteri (GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER,
                       halved ? GL_LINEAR_MIPMAP_NEAREST : GL_LINEAR);
      if (halved)
        glGenerateMipmap (GL_TEXTURE_2D);
    }
  glActiveTexture (GL_TEXTURE0 + N_PLANES);
  self->width = GST_VIDEO_FRAME_WIDTH (frame);
  self->height = GST_VIDEO_FRAME_HEIGHT (frame);
}

static void
set_transform (InterviewGlPicture *self, const GstVideoInfo *info)
{
  InterviewYuvTransform transform;

  interview_yuv_transform_init (&transform, info);
  glUniformMatrix3fv (glGetUniformLocation (self->program, "matrix"), 1, GL_TRUE, transform.matrix);
  glUniform3fv (glGetUniformLocation (self->program, "offset"), 1, transform.offset);
  glUniform2fv (glGetUniformLocation (self->program, "chroma_scale"), 1, transform.chroma_scale);
  glUniform2fv (glGetUniformLocation (self->program, "chroma_shift"), 1, transform.chroma_shift);
}

static gboolean
wait_for_card (void)
{
  GLsync fence = glFenceSync (GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
  GLenum reached = glClientWaitSync (fence, GL_SYNC_FLUSH_COMMANDS_BIT, DRAW_NANOSECONDS);

  glDeleteSync (fence);

  return reached == GL_ALREADY_SIGNALED || reached == GL_CONDITION_SATISFIED;
}

/* Returns: the texture, 0 if there is none. */
static GLuint
draw_into_texture (int width, int height)
{
  GLuint id;
  gboolean complete;

  glGenTextures (1, &id);
  glBindTexture (GL_TEXTURE_2D, id);
  glTexParameteri (GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri (GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri (GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri (GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexImage2D (GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, NULL);
  glFramebufferTexture2D (GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, id, 0);
  complete = glCheckFramebufferStatus (GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  if (complete)
    {
      glViewport (0, 0, width, height);
      glDrawArrays (GL_TRIANGLES, 0, 3);
    }
  glFramebufferTexture2D (GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, 0, 0);
  glBindTexture (GL_TEXTURE_2D, 0);
  if (!complete || !wait_for_card () || glGetError () != GL_NO_ERROR)
    {
      glDeleteTextures (1, &id);
      return 0;
    }

  return id;
}

static void
delete_released (InterviewGlPicture *self)
{
  g_mutex_lock (&self->released_mutex);
  if (self->released->len > 0)
    glDeleteTextures (self->released->len, (const GLuint *) self->released->data);
  g_array_set_size (self->released, 0);
  g_mutex_unlock (&self->released_mutex);
}

/* With the context current. */
static GdkTexture *
draw (InterviewGlPicture *self, const Drawing *drawing)
{
  GstVideoInfo info;
  GstVideoFrame frame;
  double share = 1;
  int width, height;
  GLuint id;
  Loan *loan;

  if (!gst_video_info_from_caps (&info, gst_sample_get_caps (drawing->sample)) ||
      !gst_video_frame_map (&frame, &info, gst_sample_get_buffer (drawing->sample), GST_MAP_READ))
    return NULL;
  if (drawing->width > 0 && drawing->height > 0)
    share =
        MIN (1, MIN ((double) drawing->width / info.width, (double) drawing->height / info.height));
  width = MAX ((int) (info.width * share + 0.5), 1);
  height = MAX ((int) (info.height * share + 0.5), 1);
  delete_released (self);
  upload (self, &frame, share < HALVED_BELOW);
  gst_video_frame_unmap (&frame);
  set_transform (self, &info);
  id = draw_into_texture (width, height);
  if (id == 0)
    return NULL;
  loan = g_new (Loan, 1);
  loan->picture = g_object_ref (self);
  loan->id = id;

  return gdk_gl_texture_new (self->context, id, width, height, loan_release, loan);
}

static void
run_draw (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  InterviewGlPicture *self = source;
  GdkTexture *texture = NULL;

  g_mutex_lock (&self->mutex);
  gdk_gl_context_make_current (self->context);
  if (gdk_gl_context_get_current () == self->context)
    {
      texture = draw (self, task_data);
      gdk_gl_context_clear_current ();
    }
  g_mutex_unlock (&self->mutex);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_new_error (task, GDK_GL_ERROR, GDK_GL_ERROR_NOT_AVAILABLE, "nothing was drawn");
}

/* From whatever thread has the last reference; who draws has one. GTK may be painting. */
static void
delete_all (InterviewGlPicture *self)
{
  GdkGLContext *former = gdk_gl_context_get_current ();

  if (former != NULL)
    g_object_ref (former);
  gdk_gl_context_make_current (self->context);
  if (gdk_gl_context_get_current () == self->context)
    {
      delete_released (self);
      glDeleteTextures (N_PLANES, self->planes);
      glDeleteFramebuffers (1, &self->frame_buffer);
      glDeleteVertexArrays (1, &self->vertices);
      glDeleteProgram (self->program);
      gdk_gl_context_clear_current ();
    }
  if (former != NULL)
    gdk_gl_context_make_current (former);
  g_clear_object (&former);
}

static void
interview_gl_picture_finalize (GObject *object)
{
  InterviewGlPicture *self = INTERVIEW_GL_PICTURE (object);

  if (self->context != NULL)
    delete_all (self);
  g_clear_object (&self->context);
  g_array_unref (self->released);
  g_mutex_clear (&self->released_mutex);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_gl_picture_parent_class)->finalize (object);
}

static void
interview_gl_picture_class_init (InterviewGlPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_gl_picture_finalize;
}

static void
interview_gl_picture_init (InterviewGlPicture *self)
{
  g_mutex_init (&self->mutex);
  g_mutex_init (&self->released_mutex);
  self->released = g_array_new (FALSE, FALSE, sizeof (GLuint));
}

static InterviewGlPicture *
create (GdkDisplay *display, gboolean software, GError **error)
{
  g_autoptr (GdkGLContext) context = gdk_display_create_gl_context (display, error);
  g_autoptr (InterviewGlPicture) self = NULL;
  GdkGLContext *former = gdk_gl_context_get_current ();
  gboolean ready = FALSE;

  if (context == NULL || !gdk_gl_context_realize (context, error))
    return NULL;
  self = g_object_new (INTERVIEW_TYPE_GL_PICTURE, NULL);
  self->context = g_object_ref (context);
  if (former != NULL)
    g_object_ref (former);
  gdk_gl_context_make_current (context);
  if (gdk_gl_context_get_current () == context)
    {
      const char *renderer = (const char *) glGetString (GL_RENDERER);

      if (!software && interview_gl_picture_is_software (renderer))
        g_set_error (error, GDK_GL_ERROR, GDK_GL_ERROR_UNSUPPORTED_FORMAT, "%s", renderer);
      else
        ready = prepare (self, error);
      gdk_gl_context_clear_current ();
    }
  else
    g_set_error_literal (error, GDK_GL_ERROR, GDK_GL_ERROR_NOT_AVAILABLE, "no current context");
  if (former != NULL)
    gdk_gl_context_make_current (former);
  g_clear_object (&former);

  return ready ? g_steal_pointer (&self) : NULL;
}

/**
 * interview_gl_picture_new:
 * @display: where the textures are shown
 * @error: return location of a #GdkGLError
 *
 * Returns: (transfer full) (nullable): one that draws with whatever GL there is
 */
InterviewGlPicture *
interview_gl_picture_new (GdkDisplay *display, GError **error)
{
  g_return_val_if_fail (GDK_IS_DISPLAY (display), NULL);

  return create (display, TRUE, error);
}

/**
 * interview_gl_picture_new_for_native:
 * @native: a realized window
 *
 * Returns: (transfer full) (nullable): one for pictures in that window, %NULL where no graphics
 *   card draws it: converting on the processor is cheaper than having it play a graphics card
 */
InterviewGlPicture *
interview_gl_picture_new_for_native (GtkNative *native)
{
  g_autoptr (GError) error = NULL;
  InterviewGlPicture *self;
  GskRenderer *renderer;
  const char *kind;

  g_return_val_if_fail (GTK_IS_NATIVE (native), NULL);

  /* By name: the headers of the oldest GTK know only the first. Asking for a context would start GL
   * where nothing else uses it. */
  renderer = gtk_native_get_renderer (native);
  kind = renderer != NULL ? G_OBJECT_TYPE_NAME (renderer) : "";
  if (!g_str_equal (kind, "GskGLRenderer") && !g_str_equal (kind, "GskNglRenderer"))
    return NULL;
  self = create (gtk_widget_get_display (GTK_WIDGET (native)), FALSE, &error);
  if (self == NULL)
    g_info ("Pictures are not drawn with GL: %s", error->message);

  return self;
}

/**
 * interview_gl_picture_draw_async:
 * @sample: (transfer none): a picture for which interview_gl_picture_can_draw() is %TRUE
 * @width: device pixels that there are, 0 for “as large as it comes”
 * @height: device pixels that there are, 0 for “as large as it comes”
 * @cancellable: (nullable): to forget about it
 * @callback: called when it is drawn
 * @user_data: for @callback
 *
 * Draws in a worker thread. What is larger than there is room becomes smaller, in its own aspect
 * ratio.
 */
void
interview_gl_picture_draw_async (InterviewGlPicture *self,
                                 GstSample *sample,
                                 int width,
                                 int height,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Drawing *drawing;

  g_return_if_fail (INTERVIEW_IS_GL_PICTURE (self));
  g_return_if_fail (interview_gl_picture_can_draw (sample));

  drawing = g_new (Drawing, 1);
  drawing->sample = gst_sample_ref (sample);
  drawing->width = width;
  drawing->height = height;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_gl_picture_draw_async);
  g_task_set_priority (task, G_PRIORITY_HIGH);
  g_task_set_task_data (task, drawing, drawing_free);
  g_task_run_in_thread (task, run_draw);
}

/**
 * interview_gl_picture_draw_finish:
 * @error: return location of a #GdkGLError, after which it is not to be used again, or of
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *
interview_gl_picture_draw_finish (InterviewGlPicture *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * interview_gl_picture_can_draw:
 * @sample: a picture
 *
 * Returns: whether it is I420, which is what decoders give
 */
gboolean
interview_gl_picture_can_draw (GstSample *sample)
{
  GstCaps *caps = gst_sample_get_caps (sample);
  GstVideoInfo info;

  return caps != NULL && gst_sample_get_buffer (sample) != NULL &&
         gst_video_info_from_caps (&info, caps) &&
         GST_VIDEO_INFO_FORMAT (&info) == GST_VIDEO_FORMAT_I420;
}

/**
 * interview_gl_picture_is_software:
 * @renderer: (nullable): what GL_RENDERER says
 *
 * Returns: whether the processor plays the graphics card
 */
gboolean
interview_gl_picture_is_software (const char *renderer)
{
  static const char *const marks[] = { "llvmpipe", "softpipe",    "swrast",
                                       "software", "swiftshader", "basic render" };
  g_autofree char *name = NULL;

  if (renderer == NULL)
    return TRUE;
  name = g_ascii_strdown (renderer, -1);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (name, marks[i]) != NULL)
      return TRUE;

  return FALSE;
}
