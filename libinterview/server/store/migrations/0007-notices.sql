-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- Messages to people and their ways out. What is called "sealed" is encrypted with the key that
-- lies beside the store.

-- Where somebody reads times: a name of the time zone database.
ALTER TABLE person ADD COLUMN time_zone TEXT;

-- document is the JSON of the settings without their passwords, which are sealed.
CREATE TABLE notice_settings (
  company_id TEXT PRIMARY KEY REFERENCES company (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL DEFAULT 1,
  document TEXT NOT NULL,
  smtp_password BLOB,
  sms_secret BLOB
) STRICT;

-- What a company says in its own words; without a row the built-in text holds.
CREATE TABLE notice_template (
  company_id TEXT NOT NULL REFERENCES company (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  brief TEXT,
  PRIMARY KEY (company_id, kind, language)
) STRICT;

-- content is sealed: it may hold the way into a room.
CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  room_id TEXT REFERENCES room (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  actor_id TEXT,
  subject TEXT NOT NULL,
  content BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id)
) STRICT;

CREATE INDEX notice_by_person ON notice (person_id, created_at, id);
CREATE INDEX notice_by_room ON notice (room_id);

-- The outbox: a message on one of its ways. A row is 'sending' from before its first byte leaves
-- until an answer is on disk; a row that a stopped server left so is uncertain. leased_until keeps
-- two workers from taking the same row.
CREATE TABLE delivery (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  notice_id TEXT NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
  channel TEXT NOT NULL,
  recipient TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  leased_until INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  UNIQUE (notice_id, channel)
) STRICT;

CREATE INDEX delivery_by_due ON delivery (state, due_at);
CREATE INDEX delivery_by_company ON delivery (company_id, created_at, id);

CREATE TABLE delivery_step (
  delivery_id TEXT NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  detail TEXT,
  actor_id TEXT,
  PRIMARY KEY (delivery_id, place)
) STRICT;

-- What the candidate of a room was told last, so that the next message says what changed.
-- link is sealed.
CREATE TABLE announcement (
  room_id TEXT PRIMARY KEY REFERENCES room (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  starts_at INTEGER NOT NULL,
  duration_minutes INTEGER NOT NULL,
  cancelled INTEGER NOT NULL DEFAULT 0,
  link BLOB
) STRICT;
