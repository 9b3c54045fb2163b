/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewEventKind:
 *
 * What an event is about; the program then loads the thing again.
 */
typedef enum
{
  INTERVIEW_EVENT_KIND_ROOM_CREATED,
  INTERVIEW_EVENT_KIND_ROOM_CHANGED,
  INTERVIEW_EVENT_KIND_ROOM_RESCHEDULED,
  INTERVIEW_EVENT_KIND_ROOM_CANCELLED,
  INTERVIEW_EVENT_KIND_ENTRANCE_CHANGED,
  INTERVIEW_EVENT_KIND_CANDIDATE_ARRIVED,
  INTERVIEW_EVENT_KIND_QUESTION_ASKED,
  INTERVIEW_EVENT_KIND_COMPANY_CHANGED,
  INTERVIEW_EVENT_KIND_INVITATION_CHANGED,
  INTERVIEW_EVENT_KIND_RATING_RECEIVED,
  INTERVIEW_EVENT_KIND_CHAT_MESSAGE,
  INTERVIEW_EVENT_KIND_PANEL_MESSAGE,
  INTERVIEW_EVENT_KIND_DISCLOSURE_CHANGED,
  INTERVIEW_EVENT_KIND_STAFFING_CHANGED,
  INTERVIEW_EVENT_KIND_RECORDING_CHANGED,
  INTERVIEW_EVENT_KIND_SESSION_ENDED,
  INTERVIEW_EVENT_KIND_NOTICE_RECEIVED,
  INTERVIEW_EVENT_KIND_DELIVERY_CHANGED,
  INTERVIEW_EVENT_KIND_HELP_CHANGED,
  INTERVIEW_EVENT_KIND_HELP_MESSAGE,
  INTERVIEW_EVENT_KIND_ROOM_ANSWERED,
} InterviewEventKind;

#define INTERVIEW_TYPE_EVENT_KIND (interview_event_kind_get_type ())
GType interview_event_kind_get_type (void);

#define INTERVIEW_TYPE_EVENT (interview_event_get_type ())
G_DECLARE_FINAL_TYPE (InterviewEvent, interview_event, INTERVIEW, EVENT, InterviewRecord)

gint64 interview_event_get_sequence (InterviewEvent *self);
gint64 interview_event_get_at (InterviewEvent *self);
InterviewEventKind interview_event_get_kind (InterviewEvent *self);
const char *interview_event_get_room_id (InterviewEvent *self);
const char *interview_event_get_question_id (InterviewEvent *self);
gboolean interview_event_changes_room (InterviewEvent *self, const char *room_id);

G_END_DECLS
