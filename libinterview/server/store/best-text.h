/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

/*
 * In a query whose $1 is the company and $2 the reader's language tag, or an empty text: the
 * language, of those that `row` has texts for in `table`, that fits best. That is the same tag,
 * else the same language in another region, else the company's default, else any.
 */
#define INTERVIEW_BEST_TEXT(table, key, row)                                                       \
  "(SELECT best.language FROM " table " best WHERE best." key " = " row                            \
  " ORDER BY best.language = $2 DESC, substr (best.language, 1, 2) = substr ($2, 1, 2) DESC,"      \
  " best.language = (SELECT owner.default_language FROM company owner WHERE owner.id = $1) DESC,"  \
  " best.language LIMIT 1)"
