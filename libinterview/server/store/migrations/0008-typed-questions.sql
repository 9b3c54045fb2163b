-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
--
-- A question that somebody asked in their own words, beside those of the company's kit, which have
-- nobody here.

ALTER TABLE question ADD COLUMN typed_by TEXT REFERENCES person (id);
