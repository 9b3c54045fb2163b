/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/reply-page.h"

#include "core/error.h"
#include "core/protocol/limits.h"
#include "core/protocol/routes.h"
#include "server/services/moment-text.h"
#include "server/services/web-page.h"

/*
 * The page on which a candidate answers an invitation, in any browser: when and with whom it is,
 * and three ways to answer, which may be changed until it begins. A pure function.
 */

typedef enum
{
  PHRASE_TITLE,
  PHRASE_COMPANY,
  PHRASE_POSITION,
  PHRASE_WHEN,
  PHRASE_WITH,
  PHRASE_ACCEPTED,
  PHRASE_DECLINED,
  PHRASE_PROPOSED,
  PHRASE_ACCEPT,
  PHRASE_DECLINE,
  PHRASE_PROPOSE,
  PHRASE_OTHER_TIME,
  PHRASE_DATE,
  PHRASE_TIME,
  PHRASE_NOTE,
  PHRASE_LATER,
  PHRASE_CLOSED,
  PHRASE_MOVED,
  PHRASE_BAD_TIME,
  PHRASE_MISSING_TITLE,
  PHRASE_MISSING,
  N_PHRASES,
} Phrase;

static const char *const english[N_PHRASES] = {
  [PHRASE_TITLE] = "Your Interview",
  [PHRASE_COMPANY] = "%s invites you to an interview by video.",
  [PHRASE_POSITION] = "Position: %s",
  [PHRASE_WHEN] = "Time: %s",
  [PHRASE_WITH] = "With: %s",
  [PHRASE_ACCEPTED] = "You have accepted. We look forward to meeting you.",
  [PHRASE_DECLINED] = "You have declined. If that changes, you can still accept here.",
  [PHRASE_PROPOSED] = "You have proposed %s. The company looks whether that is possible and writes "
                      "to you; until then the time above holds.",
  [PHRASE_ACCEPT] = "Accept",
  [PHRASE_DECLINE] = "Decline",
  [PHRASE_PROPOSE] = "Propose This Time",
  [PHRASE_OTHER_TIME] = "Another time",
  [PHRASE_DATE] = "Day",
  [PHRASE_TIME] = "Time (%s)",
  [PHRASE_NOTE] = "What you want to say about it (not needed)",
  [PHRASE_LATER] =
      "For the interview itself, open the link of your invitation on the computer that "
      "you will use.",
  [PHRASE_CLOSED] = "This interview has begun, is over or was called off, so there is nothing to "
                    "answer any more.",
  [PHRASE_MOVED] = "The interview was moved meanwhile. Look at the new time and answer again.",
  [PHRASE_BAD_TIME] = "Choose a day and a time in the future, other than that of the interview and "
                      "within a year.",
  [PHRASE_MISSING_TITLE] = "There Is No Such Invitation",
  [PHRASE_MISSING] =
      "The invitation was withdrawn, or the link is not complete. Use the newest one "
      "that you got, or ask whoever invited you.",
};

static const char *const chinese[N_PHRASES] = {
  [PHRASE_TITLE] = "您的面试",
  [PHRASE_COMPANY] = "%s邀请您参加视频面试。",
  [PHRASE_POSITION] = "职位：%s",
  [PHRASE_WHEN] = "时间：%s",
  [PHRASE_WITH] = "面试官：%s",
  [PHRASE_ACCEPTED] = "您已接受邀请，期待与您见面。",
  [PHRASE_DECLINED] = "您已拒绝邀请。如果改变主意，仍可在此接受。",
  [PHRASE_PROPOSED] = "您提议改为 %s。公司确认后会与您联系，在此之前以上时间仍然有效。",
  [PHRASE_ACCEPT] = "接受",
  [PHRASE_DECLINE] = "拒绝",
  [PHRASE_PROPOSE] = "提议此时间",
  [PHRASE_OTHER_TIME] = "提议其他时间",
  [PHRASE_DATE] = "日期",
  [PHRASE_TIME] = "时间（%s）",
  [PHRASE_NOTE] = "您想补充的说明（可不填）",
  [PHRASE_LATER] = "面试时，请在参加面试的电脑上打开邀请中的链接。",
  [PHRASE_CLOSED] = "该面试已开始、已结束或已取消，无需再作答复。",
  [PHRASE_MOVED] = "面试时间已更改，请查看新的时间后再次答复。",
  [PHRASE_BAD_TIME] = "请选择一年之内、晚于现在且不同于当前面试时间的日期和时间。",
  [PHRASE_MISSING_TITLE] = "找不到该邀请",
  [PHRASE_MISSING] = "邀请已被撤回，或链接不完整。请使用最新收到的链接，或联系邀请您的人。",
};

static char *
format_moment (gint64 time, GTimeZone *zone, const char *language)
{
  g_autofree char *date = interview_moment_text_date (time, zone, language);
  g_autofree char *clock = interview_moment_text_time (time, zone);
  g_autofree char *name = interview_moment_text_zone (time, zone);

  return g_strdup_printf ("%s, %s (%s)", date, clock, name);
}

static void
add_facts (GString *page,
           const InterviewReplyCase *found,
           const char *const *phrases,
           const char *language)
{
  InterviewRoom *room = found->room;
  GPtrArray *recruiters = interview_room_get_recruiters (room);
  g_autofree char *when =
      format_moment (interview_room_get_starts_at (room), found->zone, language);

  interview_web_page_add (page, "", phrases[PHRASE_COMPANY],
                          interview_room_get_company_name (room));
  interview_web_page_add (page, "", phrases[PHRASE_POSITION],
                          interview_room_get_position_title (room));
  interview_web_page_add (page, "", phrases[PHRASE_WHEN], when);
  for (guint i = 0; recruiters != NULL && i < recruiters->len; i++)
    interview_web_page_add (page, "", phrases[PHRASE_WITH],
                            interview_participant_get_display_name (recruiters->pdata[i]));
}

static void
add_reply (GString *page,
           const InterviewReplyCase *found,
           const char *const *phrases,
           const char *language)
{
  InterviewRoomReply *reply = interview_room_get_reply (found->room);
  g_autofree char *proposed = NULL;

  if (reply == NULL)
    return;
  switch (interview_room_reply_get_answer (reply))
    {
    case INTERVIEW_ROOM_ANSWER_ACCEPTED:
      interview_web_page_add (page, "said", phrases[PHRASE_ACCEPTED], NULL);
      break;
    case INTERVIEW_ROOM_ANSWER_DECLINED:
      interview_web_page_add (page, "said", phrases[PHRASE_DECLINED], NULL);
      break;
    case INTERVIEW_ROOM_ANSWER_PROPOSED:
    default:
      proposed =
          format_moment (interview_room_reply_get_proposed_at (reply), found->zone, language);
      interview_web_page_add (page, "said", phrases[PHRASE_PROPOSED], proposed);
      break;
    }
}

static void
add_failure (GString *page, const char *const *phrases, const GError *failure)
{
  Phrase phrase = PHRASE_BAD_TIME;

  if (failure == NULL)
    return;
  if (g_error_matches (failure, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT))
    phrase = PHRASE_MOVED;
  else if (g_error_matches (failure, INTERVIEW_ERROR, INTERVIEW_ERROR_ROOM_CLOSED))
    phrase = PHRASE_CLOSED;
  interview_web_page_add (page, "wrong", phrases[phrase], NULL);
}

/* The beginning of a form, with the start that it is an answer to. */
static void
begin_form (GString *page, const InterviewReplyCase *found, const char *code)
{
  g_autofree char *path = interview_route_format (INTERVIEW_ROUTE_INVITATION_PAGE, code, NULL);
  gint64 seconds = interview_room_get_starts_at (found->room) / G_USEC_PER_SEC;

  g_string_append_printf (page,
                          "<form method=\"post\" action=\"%s\"><fieldset>\n"
                          "<input type=\"hidden\" name=\"seen\" value=\"%" G_GINT64_FORMAT "\">\n",
                          path, seconds);
}

static void
add_note (GString *page, const char *const *phrases, const char *note)
{
  g_autofree char *text = g_markup_escape_text (note != NULL ? note : "", -1);

  g_string_append_printf (
      page, "<label>%s<textarea name=\"note\" rows=\"2\" maxlength=\"%d\">%s</textarea></label>\n",
      phrases[PHRASE_NOTE], INTERVIEW_LIMIT_REPLY, text);
}

static gboolean
is_proposal (InterviewAnswerForm *form, InterviewRoomReply *reply)
{
  if (form != NULL)
    return interview_answer_form_get_answer (form) == INTERVIEW_ROOM_ANSWER_PROPOSED;
  return reply != NULL && interview_room_reply_get_answer (reply) == INTERVIEW_ROOM_ANSWER_PROPOSED;
}

/* Two forms, so that the Enter key in a field of the one is never an answer of the other. What was
 * typed before is there again. */
static void
add_forms (GString *page,
           const InterviewReplyCase *found,
           const char *code,
           const char *const *phrases,
           InterviewAnswerForm *form)
{
  gint64 starts_at = interview_room_get_starts_at (found->room);
  InterviewRoomReply *reply = interview_room_get_reply (found->room);
  gboolean proposal = is_proposal (form, reply);
  const char *note = form != NULL    ? interview_answer_form_get_note (form)
                     : reply != NULL ? interview_room_reply_get_note (reply)
                                     : NULL;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (starts_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, found->zone);
  g_autofree char *day = g_date_time_format (local, "%F");
  const char *date = form != NULL ? interview_answer_form_get_date (form) : day;
  const char *time = form != NULL ? interview_answer_form_get_time (form) : NULL;
  g_autofree char *zone = interview_moment_text_zone (starts_at, found->zone);
  g_autofree char *zone_text = g_markup_escape_text (zone, -1);
  g_autofree char *date_text = g_markup_escape_text (date != NULL ? date : "", -1);
  g_autofree char *time_text = g_markup_escape_text (time != NULL ? time : "", -1);
  g_auto (GStrv) time_label = g_strsplit (phrases[PHRASE_TIME], "%s", 2);

  begin_form (page, found, code);
  add_note (page, phrases, proposal ? NULL : note);
  g_string_append_printf (page,
                          "<button class=\"main\" name=\"answer\" value=\"accepted\">%s</button>\n"
                          "<button name=\"answer\" value=\"declined\">%s</button>"
                          "</fieldset></form>\n",
                          phrases[PHRASE_ACCEPT], phrases[PHRASE_DECLINE]);
  begin_form (page, found, code);
  g_string_append_printf (
      page,
      "<legend>%s</legend>\n"
      "<label>%s<input type=\"date\" name=\"date\" value=\"%s\" required></label>\n"
      "<label>%s%s%s<input type=\"time\" name=\"time\" value=\"%s\" required></label>\n",
      phrases[PHRASE_OTHER_TIME], phrases[PHRASE_DATE], date_text, time_label[0], zone_text,
      time_label[1], time_text);
  add_note (page, phrases, proposal ? note : NULL);
  g_string_append_printf (page,
                          "<button name=\"answer\" value=\"proposed\">%s</button>"
                          "</fieldset></form>\n",
                          phrases[PHRASE_PROPOSE]);
}

/**
 * interview_reply_page_make:
 * @found: (nullable): what the invitation is about, or %NULL if there is none
 * @code: its code, which is an identifier by its form
 * @language: (nullable): the reader's
 * @form: (nullable): what was entered and could not be taken
 * @failure: (nullable): why
 *
 * Returns: (transfer full): HTML
 */
char *
interview_reply_page_make (const InterviewReplyCase *found,
                           const char *code,
                           const char *language,
                           InterviewAnswerForm *form,
                           const GError *failure)
{
  gboolean in_chinese = language != NULL && g_str_has_prefix (language, "zh");
  const char *const *phrases = in_chinese ? chinese : english;
  GString *page =
      interview_web_page_begin (in_chinese,
                                phrases[found != NULL ? PHRASE_TITLE : PHRASE_MISSING_TITLE]);

  if (found == NULL)
    {
      interview_web_page_add (page, "", phrases[PHRASE_MISSING], NULL);
      return interview_web_page_end (page);
    }
  add_facts (page, found, phrases, language);
  add_failure (page, phrases, failure);
  if (failure == NULL)
    add_reply (page, found, phrases, language);
  if (found->open)
    add_forms (page, found, code, phrases, form);
  else if (failure == NULL)
    interview_web_page_add (page, "note", phrases[PHRASE_CLOSED], NULL);
  interview_web_page_add (page, "note", phrases[PHRASE_LATER], NULL);
  return interview_web_page_end (page);
}
