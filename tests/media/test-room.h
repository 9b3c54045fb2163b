/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/signalling.h"

G_BEGIN_DECLS

#define TEST_TYPE_ROOM (test_room_get_type ())
G_DECLARE_FINAL_TYPE (TestRoom, test_room, TEST, ROOM, GObject)

TestRoom *test_room_new (void);

#define TEST_TYPE_SEAT (test_seat_get_type ())
G_DECLARE_FINAL_TYPE (TestSeat, test_seat, TEST, SEAT, GObject)

TestSeat *test_room_enter (TestRoom *self, const char *person_id, const char *instance);
void test_room_leave (TestRoom *self, TestSeat *seat, InterviewPresenceCause cause);
void test_room_set_in_lobby (TestRoom *self, TestSeat *seat, gboolean in_lobby);
void test_room_tell (TestRoom *self, InterviewPresenceCause cause);
void test_room_set_connected (TestRoom *self, gboolean connected);
void test_room_set_ice (TestRoom *self, InterviewIceSettings *ice);
guint test_room_get_relayed (TestRoom *self);

G_END_DECLS
