-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- What candidates answered to the invitation to a room, and to which time of it.

CREATE TABLE room_reply (
  room_id TEXT PRIMARY KEY REFERENCES room (id) ON DELETE CASCADE,
  answer TEXT NOT NULL CHECK (answer IN ('accepted', 'declined', 'proposed')),
  proposed_at INTEGER NOT NULL DEFAULT 0,
  note TEXT,
  at INTEGER NOT NULL
) STRICT;
