/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-side.h"

#include "media/start.h"
#include "media/time-code.h"
#include "support/await.h"

/* Far above what anything takes, so that only what never happens fails; a loaded machine or a
 * sanitizer does not. */
#define LONGEST_WAIT (60 * G_TIME_SPAN_SECOND)

/* Small, so that many calls fit on a small machine. */
#define WIDTH 320
#define HEIGHT 180

static void
on_frame (InterviewFrameSlot *slot, gpointer user_data)
{
  Viewer *viewer = user_data;
  g_autoptr (GstSample) sample = interview_frame_slot_take (slot);
  GstVideoInfo info;
  GstVideoFrame frame;
  gint64 code;

  if (sample == NULL)
    return;
  g_assert_true (gst_video_info_from_caps (&info, gst_sample_get_caps (sample)));
  g_assert_true (gst_video_frame_map (&frame, &info, gst_sample_get_buffer (sample), GST_MAP_READ));
  viewer->frames++;
  viewer->width = info.width;
  if (interview_time_code_read (&frame, &code) && code > viewer->code)
    {
      gint64 now = g_get_monotonic_time ();

      if (viewer->seen_at != 0)
        viewer->stood = MAX (viewer->stood, now - viewer->seen_at);
      viewer->seen_at = now;
      viewer->codes++;
      viewer->code = code;
    }
  gst_video_frame_unmap (&frame);
}

static void
view (Viewer *viewer, InterviewFrameSlot *slot)
{
  if (viewer->slot != NULL)
    interview_frame_slot_remove_reader (viewer->slot, viewer);
  g_set_object (&viewer->slot, slot);
  if (slot != NULL)
    interview_frame_slot_add_reader (slot, on_frame, viewer, NULL);
}

static void
on_remotes (Side *side)
{
  g_autoptr (InterviewRemote) remote =
      g_list_model_get_item (interview_call_get_remotes (side->call), 0);

  g_set_object (&side->remote, remote);
  view (&side->other, remote != NULL ? interview_remote_get_frame_slot (remote) : NULL);
}

static void
on_departed (Side *side, InterviewRemote *remote, InterviewPresenceCause cause)
{
  side->departures++;
  side->departure = cause;
}

static InterviewSourceFactory *
create_test_sources (void)
{
  InterviewSourceFactory *factory = interview_source_factory_new (NULL);

  interview_source_factory_use_test_sources (factory);
  interview_source_factory_set_test_picture (factory, WIDTH, HEIGHT, SIDE_RATE);

  return factory;
}

/* Takes the factory over. */
static void
make (Side *side, InterviewSignalling *signalling, InterviewSourceFactory *factory)
{
  *side = (Side){ .factory = factory };
  side->capture = interview_capture_new (side->factory);
  side->playback = interview_playback_new ();
  view (&side->own, interview_capture_get_frame_slot (side->capture));
  side->call = interview_call_new (signalling, side->capture, side->playback);
  g_signal_connect_swapped (interview_call_get_remotes (side->call), "items-changed",
                            G_CALLBACK (on_remotes), side);
  g_signal_connect_swapped (side->call, "departed", G_CALLBACK (on_departed), side);
}

/* Makes everything on a way to others that somebody else has, but does not start the call. */
void
side_open_with (Side *side, InterviewSignalling *signalling)
{
  make (side, signalling, create_test_sources ());
}

/* Takes a seat, with everything made but the call not started; takes the factory over. */
void
side_open_from (Side *side,
                TestRoom *room,
                const char *person_id,
                const char *instance,
                InterviewSourceFactory *factory)
{
  TestSeat *seat = test_room_enter (room, person_id, instance);

  make (side, INTERVIEW_SIGNALLING (seat), factory);
  side->room = room;
  side->seat = seat;
}

/* With the test picture and the test tone. */
void
side_open (Side *side, TestRoom *room, const char *person_id, const char *instance)
{
  side_open_from (side, room, person_id, instance, create_test_sources ());
}

void
side_start (Side *side)
{
  interview_capture_start (side->capture);
  interview_call_start (side->call);
}

static void
assert_gone (gpointer *weak, const char *what)
{
  gint64 deadline = g_get_monotonic_time () + LONGEST_WAIT;

  /* What is on its way on the main context may hold the last reference. */
  while (*weak != NULL && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  if (*weak != NULL)
    g_error ("%s is still there with %u references", what, G_OBJECT (*weak)->ref_count);
}

static void
release (Side *side)
{
  gpointer call = side->call, capture = side->capture, playback = side->playback;
  gpointer remote = side->remote, factory = side->factory;

  g_signal_handlers_disconnect_by_data (interview_call_get_remotes (side->call), side);
  g_signal_handlers_disconnect_by_data (side->call, side);
  view (&side->own, NULL);
  view (&side->other, NULL);
  g_object_add_weak_pointer (call, &call);
  g_object_add_weak_pointer (capture, &capture);
  g_object_add_weak_pointer (playback, &playback);
  g_object_add_weak_pointer (factory, &factory);
  if (remote != NULL)
    g_object_add_weak_pointer (remote, &remote);

  g_clear_object (&side->remote);
  g_clear_object (&side->call);
  g_clear_object (&side->capture);
  g_clear_object (&side->playback);
  g_clear_object (&side->factory);
  assert_gone (&call, "the call");
  assert_gone (&remote, "the remote");
  assert_gone (&playback, "the playback");
  assert_gone (&capture, "the capture");
  assert_gone (&factory, "the factory");
  g_clear_object (&side->seat);
}

/* Hangs up, leaves the room and asserts that nothing is left. */
void
side_close (Side *side, InterviewPresenceCause cause)
{
  interview_call_stop (side->call);
  g_assert_cmpint (interview_call_get_state (side->call), ==, INTERVIEW_CALL_STATE_ENDED);
  g_assert_cmpuint (g_list_model_get_n_items (interview_call_get_remotes (side->call)), ==, 0);
  interview_capture_stop (side->capture);
  if (side->room != NULL)
    test_room_leave (side->room, side->seat, cause);
  release (side);
}

/* Is gone without a word, as a program that was killed: the others hear it from the server only. */
void
side_crash (Side *side)
{
  test_room_leave (side->room, side->seat, INTERVIEW_PRESENCE_CAUSE_LOST);
  interview_capture_stop (side->capture);
  release (side);
}

/* Whether a new picture of the other one came since this was last asked. */
gboolean
side_sees (Side *side)
{
  return side->remote != NULL && side->other.codes >= 5 &&
         interview_remote_get_state (side->remote) == INTERVIEW_CALL_STATE_CONNECTED;
}

/* A room of their own for a candidate, who offers, and a recruiter. */
void
sides_open (Side *one, Side *other)
{
  TestRoom *room = test_room_new ();

  side_open (one, room, CANDIDATE, SMALL);
  side_open (other, room, RECRUITER, LARGE);
}

void
sides_start (Side *one, Side *other)
{
  side_start (one);
  side_start (other);
}

/* Both leave, and nothing is left of them and their room. */
void
sides_close (Side *one, Side *other)
{
  TestRoom *room = one->room;

  side_close (one, INTERVIEW_PRESENCE_CAUSE_LEFT);
  side_close (other, INTERVIEW_PRESENCE_CAUSE_LEFT);
  test_assert_finalized (room);
}

/* Forgets what was seen so far and waits for moving pictures on both sides. */
gboolean
sides_see (Side *one, Side *other)
{
  Side *sides[] = { one, other };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    sides[i]->other.codes = 0;
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    wait_for ((Condition) side_sees, sides[i], "a moving picture");

  return TRUE;
}

static gboolean
on_wake_up (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main context until the condition is true; fails if it never is. */
void
wait_for (Condition condition, gpointer data, const char *what)
{
  gint64 deadline = g_get_monotonic_time () + LONGEST_WAIT;
  guint timer = g_timeout_add (10, on_wake_up, NULL);

  while (!condition (data))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("waited in vain for %s", what);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (timer);
}

typedef struct
{
  const Viewer *viewer;
  guint codes;
} Awaited;

static gboolean
has_come (gpointer data)
{
  const Awaited *awaited = data;

  return awaited->viewer->codes >= awaited->codes;
}

/* Waits until so many more pictures have come, one after the other. */
void
viewer_await (Viewer *viewer, guint pictures)
{
  Awaited awaited = { viewer, viewer->codes + pictures };

  wait_for (has_come, &awaited, "more pictures");
}

static guint
count_entries (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint count = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    count++;

  return count;
}

guint
count_threads (void)
{
  return count_entries ("/proc/self/task");
}

guint
count_files (void)
{
  return count_entries ("/proc/self/fd");
}

static const char *allowed;
static int n_warnings; /* atomic: of those that are allowed */

/* What a test does on purpose, of which somebody else should be warned. */
void
side_allow_warning (const char *part)
{
  allowed = part;
  g_atomic_int_set (&n_warnings, 0);
}

/* Whether there was one; a condition to wait for. */
gboolean
side_was_warned (gpointer data)
{
  return g_atomic_int_get (&n_warnings) > 0;
}

/* GStreamer 1.22.0 walks over a table of rtpsession while a new source is put into it, and once in
 * many calls GLib complains; the walk ends there and nothing is lost. It was mended upstream in
 * 1.22.4 (merge request 4585). Every other warning and critical ends the test. */
static gboolean
is_known (const char *message)
{
  if (allowed != NULL && strstr (message, allowed) != NULL)
    {
      g_atomic_int_inc (&n_warnings);
      return TRUE;
    }
  return strstr (message, "'version == hash_table->version'") != NULL;
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  gboolean known = FALSE;

  for (gsize i = 0; i < n_fields && !known; i++)
    known = g_str_equal (fields[i].key, "MESSAGE") && is_known (fields[i].value);
  g_log_writer_default (level, fields, n_fields, user_data);
  if ((level & (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) != 0 && !known)
    abort ();

  return G_LOG_WRITER_HANDLED;
}

/* To be called once, before there are threads. */
void
side_watch_log (void)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  g_log_set_writer_func (write_log, NULL, NULL);
}

void
side_init (int *argc, char ***argv)
{
  interview_media_start ();
  g_test_init (argc, argv, NULL);
  side_watch_log ();
}
