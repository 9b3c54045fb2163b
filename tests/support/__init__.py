# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of windows need: a desktop of their own, and hands and eyes for it."""
