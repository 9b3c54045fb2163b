/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/error.h"
#include "media/recorder.h"
#include "media/recording-mend.h"
#include "recorded.h"
#include "support/await.h"
#include "support/small-disk.h"
#include "test-side.h"

/* Where the second of two people stands in the recorded picture of 1280x720. */
#define HALF 640
#define HALF_TOP 180

/* Where a screen stands in it, and one person beside it. */
#define SCREEN_WIDTH 1024
#define SCREEN_TOP 72
#define BESIDE_WIDTH 256
#define BESIDE_TOP 288

/* MiB of the small disk, and how many bytes of it are left alone by the test that says so. */
#define SMALL_DISK 24
#define RESERVE (8 << 20)

static char *folder;
static char *program;

typedef struct
{
  InterviewSourceFactory *factory;
  InterviewCapture *capture;
  InterviewRecorder *recorder;
  gint64 enough;
} Studio;

static char *
make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* Somebody who is alone with a camera. */
static void
studio_open (Studio *self, const char *path)
{
  *self = (Studio){ .enough = 2 * G_TIME_SPAN_SECOND };
  self->factory = interview_source_factory_new (NULL);
  interview_source_factory_use_test_sources (self->factory);
  interview_source_factory_set_test_picture (self->factory, 320, 180, 15);
  self->capture = interview_capture_new (self->factory);
  self->recorder = interview_recorder_new (path);
  interview_recorder_set_reserve (self->recorder, 0);
  interview_capture_start (self->capture);
}

static void
studio_start (Studio *self)
{
  g_autoptr (GError) error = NULL;

  interview_recorder_start (self->recorder, &error);
  g_assert_no_error (error);
  interview_recorder_add (self->recorder, interview_capture_get_tap (self->capture));
}

static void
studio_close (Studio *self)
{
  interview_capture_stop (self->capture);
  test_assert_finalized (self->recorder);
  test_assert_finalized (self->capture);
  g_object_unref (self->factory);
}

static gboolean
has_enough (gpointer data)
{
  Studio *self = data;

  return interview_recorder_get_duration (self->recorder) > self->enough;
}

static gboolean
has_ended (gpointer data)
{
  return interview_recorder_get_state (data) == INTERVIEW_RECORDER_STATE_ENDED;
}

static void
finish (InterviewRecorder *recorder)
{
  interview_recorder_stop (recorder);
  wait_for (has_ended, recorder, "the end of the file");
  g_assert_null (interview_recorder_get_error (recorder));
}

static guint
count_loud (Recorded *recorded)
{
  guint loud = 0;

  for (guint i = 0; i < recorded->sounds->len; i++)
    loud += g_array_index (recorded->sounds, RecordedSound, i).swing > 1000;

  return loud;
}

static void
assert_rising (Recorded *recorded)
{
  for (guint i = 1; i < recorded->frames->len; i++)
    g_assert_cmpuint (g_array_index (recorded->frames, RecordedFrame, i).time, >,
                      g_array_index (recorded->frames, RecordedFrame, i - 1).time);
}

static void
test_alone (void)
{
  g_autofree char *path = make_path ("alone.webm");
  Recorded recorded;
  Studio studio;
  gint64 length;

  studio_open (&studio, path);
  g_assert_cmpint (interview_recorder_get_state (studio.recorder), ==,
                   INTERVIEW_RECORDER_STATE_READY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  studio_start (&studio);
  g_assert_cmpuint (interview_recorder_get_minutes_left (studio.recorder), >, 0);
  wait_for (has_enough, &studio, "two seconds of recording");
  finish (studio.recorder);
  length = interview_recorder_get_duration (studio.recorder);
  studio_close (&studio);

  recorded_read (&recorded, path, 0, 0, 1280);
  assert_rising (&recorded);
  g_assert_true (recorded.seekable);
  g_assert_cmpint (recorded.duration, >, length * 1000 - GST_SECOND);
  g_assert_cmpint (recorded.duration, <, length * 1000 + GST_SECOND);
  g_assert_cmpuint (recorded.codes, >, 15);
  g_assert_cmpuint (count_loud (&recorded), >, 100);
  recorded_clear (&recorded);
  g_unlink (path);
}

/* What was taken at the same time is seen and heard at the same time, whatever the machine does
 * meanwhile: a picture turns white while a beep begins, once a second. */

static GstPadProbeReturn
on_picture (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  GstBuffer *buffer = gst_buffer_make_writable (GST_PAD_PROBE_INFO_BUFFER (info));

  GST_PAD_PROBE_INFO_DATA (info) = buffer;
  gst_buffer_memset (buffer, 0, GST_BUFFER_PTS (buffer) % GST_SECOND < 200 * GST_MSECOND ? 235 : 16,
                     320 * 180);

  return GST_PAD_PROBE_OK;
}

static GstElement *
create_clapper (InterviewTap *tap)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GstClock) clock = gst_system_clock_obtain ();
  g_autoptr (GstElement) picture = NULL;
  g_autoptr (GstElement) sound = NULL;
  g_autoptr (GstPad) picture_pad = NULL;
  g_autoptr (GstPad) sound_pad = NULL;
  GstElement *pipeline = gst_parse_launch (
      "videotestsrc is-live=true ! video/x-raw,format=I420,width=320,height=180,framerate=25/1 ! "
      "identity name=picture ! fakesink async=false "
      "audiotestsrc is-live=true wave=ticks samplesperbuffer=480 sine-periods-per-tick=80 "
      "freq=400 apply-tick-ramp=false ! audio/x-raw,format=S16LE,rate=48000,channels=1 ! "
      "identity name=sound ! fakesink async=false",
      &error);

  g_assert_no_error (error);
  gst_pipeline_use_clock (GST_PIPELINE (pipeline), clock);
  picture = gst_bin_get_by_name (GST_BIN (pipeline), "picture");
  sound = gst_bin_get_by_name (GST_BIN (pipeline), "sound");
  picture_pad = gst_element_get_static_pad (picture, "src");
  sound_pad = gst_element_get_static_pad (sound, "src");
  gst_pad_add_probe (picture_pad, GST_PAD_PROBE_TYPE_BUFFER, on_picture, NULL, NULL);
  interview_tap_watch (tap, INTERVIEW_TAP_PICTURE, picture_pad);
  interview_tap_watch (tap, INTERVIEW_TAP_SOUND, sound_pad);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);

  return pipeline;
}

/* When the sound last was quiet for a while before this began. */
static gboolean
find_beep (Recorded *recorded, GstClockTime after, GstClockTime *when)
{
  for (guint i = 1; i < recorded->sounds->len; i++)
    {
      const RecordedSound *note = &g_array_index (recorded->sounds, RecordedSound, i);

      if (note->time >= after && note->swing > 4000 && note[-1].swing < 4000)
        {
          *when = note->time;
          return TRUE;
        }
    }

  return FALSE;
}

static void
test_together (void)
{
  g_autofree char *path = make_path ("together.webm");
  g_autoptr (InterviewTap) tap = interview_tap_new ();
  g_autoptr (GstElement) clapper = create_clapper (tap);
  g_autoptr (GError) error = NULL;
  Studio studio = { .enough = 4 * G_TIME_SPAN_SECOND };
  Recorded recorded;
  guint claps = 0;

  studio.recorder = interview_recorder_new (path);
  interview_recorder_set_reserve (studio.recorder, 0);
  interview_recorder_start (studio.recorder, &error);
  g_assert_no_error (error);
  interview_recorder_add (studio.recorder, tap);
  wait_for (has_enough, &studio, "four seconds of recording");
  finish (studio.recorder);
  gst_element_set_state (clapper, GST_STATE_NULL);
  test_assert_finalized (studio.recorder);

  recorded_read (&recorded, path, 0, 0, 1280);
  for (guint i = 1; i < recorded.frames->len; i++)
    {
      const RecordedFrame *frame = &g_array_index (recorded.frames, RecordedFrame, i);
      GstClockTime beep;

      /* The first second may begin in the middle of a beep. */
      if (frame->time < GST_SECOND || frame->brightness < 128 || frame[-1].brightness >= 128 ||
          !find_beep (&recorded, frame->time - GST_SECOND / 2, &beep))
        continue;
      claps++;
      g_test_message ("white at %u ms, beep at %u ms", (guint) (frame->time / GST_MSECOND),
                      (guint) (beep / GST_MSECOND));
      /* A frame of 40 ms, and a codec’s start. */
      g_assert_cmpint (ABS ((gint64) frame->time - (gint64) beep), <=, 60 * GST_MSECOND);
    }
  g_assert_cmpuint (claps, >=, 2);
  recorded_clear (&recorded);
  g_unlink (path);
}

/* A screen is large in the picture while it is shared, with the person small beside it. */
static void
test_screen (void)
{
  g_autofree char *path = make_path ("screen.webm");
  g_autoptr (InterviewScreenShare) share = interview_screen_share_new (0, "one");
  InterviewDeviceFailure failure;
  GstElement *page;
  Studio studio;
  Recorded screen, beside, alone;

  studio_open (&studio, path);
  studio_start (&studio);
  page = interview_source_factory_create_camera (studio.factory, NULL, &failure);
  g_assert_nonnull (page);
  g_assert_true (interview_screen_share_start (share, page));
  interview_recorder_set_screen (studio.recorder, interview_screen_share_get_tap (share));
  wait_for (has_enough, &studio, "two seconds with a screen");
  interview_recorder_set_screen (studio.recorder, NULL);
  interview_screen_share_stop (share);
  studio.enough = interview_recorder_get_duration (studio.recorder) + 2 * G_TIME_SPAN_SECOND;
  wait_for (has_enough, &studio, "two seconds without");
  finish (studio.recorder);

  recorded_read (&screen, path, 0, SCREEN_TOP, SCREEN_WIDTH);
  recorded_read (&beside, path, SCREEN_WIDTH, BESIDE_TOP, BESIDE_WIDTH);
  recorded_read (&alone, path, 0, 0, 2 * HALF);
  g_test_message ("%u pictures of the screen, %u beside it, %u alone", screen.codes, beside.codes,
                  alone.codes);
  assert_rising (&screen);
  g_assert_cmpuint (screen.codes, >, 5);
  g_assert_cmpuint (beside.codes, >, 5);
  g_assert_cmpuint (alone.codes, >, 5);
  g_assert_cmpint (alone.last_code, >, screen.last_code);
  recorded_clear (&screen);
  recorded_clear (&beside);
  recorded_clear (&alone);

  studio_close (&studio);
  g_unlink (path);
}

/* Both sides of a call are in the picture and in the sound; one comes later, breaks off, goes. */
static void
test_call (void)
{
  g_autofree char *path = make_path ("call.webm");
  Side one, other;
  Studio studio = { .enough = 3 * G_TIME_SPAN_SECOND };
  Recorded left, right;
  g_autoptr (GError) error = NULL;

  sides_open (&one, &other);
  sides_start (&one, &other);
  sides_see (&one, &other);

  studio.recorder = interview_recorder_new (path);
  interview_recorder_set_reserve (studio.recorder, 0);
  interview_recorder_start (studio.recorder, &error);
  g_assert_no_error (error);
  interview_recorder_add (studio.recorder, interview_capture_get_tap (one.capture));
  interview_recorder_add (studio.recorder, interview_remote_get_tap (one.remote));
  interview_capture_set_microphone_enabled (one.capture, FALSE);
  wait_for (has_enough, &studio, "three seconds of recording");
  sides_see (&one, &other);
  interview_recorder_remove (studio.recorder, interview_remote_get_tap (one.remote));
  studio.enough = interview_recorder_get_duration (studio.recorder) + G_TIME_SPAN_SECOND;
  wait_for (has_enough, &studio, "one second alone");
  sides_see (&one, &other);
  finish (studio.recorder);
  test_assert_finalized (studio.recorder);

  recorded_read (&left, path, 0, HALF_TOP, HALF);
  recorded_read (&right, path, HALF, HALF_TOP, HALF);
  g_test_message ("%u pictures of one, %u of the other", left.codes, right.codes);
  assert_rising (&left);
  g_assert_cmpuint (left.codes, >, 20);
  g_assert_cmpuint (right.codes, >, 15);
  /* We were mute: what is heard is the other. */
  g_assert_cmpuint (count_loud (&right), >, 100);
  recorded_clear (&left);
  recorded_clear (&right);

  sides_close (&one, &other);
  g_unlink (path);
}

static void
on_mended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
mend (const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  interview_recording_mend_async (path, NULL, on_mended, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return interview_recording_mend_finish (result, NULL, error);
}

/* What the other process does: records until it is killed. */
static G_NORETURN void
record_forever (const char *path)
{
  Studio studio;

  studio_open (&studio, path);
  studio_start (&studio);
  wait_for (has_enough, &studio, "two seconds of recording");
  g_print ("recording\n");
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_killed (void)
{
  g_autofree char *path = make_path ("killed.webm");
  const char *argv[] = { program, "--record", path, NULL };
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  Recorded before, after;
  gint64 killed;
  char word[10] = "";

  child = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_input_stream_read (g_subprocess_get_stdout_pipe (child), word, sizeof word - 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (word, "recording"));
  killed = g_get_real_time () / 1000;
  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);

  recorded_read (&before, path, 0, 0, 1280);
  g_test_message ("%u pictures, the last one taken %d ms before the kill", before.codes,
                  (int) (killed - before.last_code));
  assert_rising (&before);
  g_assert_cmpint (killed - before.last_code, <=, 1000);
  g_assert_cmpint (before.last_code - before.first_code, >=, 1000);
  /* 15 a second were taken. */
  g_assert_cmpint (before.codes, >=, (before.last_code - before.first_code) * 15 / 1000 * 8 / 10);

  g_assert_true (mend (path, &error));
  g_assert_no_error (error);
  recorded_read (&after, path, 0, 0, 1280);
  g_assert_cmpuint (after.codes, ==, before.codes);
  g_assert_cmpuint (after.sounds->len, ==, before.sounds->len);
  g_assert_true (after.seekable);
  g_assert_cmpint (after.duration, >=, (after.last_code - after.first_code) * GST_MSECOND);
  recorded_clear (&before);
  recorded_clear (&after);
  g_unlink (path);
}

/* What cannot be mended stays as it is. */
static void
test_nonsense (void)
{
  static const char *const texts[] = { "", "nonsense", "\x1a\x45\xdf\xa3" };
  g_autofree char *path = make_path ("nonsense.webm");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, texts[i], -1, &error);
      g_assert_no_error (error);
      g_assert_false (mend (path, &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_MEDIA);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, texts[i]);
    }
  g_unlink (path);
}

static void
fill (const char *path, goffset most)
{
  g_autofree char *block = g_malloc0 (1 << 16);
  int file = open (path, O_WRONLY | O_CREAT | O_APPEND, 0600);

  g_assert_cmpint (file, >=, 0);
  for (goffset written = 0; written < most; written += 1 << 16)
    if (write (file, block, 1 << 16) <= 0)
      break;
  close (file);
}

static void
run_into_full_disk (guint64 reserve, goffset filling)
{
  g_autofree char *path = make_path ("full.webm");
  g_autofree char *filler = make_path ("filler");
  const GError *error;
  Recorded recorded;
  Studio studio;
  guint64 frames;

  studio_open (&studio, path);
  interview_recorder_set_reserve (studio.recorder, reserve);
  studio_start (&studio);
  wait_for (has_enough, &studio, "two seconds of recording");
  fill (filler, filling);
  wait_for (has_ended, studio.recorder, "the recording to stop");
  error = interview_recorder_get_error (studio.recorder);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL);
  g_test_message ("%s", error->message);

  /* The camera goes on. */
  frames = interview_frame_slot_get_frames (interview_capture_get_frame_slot (studio.capture));
  while (interview_frame_slot_get_frames (interview_capture_get_frame_slot (studio.capture)) <
         frames + 10)
    g_main_context_iteration (NULL, TRUE);
  studio_close (&studio);

  recorded_read (&recorded, path, 0, 0, 1280);
  g_assert_cmpuint (recorded.codes, >, 10);
  g_assert_true (reserve == 0 || recorded.duration > 0);
  recorded_clear (&recorded);
  g_unlink (path);
  g_unlink (filler);
}

/* There is less than is left alone: it is not begun. */
static void
test_no_room (void)
{
  g_autofree char *path = make_path ("no-room.webm");
  g_autoptr (InterviewRecorder) recorder = interview_recorder_new (path);
  g_autoptr (GError) error = NULL;

  interview_recorder_set_reserve (recorder, G_MAXUINT64);
  g_assert_false (interview_recorder_start (recorder, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL);
  g_assert_cmpint (interview_recorder_get_state (recorder), ==, INTERVIEW_RECORDER_STATE_READY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_no_folder (void)
{
  g_autoptr (InterviewRecorder) recorder = interview_recorder_new ("/nonexistent/file.webm");
  g_autoptr (GError) error = NULL;

  g_assert_false (interview_recorder_start (recorder, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_MEDIA);
}

/* Others fill the disk: what is left alone is enough to finish the file. */
static void
test_reserve (void)
{
  if (!test_small_disk_skip ())
    run_into_full_disk (RESERVE, 17 << 20);
}

/* The disk is full to the last byte at once. */
static void
test_full (void)
{
  if (!test_small_disk_skip ())
    run_into_full_disk (0, 1 << 30);
}

int
main (int argc, char **argv)
{
  int result;

  program = g_file_read_link ("/proc/self/exe", NULL);
  folder = g_dir_make_tmp ("interview-test-XXXXXX", NULL);
  g_assert_nonnull (folder);
  if (argc == 3 && g_str_equal (argv[1], "--record"))
    {
      gst_init (NULL, NULL);
      record_forever (argv[2]);
    }

  /* Before any thread, so that all of them see it. */
  test_small_disk_init ();
  if (test_small_disk_may_mount ())
    test_small_disk_mount (folder, SMALL_DISK);
  side_init (&argc, &argv);
  g_test_add_func ("/record/alone", test_alone);
  g_test_add_func ("/record/together", test_together);
  g_test_add_func ("/record/screen", test_screen);
  g_test_add_func ("/record/call", test_call);
  g_test_add_func ("/record/killed", test_killed);
  g_test_add_func ("/record/nonsense", test_nonsense);
  g_test_add_func ("/record/no-room", test_no_room);
  g_test_add_func ("/record/no-folder", test_no_folder);
  g_test_add_func ("/record/reserve", test_reserve);
  g_test_add_func ("/record/full", test_full);
  result = g_test_run ();

  if (test_small_disk_may_mount ())
    test_small_disk_unmount (folder);
  g_rmdir (folder);
  return result;
}
