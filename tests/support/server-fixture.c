/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/server-fixture.h"

#include "server/data-folder.h"
#include "support/await.h"
#include "support/folder.h"

#define SHARDS 2

/* Programs of many tests come from one address. */
#define PER_MINUTE 100000

struct _ServerFixture
{
  char *folder;
  InterviewConfig *config;
  InterviewClock *clock;
  InterviewSample *sample;
  InterviewServer *server;
  InterviewEndpoint *endpoint;

  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GMutex mutex;
  GCond started;
  int stopped;
};

static ServerFixture *
fixture_new (void)
{
  ServerFixture *self = g_new0 (ServerFixture, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->started);
  self->folder = test_folder_new ();
  self->clock = interview_clock_new_system ();
  self->config = interview_config_new ();
  g_free (self->config->data);
  g_free (self->config->listen);
  self->config->data = g_strdup (self->folder);
  self->config->listen = g_strdup ("127.0.0.1:0");
  self->config->shards = SHARDS;
  self->config->sign_in_per_minute = PER_MINUTE;
  self->config->redeem_per_minute = PER_MINUTE;
  self->config->rating_per_minute = PER_MINUTE;
  return self;
}

/**
 * server_fixture_new_empty:
 *
 * Returns: (transfer full): a server without a company that is not started
 */
ServerFixture *
server_fixture_new_empty (void)
{
  return fixture_new ();
}

/**
 * server_fixture_new:
 *
 * Returns: (transfer full): a server with the sample company that is not started
 */
ServerFixture *
server_fixture_new (void)
{
  ServerFixture *self = fixture_new ();
  g_autoptr (InterviewStore) store = NULL;
  g_autoptr (InterviewBlobStore) blobs = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "..", "data", "sample", NULL);

  interview_data_folder_open (self->config, self->clock, &store, &blobs, &error);
  g_assert_no_error (error);
  self->sample = interview_sample_load (store, blobs, folder, &error);
  g_assert_no_error (error);
  interview_store_close (store);
  return self;
}

/**
 * server_fixture_free:
 * @self: (transfer full): the fixture
 *
 * Stops the server and removes its folder.
 */
void
server_fixture_free (ServerFixture *self)
{
  server_fixture_stop (self);
  g_clear_object (&self->sample);
  g_clear_object (&self->clock);
  interview_config_free (self->config);
  test_folder_remove (self->folder);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->started);
  g_free (self);
}

/**
 * server_fixture_get_config:
 *
 * Returns: (transfer none): settings, which may be changed while the server is stopped
 */
InterviewConfig *
server_fixture_get_config (ServerFixture *self)
{
  return self->config;
}

static gpointer
serve (gpointer data)
{
  ServerFixture *self = data;
  g_autoptr (InterviewServer) server = interview_server_new (self->config, self->clock);
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (self->context);
  interview_server_start (server, &error);
  g_assert_no_error (error);
  g_mutex_lock (&self->mutex);
  self->server = server;
  g_cond_signal (&self->started);
  g_mutex_unlock (&self->mutex);
  g_main_loop_run (self->loop);
  g_assert_finalize_object (g_steal_pointer (&server));
  g_main_context_pop_thread_default (self->context);
  g_atomic_int_set (&self->stopped, 1);
  g_main_context_wakeup (NULL);
  return NULL;
}

/**
 * server_fixture_start:
 *
 * Starts the server and returns when programs can connect; after a stop with the same port.
 */
void
server_fixture_start (ServerFixture *self)
{
  g_assert_null (self->thread);
  g_atomic_int_set (&self->stopped, 0);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("server", serve, self);
  g_mutex_lock (&self->mutex);
  while (self->server == NULL)
    g_cond_wait (&self->started, &self->mutex);
  g_mutex_unlock (&self->mutex);

  g_set_object (&self->endpoint, interview_server_get_endpoint (self->server));
  g_free (self->config->listen);
  self->config->listen =
      g_strdup_printf ("127.0.0.1:%u", interview_endpoint_get_port (self->endpoint));
}

static void
on_stopped (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ServerFixture *self = user_data;

  interview_server_stop_finish (INTERVIEW_SERVER (source), result, NULL);
  g_main_loop_quit (self->loop);
}

static gboolean
on_stop (gpointer user_data)
{
  ServerFixture *self = user_data;

  interview_server_stop_async (self->server, on_stopped, self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_stopped (gpointer data)
{
  return g_atomic_int_get (&((ServerFixture *) data)->stopped) != 0;
}

/**
 * server_fixture_stop:
 *
 * Stops the server as SIGTERM does and waits until it has, while the test's main context runs, so
 * that its programs can say good-bye; does nothing if it is not started.
 */
void
server_fixture_stop (ServerFixture *self)
{
  if (self->thread == NULL)
    return;
  g_main_context_invoke (self->context, on_stop, self);
  test_await (is_stopped, self);
  g_thread_join (g_steal_pointer (&self->thread));
  self->server = NULL;
  g_clear_object (&self->endpoint);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
}

/**
 * server_fixture_get_endpoint:
 *
 * Returns: (transfer none): where the started server is
 */
InterviewEndpoint *
server_fixture_get_endpoint (ServerFixture *self)
{
  return self->endpoint;
}

/**
 * server_fixture_get_uri:
 * @path: path and query, beginning with a slash
 *
 * Returns: (transfer full): the URI at the started server
 */
char *
server_fixture_get_uri (ServerFixture *self, const char *path)
{
  return interview_endpoint_to_uri (self->endpoint, "http", path);
}

/**
 * server_fixture_get_folder:
 *
 * Returns: (transfer none): where the server keeps its data
 */
const char *
server_fixture_get_folder (ServerFixture *self)
{
  return self->folder;
}

/**
 * server_fixture_get_sample:
 *
 * Returns: (transfer none): codes with which programs sign in to the sample company, each once
 */
InterviewSample *
server_fixture_get_sample (ServerFixture *self)
{
  return self->sample;
}

/**
 * server_fixture_run:
 * @func: a unit of work
 * @data: for @func
 *
 * Looks into the store of the started server, or changes it behind the server's back.
 */
void
server_fixture_run (ServerFixture *self, InterviewWorkFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  interview_store_run (interview_server_get_store (self->server), func, data, NULL, &error);
  g_assert_no_error (error);
}
