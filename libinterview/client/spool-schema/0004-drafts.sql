-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later

-- What somebody was writing and has not sent: one text for each person, place and room; what
-- belongs to no room has an empty one.
CREATE TABLE draft (
  person_id TEXT NOT NULL,
  place TEXT NOT NULL,
  room_id TEXT NOT NULL,
  text TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  PRIMARY KEY (person_id, place, room_id)
) STRICT, WITHOUT ROWID;
