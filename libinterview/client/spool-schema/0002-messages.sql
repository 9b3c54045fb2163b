-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later

-- A chat message waits beside the ratings; only a rating has a recruiter.
CREATE TABLE entry (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('rating', 'message')),
  endpoint TEXT NOT NULL,
  room_id TEXT NOT NULL,
  recruiter_id TEXT,
  body TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  refusal TEXT
) STRICT;

INSERT INTO entry (id, kind, endpoint, room_id, recruiter_id, body, entered_at, refusal)
  SELECT id, 'rating', endpoint, room_id, recruiter_id, body, entered_at, refusal FROM waiting;

DROP TABLE waiting;
ALTER TABLE entry RENAME TO waiting;
CREATE UNIQUE INDEX waiting_once ON waiting (room_id, recruiter_id);
