/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/services/outbox-service.h"

G_BEGIN_DECLS

/**
 * InterviewSms:
 * @id: tells attempts apart; the same for no two of them
 * @recipient: a number in the form of E.164
 * @text: what it says
 * @kind: what it is about
 * @values: (element-type InterviewFact): what the placeholders stand for
 * @now: microseconds since 1970 in UTC
 *
 * A text message on its way to a provider.
 */
typedef struct
{
  const char *id;
  const char *recipient;
  const char *text;
  InterviewNoticeKind kind;
  GPtrArray *values;
  gint64 now;
} InterviewSms;

/**
 * InterviewSmsRequest:
 * @body: a form (application/x-www-form-urlencoded) to be posted
 * @user: (nullable): for HTTP's basic authentication
 * @password: (nullable): for HTTP's basic authentication
 *
 * What a provider is asked.
 */
typedef struct
{
  char *uri;
  char *body;
  char *user;
  char *password;
} InterviewSmsRequest;

void interview_sms_request_clear (InterviewSmsRequest *request);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InterviewSmsRequest, interview_sms_request_clear)

#define INTERVIEW_TYPE_SMS_PROVIDER (interview_sms_provider_get_type ())
G_DECLARE_INTERFACE (InterviewSmsProvider, interview_sms_provider, INTERVIEW, SMS_PROVIDER, GObject)

struct _InterviewSmsProviderInterface
{
  GTypeInterface parent_interface;

  gboolean (*make_request) (InterviewSmsProvider *self,
                            InterviewNoticeSettings *settings,
                            const InterviewSms *sms,
                            InterviewSmsRequest *request,
                            InterviewVerdict *verdict);
  void (*read_answer) (InterviewSmsProvider *self, JsonObject *answer, InterviewVerdict *verdict);
};

InterviewSmsProvider *interview_sms_provider_new (InterviewSmsService service);
gboolean interview_sms_provider_make_request (InterviewSmsProvider *self,
                                              InterviewNoticeSettings *settings,
                                              const InterviewSms *sms,
                                              InterviewSmsRequest *request,
                                              InterviewVerdict *verdict);
void interview_sms_provider_read_answer (InterviewSmsProvider *self,
                                         const char *answer,
                                         InterviewVerdict *verdict);

void interview_sms_form_append (GString *form, const char *name, const char *value);

G_END_DECLS
