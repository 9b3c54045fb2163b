-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- Who interviews whom, by what candidates said of the recruiters.

-- So many ratings come together before anybody outside of HR learns of them.
ALTER TABLE rating_form ADD COLUMN minimum INTEGER NOT NULL DEFAULT 3;

-- The scale of the form that came with the token: a rating that was given before the form changed
-- is read by it. NULL is the form's own.
ALTER TABLE delivery_token ADD COLUMN scale INTEGER;

-- Scores read the ratings of a recruiter in the order in which they came.
CREATE INDEX rating_by_time
  ON rating (company_id, recruiter_id, received_at, answered_at, id, stars, scale);

-- Who gave the recruiter to the room: a person, the staffing plan, or the candidate by choosing.
-- What the plan gave, it may give to somebody else.
ALTER TABLE assignment ADD COLUMN source TEXT NOT NULL DEFAULT 'person'
  CHECK (source IN ('person', 'plan', 'candidate'));

CREATE TABLE staffing_policy (
  company_id TEXT PRIMARY KEY REFERENCES company (id),
  revision INTEGER NOT NULL,
  task_order TEXT NOT NULL,
  half_life_days INTEGER NOT NULL,
  minimum_ratings INTEGER NOT NULL,
  threshold_percent INTEGER NOT NULL,
  withdrawal TEXT NOT NULL,
  capacity INTEGER NOT NULL,
  choice INTEGER NOT NULL,
  time_zone TEXT NOT NULL
) STRICT;

-- A recruiter without a row here can interview for every position.
CREATE TABLE recruiter_skill (
  company_id TEXT NOT NULL REFERENCES company (id),
  recruiter_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  position_id TEXT NOT NULL REFERENCES position (id) ON DELETE CASCADE,
  PRIMARY KEY (company_id, recruiter_id, position_id)
) STRICT;

-- revision rises with the state; judged is how many ratings were looked at, forgiven how many of
-- them count no more because the recruiter was reinstated; place is the last one in the order, 0
-- for none.
CREATE TABLE standing (
  recruiter_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  company_id TEXT NOT NULL REFERENCES company (id),
  revision INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL,
  reason TEXT,
  changed_at INTEGER NOT NULL DEFAULT 0,
  judged INTEGER NOT NULL DEFAULT 0,
  forgiven INTEGER NOT NULL DEFAULT 0,
  place INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX standing_by_company ON standing (company_id);

-- Who changed what. Names are kept as they were, so that an entry says the same for ever.
CREATE TABLE audit_entry (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor_id TEXT,
  actor_name TEXT,
  subject_id TEXT,
  subject_name TEXT,
  reason TEXT,
  former TEXT,
  latter TEXT
) STRICT;

CREATE INDEX audit_entry_by_time ON audit_entry (company_id, at, id);

CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry
BEGIN
  SELECT RAISE (ABORT, 'an audit entry is never changed');
END;

CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry
BEGIN
  SELECT RAISE (ABORT, 'an audit entry is never deleted');
END;

-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER audit_entry_is_new BEFORE INSERT ON audit_entry
WHEN EXISTS (SELECT 1 FROM audit_entry WHERE id = NEW.id)
BEGIN
  SELECT RAISE (ABORT, 'an audit entry is never replaced');
END;
