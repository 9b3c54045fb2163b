-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- Answers are kept sealed, for some hold what nobody may read in the store. Those that were kept in
-- the open go: a program that lost one of them hears that the request is new.

DROP TABLE idempotency;

CREATE TABLE idempotency (
  actor_id TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash BLOB NOT NULL,
  status INTEGER NOT NULL,
  sealed_body BLOB,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (actor_id, key)
) STRICT;

CREATE INDEX idempotency_by_expiry ON idempotency (expires_at);
