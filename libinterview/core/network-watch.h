/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_NETWORK_WATCH (interview_network_watch_get_type ())
G_DECLARE_FINAL_TYPE (InterviewNetworkWatch,
                      interview_network_watch,
                      INTERVIEW,
                      NETWORK_WATCH,
                      GObject)

InterviewNetworkWatch *interview_network_watch_new (void);

G_END_DECLS
