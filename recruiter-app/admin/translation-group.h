/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RECRUITER_TYPE_TRANSLATION_GROUP (recruiter_translation_group_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterTranslationGroup,
                      recruiter_translation_group,
                      RECRUITER,
                      TRANSLATION_GROUP,
                      AdwPreferencesGroup)

void recruiter_translation_group_fill (RecruiterTranslationGroup *self,
                                       const char *id,
                                       const char *const *languages,
                                       GPtrArray *texts);
void recruiter_translation_group_set_movable (RecruiterTranslationGroup *self);
void recruiter_translation_group_set_place (RecruiterTranslationGroup *self,
                                            const char *title,
                                            gboolean can_go_up,
                                            gboolean can_go_down);
void recruiter_translation_group_focus (RecruiterTranslationGroup *self);

const char *recruiter_translation_group_get_id (RecruiterTranslationGroup *self);
GPtrArray *recruiter_translation_group_get_texts (RecruiterTranslationGroup *self);
gboolean recruiter_translation_group_has_text (RecruiterTranslationGroup *self);

G_END_DECLS
