/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "notice-words.h"

#include <glib/gi18n.h>

/*
 * What kinds of messages, ways and states of deliveries are called. Every text lasts for ever.
 */

const char *
recruiter_notice_words_kind (InterviewNoticeKind kind)
{
  switch (kind)
    {
    case INTERVIEW_NOTICE_KIND_INVITATION:
      return _ ("Invitation");
    case INTERVIEW_NOTICE_KIND_UPDATE:
      return _ ("Change of an interview");
    case INTERVIEW_NOTICE_KIND_CANCELLATION:
      return _ ("Cancellation");
    case INTERVIEW_NOTICE_KIND_REMINDER:
      return _ ("Reminder");
    case INTERVIEW_NOTICE_KIND_CONTACT:
      return _ ("Contact details");
    case INTERVIEW_NOTICE_KIND_ONBOARDING:
      return _ ("Onboarding reminder");
    case INTERVIEW_NOTICE_KIND_PANEL_INVITATION:
      return _ ("To recruiters: a new interview");
    case INTERVIEW_NOTICE_KIND_PANEL_UPDATE:
      return _ ("To recruiters: change of an interview");
    case INTERVIEW_NOTICE_KIND_PANEL_CANCELLATION:
      return _ ("To recruiters: cancellation");
    case INTERVIEW_NOTICE_KIND_PANEL_REMINDER:
      return _ ("To recruiters: reminder");
    case INTERVIEW_NOTICE_KIND_TEST:
    default:
      return _ ("Test");
    }
}

const char *
recruiter_notice_words_channel (InterviewDeliveryChannel channel)
{
  switch (channel)
    {
    case INTERVIEW_DELIVERY_CHANNEL_MAIL:
      return _ ("E-mail");
    case INTERVIEW_DELIVERY_CHANNEL_SMS:
      return _ ("Text message");
    case INTERVIEW_DELIVERY_CHANNEL_PROGRAM:
    default:
      return _ ("In their program");
    }
}

const char *
recruiter_notice_words_state (InterviewDeliveryState state)
{
  switch (state)
    {
    case INTERVIEW_DELIVERY_STATE_QUEUED:
      return _ ("Waiting");
    case INTERVIEW_DELIVERY_STATE_SENDING:
      return _ ("Being sent");
    case INTERVIEW_DELIVERY_STATE_SENT:
      return _ ("Sent");
    case INTERVIEW_DELIVERY_STATE_UNCERTAIN:
      return _ ("Uncertain");
    case INTERVIEW_DELIVERY_STATE_WITHDRAWN:
      return _ ("Withdrawn");
    case INTERVIEW_DELIVERY_STATE_FAILED:
    default:
      return _ ("Failed");
    }
}

const char *
recruiter_notice_words_state_icon (InterviewDeliveryState state)
{
  switch (state)
    {
    case INTERVIEW_DELIVERY_STATE_QUEUED:
    case INTERVIEW_DELIVERY_STATE_SENDING:
      return "document-send-symbolic";
    case INTERVIEW_DELIVERY_STATE_SENT:
      return "object-select-symbolic";
    case INTERVIEW_DELIVERY_STATE_UNCERTAIN:
      return "dialog-question-symbolic";
    case INTERVIEW_DELIVERY_STATE_WITHDRAWN:
      return "edit-undo-symbolic";
    case INTERVIEW_DELIVERY_STATE_FAILED:
    default:
      return "dialog-warning-symbolic";
    }
}

/* NULL where there is nothing to be said. */
const char *
recruiter_notice_words_reason (InterviewDeliveryReason reason)
{
  switch (reason)
    {
    case INTERVIEW_DELIVERY_REASON_NOT_SET_UP:
      return _ ("This way is not set up, or has no text on file for this kind of message");
    case INTERVIEW_DELIVERY_REASON_ADDRESS:
      return _ ("The address or number cannot be reached");
    case INTERVIEW_DELIVERY_REASON_UNREACHABLE:
      return _ ("The mail server or provider cannot be reached");
    case INTERVIEW_DELIVERY_REASON_CERTIFICATE:
      return _ ("The certificate of the mail server or provider is not trusted");
    case INTERVIEW_DELIVERY_REASON_LOGIN:
      return _ ("The account or password is not accepted");
    case INTERVIEW_DELIVERY_REASON_REFUSED:
      return _ ("The message was refused");
    case INTERVIEW_DELIVERY_REASON_BUSY:
      return _ ("The mail server or provider asks to try later");
    case INTERVIEW_DELIVERY_REASON_NO_ANSWER:
      return _ ("No answer came; it may have arrived");
    case INTERVIEW_DELIVERY_REASON_RESTARTED:
      return _ ("The server stopped while it was sent; it may have arrived");
    case INTERVIEW_DELIVERY_REASON_GAVE_UP:
      return _ ("It was tried too often");
    case INTERVIEW_DELIVERY_REASON_OVERTAKEN:
      return _ ("A later message says more");
    case INTERVIEW_DELIVERY_REASON_RESENT:
      return _ ("Sent again");
    case INTERVIEW_DELIVERY_REASON_UNREADABLE:
      return _ ("The message cannot be read with the key beside the server’s store");
    case INTERVIEW_DELIVERY_REASON_NONE:
    default:
      return NULL;
    }
}

/* A language in its own words, which are not translated. */
const char *
recruiter_notice_words_language (const char *tag)
{
  return g_str_has_prefix (tag, "zh") ? "中文" : "English";
}
