/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/diagnosis.h"

#include <glib/gi18n-lib.h>

/*
 * Tells from numbers what is wrong with a call, and in words what a person can do.
 */

/* From here on sound is heard to break, in spite of what is sent again and made up for: a twentieth
 * of the packets, or a packet that comes this much earlier or later than the next, microseconds. */
#define LOSS_HEARD 0.05
#define JITTER_HEARD (60 * G_TIME_SPAN_MILLISECOND)

/* A picture of fewer lines than this shows no face well. */
#define FEW_LINES 300

/* Fewer pictures a second than this are no motion. */
#define STILL 4

/* People begin to speak over each other when an answer takes longer (ITU-T G.114 advises at most
 * 150 ms one way, and calls 400 ms unacceptable). There and back, with the wait for late sound. */
#define LATE (600 * G_TIME_SPAN_MILLISECOND)

G_DEFINE_ENUM_TYPE (InterviewFinding,
                    interview_finding,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_FINDING_SILENCE, "silence"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_FINDING_NO_RELAY, "no-relay"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_FINDING_NO_UPLOAD, "no-upload"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_FINDING_SOUND_IN_PIECES, "sound-in-pieces"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_FINDING_UPLOAD_LOSS, "upload-loss"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_FINDING_SLOW_UPLOAD, "slow-upload"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_FINDING_SLOW_COMPUTER, "slow-computer"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_FINDING_STILL_PICTURE, "still-picture"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_FINDING_LATE, "late"))

/* Who is connected directly need not know that there would have been no relay. */
static guint
diagnose_unconnected (const InterviewCallReading *reading)
{
  guint found = 0;

  if (reading->state == INTERVIEW_CALL_STATE_RECONNECTING)
    found |= 1 << INTERVIEW_FINDING_SILENCE;
  else if (reading->state != INTERVIEW_CALL_STATE_CONNECTING)
    return 0;
  if (reading->relay == INTERVIEW_CALL_RELAY_MISSING)
    found |= 1 << INTERVIEW_FINDING_NO_RELAY;

  return found;
}

static gboolean
is_late (const InterviewCallReading *reading)
{
  return reading->sending.round_trip + reading->sound_delay > LATE;
}

/**
 * interview_diagnose:
 * @reading: how a call goes
 *
 * Returns: what is wrong with it: a bit 1 << #InterviewFinding for each finding, 0 for nothing
 */
guint
interview_diagnose (const InterviewCallReading *reading)
{
  const InterviewCallSending *sending = &reading->sending;
  guint found = 0;

  if (reading->state != INTERVIEW_CALL_STATE_CONNECTED)
    return diagnose_unconnected (reading);

  if (sending->picture_paused)
    found |= 1 << INTERVIEW_FINDING_NO_UPLOAD;
  else if (sending->lines > 0 && sending->lines < FEW_LINES)
    found |= 1 << INTERVIEW_FINDING_SLOW_UPLOAD;
  if (reading->microphone_on && (reading->loss >= LOSS_HEARD || reading->jitter >= JITTER_HEARD))
    found |= 1 << INTERVIEW_FINDING_SOUND_IN_PIECES;
  if (sending->loss >= LOSS_HEARD)
    found |= 1 << INTERVIEW_FINDING_UPLOAD_LOSS;
  if (sending->computer == INTERVIEW_COMPUTER_STATE_OVERLOADED)
    found |= 1 << INTERVIEW_FINDING_SLOW_COMPUTER;
  if (reading->camera_on && reading->frame_rate < STILL)
    found |= 1 << INTERVIEW_FINDING_STILL_PICTURE;
  if (is_late (reading))
    found |= 1 << INTERVIEW_FINDING_LATE;

  return found;
}

/**
 * interview_finding_describe:
 * @finding: what is wrong
 *
 * Returns: (transfer none): what that is and what to do, for a person, translated
 */
const char *
interview_finding_describe (InterviewFinding finding)
{
  switch (finding)
    {
    case INTERVIEW_FINDING_SILENCE:
      return _ ("Nothing arrives from the other side. The call goes on by itself when the network "
                "is back.");
    case INTERVIEW_FINDING_NO_RELAY:
      return _ ("There is no direct way to the other side, and the company’s relay server is not "
                "reached or refuses. Tell the company: whoever runs the server can look into its "
                "log.");
    case INTERVIEW_FINDING_NO_UPLOAD:
      return _ ("Your upload is too slow for video. The others hear you, and see you again when it "
                "gets faster. Close what else uses the network.");
    case INTERVIEW_FINDING_SOUND_IN_PIECES:
      return _ ("The other side’s sound arrives in pieces. If you use Wi-Fi, go nearer to the "
                "router or take a cable; else it is their network.");
    case INTERVIEW_FINDING_UPLOAD_LOSS:
      return _ ("Much of what you send gets lost on the way. If you use Wi-Fi, go nearer to the "
                "router or take a cable.");
    case INTERVIEW_FINDING_SLOW_UPLOAD:
      return _ ("Your upload is slow, so the others see you less sharp. Close what else uses the "
                "network.");
    case INTERVIEW_FINDING_SLOW_COMPUTER:
      return _ ("This computer is too busy to show and send moving pictures well. Close other "
                "programs.");
    case INTERVIEW_FINDING_STILL_PICTURE:
      return _ (
          "The other side’s picture hardly moves. Their upload, or their computer, may be too "
          "slow for it.");
    case INTERVIEW_FINDING_LATE:
      return _ ("What you say arrives late, and the answers too. Leave a pause after you have "
                "spoken.");
    case INTERVIEW_FINDING_N_KINDS:
    default:
      return "";
    }
}
