/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hardware-codec.h"
#include "media/capture-private.h"
#include "test-side.h"

/* The camera is larger than the smallest picture that a slow way gets. */
#define WIDTH 640
#define HEIGHT 360
#define SMALL_WIDTH 320

/* Bits a second of a slow way, and what an encoder is told of it at most, in thousands. */
#define SLOW 130000
#define SLOW_KILOBITS 130

/*
 * Calls of two programs on a machine with codecs of its own. There is no graphics card here: what
 * stands in for it has the names and properties of gstreamer-vaapi.
 */

static const InterviewCodecCandidate *
get_choice (Side *side, InterviewCodecRole role)
{
  return interview_codec_choice_get (interview_capture_get_output (side->capture)->codecs, role);
}

static gboolean
trusts_all (gpointer data)
{
  return get_choice (data, INTERVIEW_CODEC_ROLE_ENCODER)->hardware &&
         get_choice (data, INTERVIEW_CODEC_ROLE_DECODER)->hardware;
}

static gboolean
distrusts (gpointer data)
{
  Side *const *sides = data;

  return !trusts_all (sides[0]) && !trusts_all (sides[1]);
}

typedef struct
{
  InterviewCodecRole role;
  int pictures;
} Awaited;

static gboolean
has_come (gpointer data)
{
  const Awaited *awaited = data;

  return hardware_codec_get_pictures (awaited->role) >= awaited->pictures;
}

static void
await_pictures (InterviewCodecRole role, int pictures)
{
  Awaited awaited = { role, hardware_codec_get_pictures (role) + pictures };

  wait_for (has_come, &awaited, "pictures by the codec of the machine");
}

static void
set_modes (HardwareMode encoder, HardwareMode decoder)
{
  hardware_codec_set_mode (INTERVIEW_CODEC_ROLE_ENCODER, encoder);
  hardware_codec_set_mode (INTERVIEW_CODEC_ROLE_DECODER, decoder);
}

static void
open_pair (Side *one, Side *other)
{
  sides_open (one, other);
  interview_source_factory_set_test_picture (one->factory, WIDTH, HEIGHT, SIDE_RATE);
  interview_source_factory_set_test_picture (other->factory, WIDTH, HEIGHT, SIDE_RATE);
  sides_start (one, other);
  sides_see (one, other);
}

/* Both go over to the codecs of the machine in the middle of the call, once they were tried. */
static void
open_trusting_pair (Side *one, Side *other)
{
  set_modes (HARDWARE_WORKS, HARDWARE_WORKS);
  open_pair (one, other);
  wait_for (trusts_all, one, "the trial of the one");
  wait_for (trusts_all, other, "the trial of the other");
  await_pictures (INTERVIEW_CODEC_ROLE_ENCODER, 2 * SIDE_RATE);
  await_pictures (INTERVIEW_CODEC_ROLE_DECODER, 2 * SIDE_RATE);
  sides_see (one, other);
}

static gboolean
is_small (gpointer data)
{
  const Side *side = data;

  return side->other.width == SMALL_WIDTH;
}

static gboolean
is_large (gpointer data)
{
  const Side *side = data;

  return side->other.width == WIDTH;
}

static gboolean
is_told_little (gpointer data)
{
  int bitrate = hardware_codec_get_bitrate ();

  return bitrate > 0 && bitrate <= SLOW_KILOBITS;
}

/* The codecs of the machine follow the rate, the size and the wish for a key frame. */
static void
test_works (void)
{
  Side one, other;
  InterviewRateControl *control;

  open_trusting_pair (&one, &other);
  control = interview_capture_get_output (one.capture)->rate_control;

  interview_rate_control_report (control, "a slow way", SLOW, 0);
  wait_for (is_told_little, NULL, "the encoder to be told");
  wait_for (is_small, &other, "smaller pictures");
  interview_broadcast_request_key_frame (interview_capture_get_output (one.capture)->video);
  sides_see (&one, &other);
  interview_rate_control_forget (control, "a slow way");
  wait_for (is_large, &other, "larger pictures");
  sides_see (&one, &other);

  g_assert_true (trusts_all (&one));
  g_assert_true (trusts_all (&other));
  sides_close (&one, &other);
  g_assert_cmpint (hardware_codec_get_alive (INTERVIEW_CODEC_ROLE_ENCODER), ==, 0);
  g_assert_cmpint (hardware_codec_get_alive (INTERVIEW_CODEC_ROLE_DECODER), ==, 0);
}

static gboolean
is_gone (gpointer data)
{
  InterviewCodecRole role = GPOINTER_TO_UINT (data);

  return hardware_codec_get_alive (role) == 0;
}

typedef struct
{
  InterviewCodecRole role;
  HardwareMode mode;
} Failure;

/* Both calls go on by libvpx over the same link, and the codec is not tried again. */
static void
test_fails (gconstpointer data)
{
  const Failure *failure = data;
  Side one, other;
  Side *sides[] = { &one, &other };
  guint64 links;
  int made;

  open_trusting_pair (&one, &other);
  links = interview_call_stats_get_links (interview_remote_get_stats (one.remote));

  hardware_codec_set_mode (failure->role, failure->mode);
  wait_for (distrusts, sides, "the codec to be given up");
  wait_for (is_gone, GUINT_TO_POINTER (failure->role), "the codec to go");
  made = hardware_codec_get_made (failure->role);
  sides_see (&one, &other);
  hardware_codec_set_mode (failure->role, HARDWARE_WORKS);
  interview_capture_stop (one.capture);
  interview_capture_start (one.capture);
  sides_see (&one, &other);

  g_assert_cmpint (hardware_codec_get_made (failure->role), ==, made);
  g_assert_false (get_choice (&one, failure->role)->hardware);
  g_assert_cmpuint (one.departures, ==, 0);
  g_assert_cmpuint (interview_call_stats_get_links (interview_remote_get_stats (one.remote)), ==,
                    links);
  sides_close (&one, &other);
}

/* A card that is gone when the camera is opened again. */
static void
test_fails_to_start (void)
{
  Side one, other;

  open_trusting_pair (&one, &other);
  interview_capture_stop (one.capture);
  set_modes (HARDWARE_STARTS_NOT, HARDWARE_WORKS);
  interview_capture_start (one.capture);
  sides_see (&one, &other);
  g_assert_false (get_choice (&one, INTERVIEW_CODEC_ROLE_ENCODER)->hardware);
  sides_close (&one, &other);
}

typedef struct
{
  int made[INTERVIEW_CODEC_N_ROLES];
} Trials;

static gboolean
are_over (gpointer data)
{
  const Trials *before = data;

  for (guint role = 0; role < INTERVIEW_CODEC_N_ROLES; role++)
    if (hardware_codec_get_made (role) < before->made[role] + 2 ||
        hardware_codec_get_alive (role) > 0)
      return FALSE;

  return TRUE;
}

/* What fails the trial is not used at all. */
static void
test_fails_trial (gconstpointer data)
{
  HardwareMode mode = GPOINTER_TO_UINT (data);
  Trials before;
  Side one, other;

  for (guint role = 0; role < INTERVIEW_CODEC_N_ROLES; role++)
    before.made[role] = hardware_codec_get_made (role);
  set_modes (mode, mode);
  open_pair (&one, &other);
  wait_for (are_over, &before, "the trials of both");
  sides_see (&one, &other);
  for (guint role = 0; role < INTERVIEW_CODEC_N_ROLES; role++)
    {
      g_assert_false (get_choice (&one, role)->hardware);
      g_assert_false (get_choice (&other, role)->hardware);
      g_assert_cmpint (hardware_codec_get_made (role), ==, before.made[role] + 2);
    }
  sides_close (&one, &other);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    Failure failure;
  } failures[] = {
    { "/codec/encoder/fails", { INTERVIEW_CODEC_ROLE_ENCODER, HARDWARE_FAILS } },
    { "/codec/encoder/swallows", { INTERVIEW_CODEC_ROLE_ENCODER, HARDWARE_SWALLOWS } },
    { "/codec/decoder/fails", { INTERVIEW_CODEC_ROLE_DECODER, HARDWARE_FAILS } },
    { "/codec/decoder/swallows", { INTERVIEW_CODEC_ROLE_DECODER, HARDWARE_SWALLOWS } },
  };

  side_init (&argc, &argv);
  hardware_codec_register ();
  g_test_add_func ("/codec/works", test_works);
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    g_test_add_data_func (failures[i].path, &failures[i].failure, test_fails);
  g_test_add_func ("/codec/encoder/fails-to-start", test_fails_to_start);
  g_test_add_data_func ("/codec/trial/starts-not", GUINT_TO_POINTER (HARDWARE_STARTS_NOT),
                        test_fails_trial);
  g_test_add_data_func ("/codec/trial/garbles", GUINT_TO_POINTER (HARDWARE_GARBLES),
                        test_fails_trial);

  return g_test_run ();
}
