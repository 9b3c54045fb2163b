/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/subscription-table.h"

/*
 * InterviewSubscriptionTable knows which mailboxes belong to which account and to which sign-in.
 * It has no lock of its own: the hub holds it behind its lock.
 */
struct _InterviewSubscriptionTable
{
  GObject parent_instance;

  GHashTable *subscriptions; /* InterviewMailbox -> Subscription */
  GHashTable *persons;       /* person id -> GPtrArray of InterviewMailbox */
};

typedef struct
{
  char *person_id;
  char *session_id;
} Subscription;

G_DEFINE_FINAL_TYPE (InterviewSubscriptionTable, interview_subscription_table, G_TYPE_OBJECT)

static void
subscription_free (Subscription *subscription)
{
  g_free (subscription->person_id);
  g_free (subscription->session_id);
  g_free (subscription);
}

static void
interview_subscription_table_finalize (GObject *object)
{
  InterviewSubscriptionTable *self = INTERVIEW_SUBSCRIPTION_TABLE (object);

  g_clear_pointer (&self->subscriptions, g_hash_table_unref);
  g_clear_pointer (&self->persons, g_hash_table_unref);

  G_OBJECT_CLASS (interview_subscription_table_parent_class)->finalize (object);
}

static void
interview_subscription_table_class_init (InterviewSubscriptionTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_subscription_table_finalize;
}

static void
interview_subscription_table_init (InterviewSubscriptionTable *self)
{
  self->subscriptions =
      g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) subscription_free);
  self->persons =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * interview_subscription_table_new:
 *
 * Returns: (transfer full): an empty table
 */
InterviewSubscriptionTable *
interview_subscription_table_new (void)
{
  return g_object_new (INTERVIEW_TYPE_SUBSCRIPTION_TABLE, NULL);
}

/**
 * interview_subscription_table_add:
 * @mailbox: a socket's, which is not in the table
 * @person_id: whose events it gets
 * @session_id: the sign-in that it belongs to
 */
void
interview_subscription_table_add (InterviewSubscriptionTable *self,
                                  InterviewMailbox *mailbox,
                                  const char *person_id,
                                  const char *session_id)
{
  Subscription *subscription;
  GPtrArray *mailboxes;

  g_return_if_fail (INTERVIEW_IS_SUBSCRIPTION_TABLE (self));
  g_return_if_fail (!g_hash_table_contains (self->subscriptions, mailbox));

  subscription = g_new0 (Subscription, 1);
  subscription->person_id = g_strdup (person_id);
  subscription->session_id = g_strdup (session_id);
  g_hash_table_insert (self->subscriptions, g_object_ref (mailbox), subscription);
  mailboxes = g_hash_table_lookup (self->persons, person_id);
  if (mailboxes == NULL)
    {
      mailboxes = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->persons, g_strdup (person_id), mailboxes);
    }
  g_ptr_array_add (mailboxes, g_object_ref (mailbox));
}

/**
 * interview_subscription_table_remove:
 * @mailbox: a socket's; nothing happens if it is not in the table
 */
void
interview_subscription_table_remove (InterviewSubscriptionTable *self, InterviewMailbox *mailbox)
{
  Subscription *subscription;
  GPtrArray *mailboxes;

  g_return_if_fail (INTERVIEW_IS_SUBSCRIPTION_TABLE (self));

  subscription = g_hash_table_lookup (self->subscriptions, mailbox);
  if (subscription == NULL)
    return;
  mailboxes = g_hash_table_lookup (self->persons, subscription->person_id);
  g_ptr_array_remove_fast (mailboxes, mailbox);
  if (mailboxes->len == 0)
    g_hash_table_remove (self->persons, subscription->person_id);
  g_hash_table_remove (self->subscriptions, mailbox);
}

/**
 * interview_subscription_table_put_person:
 * @person_id: an account
 * @text: a message for all of its sockets
 * @sequence: number of the event
 */
void
interview_subscription_table_put_person (InterviewSubscriptionTable *self,
                                         const char *person_id,
                                         GBytes *text,
                                         gint64 sequence)
{
  GPtrArray *mailboxes;

  g_return_if_fail (INTERVIEW_IS_SUBSCRIPTION_TABLE (self));

  mailboxes = g_hash_table_lookup (self->persons, person_id);
  for (guint i = 0; mailboxes != NULL && i < mailboxes->len; i++)
    interview_mailbox_put (g_ptr_array_index (mailboxes, i), text, sequence);
}

/**
 * interview_subscription_table_end_session:
 * @session_id: a sign-in
 * @text: the last message for its sockets
 * @sequence: number of the event
 * @code: with which they are closed then
 */
void
interview_subscription_table_end_session (InterviewSubscriptionTable *self,
                                          const char *session_id,
                                          GBytes *text,
                                          gint64 sequence,
                                          gushort code)
{
  GHashTableIter iter;
  gpointer mailbox, subscription;

  g_return_if_fail (INTERVIEW_IS_SUBSCRIPTION_TABLE (self));

  g_hash_table_iter_init (&iter, self->subscriptions);
  while (g_hash_table_iter_next (&iter, &mailbox, &subscription))
    {
      if (!g_str_equal (((Subscription *) subscription)->session_id, session_id))
        continue;
      interview_mailbox_put (mailbox, text, sequence);
      interview_mailbox_put_close (mailbox, code);
    }
}

/**
 * interview_subscription_table_close_all:
 * @code: with which all sockets are closed
 */
void
interview_subscription_table_close_all (InterviewSubscriptionTable *self, gushort code)
{
  GHashTableIter iter;
  gpointer mailbox;

  g_return_if_fail (INTERVIEW_IS_SUBSCRIPTION_TABLE (self));

  g_hash_table_iter_init (&iter, self->subscriptions);
  while (g_hash_table_iter_next (&iter, &mailbox, NULL))
    interview_mailbox_put_close (mailbox, code);
}

/**
 * interview_subscription_table_count:
 *
 * Returns: how many sockets there are
 */
guint
interview_subscription_table_count (InterviewSubscriptionTable *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SUBSCRIPTION_TABLE (self), 0);

  return g_hash_table_size (self->subscriptions);
}
