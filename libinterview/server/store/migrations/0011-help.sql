-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- A candidate's call for help, one for each room at most, and the chat about it beside the room's
-- other two. The caller is who of HR is in the video call about it; asks since counted_from are
-- counted, so that nobody rings without end.

CREATE TABLE chat_message_with_help (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  room_id TEXT NOT NULL REFERENCES room (id),
  scope TEXT NOT NULL CHECK (scope IN ('room', 'panel', 'help')),
  sender_id TEXT NOT NULL REFERENCES person (id),
  text TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id),
  UNIQUE (room_id, sent_at)
) STRICT;

INSERT INTO chat_message_with_help (id, company_id, unit_id, external_id, revision, room_id, scope,
  sender_id, text, sent_at)
  SELECT id, company_id, unit_id, external_id, revision, room_id, scope, sender_id, text, sent_at
  FROM chat_message;

DROP TABLE chat_message;
ALTER TABLE chat_message_with_help RENAME TO chat_message;

CREATE INDEX chat_message_by_scope ON chat_message (room_id, scope, sent_at);
CREATE INDEX chat_message_by_sender ON chat_message (room_id, sender_id, sent_at);

CREATE TABLE help (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  room_id TEXT NOT NULL UNIQUE REFERENCES room (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'closed')),
  place TEXT NOT NULL
    CHECK (place IN ('waiting', 'devices', 'lobby', 'call', 'connection', 'ended')),
  no_camera INTEGER NOT NULL,
  no_microphone INTEGER NOT NULL,
  bad_network INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  asks INTEGER NOT NULL DEFAULT 1,
  counted_from INTEGER NOT NULL,
  caller_id TEXT REFERENCES person (id),
  UNIQUE (company_id, external_id)
) STRICT;

CREATE INDEX help_by_state ON help (company_id, state, asked_at);
