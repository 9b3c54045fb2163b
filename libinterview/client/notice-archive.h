/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/notice.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_NOTICE_ARCHIVE (interview_notice_archive_get_type ())
G_DECLARE_FINAL_TYPE (InterviewNoticeArchive,
                      interview_notice_archive,
                      INTERVIEW,
                      NOTICE_ARCHIVE,
                      GObject)

InterviewNoticeArchive *interview_notice_archive_new (const char *folder);
GListModel *interview_notice_archive_get_notices (InterviewNoticeArchive *self);
gboolean interview_notice_archive_contains (InterviewNoticeArchive *self, const char *id);
gboolean interview_notice_archive_add (InterviewNoticeArchive *self,
                                       InterviewNotice *notice,
                                       GError **error);

G_END_DECLS
