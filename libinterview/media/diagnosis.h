/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/call-reading.h"

G_BEGIN_DECLS

/**
 * InterviewFinding:
 * @INTERVIEW_FINDING_SILENCE: nothing comes any more
 * @INTERVIEW_FINDING_NO_RELAY: there is no connection, nor a place on a relay
 * @INTERVIEW_FINDING_NO_UPLOAD: our upload is too slow for a picture
 * @INTERVIEW_FINDING_SOUND_IN_PIECES: so much does not come that their sound breaks
 * @INTERVIEW_FINDING_UPLOAD_LOSS: much of what we send does not arrive
 * @INTERVIEW_FINDING_SLOW_UPLOAD: our upload only carries a small picture
 * @INTERVIEW_FINDING_SLOW_COMPUTER: even a small picture is too much for this computer
 * @INTERVIEW_FINDING_STILL_PICTURE: their picture does not move, though they send one
 * @INTERVIEW_FINDING_LATE: it takes long until one hears the other
 *
 * What can be wrong with a call, the worst first.
 */
typedef enum
{
  INTERVIEW_FINDING_SILENCE,
  INTERVIEW_FINDING_NO_RELAY,
  INTERVIEW_FINDING_NO_UPLOAD,
  INTERVIEW_FINDING_SOUND_IN_PIECES,
  INTERVIEW_FINDING_UPLOAD_LOSS,
  INTERVIEW_FINDING_SLOW_UPLOAD,
  INTERVIEW_FINDING_SLOW_COMPUTER,
  INTERVIEW_FINDING_STILL_PICTURE,
  INTERVIEW_FINDING_LATE,
  INTERVIEW_FINDING_N_KINDS,
} InterviewFinding;

#define INTERVIEW_TYPE_FINDING (interview_finding_get_type ())
GType interview_finding_get_type (void);

guint interview_diagnose (const InterviewCallReading *reading);
const char *interview_finding_describe (InterviewFinding finding);

G_END_DECLS
