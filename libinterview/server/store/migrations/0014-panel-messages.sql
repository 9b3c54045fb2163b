-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- What each recruiter of a panel was told last of their interview.

CREATE TABLE panel_announcement (
  room_id TEXT NOT NULL REFERENCES room (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  starts_at INTEGER NOT NULL,
  duration_minutes INTEGER NOT NULL,
  cancelled INTEGER NOT NULL,
  PRIMARY KEY (room_id, person_id)
) STRICT;
