/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/rating-delivery.h"

#include "client/rating-api.h"
#include "core/id.h"
#include "client/retry.h"
#include "ui/rating-dialog.h"

G_DEFINE_ENUM_TYPE (InterviewRatingState,
                    interview_rating_state,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RATING_STATE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RATING_STATE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RATING_STATE_KEPT, "kept"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RATING_STATE_DELIVERED, "delivered"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RATING_STATE_NOTHING, "nothing"))

/*
 * InterviewRatingDelivery takes the rating of one interview from the form to the spool. The form is
 * loaded while the interview runs, so that it can be answered when the server is away at its end;
 * each answer goes into the spool, which delivers it when it can. `failed` (#GError): an answer
 * could not be kept. Main thread; belongs to the window.
 */
struct _InterviewRatingDelivery
{
  GObject parent_instance;

  InterviewAccount *account;
  InterviewConnection *connection;
  InterviewSpool *spool;
  char *room_id;
  GCancellable *cancellable;
  InterviewRetry *retry;
  InterviewRatingForm *form;
  GHashTable *answered; /* person ids who were rated or skipped */
  GHashTable *waiting;  /* rating ids that are not delivered yet */
  guint n_rated;
  GtkWindow *dialog; /* weak */
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS,
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewRatingDelivery, interview_rating_delivery, G_TYPE_OBJECT)

static void
notify_state (InterviewRatingDelivery *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* The recruiters who were neither rated nor skipped. */
static GPtrArray *
list_open (InterviewRatingDelivery *self)
{
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *all = self->form != NULL ? interview_rating_form_get_recruiters (self->form) : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      InterviewParticipant *recruiter = g_ptr_array_index (all, i);

      if (!g_hash_table_contains (self->answered, interview_participant_get_person_id (recruiter)))
        g_ptr_array_add (open, g_object_ref (recruiter));
    }
  return open;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRatingDelivery) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRatingForm) form =
      interview_rating_api_get_form_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (form != NULL)
    {
      interview_retry_reset (self->retry);
      g_set_object (&self->form, form);
      notify_state (self);
    }
  else if (interview_retry_helps (error))
    interview_retry_plan (self->retry);
  else
    g_debug ("There is no rating form: %s", error->message);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewRatingDelivery *self = g_task_get_source_object (task);
  InterviewRating *rating = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!interview_spool_add_finish (INTERVIEW_SPOOL (source), result, &error))
    {
      /* It can be given again. */
      g_hash_table_remove (self->waiting, interview_rating_get_id (rating));
      g_hash_table_remove (self->answered, interview_rating_get_recruiter_id (rating));
      self->n_rated--;
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
    }
  notify_state (self);
}

static void
on_rated (InterviewRatingDelivery *self, InterviewRating *rating)
{
  GTask *task = g_task_new (self, NULL, NULL, NULL);

  g_task_set_source_tag (task, on_rated);
  g_task_set_task_data (task, g_object_ref (rating), g_object_unref);
  g_hash_table_add (self->answered, g_strdup (interview_rating_get_recruiter_id (rating)));
  g_hash_table_add (self->waiting, g_strdup (interview_rating_get_id (rating)));
  self->n_rated++;
  interview_spool_add_async (self->spool, interview_connection_get_endpoint (self->connection),
                             INTERVIEW_RECORD (rating), NULL, on_kept, task);
  notify_state (self);
}

static void
on_skipped (InterviewRatingDelivery *self, InterviewParticipant *recruiter)
{
  g_hash_table_add (self->answered, g_strdup (interview_participant_get_person_id (recruiter)));
  notify_state (self);
}

static void
on_delivered (InterviewRatingDelivery *self, const char *rating_id)
{
  if (g_hash_table_remove (self->waiting, rating_id))
    notify_state (self);
}

static void
on_refused (InterviewRatingDelivery *self, const char *rating_id, const GError *error)
{
  if (!g_hash_table_remove (self->waiting, rating_id))
    return;
  self->n_rated--;
  notify_state (self);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
on_channel_state (InterviewRatingDelivery *self, GParamSpec *pspec, InterviewEventChannel *channel)
{
  if (interview_event_channel_get_state (channel) == INTERVIEW_CHANNEL_STATE_ONLINE)
    interview_retry_hurry (self->retry);
}

static void
interview_rating_delivery_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_enum (value,
                      interview_rating_delivery_get_state (INTERVIEW_RATING_DELIVERY (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
interview_rating_delivery_dispose (GObject *object)
{
  InterviewRatingDelivery *self = INTERVIEW_RATING_DELIVERY (object);
  GtkWindow *dialog = self->dialog;

  g_cancellable_cancel (self->cancellable);
  interview_retry_reset (self->retry);
  g_clear_weak_pointer (&self->dialog);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (interview_rating_delivery_parent_class)->dispose (object);
}

static void
interview_rating_delivery_finalize (GObject *object)
{
  InterviewRatingDelivery *self = INTERVIEW_RATING_DELIVERY (object);

  g_clear_object (&self->connection);
  g_clear_object (&self->spool);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->retry);
  g_clear_object (&self->form);
  g_hash_table_unref (self->answered);
  g_hash_table_unref (self->waiting);
  g_free (self->room_id);
  G_OBJECT_CLASS (interview_rating_delivery_parent_class)->finalize (object);
}

static void
interview_rating_delivery_class_init (InterviewRatingDeliveryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_rating_delivery_get_property;
  object_class->dispose = interview_rating_delivery_dispose;
  object_class->finalize = interview_rating_delivery_finalize;
  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, INTERVIEW_TYPE_RATING_STATE,
                         INTERVIEW_RATING_STATE_UNKNOWN,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_FAILED] =
      g_signal_new ("failed", INTERVIEW_TYPE_RATING_DELIVERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_rating_delivery_init (InterviewRatingDelivery *self)
{
  self->cancellable = g_cancellable_new ();
  self->retry = interview_retry_new ();
  self->answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_object (self->retry, "due", G_CALLBACK (interview_rating_delivery_load), self,
                           G_CONNECT_SWAPPED);
}

/**
 * interview_rating_delivery_new:
 * @account: the candidate who is signed in
 * @room_id: the room of the interview
 *
 * Returns: (transfer full): a delivery without a form
 */
InterviewRatingDelivery *
interview_rating_delivery_new (InterviewAccount *account, const char *room_id)
{
  InterviewRatingDelivery *self;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (interview_account_get_connection (account) != NULL, NULL);
  g_return_val_if_fail (room_id != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_RATING_DELIVERY, NULL);
  self->account = g_object_ref (account);
  self->connection = g_object_ref (interview_account_get_connection (account));
  self->spool = g_object_ref (interview_account_get_spool (account));
  self->room_id = g_strdup (room_id);
  g_signal_connect_object (self->spool, "delivered", G_CALLBACK (on_delivered), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->spool, "refused", G_CALLBACK (on_refused), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_account_get_channel (account), "notify::state",
                           G_CALLBACK (on_channel_state), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * interview_rating_delivery_load:
 *
 * Asks the server for the form. A failure that may pass is tried again by itself.
 */
void
interview_rating_delivery_load (InterviewRatingDelivery *self)
{
  g_return_if_fail (INTERVIEW_IS_RATING_DELIVERY (self));

  interview_rating_api_get_form_async (self->connection, self->room_id, self->cancellable,
                                       on_loaded, g_object_ref (self));
}

/**
 * interview_rating_delivery_present:
 * @parent: the window to show the dialog over
 *
 * Shows the dialog for those who have not been rated. Does nothing if there is nobody to rate.
 */
void
interview_rating_delivery_present (InterviewRatingDelivery *self, GtkWindow *parent)
{
  g_autoptr (InterviewRatingForm) rest = NULL;
  g_autoptr (GPtrArray) open = NULL;
  InterviewRatingDialog *dialog;

  g_return_if_fail (INTERVIEW_IS_RATING_DELIVERY (self));

  if (self->dialog != NULL)
    {
      gtk_window_present (self->dialog);
      return;
    }
  if (interview_rating_delivery_get_state (self) != INTERVIEW_RATING_STATE_OPEN)
    return;
  open = list_open (self);
  rest =
      g_object_new (INTERVIEW_TYPE_RATING_FORM, "room-id",
                    interview_rating_form_get_room_id (self->form), "title",
                    interview_rating_form_get_title (self->form), "scale",
                    interview_rating_form_get_scale (self->form), "aspects",
                    interview_rating_form_get_aspects (self->form), "comment",
                    interview_rating_form_get_comment (self->form), "recruiters", open,
                    "delivery-token", interview_rating_form_get_delivery_token (self->form), NULL);
  dialog = interview_rating_dialog_new (parent, rest);
  g_set_weak_pointer (&self->dialog, GTK_WINDOW (dialog));
  g_signal_connect_object (dialog, "rated", G_CALLBACK (on_rated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "skipped", G_CALLBACK (on_skipped), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * interview_rating_delivery_get_state:
 *
 * Returns: how far the rating is
 */
InterviewRatingState
interview_rating_delivery_get_state (InterviewRatingDelivery *self)
{
  g_autoptr (GPtrArray) open = NULL;

  g_return_val_if_fail (INTERVIEW_IS_RATING_DELIVERY (self), INTERVIEW_RATING_STATE_UNKNOWN);

  if (self->form == NULL)
    return INTERVIEW_RATING_STATE_UNKNOWN;
  open = list_open (self);
  if (open->len > 0)
    return INTERVIEW_RATING_STATE_OPEN;
  if (g_hash_table_size (self->waiting) > 0)
    return INTERVIEW_RATING_STATE_KEPT;
  return self->n_rated > 0 ? INTERVIEW_RATING_STATE_DELIVERED : INTERVIEW_RATING_STATE_NOTHING;
}
