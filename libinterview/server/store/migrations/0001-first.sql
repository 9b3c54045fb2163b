-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- Identifiers are those of interview_id_new(); times are microseconds since 1970 in UTC; revisions
-- rise with every change. Texts that readers see in their own language lie in *_text tables.

CREATE TABLE company (
  id TEXT PRIMARY KEY,
  external_id TEXT UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  default_language TEXT NOT NULL,
  interactive INTEGER NOT NULL DEFAULT 1,
  logo_blob_id TEXT REFERENCES blob (id) DEFERRABLE INITIALLY DEFERRED,
  created_at INTEGER NOT NULL
) STRICT;

-- hiring_for is a JSON list of texts, facts and links are JSON lists of {label, value}: they are
-- edited and read together with the rest of the profile.
CREATE TABLE company_text (
  company_id TEXT NOT NULL REFERENCES company (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  tagline TEXT,
  about TEXT,
  hiring_for TEXT NOT NULL DEFAULT '[]',
  facts TEXT NOT NULL DEFAULT '[]',
  links TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (company_id, language)
) STRICT;

CREATE TABLE unit (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  parent_id TEXT REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id)
) STRICT;

CREATE TABLE unit_text (
  unit_id TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (unit_id, language)
) STRICT;

-- A blob's bytes lie in the blob store under their hash; an identifier belongs to one company.
CREATE TABLE blob (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  hash TEXT NOT NULL,
  size INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  name TEXT,
  created_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id)
) STRICT;

CREATE TABLE company_picture (
  company_id TEXT NOT NULL REFERENCES company (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  blob_id TEXT NOT NULL REFERENCES blob (id),
  PRIMARY KEY (company_id, place)
) STRICT;

CREATE INDEX company_picture_by_blob ON company_picture (blob_id);

CREATE TABLE company_picture_text (
  company_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  language TEXT NOT NULL,
  caption TEXT NOT NULL,
  PRIMARY KEY (company_id, place, language),
  FOREIGN KEY (company_id, place) REFERENCES company_picture (company_id, place) ON DELETE CASCADE
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  display_name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  language TEXT,
  created_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id)
) STRICT;

-- How a person proves who they are: provider 'password' with the e-mail address in lower case and
-- the hash of libsodium; other providers have the subject that they call the person by.
CREATE TABLE identity (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  provider TEXT NOT NULL,
  subject TEXT NOT NULL,
  secret TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  UNIQUE (provider, subject),
  UNIQUE (person_id, provider)
) STRICT;

CREATE TABLE membership (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('candidate', 'recruiter', 'hr-admin')),
  created_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id),
  UNIQUE (company_id, person_id)
) STRICT;

CREATE INDEX membership_by_person ON membership (person_id);
CREATE INDEX membership_by_role ON membership (company_id, role);

CREATE TABLE position (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id)
) STRICT;

-- requirements is a JSON list of texts.
CREATE TABLE position_text (
  position_id TEXT NOT NULL REFERENCES position (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  department TEXT,
  location TEXT,
  description TEXT,
  requirements TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (position_id, language)
) STRICT;

CREATE TABLE application (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  candidate_id TEXT NOT NULL REFERENCES person (id),
  position_id TEXT NOT NULL REFERENCES position (id),
  created_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id),
  UNIQUE (candidate_id, position_id)
) STRICT;

CREATE TABLE room (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  application_id TEXT NOT NULL REFERENCES application (id),
  state TEXT NOT NULL DEFAULT 'scheduled',
  mode TEXT NOT NULL DEFAULT 'live',
  interactive INTEGER NOT NULL DEFAULT 1,
  starts_at INTEGER NOT NULL,
  duration_minutes INTEGER NOT NULL,
  ended_at INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id)
) STRICT;

CREATE INDEX room_by_time ON room (company_id, starts_at, id);
CREATE INDEX room_by_application ON room (application_id);

CREATE TABLE assignment (
  room_id TEXT NOT NULL REFERENCES room (id) ON DELETE CASCADE,
  recruiter_id TEXT NOT NULL REFERENCES person (id),
  place INTEGER NOT NULL,
  PRIMARY KEY (room_id, recruiter_id)
) STRICT;

CREATE INDEX assignment_by_recruiter ON assignment (recruiter_id, room_id);

-- A candidate's invitation has a room and works until the room has ended; a sign-in code has none
-- and works once. Only the hash of a code is kept.
CREATE TABLE invitation (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (kind IN ('candidate', 'sign-in')),
  person_id TEXT NOT NULL REFERENCES person (id),
  room_id TEXT REFERENCES room (id),
  code_hash BLOB NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'used', 'revoked')),
  not_before INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id)
) STRICT;

CREATE INDEX invitation_by_room ON invitation (room_id);

-- A session that ended stays until it expires, so that its program can be told why.
CREATE TABLE session (
  id TEXT PRIMARY KEY,
  token_hash BLOB NOT NULL UNIQUE,
  company_id TEXT NOT NULL REFERENCES company (id),
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  invitation_id TEXT REFERENCES invitation (id),
  room_id TEXT REFERENCES room (id),
  end_reason TEXT CHECK (end_reason IN ('signed-out', 'replaced', 'revoked')),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX session_by_person ON session (person_id);
CREATE INDEX session_by_room ON session (room_id);
CREATE INDEX session_by_expiry ON session (expires_at);

CREATE TABLE question (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  side TEXT NOT NULL CHECK (side IN ('candidate', 'recruiter')),
  kind TEXT NOT NULL,
  place INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id)
) STRICT;

CREATE INDEX question_by_side ON question (company_id, side);

CREATE TABLE question_text (
  question_id TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  hint TEXT,
  PRIMARY KEY (question_id, language)
) STRICT;

-- A question without a row here is meant for every position.
CREATE TABLE question_position (
  question_id TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
  position_id TEXT NOT NULL REFERENCES position (id) ON DELETE CASCADE,
  PRIMARY KEY (question_id, position_id)
) STRICT;

CREATE TABLE asked (
  room_id TEXT NOT NULL REFERENCES room (id) ON DELETE CASCADE,
  question_id TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
  asked_by TEXT REFERENCES person (id),
  asked_at INTEGER NOT NULL,
  PRIMARY KEY (room_id, question_id)
) STRICT;

CREATE INDEX asked_by_question ON asked (question_id, room_id);

CREATE TABLE rating_form (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL UNIQUE REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  scale INTEGER NOT NULL,
  comment INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE rating_form_text (
  form_id TEXT NOT NULL REFERENCES rating_form (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (form_id, language)
) STRICT;

-- An aspect that is no longer asked stays for the marks that it got.
CREATE TABLE rating_aspect (
  id TEXT PRIMARY KEY,
  form_id TEXT NOT NULL REFERENCES rating_form (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  asked INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE rating_aspect_text (
  aspect_id TEXT NOT NULL REFERENCES rating_aspect (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (aspect_id, language)
) STRICT;

-- content_hash tells a second delivery of the same rating from another one.
CREATE TABLE rating (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  room_id TEXT NOT NULL REFERENCES room (id),
  recruiter_id TEXT NOT NULL REFERENCES person (id),
  stars INTEGER NOT NULL,
  scale INTEGER NOT NULL,
  comment TEXT,
  content_hash BLOB NOT NULL,
  answered_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id),
  UNIQUE (room_id, recruiter_id)
) STRICT;

CREATE INDEX rating_by_recruiter ON rating (company_id, recruiter_id);

CREATE TABLE rating_mark (
  rating_id TEXT NOT NULL REFERENCES rating (id) ON DELETE CASCADE,
  aspect_id TEXT NOT NULL REFERENCES rating_aspect (id),
  stars INTEGER NOT NULL,
  PRIMARY KEY (rating_id, aspect_id)
) STRICT;

-- What a program needs to deliver its ratings of a room after its session has ended.
CREATE TABLE delivery_token (
  token_hash BLOB PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES room (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX delivery_token_by_expiry ON delivery_token (expires_at);

-- A resume is read as a whole: document is the JSON of it without what the columns say.
CREATE TABLE resume (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  person_id TEXT NOT NULL UNIQUE REFERENCES person (id),
  document TEXT NOT NULL,
  original_blob_id TEXT REFERENCES blob (id),
  original_name TEXT,
  created_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id)
) STRICT;

CREATE INDEX resume_by_blob ON resume (original_blob_id);

-- The one table of what happened, written in the transaction of the change. An event without a
-- session is for every program of the persons in event_reader.
CREATE TABLE event (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id TEXT NOT NULL REFERENCES company (id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor_id TEXT,
  room_id TEXT,
  question_id TEXT,
  session_id TEXT
) STRICT;

CREATE INDEX event_by_time ON event (at);

CREATE TABLE event_reader (
  person_id TEXT NOT NULL,
  sequence INTEGER NOT NULL REFERENCES event (sequence) ON DELETE CASCADE,
  PRIMARY KEY (person_id, sequence)
) STRICT;

CREATE INDEX event_reader_by_sequence ON event_reader (sequence);

-- The answers that were given, so that a request that is sent again gets the same one.
CREATE TABLE idempotency (
  actor_id TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash BLOB NOT NULL,
  status INTEGER NOT NULL,
  body TEXT,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (actor_id, key)
) STRICT;

CREATE INDEX idempotency_by_expiry ON idempotency (expires_at);
