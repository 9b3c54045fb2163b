/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/handlers.h"

#include "core/model/consent-edition.h"
#include "core/model/rating-draft.h"
#include "core/model/notice-settings.h"
#include "core/model/notice-template.h"
#include "core/model/rating.h"
#include "core/model/sharing-policy.h"
#include "core/model/staffing-policy.h"
#include "core/protocol/answer-form.h"
#include "core/protocol/appeal-request.h"
#include "core/protocol/asked-request.h"
#include "core/protocol/candidate-request.h"
#include "core/protocol/chat-request.h"
#include "core/protocol/consent-request.h"
#include "core/protocol/onboarding-request.h"
#include "core/protocol/choice-request.h"
#include "core/protocol/entrance-request.h"
#include "core/protocol/disclosure-answer.h"
#include "core/protocol/help-request.h"
#include "core/protocol/password-request.h"
#include "core/protocol/recording-request.h"
#include "core/protocol/question-request.h"
#include "core/protocol/redeem-request.h"
#include "core/protocol/reply-request.h"
#include "core/protocol/room-request.h"
#include "core/protocol/schedule-request.h"
#include "core/protocol/share-request.h"
#include "core/protocol/sign-in-request.h"
#include "core/protocol/standing-request.h"
#include "core/protocol/switch-request.h"
#include "core/protocol/time-zone-request.h"

#define PAGE "cursor limit"

/*
 * What each route takes and who makes its answer: body, key, query, preparation, answer. Signing
 * in, redeeming and rating need no key: a session too many ends by itself, and a rating has its own
 * identifier. Nor does a part of a file, which says where it belongs.
 */
/* clang-format off */
static const InterviewHandler handlers[INTERVIEW_N_ROUTES] = {
  [INTERVIEW_ROUTE_HEALTH] = { NULL, FALSE, "", NULL, NULL },
  [INTERVIEW_ROUTE_EVENTS] = { NULL, FALSE, "", NULL, NULL },
  [INTERVIEW_ROUTE_SIGN_IN] = { interview_sign_in_request_get_type, FALSE, "",
    interview_prepare_sign_in, interview_handle_sign_in },
  [INTERVIEW_ROUTE_REDEEM] = { interview_redeem_request_get_type, FALSE, "",
    NULL, interview_handle_redeem },
  [INTERVIEW_ROUTE_SESSION] = { NULL, FALSE, "", NULL, interview_handle_session },
  [INTERVIEW_ROUTE_SIGN_OUT] = { NULL, TRUE, "", NULL, interview_handle_sign_out },
  [INTERVIEW_ROUTE_PASSWORD] = { interview_password_request_get_type, TRUE, "",
    interview_prepare_password, interview_handle_password },
  [INTERVIEW_ROUTE_COMPANY] = { NULL, FALSE, "", NULL, interview_handle_company },
  [INTERVIEW_ROUTE_COMPANY_SWITCH] = { interview_switch_request_get_type, TRUE, "",
    NULL, interview_handle_company_switch },
  [INTERVIEW_ROUTE_BLOB] = { NULL, FALSE, "", NULL, interview_handle_blob },
  [INTERVIEW_ROUTE_POSITIONS] = { NULL, FALSE, PAGE, NULL, interview_handle_positions },
  [INTERVIEW_ROUTE_CANDIDATES] = { NULL, FALSE, PAGE, NULL, interview_handle_candidates },
  [INTERVIEW_ROUTE_CANDIDATE_CREATE] = { interview_candidate_request_get_type, TRUE, "",
    NULL, interview_handle_candidate_create },
  [INTERVIEW_ROUTE_ROOMS] = { NULL, FALSE, PAGE " from to", NULL, interview_handle_rooms },
  [INTERVIEW_ROUTE_ROOM_CREATE] = { interview_room_request_get_type, TRUE, "",
    NULL, interview_handle_room_create },
  [INTERVIEW_ROUTE_ROOM] = { NULL, FALSE, "", NULL, interview_handle_room },
  [INTERVIEW_ROUTE_ROOM_SWITCH] = { interview_switch_request_get_type, TRUE, "",
    NULL, interview_handle_room_switch },
  [INTERVIEW_ROUTE_ROOM_END] = { NULL, TRUE, "", NULL, interview_handle_room_end },
  [INTERVIEW_ROUTE_INVITATION_RENEW] = { NULL, TRUE, "", NULL, interview_handle_invitation_renew },
  [INTERVIEW_ROUTE_INVITATION_REVOKE] = { NULL, TRUE, "",
    NULL, interview_handle_invitation_revoke },
  [INTERVIEW_ROUTE_RESUME] = { NULL, FALSE, "", NULL, interview_handle_resume },
  [INTERVIEW_ROUTE_QUESTIONS] = { NULL, FALSE, "", NULL, interview_handle_questions },
  [INTERVIEW_ROUTE_QUESTION_ASKED] = { interview_asked_request_get_type, TRUE, "",
    NULL, interview_handle_question_asked },
  [INTERVIEW_ROUTE_CHAT] = { NULL, FALSE, PAGE " from", NULL, interview_handle_chat },
  [INTERVIEW_ROUTE_CHAT_SEND] = { interview_chat_request_get_type, TRUE, "",
    NULL, interview_handle_chat_send },
  [INTERVIEW_ROUTE_PANEL_CHAT] = { NULL, FALSE, PAGE " from", NULL, interview_handle_chat },
  [INTERVIEW_ROUTE_PANEL_CHAT_SEND] = { interview_chat_request_get_type, TRUE, "",
    NULL, interview_handle_chat_send },
  [INTERVIEW_ROUTE_RECORDING] = { NULL, FALSE, "", NULL, interview_handle_recording },
  [INTERVIEW_ROUTE_RECORDINGS] = { NULL, FALSE, "", NULL, interview_handle_recordings },
  [INTERVIEW_ROUTE_RECORDING_ASK] = { interview_recording_request_get_type, TRUE, "",
    NULL, interview_handle_recording_ask },
  [INTERVIEW_ROUTE_RECORDING_DECIDE] = { interview_consent_request_get_type, TRUE, "",
    NULL, interview_handle_recording_decide },
  [INTERVIEW_ROUTE_RECORDING_STOP] = { NULL, TRUE, "", NULL, interview_handle_recording_stop },
  [INTERVIEW_ROUTE_CONSENT_TEXT] = { NULL, FALSE, "", NULL, interview_handle_consent_text },
  [INTERVIEW_ROUTE_CONSENT_EDITION] = { NULL, FALSE, "", NULL, interview_handle_consent_edition },
  [INTERVIEW_ROUTE_CONSENT_EDITION_CHANGE] = { interview_consent_edition_get_type, TRUE, "",
    NULL, interview_handle_consent_edition_change },
  [INTERVIEW_ROUTE_CONSENTS] = { NULL, FALSE, PAGE, NULL, interview_handle_consents },
  [INTERVIEW_ROUTE_QUESTION_TYPE] = { interview_question_request_get_type, TRUE, "",
    NULL, interview_handle_question_type },
  [INTERVIEW_ROUTE_DISCLOSURES] = { NULL, FALSE, "", NULL, interview_handle_disclosures },
  [INTERVIEW_ROUTE_RESUME_ASK] = { NULL, TRUE, "", NULL, interview_handle_disclosure_ask },
  [INTERVIEW_ROUTE_RESUME_ANSWER] = { interview_disclosure_answer_get_type, TRUE, "",
    NULL, interview_handle_disclosure_answer },
  [INTERVIEW_ROUTE_PROFILE_ASK] = { NULL, TRUE, "", NULL, interview_handle_disclosure_ask },
  [INTERVIEW_ROUTE_PROFILE_ANSWER] = { interview_disclosure_answer_get_type, TRUE, "",
    NULL, interview_handle_disclosure_answer },
  [INTERVIEW_ROUTE_RATING_FORM] = { NULL, FALSE, "", NULL, interview_handle_rating_form },
  [INTERVIEW_ROUTE_RATING] = { interview_rating_get_type, FALSE, "", NULL,
                               interview_handle_rating },
  [INTERVIEW_ROUTE_SCORES] = { NULL, FALSE, "", NULL, interview_handle_scores },
  [INTERVIEW_ROUTE_RECRUITERS] = { NULL, FALSE, PAGE, NULL, interview_handle_recruiters },
  [INTERVIEW_ROUTE_ROOM_SCHEDULE] = { interview_schedule_request_get_type, TRUE, "",
    NULL, interview_handle_room_schedule },
  [INTERVIEW_ROUTE_ROOM_ENTRANCE] = { interview_entrance_request_get_type, TRUE, "",
    NULL, interview_handle_room_entrance },
  [INTERVIEW_ROUTE_ROOM_CANCEL] = { NULL, TRUE, "", NULL, interview_handle_room_cancel },
  [INTERVIEW_ROUTE_STAFFING] = { NULL, FALSE, "", NULL, interview_handle_staffing },
  [INTERVIEW_ROUTE_STAFFING_PREVIEW] = { interview_staffing_policy_get_type, TRUE, "",
    NULL, interview_handle_staffing_preview },
  [INTERVIEW_ROUTE_STAFFING_POLICY] = { NULL, FALSE, "", NULL, interview_handle_staffing_policy },
  [INTERVIEW_ROUTE_STAFFING_POLICY_REPLACE] = { interview_staffing_policy_get_type, TRUE, "",
    NULL, interview_handle_staffing_policy_replace },
  [INTERVIEW_ROUTE_RATING_DRAFT] = { NULL, FALSE, "", NULL, interview_handle_rating_draft },
  [INTERVIEW_ROUTE_RATING_DRAFT_REPLACE] = { interview_rating_draft_get_type, TRUE, "",
    NULL, interview_handle_rating_draft_replace },
  [INTERVIEW_ROUTE_RECEIVED_RATINGS] = { NULL, FALSE, "", NULL,
                                         interview_handle_received_ratings },
  [INTERVIEW_ROUTE_STANDING_DECIDE] = { interview_standing_request_get_type, TRUE, "",
    NULL, interview_handle_standing_decide },
  [INTERVIEW_ROUTE_STANDING_APPEAL] = { interview_appeal_request_get_type, TRUE, "",
    NULL, interview_handle_standing_appeal },
  [INTERVIEW_ROUTE_ROOM_CHOICE] = { NULL, FALSE, "", NULL, interview_handle_room_choice },
  [INTERVIEW_ROUTE_ROOM_CHOOSE] = { interview_choice_request_get_type, TRUE, "",
    NULL, interview_handle_room_choose },
  [INTERVIEW_ROUTE_AUDIT] = { NULL, FALSE, PAGE, NULL, interview_handle_audit },
  [INTERVIEW_ROUTE_NOTICE_SETTINGS] = { NULL, FALSE, "", NULL, interview_handle_notice_settings },
  [INTERVIEW_ROUTE_NOTICE_SETTINGS_REPLACE] = { interview_notice_settings_get_type, TRUE, "",
    NULL, interview_handle_notice_settings_replace },
  [INTERVIEW_ROUTE_DELIVERIES] = { NULL, FALSE, PAGE, NULL, interview_handle_deliveries },
  [INTERVIEW_ROUTE_DELIVERY_RESEND] = { NULL, TRUE, "", NULL, interview_handle_delivery_resend },
  [INTERVIEW_ROUTE_NOTICES] = { NULL, FALSE, PAGE, NULL, interview_handle_notices },
  [INTERVIEW_ROUTE_CONTACT_SEND] = { NULL, TRUE, "", NULL, interview_handle_contact_send },
  [INTERVIEW_ROUTE_ONBOARDING_SEND] = { interview_onboarding_request_get_type, TRUE, "",
    NULL, interview_handle_onboarding_send },
  [INTERVIEW_ROUTE_NOTICE_TEMPLATES] = { NULL, FALSE, "", NULL, interview_handle_notice_templates },
  [INTERVIEW_ROUTE_NOTICE_TEMPLATE_REPLACE] = { interview_notice_template_get_type, TRUE, "",
    NULL, interview_handle_notice_template_replace },
  [INTERVIEW_ROUTE_NOTICE_PREVIEW] = { interview_notice_template_get_type, TRUE, "",
    NULL, interview_handle_notice_preview },
  [INTERVIEW_ROUTE_NOTICE_TEST] = { interview_notice_template_get_type, TRUE, "",
    NULL, interview_handle_notice_test },
  [INTERVIEW_ROUTE_HELP_LIST] = { NULL, FALSE, "", NULL, interview_handle_help_list },
  [INTERVIEW_ROUTE_HELP] = { NULL, FALSE, "", NULL, interview_handle_help },
  [INTERVIEW_ROUTE_HELP_ASK] = { interview_help_request_get_type, TRUE, "",
    NULL, interview_handle_help_ask },
  [INTERVIEW_ROUTE_HELP_CLOSE] = { NULL, TRUE, "", NULL, interview_handle_help_close },
  [INTERVIEW_ROUTE_HELP_CHAT] = { NULL, FALSE, PAGE " from", NULL, interview_handle_chat },
  [INTERVIEW_ROUTE_HELP_CHAT_SEND] = { interview_chat_request_get_type, TRUE, "",
    NULL, interview_handle_chat_send },
  [INTERVIEW_ROUTE_TIME_ZONE] = { interview_time_zone_request_get_type, TRUE, "",
    NULL, interview_handle_time_zone },
  [INTERVIEW_ROUTE_SHARE_CREATE] = { interview_share_request_get_type, TRUE, "",
    NULL, interview_handle_share_create },
  [INTERVIEW_ROUTE_SHARES] = { NULL, FALSE, PAGE, NULL, interview_handle_shares },
  [INTERVIEW_ROUTE_SHARE] = { NULL, FALSE, "", NULL, interview_handle_share },
  [INTERVIEW_ROUTE_SHARE_WRITE] = { g_bytes_get_type, FALSE, "",
    interview_prepare_share_write, interview_handle_share_write },
  [INTERVIEW_ROUTE_SHARE_FINISH] = { NULL, TRUE, "",
    interview_prepare_share_finish, interview_handle_share_finish },
  [INTERVIEW_ROUTE_SHARE_WITHDRAW] = { NULL, TRUE, "", NULL, interview_handle_share_withdraw },
  [INTERVIEW_ROUTE_SHARING_POLICY] = { NULL, FALSE, "", NULL, interview_handle_sharing_policy },
  [INTERVIEW_ROUTE_SHARING_POLICY_REPLACE] = { interview_sharing_policy_get_type, TRUE, "",
    NULL, interview_handle_sharing_policy_replace },
  [INTERVIEW_ROUTE_SHARED_PAGE] = { NULL, FALSE, "", NULL, interview_handle_shared_page },
  [INTERVIEW_ROUTE_SHARED_RECORDING] = { NULL, FALSE, "", NULL,
                                         interview_handle_shared_recording },
  [INTERVIEW_ROUTE_INVITATION_PAGE] = { NULL, FALSE, "", NULL, interview_handle_invitation_page },
  [INTERVIEW_ROUTE_INVITATION_ANSWER] = { interview_answer_form_get_type, FALSE, "",
    NULL, interview_handle_invitation_answer },
  [INTERVIEW_ROUTE_ROOM_REPLY] = { interview_reply_request_get_type, TRUE, "",
    NULL, interview_handle_room_reply },
};
/* clang-format on */

/**
 * interview_handler_get:
 * @route: a route
 *
 * Returns: (transfer none): what it does
 */
const InterviewHandler *
interview_handler_get (InterviewRoute route)
{
  g_return_val_if_fail ((guint) route < INTERVIEW_N_ROUTES, NULL);

  return &handlers[route];
}

/**
 * interview_handler_takes_bytes:
 * @handler: what a route does
 *
 * Returns: whether the body of the request is a part of a file and no JSON
 */
gboolean
interview_handler_takes_bytes (const InterviewHandler *handler)
{
  return handler->body != NULL && handler->body () == G_TYPE_BYTES;
}

/**
 * interview_handler_takes_form:
 * @handler: what a route does
 *
 * Returns: whether the body of the request comes from an HTML form and not from a program
 */
gboolean
interview_handler_takes_form (const InterviewHandler *handler)
{
  return handler->body != NULL && handler->body () == INTERVIEW_TYPE_ANSWER_FORM;
}
