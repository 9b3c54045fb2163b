/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gallery-samples.h"

#include <gio/gio.h>

#include "core/id.h"
#include "core/model/question.h"

/* Records as a server could send them, in both languages, some of them long. */

#define ID "aaaaaaaaaaaaaaaaaaaaaaaaaa"

static const char company_en[] =
    "{\"id\":\"" ID "\",\"revision\":1,\"name\":\"Wanderlight Instruments\","
    "\"tagline\":\"Small telescopes for big cities\",\"about\":\"We build compact telescopes and "
    "the software that lets them see through the lights of a city. Everything is designed and "
    "assembled in one house by the river.\",\"facts\":[{\"label\":\"Founded\",\"value\":\"2009\"},"
    "{\"label\":\"People\",\"value\":\"240, in four places\"},{\"label\":\"Headquarters\","
    "\"value\":\"Riverside Quarter, Building 7, 3rd floor, Xiamen\"}],\"hiring_for\":[\"Optical "
    "design\",\"Embedded software\",\"Customer care\",\"Precision mechanics and assembly\"],"
    "\"links\":[{\"label\":\"Our web site\",\"value\":\"https://www.example.org/\"},{\"label\":"
    "\"Life in the house\",\"value\":\"https://www.example.org/life\"}],\"logo_blob_id\":\"" ID
    "\",\"pictures\":[{\"blob_id\":\"aaaaaaaaaaaaaaaaaaaaaaaaae\",\"caption\":\"The workshop in "
    "the morning\"}],\"interactive\":true}";

static const char company_zh[] =
    "{\"id\":\"" ID "\",\"revision\":1,\"name\":\"漫光精密光学仪器（厦门）有限公司\","
    "\"tagline\":\"为大城市打造的小型望远镜\",\"about\":"
    "\"我们制造小巧的望远镜，以及让它们穿透城市灯光"
    "的软件。所有产品都在河边的同一栋楼里设计和组装。\",\"facts\":[{\"label\":\"成立时间\","
    "\"value\":"
    "\"2009 年\"},{\"label\":\"员工人数\",\"value\":\"240 "
    "人，分布在四个地点\"},{\"label\":\"总部\","
    "\"value\":\"厦门市湖里区河滨路七号楼三层\"}],\"hiring_for\":[\"光学设计\",\"嵌入式软件\","
    "\"客户服务\",\"精密机械与装配\"],\"links\":[{\"label\":\"公司网站\",\"value\":"
    "\"https://www.example.org/\"}],\"interactive\":true}";

static const char resume_en[] =
    "{\"id\":\"" ID "\",\"revision\":1,\"person_id\":\"" ID "\",\"headline\":\"Embedded software "
    "engineer with a soft spot for mechanics\",\"summary\":\"Nine years of firmware for motors and "
    "sensors, five of them leading a small team.\",\"basics\":[{\"label\":\"City\",\"value\":"
    "\"Hangzhou\"},{\"label\":\"E-mail\",\"value\":\"maximiliane.von-und-zu.sternberg@example.org"
    "\"},{\"label\":\"Phone\",\"value\":\"+86 138 0000 0000\"}],\"experience\":[{\"title\":\"Lead "
    "engineer, motion control\",\"organisation\":\"Fernweh Robotics\",\"period\":\"2019 – today\","
    "\"description\":\"Servo loops, bootloader, a test bench that runs every night.\"},{\"title\":"
    "\"Firmware engineer\",\"organisation\":\"Kranich Avionics\",\"period\":\"2015 – 2019\"}],"
    "\"education\":[{\"title\":\"M.Sc. Mechatronics\",\"organisation\":\"Zhejiang University\","
    "\"period\":\"2013 – 2015\"}],\"skills\":[\"C\",\"Real-time systems\",\"CAN\",\"GTK\","
    "\"Control theory\",\"Soldering under a microscope\"],\"languages\":[\"English\",\"German\","
    "\"Mandarin (conversational)\"],\"original_blob_id\":\"" ID
    "\",\"original_name\":\"sternberg-resume.pdf\"}";

static const char resume_zh[] =
    "{\"id\":\"" ID "\",\"revision\":1,\"person_id\":\"" ID "\",\"headline\":\"嵌入式软件工程师\","
    "\"summary\":\"九年电机与传感器固件经验，其中五年带领小团队。\",\"basics\":[{\"label\":"
    "\"城市\","
    "\"value\":\"杭州\"}],\"experience\":[{\"title\":\"运动控制首席工程师\",\"organisation\":"
    "\"远游机器人科技股份有限公司\",\"period\":\"2019 "
    "至今\",\"description\":\"伺服控制、引导程序、每晚运"
    "行的测试台。\"}],\"skills\":[\"C 语言\",\"实时系统\",\"控制理论\"]}";

static const char form_en[] =
    "{\"room_id\":\"" ID
    "\",\"title\":\"Rate the Interview\",\"scale\":5,\"aspects\":[{\"id\":\"" ID
    "\",\"label\":\"Was well prepared\"},{\"id\":\"aaaaaaaaaaaaaaaaaaaaaaaaae\",\"label\":\"Took "
    "the time to listen\"},{\"id\":\"aaaaaaaaaaaaaaaaaaaaaaaaaq\",\"label\":\"Explained the "
    "position and what happens next\"}],\"comment\":true,\"recruiters\":[{\"person_id\":\"" ID
    "\",\"display_name\":\"Ada Lindqvist\",\"role\":\"recruiter\"},{\"person_id\":"
    "\"aaaaaaaaaaaaaaaaaaaaaaaaae\",\"display_name\":\"Bartholomew Featherstonehaugh-Cholmondeley"
    "\",\"role\":\"recruiter\"}],\"delivery_token\":\"token\"}";

static const char form_zh[] =
    "{\"room_id\":\"" ID "\",\"title\":\"评价本次面试\",\"scale\":5,\"aspects\":[{\"id\":\"" ID
    "\",\"label\":\"准备充分\"},{\"id\":\"aaaaaaaaaaaaaaaaaaaaaaaaae\",\"label\":\"认真倾听\"}],"
    "\"comment\":true,\"recruiters\":[{\"person_id\":\"" ID
    "\",\"display_name\":\"欧阳阿依古丽·买买提江\",\"role\":\"recruiter\"}],"
    "\"delivery_token\":\"token\"}";

static const char *const questions_en[] = {
  "What does a normal day in the team look like?",
  "How is it decided who works on what?",
  "What would you expect of me in the first three months, and who would show me around in the "
  "workshop?",
  "How much of the work can be done from home?",
  "What happened to the person who had this position before?",
  "How do you deal with mistakes?",
  "Which tools do you use, and who may choose them?",
  "When will I hear from you?",
};

static const char *const questions_zh[] = {
  "团队平常的一天是怎样的？",
  "由谁来决定每个人的工作内容？",
  "在最初的三个月里，您对我有什么期待？谁会带我熟悉车间？",
  "有多少工作可以在家完成？",
  "什么时候会有面试结果？",
};

static gpointer
read_record (GType type, const char *text)
{
  g_autoptr (GError) error = NULL;
  gpointer record = interview_record_from_text (type, text, -1, &error);

  if (record == NULL)
    g_error ("sample: %s", error->message);
  return record;
}

InterviewCompany *
gallery_samples_company (gboolean chinese)
{
  return read_record (INTERVIEW_TYPE_COMPANY, chinese ? company_zh : company_en);
}

InterviewResume *
gallery_samples_resume (gboolean chinese)
{
  return read_record (INTERVIEW_TYPE_RESUME, chinese ? resume_zh : resume_en);
}

InterviewRatingForm *
gallery_samples_rating_form (gboolean chinese)
{
  return read_record (INTERVIEW_TYPE_RATING_FORM, chinese ? form_zh : form_en);
}

GListModel *
gallery_samples_questions (gboolean chinese, gboolean recruiter)
{
  GListStore *store = g_list_store_new (INTERVIEW_TYPE_QUESTION);
  const char *const *texts = chinese ? questions_zh : questions_en;
  guint n = chinese ? G_N_ELEMENTS (questions_zh) : G_N_ELEMENTS (questions_en);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = interview_id_new ();
      g_autoptr (InterviewQuestion) question = g_object_new (
          INTERVIEW_TYPE_QUESTION, "id", id, "side",
          recruiter ? INTERVIEW_QUESTION_SIDE_RECRUITER : INTERVIEW_QUESTION_SIDE_CANDIDATE, "kind",
          i % 5, "text", texts[i], "hint",
          recruiter && i % 2 == 0 ? "A good answer names an example and what came of it." : NULL,
          "asked-count", (gint64) (i == n - 1 ? 0 : 40 - 5 * i), "asked", i == 1, NULL);

      g_list_store_append (store, question);
    }
  return G_LIST_MODEL (store);
}

InterviewParticipant *
gallery_samples_participant (const char *name, gboolean recruiter)
{
  g_autofree char *id = interview_id_new ();

  return g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id", id, "display-name", name, "role",
                       recruiter ? INTERVIEW_ROLE_RECRUITER : INTERVIEW_ROLE_CANDIDATE, NULL);
}
