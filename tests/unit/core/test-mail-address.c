/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/mail-address.h"

#define LABEL "a23456789012345678901234567890123456789012345678901234567890123"

static void
test_addresses (void)
{
  static const struct
  {
    const char *text;
    gboolean plausible;
  } cases[] = {
    { "ada@example.com", TRUE },
    { "a@b", TRUE },
    { "Ada.Lovelace+interview@mail.example.co.uk", TRUE },
    { "o'hara_{x}!#$%&*/=?^`|~-@example.com", TRUE },
    { "\"two@signs\"@example.com", TRUE },
    { "林雅婷@例子.中国", TRUE },
    { "x@xn--fiqs8s.example", TRUE },
    { "x@[192.0.2.1]", TRUE },
    { "x@[IPv6:2001:db8::1]", TRUE },
    { LABEL "4@" LABEL ".example", TRUE },

    { "", FALSE },
    { "@", FALSE },
    { "no address", FALSE },
    { "ada", FALSE },
    { "ada@", FALSE },
    { "@example.com", FALSE },
    { "ada example@example.com", FALSE },
    { "ada@exam ple.com", FALSE },
    { " ada@example.com", FALSE },
    { "ada@example.com\n", FALSE },
    { "ada@example.com\r\nBcc: x@example.com", FALSE },
    { "ada@@example.com", FALSE },
    { "a@b@example.com", FALSE },
    { "ada@example..com", FALSE },
    { "ada@example.com.", FALSE },
    { "ada@.example.com", FALSE },
    { "ada@-example.com", FALSE },
    { "ada@example-.com", FALSE },
    { "ada@exam_ple.com", FALSE },
    { ".ada@example.com", FALSE },
    { "ada.@example.com", FALSE },
    { "a..b@example.com", FALSE },
    { "Ada <ada@example.com>", FALSE },
    { "ada@example.com,bob@example.com", FALSE },
    { "ada@example.com;bob@example.com", FALSE },
    { "mailto:ada@example.com", FALSE },
    { "x@[192.0.2.999]", FALSE },
    { "x@[]", FALSE },
    { "\"\"@example.com", FALSE },
    { "\xff@example.com", FALSE },
    { LABEL "45@example.com", FALSE },
    { "ada@" LABEL "4.example", FALSE },
    { "ada@" LABEL "." LABEL "." LABEL "." LABEL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("address %u", i);
      g_assert_cmpint (interview_mail_address_is_plausible (cases[i].text), ==, cases[i].plausible);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/mail-address", test_addresses);
  return g_test_run ();
}
