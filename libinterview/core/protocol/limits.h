/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * The limits of the protocol, known to both ends. A server may be set to lower ones, never to
 * higher ones: the readers refuse what is above.
 */

/* Characters of a name, of a line and of a longer text. */
#define INTERVIEW_LIMIT_NAME 200
#define INTERVIEW_LIMIT_TEXT 2000
#define INTERVIEW_LIMIT_LONG_TEXT 20000

/* Characters of a telephone number with everything that people write between its digits. */
#define INTERVIEW_LIMIT_PHONE 50

/* Characters of a language tag, such as zh-CN, and of a consent text. */
#define INTERVIEW_LIMIT_LANGUAGE 35
#define INTERVIEW_LIMIT_CONSENT 8000

/* Items of a list inside a record, and of a page of a list. */
#define INTERVIEW_LIMIT_ITEMS 200
#define INTERVIEW_LIMIT_PAGE 100

/* People of one room who have a link each to each other; more go through a media server. */
#define INTERVIEW_LIMIT_MESH 4

/* Recruiters of one room: with the candidate they are nine faces, which a window still shows. */
#define INTERVIEW_LIMIT_PANEL 8

/* Characters of the name of a time zone, such as Asia/Shanghai. */
#define INTERVIEW_LIMIT_TIME_ZONE 64

/* Chat messages that one person may send to one room within a minute: more than anybody types, and
 * few enough that nobody can flood a room. */
#define INTERVIEW_LIMIT_CHAT_PER_MINUTE 30

/* How often one candidate may say anew within an hour that they need help, or where. */
#define INTERVIEW_LIMIT_HELP_PER_HOUR 30

/* Characters of a question in somebody's own words, and such questions that one person may note in
 * one room. */
#define INTERVIEW_LIMIT_QUESTION 500
#define INTERVIEW_LIMIT_OWN_QUESTIONS 50

/* Levels of arrays and objects in a JSON document; the deepest record of the protocol has six. */
#define INTERVIEW_LIMIT_DEPTH 12

/* Bytes. A session description of two media lines with all candidates is under 16 KiB. */
#define INTERVIEW_LIMIT_BODY (256 * 1024)
#define INTERVIEW_LIMIT_MESSAGE (64 * 1024)
#define INTERVIEW_LIMIT_SDP (48 * 1024)
#define INTERVIEW_LIMIT_ICE_URI 300
#define INTERVIEW_LIMIT_ICE_SECRET 200
#define INTERVIEW_LIMIT_ICE_AUTHORITY 8192
#define INTERVIEW_LIMIT_ICE_SERVERS 8
#define INTERVIEW_LIMIT_ICE_CANDIDATE 1024

/* Bytes of a recording that is shared, and of a part in which it is sent, which fits into a body of
 * half the allowed size; and how often one recording may be shared at a time. */
#define INTERVIEW_LIMIT_RECORDING (G_GINT64_CONSTANT (64) * 1024 * 1024 * 1024)
#define INTERVIEW_LIMIT_PART (128 * 1024)
#define INTERVIEW_LIMIT_SHARES 20

/* Characters that a candidate may write to an answer to an invitation. */
#define INTERVIEW_LIMIT_REPLY 500

/* The subprotocol of the event socket and the version of the REST paths. */
#define INTERVIEW_SUBPROTOCOL "interview.v1"

/* A program pings this often, and either end takes the other for gone after the timeout. */
#define INTERVIEW_PING_SECONDS 5
#define INTERVIEW_LEASE_SECONDS 15
