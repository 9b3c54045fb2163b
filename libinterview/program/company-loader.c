/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/company-loader.h"

#include "client/company-api.h"
#include "client/retry.h"

/*
 * InterviewCompanyLoader loads the profile of the company and its pictures, and loads the profile
 * again when it changed. A failure that may pass is tried again by itself; `company` is %NULL until
 * it is there. Signal `picture` (blob id, #GdkTexture): a picture that was asked for is there.
 * Main thread; belongs to who shows it.
 */
struct _InterviewCompanyLoader
{
  GObject parent_instance;

  InterviewConnection *connection;
  InterviewBlobCache *cache;
  GCancellable *cancellable;
  InterviewRetry *retry;
  InterviewCompany *company;
};

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

enum
{
  SIGNAL_PICTURE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewCompanyLoader, interview_company_loader, G_TYPE_OBJECT)

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewCompanyLoader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewCompany) company =
      interview_company_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (company != NULL)
    {
      interview_retry_reset (self->retry);
      g_set_object (&self->company, company);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPANY]);
    }
  else if (interview_retry_helps (error))
    interview_retry_plan (self->retry);
  else
    g_warning ("The company profile cannot be loaded: %s", error->message);
}

static void
on_event (InterviewCompanyLoader *self, InterviewEvent *event)
{
  if (interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_COMPANY_CHANGED)
    interview_company_loader_load (self);
}

static void
on_channel_state (InterviewCompanyLoader *self, GParamSpec *pspec, InterviewEventChannel *channel)
{
  if (interview_event_channel_get_state (channel) == INTERVIEW_CHANNEL_STATE_ONLINE)
    interview_retry_hurry (self->retry);
}

/* Decoding a large picture takes longer than a frame, so it has a thread. */
static void
decode (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture = gdk_texture_new_from_file (G_FILE (data), &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

typedef struct
{
  InterviewCompanyLoader *loader;
  char *blob_id;
} Fetch;

static void
fetch_free (Fetch *fetch)
{
  g_object_unref (fetch->loader);
  g_free (fetch->blob_id);
  g_free (fetch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fetch, fetch_free)

static void
on_decoded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Fetch) fetch = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (fetch->loader->cancellable))
    return;
  if (texture != NULL)
    g_signal_emit (fetch->loader, signals[SIGNAL_PICTURE], 0, fetch->blob_id, texture);
  else
    g_warning ("A picture cannot be read: %s", error->message);
}

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Fetch) fetch = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GFile) file =
      interview_blob_cache_fetch_finish (INTERVIEW_BLOB_CACHE (source), result, &error);
  GCancellable *cancellable = fetch->loader->cancellable;

  if (file == NULL)
    {
      g_debug ("A picture cannot be fetched: %s", error->message);
      return;
    }
  task = g_task_new (NULL, cancellable, on_decoded, g_steal_pointer (&fetch));
  g_task_set_task_data (task, g_steal_pointer (&file), g_object_unref);
  g_task_run_in_thread (task, decode);
}

static void
interview_company_loader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    g_value_set_object (value, INTERVIEW_COMPANY_LOADER (object)->company);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
interview_company_loader_dispose (GObject *object)
{
  InterviewCompanyLoader *self = INTERVIEW_COMPANY_LOADER (object);

  g_cancellable_cancel (self->cancellable);
  interview_retry_reset (self->retry);
  g_clear_object (&self->connection);
  g_clear_object (&self->cache);
  G_OBJECT_CLASS (interview_company_loader_parent_class)->dispose (object);
}

static void
interview_company_loader_finalize (GObject *object)
{
  InterviewCompanyLoader *self = INTERVIEW_COMPANY_LOADER (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->retry);
  g_clear_object (&self->company);
  G_OBJECT_CLASS (interview_company_loader_parent_class)->finalize (object);
}

static void
interview_company_loader_class_init (InterviewCompanyLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_company_loader_get_property;
  object_class->dispose = interview_company_loader_dispose;
  object_class->finalize = interview_company_loader_finalize;
  properties[PROP_COMPANY] =
      g_param_spec_object ("company", NULL, NULL, INTERVIEW_TYPE_COMPANY,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_PICTURE] =
      g_signal_new ("picture", INTERVIEW_TYPE_COMPANY_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_STRING, GDK_TYPE_TEXTURE);
}

static void
interview_company_loader_init (InterviewCompanyLoader *self)
{
  self->cancellable = g_cancellable_new ();
  self->retry = interview_retry_new ();
  g_signal_connect_object (self->retry, "due", G_CALLBACK (interview_company_loader_load), self,
                           G_CONNECT_SWAPPED);
}

/**
 * interview_company_loader_new:
 * @account: who is signed in
 * @cache: where pictures are kept
 *
 * Returns: (transfer full): a loader that has loaded nothing yet
 */
InterviewCompanyLoader *
interview_company_loader_new (InterviewAccount *account, InterviewBlobCache *cache)
{
  InterviewCompanyLoader *self;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (INTERVIEW_IS_BLOB_CACHE (cache), NULL);

  self = g_object_new (INTERVIEW_TYPE_COMPANY_LOADER, NULL);
  self->connection = g_object_ref (interview_account_get_connection (account));
  self->cache = g_object_ref (cache);
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_account_get_channel (account), "notify::state",
                           G_CALLBACK (on_channel_state), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * interview_company_loader_load:
 *
 * Loads the profile, the first time or again.
 */
void
interview_company_loader_load (InterviewCompanyLoader *self)
{
  g_return_if_fail (INTERVIEW_IS_COMPANY_LOADER (self));

  interview_company_api_get_async (self->connection, self->cancellable, on_loaded,
                                   g_object_ref (self));
}

/**
 * interview_company_loader_get_company:
 *
 * Returns: (nullable) (transfer none): the profile, %NULL until it is there
 */
InterviewCompany *
interview_company_loader_get_company (InterviewCompanyLoader *self)
{
  g_return_val_if_fail (INTERVIEW_IS_COMPANY_LOADER (self), NULL);

  return self->company;
}

/**
 * interview_company_loader_fetch_picture:
 * @blob_id: a picture of the profile
 *
 * Fetches a picture; it comes by the signal `picture`, or never if it cannot be had.
 */
void
interview_company_loader_fetch_picture (InterviewCompanyLoader *self, const char *blob_id)
{
  Fetch *fetch;

  g_return_if_fail (INTERVIEW_IS_COMPANY_LOADER (self));
  g_return_if_fail (blob_id != NULL);

  fetch = g_new0 (Fetch, 1);
  fetch->loader = g_object_ref (self);
  fetch->blob_id = g_strdup (blob_id);
  interview_blob_cache_fetch_async (self->cache, blob_id, "picture", INTERVIEW_BLOB_LIMIT_PICTURE,
                                    self->cancellable, on_fetched, fetch);
}
