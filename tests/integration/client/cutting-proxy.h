/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/endpoint.h"

G_BEGIN_DECLS

#define TEST_TYPE_CUTTING_PROXY (test_cutting_proxy_get_type ())
G_DECLARE_FINAL_TYPE (TestCuttingProxy, test_cutting_proxy, TEST, CUTTING_PROXY, GObject)

TestCuttingProxy *test_cutting_proxy_new (void);
InterviewEndpoint *test_cutting_proxy_get_endpoint (TestCuttingProxy *self);
void test_cutting_proxy_set_target (TestCuttingProxy *self, InterviewEndpoint *target);
void test_cutting_proxy_set_cuts (TestCuttingProxy *self, gboolean cuts);
guint test_cutting_proxy_get_n_cut (TestCuttingProxy *self);

G_END_DECLS
