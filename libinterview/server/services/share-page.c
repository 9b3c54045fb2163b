/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/share-page.h"

#include "core/protocol/routes.h"
#include "server/services/web-page.h"

/*
 * The page that a link to a shared recording opens in any browser. It does not name the candidate,
 * for links are looked at by programs that show the beginning of the page. A pure function.
 */

typedef enum
{
  PHRASE_TITLE,
  PHRASE_POSITION,
  PHRASE_SHARED_BY,
  PHRASE_UNTIL,
  PHRASE_CARE,
  PHRASE_DOWNLOAD,
  PHRASE_MISSING_TITLE,
  PHRASE_MISSING,
  N_PHRASES,
} Phrase;

static const char *const english[N_PHRASES] = {
  [PHRASE_TITLE] = "Recording of an Interview",
  [PHRASE_POSITION] = "Position: %s",
  [PHRASE_SHARED_BY] = "Shared by %s",
  [PHRASE_UNTIL] = "The link works until %s (UTC).",
  [PHRASE_CARE] = "The people in it agreed that it is used to decide on the application. Do not "
                  "pass it on, and delete copies when the decision is made.",
  [PHRASE_DOWNLOAD] = "Download",
  [PHRASE_MISSING_TITLE] = "The Recording Is Not Here",
  [PHRASE_MISSING] = "The link was withdrawn, its time is over, or it is not complete. Ask whoever "
                     "sent it to you for a new one.",
};

static const char *const chinese[N_PHRASES] = {
  [PHRASE_TITLE] = "面试录像",
  [PHRASE_POSITION] = "职位：%s",
  [PHRASE_SHARED_BY] = "分享人：%s",
  [PHRASE_UNTIL] = "链接有效期至 %s（UTC）。",
  [PHRASE_CARE] = "录像中的人员仅同意将其用于本次招聘决定。请勿转发，并在作出决定后删除副本。",
  [PHRASE_DOWNLOAD] = "下载",
  [PHRASE_MISSING_TITLE] = "无法查看该录像",
  [PHRASE_MISSING] = "链接已被撤回、已过期或不完整。请向发送链接的人索取新的链接。",
};

/**
 * interview_share_page_make:
 * @share: (nullable): what the link opens, or %NULL if it opens nothing
 * @token: the secret of the link, which is an identifier by its form
 * @language: (nullable): the reader's
 *
 * Returns: (transfer full): HTML
 */
char *
interview_share_page_make (InterviewRecordingShare *share, const char *token, const char *language)
{
  gboolean in_chinese = language != NULL && g_str_has_prefix (language, "zh");
  const char *const *phrases = in_chinese ? chinese : english;
  const char *title = phrases[share != NULL ? PHRASE_TITLE : PHRASE_MISSING_TITLE];
  GString *page = interview_web_page_begin (in_chinese, title);
  g_autoptr (GDateTime) until = NULL;
  g_autofree char *end = NULL;
  g_autofree char *path = NULL;

  if (share == NULL)
    interview_web_page_add (page, "", phrases[PHRASE_MISSING], NULL);
  else
    {
      until = g_date_time_new_from_unix_utc (interview_recording_share_get_expires_at (share) /
                                             G_USEC_PER_SEC);
      end = g_date_time_format (until, "%F %H:%M");
      path = interview_route_format (INTERVIEW_ROUTE_SHARED_RECORDING, token, NULL);
      interview_web_page_add (page, "", phrases[PHRASE_POSITION],
                              interview_recording_share_get_position (share));
      interview_web_page_add (page, "note", phrases[PHRASE_SHARED_BY],
                              interview_participant_get_display_name (
                                  interview_recording_share_get_shared_by (share)));
      g_string_append_printf (page,
                              "<video controls preload=\"metadata\" src=\"%s\"></video>\n"
                              "<p><a href=\"%s\" download>%s</a></p>\n",
                              path, path, phrases[PHRASE_DOWNLOAD]);
      interview_web_page_add (page, "note", phrases[PHRASE_UNTIL], end);
      interview_web_page_add (page, "note", phrases[PHRASE_CARE], NULL);
    }
  return interview_web_page_end (page);
}
