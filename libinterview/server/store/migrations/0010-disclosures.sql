-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- What one side of a room asked the other for, and what they agreed to. The contents are the JSON
-- of what was given for this interview alone; they go when it is over.

CREATE TABLE disclosure (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  room_id TEXT NOT NULL REFERENCES room (id),
  kind TEXT NOT NULL CHECK (kind IN ('resume', 'company')),
  state TEXT NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'given', 'refused')),
  kept INTEGER NOT NULL DEFAULT 0,
  contents TEXT,
  asked_by TEXT NOT NULL REFERENCES person (id),
  asked_at INTEGER NOT NULL,
  answered_by TEXT REFERENCES person (id),
  answered_at INTEGER,
  UNIQUE (company_id, external_id),
  UNIQUE (room_id, kind)
) STRICT;
