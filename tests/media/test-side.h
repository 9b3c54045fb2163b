/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "media/call.h"
#include "test-room.h"

G_BEGIN_DECLS

/* Pictures a second of a side’s camera. */
#define SIDE_RATE 15

/* Who is in the room, and the runs of their programs: the one with the smaller instance offers. */
#define CANDIDATE "bbbbbbbbbbbbbbbbbbbbbbbbbb"
#define RECRUITER "cccccccccccccccccccccccccc"
#define SMALL "aaaaaaaaaaaaaaaaaaaaaaaaaa"
#define LARGE "zzzzzzzzzzzzzzzzzzzzzzzzzy"

/* A frame in a slot, read: how many there were, what the clock in the last one said, when it was
 * seen, and the longest time that a picture stood, in microseconds. */
typedef struct
{
  InterviewFrameSlot *slot;
  guint codes;
  guint frames;
  gint64 code;
  gint64 seen_at;
  gint64 stood;
  int width;
} Viewer;

/* One program of a call, without its windows. */
typedef struct
{
  TestRoom *room;
  TestSeat *seat;
  InterviewSourceFactory *factory;
  InterviewCapture *capture;
  InterviewPlayback *playback;
  InterviewCall *call;
  InterviewRemote *remote;
  Viewer own;
  Viewer other;
  guint departures;
  InterviewPresenceCause departure;
} Side;

typedef gboolean (*Condition) (gpointer data);

void side_open (Side *side, TestRoom *room, const char *person_id, const char *instance);
void side_open_with (Side *side, InterviewSignalling *signalling);
void side_open_from (Side *side,
                     TestRoom *room,
                     const char *person_id,
                     const char *instance,
                     InterviewSourceFactory *factory);
void side_start (Side *side);
void side_close (Side *side, InterviewPresenceCause cause);
void side_crash (Side *side);

void side_init (int *argc, char ***argv);
void side_watch_log (void);
void side_allow_warning (const char *part);
gboolean side_was_warned (gpointer data);

gboolean side_sees (Side *side);

void sides_open (Side *one, Side *other);
void sides_start (Side *one, Side *other);
gboolean sides_see (Side *one, Side *other);
void sides_close (Side *one, Side *other);

void wait_for (Condition condition, gpointer data, const char *what);
void viewer_await (Viewer *viewer, guint pictures);
guint count_threads (void);
guint count_files (void);

G_END_DECLS
