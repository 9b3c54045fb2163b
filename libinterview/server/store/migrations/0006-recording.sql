-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- Recording with consent: what people read, what they decided, and what was recorded.

-- Who is in which room now, as the hub last said; emptied when the server starts.
CREATE TABLE room_visitor (
  room_id TEXT NOT NULL REFERENCES room (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL,
  PRIMARY KEY (room_id, person_id)
) STRICT;

-- A wording that somebody has read stays as it was; a new one is a new version.
CREATE TABLE consent_text (
  company_id TEXT NOT NULL REFERENCES company (id),
  version INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  created_by TEXT,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (company_id, version, language)
) STRICT;

CREATE TRIGGER consent_text_stays BEFORE UPDATE ON consent_text
BEGIN
  SELECT RAISE (ABORT, 'a consent text is never changed');
END;

CREATE TRIGGER consent_text_is_kept BEFORE DELETE ON consent_text
BEGIN
  SELECT RAISE (ABORT, 'a consent text is never deleted');
END;

CREATE TRIGGER consent_text_is_new BEFORE INSERT ON consent_text
WHEN EXISTS (SELECT 1 FROM consent_text WHERE company_id = NEW.company_id
             AND version = NEW.version AND language = NEW.language)
BEGIN
  SELECT RAISE (ABORT, 'a consent text is never replaced');
END;

-- absent_since is when the program that records was last found missing, NULL while it is there.
CREATE TABLE recording (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  room_id TEXT NOT NULL REFERENCES room (id),
  asked_by TEXT NOT NULL REFERENCES person (id),
  scope TEXT NOT NULL,
  state TEXT NOT NULL,
  text_version INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  started_at INTEGER NOT NULL DEFAULT 0,
  ended_at INTEGER NOT NULL DEFAULT 0,
  absent_since INTEGER,
  UNIQUE (company_id, external_id)
) STRICT;

CREATE INDEX recording_by_room ON recording (room_id, asked_at, id);
CREATE UNIQUE INDEX recording_open ON recording (room_id) WHERE state IN ('asking', 'running');

-- The ledger of who decided what, with the name as it was.
CREATE TABLE consent (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id TEXT NOT NULL REFERENCES company (id),
  recording_id TEXT NOT NULL REFERENCES recording (id),
  room_id TEXT NOT NULL REFERENCES room (id),
  person_id TEXT NOT NULL,
  person_name TEXT NOT NULL,
  role TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('given', 'refused', 'withdrawn')),
  scope TEXT NOT NULL,
  text_version INTEGER NOT NULL,
  language TEXT NOT NULL,
  at INTEGER NOT NULL,
  FOREIGN KEY (company_id, text_version, language)
    REFERENCES consent_text (company_id, version, language)
) STRICT;

CREATE INDEX consent_by_recording ON consent (recording_id, person_id, sequence);
CREATE INDEX consent_by_company ON consent (company_id, sequence);

CREATE TRIGGER consent_stays BEFORE UPDATE ON consent
BEGIN
  SELECT RAISE (ABORT, 'a decision is never changed');
END;

CREATE TRIGGER consent_is_kept BEFORE DELETE ON consent
BEGIN
  SELECT RAISE (ABORT, 'a decision is never deleted');
END;

CREATE TRIGGER consent_is_new BEFORE INSERT ON consent
WHEN EXISTS (SELECT 1 FROM consent WHERE sequence = NEW.sequence)
BEGIN
  SELECT RAISE (ABORT, 'a decision is never replaced');
END;
