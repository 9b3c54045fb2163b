-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- What is written in a room. The scope says who reads it; sent_at rises from message to message of
-- a room, so that it orders them and a reader can go on from the last one.

CREATE TABLE chat_message (
  id TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  external_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  room_id TEXT NOT NULL REFERENCES room (id),
  scope TEXT NOT NULL CHECK (scope IN ('room', 'panel')),
  sender_id TEXT NOT NULL REFERENCES person (id),
  text TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  UNIQUE (company_id, external_id),
  UNIQUE (room_id, sent_at)
) STRICT;

CREATE INDEX chat_message_by_scope ON chat_message (room_id, scope, sent_at);
CREATE INDEX chat_message_by_sender ON chat_message (room_id, sender_id, sent_at);
