/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/delivery/verdict.h"

#define OUTCOME(outcome_, reason_)                                                                 \
  verdict->outcome = INTERVIEW_OUTCOME_##outcome_;                                                 \
  verdict->reason = INTERVIEW_DELIVERY_REASON_##reason_

/*
 * What is to be thought of an attempt: pure functions of what is known after it. The one question
 * is whether the other side may have the message: it may from the moment when all of it was handed
 * over until an answer says otherwise. A message that is not complete is not taken: SMTP takes what
 * ended with its full stop (RFC 5321, 4.1.1.4), HTTP a body of the announced length.
 */

static gboolean
is_certificate (CURLcode result)
{
  return result == CURLE_PEER_FAILED_VERIFICATION || result == CURLE_SSL_CONNECT_ERROR ||
         result == CURLE_USE_SSL_FAILED || result == CURLE_SSL_CACERT_BADFILE;
}

static void
judge_early_end (const InterviewHandOver *hand_over, InterviewVerdict *verdict)
{
  if (is_certificate (hand_over->result))
    {
      OUTCOME (LATER, CERTIFICATE);
    }
  else
    {
      OUTCOME (LATER, UNREACHABLE);
    }
}

/**
 * interview_verdict_of_mail:
 * @hand_over: what is known after an attempt over SMTP
 * @verdict: (inout): gets outcome and reason
 */
void
interview_verdict_of_mail (const InterviewHandOver *hand_over, InterviewVerdict *verdict)
{
  gboolean for_now = hand_over->answer >= 400 && hand_over->answer < 500;
  gboolean for_good = hand_over->answer >= 500 && hand_over->answer < 600;

  if (hand_over->result == CURLE_OK)
    {
      OUTCOME (SENT, NONE);
    }
  /* The password can be mended, and then this mail goes. */
  else if (hand_over->result == CURLE_LOGIN_DENIED)
    {
      OUTCOME (LATER, LOGIN);
    }
  else if (for_now)
    {
      OUTCOME (LATER, BUSY);
    }
  else if (for_good)
    {
      OUTCOME (REFUSED, REFUSED);
    }
  else if (hand_over->begun && hand_over->complete)
    {
      OUTCOME (UNCERTAIN, NO_ANSWER);
    }
  else
    {
      judge_early_end (hand_over, verdict);
    }
}

/**
 * interview_verdict_of_web:
 * @hand_over: what is known after an attempt over HTTP; an answer that was understood is judged by
 *   the provider afterwards
 * @verdict: (inout): gets outcome and reason
 */
void
interview_verdict_of_web (const InterviewHandOver *hand_over, InterviewVerdict *verdict)
{
  if (hand_over->result == CURLE_OK && (hand_over->answer == 401 || hand_over->answer == 403))
    {
      OUTCOME (LATER, LOGIN);
    }
  else if (hand_over->result == CURLE_OK && (hand_over->answer == 429 || hand_over->answer == 503))
    {
      OUTCOME (LATER, BUSY);
    }
  /* Something went wrong over there, before or after the message was taken. */
  else if (hand_over->result == CURLE_OK && hand_over->answer >= 500)
    {
      OUTCOME (UNCERTAIN, NO_ANSWER);
    }
  else if (hand_over->result == CURLE_OK && hand_over->answer >= 400)
    {
      OUTCOME (REFUSED, REFUSED);
    }
  else if (hand_over->result == CURLE_OK && hand_over->answer >= 200 && hand_over->answer < 300)
    {
      OUTCOME (SENT, NONE);
    }
  else if (hand_over->begun && hand_over->complete)
    {
      OUTCOME (UNCERTAIN, NO_ANSWER);
    }
  else
    {
      judge_early_end (hand_over, verdict);
    }
}
