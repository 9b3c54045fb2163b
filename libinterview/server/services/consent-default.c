/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/consent-default.h"

#include "core/model/consent-text.h"

/*
 * What people read before they are recorded, until their company writes a text of its own.
 */
static const struct
{
  const char *language;
  const char *text;
} defaults[] = {
  { "en",
    "Somebody in this interview would like to record it.\n\n"
    "What is recorded: the picture and the voice of everybody in the room, from the moment at "
    "which everybody has agreed. Messages, résumés, notes and ratings are not recorded. While it "
    "runs, everybody sees the word “Recording”.\n\n"
    "You decide freely. If you say no, the interview goes on without a recording, and this must "
    "not count against you.\n\n"
    "You can take your agreement back at any time, without giving a reason. The recording then "
    "stops at once, the program that recorded deletes what it has, a copy on the company’s server "
    "is deleted, and links to it stop working.\n\n"
    "What you decide is kept together with your name, the time, the purpose and the version of "
    "this text, to prove it." },
  { "zh-CN",
    "本次面试中有人希望进行录制。\n\n"
    "录制内容：从所有人都同意的那一刻起，面试间内每个人的画面和声音。聊天消息、简历、笔记"
    "和评分不会被录制。"
    "录制期间，所有人都会看到“正在录制”的标志。\n\n"
    "是否同意由您自由决定。如果您不同意，面试会在不录制的情况下继续进行，并且不得因此对您"
    "产生不利影响。\n\n"
    "您可以随时撤回同意，无需说明理由。撤回后录制立即停止，录制方的程序会删除已录制的内容，公司服务"
    "器上的副本会被删除，分享链接随之失效。\n\n"
    "您的决定会连同您的姓名、时间、用途和本文本的版本一并保存，作为凭证。" },
};

/**
 * interview_consent_default_make:
 * @version: the version that they get
 *
 * Returns: (transfer full) (element-type InterviewConsentText): the texts, one for each language
 */
GPtrArray *
interview_consent_default_make (gint64 version)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    g_ptr_array_add (texts,
                     g_object_new (INTERVIEW_TYPE_CONSENT_TEXT, "version", version, "language",
                                   defaults[i].language, "text", defaults[i].text, NULL));
  return texts;
}
