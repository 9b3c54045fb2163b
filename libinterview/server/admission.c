/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/admission.h"

/* Hosts of one IPv6 network are one neighbour: the first 64 bits count. */
#define V6_NETWORK_BYTES 8

/*
 * InterviewAdmission counts the connections of the server, in all and of each address, and says
 * whether one more may come in. Owned by the server; safe to call from any thread.
 */
struct _InterviewAdmission
{
  GObject parent_instance;

  guint total;
  guint per_address;
  GMutex mutex;
  guint count;
  GHashTable *addresses; /* key -> GUINT_TO_POINTER (connections) */
};

G_DEFINE_FINAL_TYPE (InterviewAdmission, interview_admission, G_TYPE_OBJECT)

static void
interview_admission_finalize (GObject *object)
{
  InterviewAdmission *self = INTERVIEW_ADMISSION (object);

  g_clear_pointer (&self->addresses, g_hash_table_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_admission_parent_class)->finalize (object);
}

static void
interview_admission_class_init (InterviewAdmissionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_admission_finalize;
}

static void
interview_admission_init (InterviewAdmission *self)
{
  g_mutex_init (&self->mutex);
  self->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * interview_admission_new:
 * @total: most connections of all
 * @per_address: most connections of one address, 0 for no limit
 *
 * Returns: (transfer full): a new count
 */
InterviewAdmission *
interview_admission_new (guint total, guint per_address)
{
  InterviewAdmission *self = g_object_new (INTERVIEW_TYPE_ADMISSION, NULL);

  self->total = total;
  self->per_address = per_address;
  return self;
}

/**
 * interview_admission_enter:
 * @address: who comes, by interview_address_to_key()
 *
 * Returns: whether the connection may stay; if so interview_admission_leave() has to follow
 */
gboolean
interview_admission_enter (InterviewAdmission *self, const char *address)
{
  g_autoptr (GMutexLocker) locker = NULL;
  guint mine;

  g_return_val_if_fail (INTERVIEW_IS_ADMISSION (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  mine = GPOINTER_TO_UINT (g_hash_table_lookup (self->addresses, address));
  if (self->count >= self->total || (self->per_address > 0 && mine >= self->per_address))
    return FALSE;
  self->count++;
  g_hash_table_insert (self->addresses, g_strdup (address), GUINT_TO_POINTER (mine + 1));
  return TRUE;
}

/**
 * interview_admission_leave:
 * @address: as it was given to interview_admission_enter()
 */
void
interview_admission_leave (InterviewAdmission *self, const char *address)
{
  g_autoptr (GMutexLocker) locker = NULL;
  guint mine;

  g_return_if_fail (INTERVIEW_IS_ADMISSION (self));

  locker = g_mutex_locker_new (&self->mutex);
  mine = GPOINTER_TO_UINT (g_hash_table_lookup (self->addresses, address));
  g_return_if_fail (mine > 0 && self->count > 0);
  self->count--;
  if (mine == 1)
    g_hash_table_remove (self->addresses, address);
  else
    g_hash_table_insert (self->addresses, g_strdup (address), GUINT_TO_POINTER (mine - 1));
}

/**
 * interview_admission_get_count:
 *
 * Returns: how many connections there are
 */
guint
interview_admission_get_count (InterviewAdmission *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (INTERVIEW_IS_ADMISSION (self), 0);

  locker = g_mutex_locker_new (&self->mutex);
  return self->count;
}

/**
 * interview_address_to_key:
 * @address: (nullable): the far end of a connection
 *
 * Returns: (transfer full): text that is the same for all connections that count together: the
 *   address without the port, of IPv6 the network
 */
char *
interview_address_to_key (GSocketAddress *address)
{
  g_autoptr (GInetAddress) network = NULL;
  GInetAddress *inet;
  guint8 bytes[16] = { 0 };

  if (!G_IS_INET_SOCKET_ADDRESS (address))
    return g_strdup ("local");
  inet = g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address));
  if (g_inet_address_get_family (inet) != G_SOCKET_FAMILY_IPV6 ||
      g_inet_address_get_is_loopback (inet))
    return g_inet_address_to_string (inet);
  memcpy (bytes, g_inet_address_to_bytes (inet), V6_NETWORK_BYTES);
  network = g_inet_address_new_from_bytes (bytes, G_SOCKET_FAMILY_IPV6);
  return g_inet_address_to_string (network);
}
