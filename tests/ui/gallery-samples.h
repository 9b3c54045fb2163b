/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/company.h"
#include "core/model/participant.h"
#include "core/model/rating-form.h"
#include "core/model/resume.h"

G_BEGIN_DECLS

InterviewCompany *gallery_samples_company (gboolean chinese);
InterviewResume *gallery_samples_resume (gboolean chinese);
GListModel *gallery_samples_questions (gboolean chinese, gboolean recruiter);
InterviewRatingForm *gallery_samples_rating_form (gboolean chinese);
InterviewParticipant *gallery_samples_participant (const char *name, gboolean recruiter);

G_END_DECLS
