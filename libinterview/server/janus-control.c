/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/janus-control.h"

#include "core/id.h"

/*
 * InterviewJanusControl has Janus’s VideoRoom make a room, and has it end again. Nobody else knows
 * its PIN and its secret. What is closed while it is being made ends when Janus has made it.
 *
 * On the media server’s main context. Signals: `made`; `failed` (#GError): it cannot be made.
 */
struct _InterviewJanusControl
{
  GObject parent_instance;

  InterviewJanusClient *client;
  char *admin_key;
  char *pin;
  char *secret;
  guint64 handle;
  JsonNode *number;
  gboolean closed;
};

enum
{
  SIGNAL_MADE,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewJanusControl, interview_janus_control, G_TYPE_OBJECT)

static void
interview_janus_control_finalize (GObject *object)
{
  InterviewJanusControl *self = INTERVIEW_JANUS_CONTROL (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->number, json_node_unref);
  g_free (self->admin_key);
  g_free (self->pin);
  g_free (self->secret);

  G_OBJECT_CLASS (interview_janus_control_parent_class)->finalize (object);
}

static void
interview_janus_control_class_init (InterviewJanusControlClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_janus_control_finalize;

  signals[SIGNAL_MADE] = g_signal_new ("made", INTERVIEW_TYPE_JANUS_CONTROL, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", INTERVIEW_TYPE_JANUS_CONTROL, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_janus_control_init (InterviewJanusControl *self)
{
  self->pin = interview_id_new ();
  self->secret = interview_id_new ();
}

static void
on_destroyed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewJanusControl) self = user_data;

  interview_janus_client_detach (self->client, self->handle);
}

/* Has Janus forget what it made. It may do what it is asked in another order, and through a handle
 * that is gone it ends no room. */
static void
give_back (InterviewJanusControl *self)
{
  JsonObject *request;

  if (self->number == NULL)
    {
      interview_janus_client_detach (self->client, self->handle);
      return;
    }
  request = json_object_new ();
  json_object_set_string_member (request, "request", "destroy");
  json_object_set_member (request, "room", json_node_copy (self->number));
  json_object_set_string_member (request, "secret", self->secret);
  interview_janus_client_ask_async (self->client, self->handle, request, NULL, NULL, on_destroyed,
                                    g_object_ref (self));
}

static void
fail (InterviewJanusControl *self, const GError *error)
{
  give_back (self);
  if (!self->closed)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewJanusControl) self = user_data;
  g_autoptr (JsonObject) data = NULL;
  g_autoptr (GError) error = NULL;

  data = interview_janus_client_ask_finish (self->client, result, NULL, &error);
  if (data == NULL || !json_object_has_member (data, "room"))
    {
      if (error == NULL)
        error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "Janus made no room");
      fail (self, error);
      return;
    }
  self->number = json_node_copy (json_object_get_member (data, "room"));
  if (self->closed)
    give_back (self);
  else
    g_signal_emit (self, signals[SIGNAL_MADE], 0);
}

static JsonObject *
create_request (InterviewJanusControl *self)
{
  JsonObject *request = json_object_new ();

  json_object_set_string_member (request, "request", "create");
  json_object_set_string_member (request, "secret", self->secret);
  json_object_set_string_member (request, "pin", self->pin);
  json_object_set_boolean_member (request, "is_private", TRUE);
  json_object_set_string_member (request, "audiocodec", "opus");
  json_object_set_string_member (request, "videocodec", "vp8");
  json_object_set_boolean_member (request, "opus_fec", TRUE);
  json_object_set_boolean_member (request, "opus_dtx", TRUE);
  /* Each may send twice while a new link replaces an old one. */
  json_object_set_int_member (request, "publishers", 64);
  if (self->admin_key != NULL)
    json_object_set_string_member (request, "admin_key", self->admin_key);

  return request;
}

static void
on_attached (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewJanusControl) self = user_data;
  g_autoptr (GError) error = NULL;

  self->handle = interview_janus_client_attach_finish (self->client, result, &error);
  if (self->handle == 0)
    fail (self, error);
  else if (self->closed)
    give_back (self);
  else
    interview_janus_client_ask_async (self->client, self->handle, create_request (self), NULL, NULL,
                                      on_made, g_object_ref (self));
}

/**
 * interview_janus_control_new:
 * @client: (transfer none): the line to Janus
 *
 * Returns: (transfer full): the control of a room that is not made yet
 */
InterviewJanusControl *
interview_janus_control_new (InterviewJanusClient *client)
{
  InterviewJanusControl *self = g_object_new (INTERVIEW_TYPE_JANUS_CONTROL, NULL);

  self->client = g_object_ref (client);

  return self;
}

/**
 * interview_janus_control_open:
 * @admin_key: (nullable): `admin_key` of the VideoRoom, without which it makes no rooms if it has
 *   one
 *
 * Has the room made. To be called once.
 */
void
interview_janus_control_open (InterviewJanusControl *self, const char *admin_key)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_CONTROL (self));

  self->admin_key = g_strdup (admin_key);
  interview_janus_client_attach_async (self->client, NULL, on_attached, g_object_ref (self));
}

/**
 * interview_janus_control_close:
 *
 * Has the room end, now or when it has been made. Nothing is said afterwards.
 */
void
interview_janus_control_close (InterviewJanusControl *self)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_CONTROL (self));

  if (self->closed)
    return;
  self->closed = TRUE;
  if (self->number != NULL)
    give_back (self);
}

/**
 * interview_janus_control_is_made:
 *
 * Returns: whether there is a room to enter
 */
gboolean
interview_janus_control_is_made (InterviewJanusControl *self)
{
  g_return_val_if_fail (INTERVIEW_IS_JANUS_CONTROL (self), FALSE);

  return self->number != NULL;
}

/**
 * interview_janus_control_add_to:
 * @request: to enter the room, which has been made
 *
 * Adds which room it is, and its PIN.
 */
void
interview_janus_control_add_to (InterviewJanusControl *self, JsonObject *request)
{
  g_return_if_fail (INTERVIEW_IS_JANUS_CONTROL (self));
  g_return_if_fail (self->number != NULL);

  json_object_set_member (request, "room", json_node_copy (self->number));
  json_object_set_string_member (request, "pin", self->pin);
}
