-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE second (id TEXT PRIMARY KEY) STRICT;
INSERT INTO first (id) VALUES ('from the second step');
