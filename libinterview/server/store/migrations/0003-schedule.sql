-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- The zone in which a room's time was chosen, and what is needed to find the rooms whose time is
-- over although nobody met.

ALTER TABLE room ADD COLUMN time_zone TEXT;

CREATE INDEX room_to_come ON room (starts_at) WHERE state IN ('scheduled', 'waiting');
