/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/recording.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CONSENT_DIALOG (interview_consent_dialog_get_type ())
G_DECLARE_FINAL_TYPE (InterviewConsentDialog,
                      interview_consent_dialog,
                      INTERVIEW,
                      CONSENT_DIALOG,
                      AdwMessageDialog)

/* The responses; to close it in any other way is to put it off. */
#define INTERVIEW_CONSENT_RESPONSE_AGREE "agree"
#define INTERVIEW_CONSENT_RESPONSE_REFUSE "refuse"
#define INTERVIEW_CONSENT_RESPONSE_LATER "later"

InterviewConsentDialog *interview_consent_dialog_new_ask (GtkWindow *parent,
                                                          InterviewConsentText *text,
                                                          InterviewRecordingScope scope);
InterviewConsentDialog *interview_consent_dialog_new_decide (GtkWindow *parent,
                                                             InterviewRecording *recording);
InterviewRecordingScope interview_consent_dialog_get_scope (InterviewConsentDialog *self);
const char *interview_recording_scope_get_purpose (InterviewRecordingScope scope);

G_END_DECLS
