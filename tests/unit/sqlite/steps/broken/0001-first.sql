-- SPDX-FileCopyrightText: The Interview authors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE first (id TEXT PRIMARY KEY) STRICT;
