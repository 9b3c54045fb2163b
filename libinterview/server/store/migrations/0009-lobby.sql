-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- How far the candidate of a room may come, why not, and whether they are there now: in the call or
-- in the lobby. Whoever has been in a call before there was a lobby is admitted.

ALTER TABLE room ADD COLUMN entrance TEXT NOT NULL DEFAULT 'lobby';
ALTER TABLE room ADD COLUMN denial_reason TEXT;
ALTER TABLE room ADD COLUMN candidate_present INTEGER NOT NULL DEFAULT 0;

UPDATE room SET entrance = 'admitted' WHERE state IN ('live', 'interrupted', 'ended');
