-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later

-- What a person entered and the server has not confirmed yet. A row leaves when it was delivered;
-- one that the server refused for good stays, with the reason.
CREATE TABLE waiting (
  id TEXT PRIMARY KEY,
  endpoint TEXT NOT NULL,
  room_id TEXT NOT NULL,
  recruiter_id TEXT NOT NULL,
  body TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  refusal TEXT
) STRICT;

CREATE UNIQUE INDEX waiting_once ON waiting (room_id, recruiter_id);
