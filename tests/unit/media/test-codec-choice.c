/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/codec-choice.h"
#include "media/codec-trial.h"

#define BITRATE 300000

/* Hardware first, libvpx last, and nothing behind it. */
static void
test_table (void)
{
  for (guint role = 0; role < INTERVIEW_CODEC_N_ROLES; role++)
    {
      const InterviewCodecCandidate *software = interview_codec_candidate_get_software (role);
      const InterviewCodecCandidate *candidate;
      guint i = 0;

      while ((candidate = interview_codec_candidate_get (role, i)) != software)
        {
          g_autofree char *element = g_strdup_printf ("%s name=", candidate->factory);

          g_assert_nonnull (candidate);
          g_assert_true (candidate->hardware);
          g_assert_nonnull (strstr (candidate->description, element));
          g_assert_true ((candidate->bitrate != NULL) == (role == INTERVIEW_CODEC_ROLE_ENCODER));
          i++;
        }
      g_assert_cmpuint (i, >, 0);
      g_assert_false (software->hardware);
      g_assert_null (interview_codec_candidate_get (role, i + 1));
    }
}

static void
test_software (void)
{
  for (guint role = 0; role < INTERVIEW_CODEC_N_ROLES; role++)
    {
      const InterviewCodecCandidate *software = interview_codec_candidate_get_software (role);

      g_assert_true (interview_codec_candidate_is_installed (software));
      g_assert_true (interview_codec_trial_run (role, software));
    }
}

static void
test_bitrate (void)
{
  const InterviewCodecCandidate *software =
      interview_codec_candidate_get_software (INTERVIEW_CODEC_ROLE_ENCODER);
  g_autoptr (GstElement) bin = gst_object_ref_sink (interview_codec_candidate_create (software));
  g_autoptr (GstElement) encoder = gst_bin_get_by_name (GST_BIN (bin), "codec");
  int bitrate;

  interview_codec_candidate_set_bitrate (software, bin, BITRATE);
  g_object_get (encoder, "target-bitrate", &bitrate, NULL);
  g_assert_cmpint (bitrate, ==, BITRATE);
}

/* What cannot be made is no more than that: an element that is not there, or one of another version
 * that does not know a property. */
static void
test_absent (void)
{
  static const InterviewCodecCandidate absent[] = {
    { "absentenc", "absentenc name=codec", NULL, 0, TRUE },
    { "vp8enc", "vp8enc name=codec absent=1", NULL, 0, TRUE },
  };

  g_assert_false (interview_codec_candidate_is_installed (&absent[0]));
  for (gsize i = 0; i < G_N_ELEMENTS (absent); i++)
    {
      g_assert_null (interview_codec_candidate_create (&absent[i]));
      g_assert_false (interview_codec_trial_run (INTERVIEW_CODEC_ROLE_ENCODER, &absent[i]));
    }
}

/* What fails on the way, and what takes pictures and gives none. */
static void
test_broken (void)
{
  static const InterviewCodecCandidate broken[] = {
    { "vp8enc", "identity error-after=3 ! vp8enc name=codec", NULL, 0, TRUE },
    { "vp8enc", "vp8enc name=codec ! identity drop-probability=1", NULL, 0, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    g_assert_false (interview_codec_trial_run (INTERVIEW_CODEC_ROLE_ENCODER, &broken[i]));
}

/* Until something has been tried it is libvpx, and libvpx cannot lose its place. */
static void
test_choice (void)
{
  g_autoptr (InterviewCodecChoice) choice = interview_codec_choice_new ();

  for (guint role = 0; role < INTERVIEW_CODEC_N_ROLES; role++)
    {
      const InterviewCodecCandidate *software = interview_codec_candidate_get_software (role);

      g_assert_true (interview_codec_choice_get (choice, role) == software);
      interview_codec_choice_distrust (choice, role, interview_codec_candidate_get (role, 0));
      interview_codec_choice_distrust (choice, role, software);
      g_assert_true (interview_codec_choice_get (choice, role) == software);
    }
}

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media/codec/table", test_table);
  g_test_add_func ("/media/codec/software", test_software);
  g_test_add_func ("/media/codec/bitrate", test_bitrate);
  g_test_add_func ("/media/codec/absent", test_absent);
  g_test_add_func ("/media/codec/broken", test_broken);
  g_test_add_func ("/media/codec/choice", test_choice);

  return g_test_run ();
}
