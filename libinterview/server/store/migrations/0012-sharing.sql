-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- Recordings that somebody put on the server to show them by a link.

CREATE TABLE sharing_policy (
  company_id TEXT PRIMARY KEY REFERENCES company (id),
  revision INTEGER NOT NULL,
  allowed INTEGER NOT NULL,
  longest_days INTEGER NOT NULL,
  quota_mib INTEGER NOT NULL
) STRICT;

-- uploaded is what the sender was told; kept is whether there may still be bytes in the upload
-- store, under the identifier of the row; opened is how often the page of the link was asked for.
CREATE TABLE recording_share (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  recording_id TEXT NOT NULL REFERENCES recording (id),
  room_id TEXT NOT NULL REFERENCES room (id),
  shared_by TEXT NOT NULL REFERENCES person (id),
  state TEXT NOT NULL CHECK (state IN ('uploading', 'ready', 'expired', 'withdrawn')),
  size INTEGER NOT NULL CHECK (size > 0),
  hash TEXT NOT NULL,
  uploaded INTEGER NOT NULL DEFAULT 0 CHECK (uploaded BETWEEN 0 AND size),
  token_hash BLOB NOT NULL UNIQUE,
  opened INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL DEFAULT 0,
  kept INTEGER NOT NULL DEFAULT 1,
  UNIQUE (company_id, external_id)
) STRICT;

CREATE INDEX recording_share_by_company ON recording_share (company_id, created_at, id);
CREATE INDEX recording_share_by_recording ON recording_share (recording_id, state);
CREATE INDEX recording_share_by_end ON recording_share (expires_at)
  WHERE state IN ('uploading', 'ready');
CREATE INDEX recording_share_to_delete ON recording_share (id)
  WHERE kept = 1 AND state IN ('expired', 'withdrawn');
CREATE INDEX recording_share_kept ON recording_share (company_id, size) WHERE kept = 1;
