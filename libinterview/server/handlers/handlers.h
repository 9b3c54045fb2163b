/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "server/handlers/exchange.h"

G_BEGIN_DECLS

const InterviewHandler *interview_handler_get (InterviewRoute route);

#define INTERVIEW_DECLARE_HANDLER(name)                                                            \
  gboolean name (InterviewExchange *exchange, InterviewTransaction *transaction,                   \
                 InterviewActor *actor, GError **error)

INTERVIEW_DECLARE_HANDLER (interview_handle_sign_in);
INTERVIEW_DECLARE_HANDLER (interview_handle_redeem);
INTERVIEW_DECLARE_HANDLER (interview_handle_session);
INTERVIEW_DECLARE_HANDLER (interview_handle_sign_out);
INTERVIEW_DECLARE_HANDLER (interview_handle_password);
INTERVIEW_DECLARE_HANDLER (interview_prepare_sign_in);
INTERVIEW_DECLARE_HANDLER (interview_prepare_password);

INTERVIEW_DECLARE_HANDLER (interview_handle_company);
INTERVIEW_DECLARE_HANDLER (interview_handle_company_switch);
INTERVIEW_DECLARE_HANDLER (interview_handle_blob);
INTERVIEW_DECLARE_HANDLER (interview_handle_positions);
INTERVIEW_DECLARE_HANDLER (interview_handle_candidates);
INTERVIEW_DECLARE_HANDLER (interview_handle_candidate_create);
INTERVIEW_DECLARE_HANDLER (interview_handle_recruiters);
INTERVIEW_DECLARE_HANDLER (interview_handle_scores);

INTERVIEW_DECLARE_HANDLER (interview_handle_rooms);
INTERVIEW_DECLARE_HANDLER (interview_handle_room_create);
INTERVIEW_DECLARE_HANDLER (interview_handle_room);
INTERVIEW_DECLARE_HANDLER (interview_handle_room_switch);
INTERVIEW_DECLARE_HANDLER (interview_handle_room_schedule);
INTERVIEW_DECLARE_HANDLER (interview_handle_room_cancel);
INTERVIEW_DECLARE_HANDLER (interview_handle_room_entrance);
INTERVIEW_DECLARE_HANDLER (interview_handle_room_end);
INTERVIEW_DECLARE_HANDLER (interview_handle_invitation_renew);
INTERVIEW_DECLARE_HANDLER (interview_handle_invitation_revoke);
INTERVIEW_DECLARE_HANDLER (interview_handle_resume);
INTERVIEW_DECLARE_HANDLER (interview_handle_questions);
INTERVIEW_DECLARE_HANDLER (interview_handle_question_asked);
INTERVIEW_DECLARE_HANDLER (interview_handle_question_type);
INTERVIEW_DECLARE_HANDLER (interview_handle_chat);
INTERVIEW_DECLARE_HANDLER (interview_handle_chat_send);
INTERVIEW_DECLARE_HANDLER (interview_handle_recording);
INTERVIEW_DECLARE_HANDLER (interview_handle_recordings);
INTERVIEW_DECLARE_HANDLER (interview_handle_recording_ask);
INTERVIEW_DECLARE_HANDLER (interview_handle_recording_decide);
INTERVIEW_DECLARE_HANDLER (interview_handle_recording_stop);
INTERVIEW_DECLARE_HANDLER (interview_handle_consent_text);
INTERVIEW_DECLARE_HANDLER (interview_handle_consent_edition);
INTERVIEW_DECLARE_HANDLER (interview_handle_consent_edition_change);
INTERVIEW_DECLARE_HANDLER (interview_handle_consents);

INTERVIEW_DECLARE_HANDLER (interview_handle_disclosures);
INTERVIEW_DECLARE_HANDLER (interview_handle_disclosure_ask);
INTERVIEW_DECLARE_HANDLER (interview_handle_disclosure_answer);
INTERVIEW_DECLARE_HANDLER (interview_handle_rating_form);
INTERVIEW_DECLARE_HANDLER (interview_handle_rating);
INTERVIEW_DECLARE_HANDLER (interview_handle_rating_draft);
INTERVIEW_DECLARE_HANDLER (interview_handle_rating_draft_replace);
INTERVIEW_DECLARE_HANDLER (interview_handle_received_ratings);

INTERVIEW_DECLARE_HANDLER (interview_handle_staffing);
INTERVIEW_DECLARE_HANDLER (interview_handle_staffing_preview);
INTERVIEW_DECLARE_HANDLER (interview_handle_staffing_policy);
INTERVIEW_DECLARE_HANDLER (interview_handle_staffing_policy_replace);
INTERVIEW_DECLARE_HANDLER (interview_handle_standing_decide);
INTERVIEW_DECLARE_HANDLER (interview_handle_standing_appeal);
INTERVIEW_DECLARE_HANDLER (interview_handle_audit);
INTERVIEW_DECLARE_HANDLER (interview_handle_room_choice);
INTERVIEW_DECLARE_HANDLER (interview_handle_room_choose);
INTERVIEW_DECLARE_HANDLER (interview_handle_notice_settings);
INTERVIEW_DECLARE_HANDLER (interview_handle_notice_settings_replace);
INTERVIEW_DECLARE_HANDLER (interview_handle_deliveries);
INTERVIEW_DECLARE_HANDLER (interview_handle_delivery_resend);
INTERVIEW_DECLARE_HANDLER (interview_handle_notices);
INTERVIEW_DECLARE_HANDLER (interview_handle_contact_send);
INTERVIEW_DECLARE_HANDLER (interview_handle_onboarding_send);
INTERVIEW_DECLARE_HANDLER (interview_handle_notice_templates);
INTERVIEW_DECLARE_HANDLER (interview_handle_notice_template_replace);
INTERVIEW_DECLARE_HANDLER (interview_handle_notice_preview);
INTERVIEW_DECLARE_HANDLER (interview_handle_notice_test);
INTERVIEW_DECLARE_HANDLER (interview_handle_time_zone);

INTERVIEW_DECLARE_HANDLER (interview_handle_share_create);
INTERVIEW_DECLARE_HANDLER (interview_handle_shares);
INTERVIEW_DECLARE_HANDLER (interview_handle_share);
INTERVIEW_DECLARE_HANDLER (interview_prepare_share_write);
INTERVIEW_DECLARE_HANDLER (interview_handle_share_write);
INTERVIEW_DECLARE_HANDLER (interview_prepare_share_finish);
INTERVIEW_DECLARE_HANDLER (interview_handle_share_finish);
INTERVIEW_DECLARE_HANDLER (interview_handle_share_withdraw);
INTERVIEW_DECLARE_HANDLER (interview_handle_sharing_policy);
INTERVIEW_DECLARE_HANDLER (interview_handle_sharing_policy_replace);
INTERVIEW_DECLARE_HANDLER (interview_handle_shared_page);
INTERVIEW_DECLARE_HANDLER (interview_handle_shared_recording);

INTERVIEW_DECLARE_HANDLER (interview_handle_invitation_page);
INTERVIEW_DECLARE_HANDLER (interview_handle_invitation_answer);
INTERVIEW_DECLARE_HANDLER (interview_handle_room_reply);

INTERVIEW_DECLARE_HANDLER (interview_handle_help_list);
INTERVIEW_DECLARE_HANDLER (interview_handle_help);
INTERVIEW_DECLARE_HANDLER (interview_handle_help_ask);
INTERVIEW_DECLARE_HANDLER (interview_handle_help_close);

G_END_DECLS
