/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/translation.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/**
 * interview_translation_load:
 * @folder: where the languages are, each in a folder of its own
 *
 * Has everything shown in the language of the person, as far as it is there. Main thread, before
 * anything is shown.
 */
void
interview_translation_load (const char *folder)
{
  g_return_if_fail (folder != NULL);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
