/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/services/question-likeness.h"

typedef struct
{
  const char *one;
  const char *other;
} Pair;

static const Pair same[] = {
  { "What is a typical day like?", "what is a typical day like" },
  { "What does a typical day look like?", "Could you tell me what a typical day here looks like?" },
  { "Is overtime paid?", "Is the overtime paid here?" },
  { "How do you measure success?", "How is success measured here?" },
  { "What are the working hours?", "What are your working hours, please?" },
  { "Which organisation do you use?", "Which organization do you use?" },
  { "How big is the team?", "How big is your team?" },
  { "Why did you leave your last job?", "Why did you leave the last job??" },
  { "Don’t you have an office?", "Do you not have an office?" },
  { "What’s the next step?", "What are the next steps?" },
  { "贵公司加班多吗？", "请问加班多不多？" },
  { "你们公司的技术栈用什么？", "主要的技术栈用什么" },
  { "试用期多久", "请问试用期有多久呢？" },
  { "团队有多少人？", "团队一般有多少人呀" },
  { "Ｊａｖａ的经验要几年？", "Java 经验要几年" },
  { "需要出差吗？", "平时需要经常出差吗" },
  { "下一步流程是什么？", "想请问一下，下一步的流程是什么" },
  { "您为什么离开上一家公司？", "你为什么离开上一家公司" },
  { "能不能介绍一下团队？", "请介绍团队" },
};

static const Pair different[] = {
  { "How big is the team?", "How big is the company?" },
  { "What is the salary?", "What is the salary during probation?" },
  { "What happens in the first 30 days?", "What happens in the first 90 days?" },
  { "Is overtime paid?", "Is overtime not paid?" },
  { "Why do you want to leave?", "Why do you want to stay?" },
  { "Tell me about a time when you had to disagree with your manager during a project.",
    "Tell me about a time when you had to disagree with a customer during a project." },
  { "Which tools do you take to a hall where there is no network?",
    "Which tools do you take to a hall where there is no power?" },
  { "Do you know Java?", "Do you know Python?" },
  { "What?", "How?" },
  { "", "What is the salary?" },
  { "工作时间是怎么安排的？", "培训时间是怎么安排的？" },
  { "试用期多久？", "试用期工资多少？" },
  { "团队有多少人？", "公司有多少人？" },
  { "薪资是多少？", "加班是多少？" },
  { "为什么招这个岗位？", "为什么不招这个岗位？" },
  { "请描述一次你和经理意见不一致的经历，最后是怎么解决的？",
    "请描述一次你和客户意见不一致的经历，最后是怎么解决的？" },
  { "入职前三个月做什么？", "入职前三年做什么？" },
  { "需要 3 年经验吗？", "需要 5 年经验吗？" },
  { "年终奖有多少？", "有年终奖吗？" },
  { "Is there a canteen?", "有食堂吗？" },
};

static void
test_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_test_message ("%s = %s", same[i].one, same[i].other);
      g_assert_true (interview_question_likeness_is_same (same[i].one, same[i].other));
      g_assert_true (interview_question_likeness_is_same (same[i].other, same[i].one));
    }
}

static void
test_different (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    {
      g_test_message ("%s ≠ %s", different[i].one, different[i].other);
      g_assert_false (interview_question_likeness_is_same (different[i].one, different[i].other));
      g_assert_false (interview_question_likeness_is_same (different[i].other, different[i].one));
    }
}

/* Every text is the same question as itself, whatever is in it. */
static void
test_itself (void)
{
  static const char *const texts[] = { "",      "?",           "请问",
                                       "the",   "a b c 1 2 3", "\xf0\x9f\x99\x82",
                                       "有没有" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (interview_question_likeness_is_same (texts[i], texts[i]));
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    g_assert_true (interview_question_likeness_is_same (same[i].one, same[i].one));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/likeness/same", test_same);
  g_test_add_func ("/server/likeness/different", test_different);
  g_test_add_func ("/server/likeness/itself", test_itself);
  return g_test_run ();
}
