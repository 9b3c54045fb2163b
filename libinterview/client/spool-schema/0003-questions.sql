-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later

-- A question in somebody's own words waits as a message does. Kinds are known to the program, which
-- leaves alone what it does not know.
CREATE TABLE entry (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  room_id TEXT NOT NULL,
  recruiter_id TEXT,
  body TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  refusal TEXT
) STRICT;

INSERT INTO entry (id, kind, endpoint, room_id, recruiter_id, body, entered_at, refusal)
  SELECT id, kind, endpoint, room_id, recruiter_id, body, entered_at, refusal FROM waiting;

DROP TABLE waiting;
ALTER TABLE entry RENAME TO waiting;
CREATE UNIQUE INDEX waiting_once ON waiting (room_id, recruiter_id);
