/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "media/remote.h"

G_BEGIN_DECLS

InterviewRemote *interview_presenter_find (GListModel *remotes);

G_END_DECLS
