/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/device-failure.h"
#include "media/device-monitor.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SOURCE_FACTORY (interview_source_factory_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSourceFactory,
                      interview_source_factory,
                      INTERVIEW,
                      SOURCE_FACTORY,
                      GObject)

/**
 * InterviewCameraMaker:
 *
 * Returns: (transfer floating): an element with one pad `src` of raw video, which is live
 */
typedef GstElement *(*InterviewCameraMaker) (gpointer user_data);

InterviewSourceFactory *interview_source_factory_new (InterviewDeviceMonitor *monitor);
InterviewDeviceMonitor *interview_source_factory_get_monitor (InterviewSourceFactory *self);

void interview_source_factory_use_test_sources (InterviewSourceFactory *self);
void interview_source_factory_set_test_picture (InterviewSourceFactory *self,
                                                int width,
                                                int height,
                                                int frames_per_second);
void interview_source_factory_set_camera_file (InterviewSourceFactory *self, const char *path);
void interview_source_factory_set_microphone_file (InterviewSourceFactory *self, const char *path);

void interview_source_factory_set_camera_maker (InterviewSourceFactory *self,
                                                InterviewCameraMaker maker,
                                                gpointer user_data,
                                                GDestroyNotify destroy);
void interview_source_factory_set_echo_probe (InterviewSourceFactory *self, const char *name);
gboolean interview_source_factory_uses_camera_devices (InterviewSourceFactory *self);
gboolean interview_source_factory_uses_microphone_devices (InterviewSourceFactory *self);

InterviewDeviceFailure interview_source_factory_explain_absence (InterviewSourceFactory *self,
                                                                 InterviewDeviceKind kind);
GstElement *interview_source_factory_create_camera (InterviewSourceFactory *self,
                                                    InterviewDevice *device,
                                                    InterviewDeviceFailure *failure);
GstElement *interview_source_factory_create_microphone (InterviewSourceFactory *self,
                                                        InterviewDevice *device,
                                                        InterviewDeviceFailure *failure);

G_END_DECLS
