/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/choice.h"

/**
 * interview_choice_to_nick:
 * @type: an enumeration of the protocol
 * @value: a value of it
 *
 * Returns: (transfer none): how the value is written in the store, the same as on the wire
 */
const char *
interview_choice_to_nick (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *choice = g_enum_get_value (klass, value);

  g_return_val_if_fail (choice != NULL, NULL);

  return choice->value_nick;
}

/**
 * interview_choice_from_nick:
 * @type: an enumeration of the protocol
 * @nick: (nullable): what a column holds
 *
 * Returns: the value; its first one, with a warning, for what this program does not know
 */
int
interview_choice_from_nick (GType type, const char *nick)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *choice = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;

  if (choice != NULL)
    return choice->value;
  g_warning ("“%s” in the store is no %s", nick, g_type_name (type));
  return klass->minimum;
}
