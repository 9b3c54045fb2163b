/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/readiness.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "core/source.h"

/* How many sockets are looked at in one turn of the main loop; the others come in the next. */
#define EVENTS_PER_TURN 128

/*
 * InterviewReadiness tells which of many sockets have something to read. GLib hands every
 * descriptor to the kernel in each turn of a main loop, which takes longer the more of them are
 * idle; here the kernel keeps the list (epoll), and the main loop has one descriptor instead of a
 * thousand.
 *
 * Sockets are told of once for each arrival (edge-triggered): whoever is told reads until nothing
 * is left. A socket that is closed leaves by itself. Owned by a shard; sockets are added on its
 * thread and may be removed on any.
 */
struct _InterviewReadiness
{
  GObject parent_instance;

  int epoll;
  GSource *source;
  GMutex lock;
  GHashTable *watches; /* id -> Watch */
  guint64 last_id;
};

typedef struct
{
  guint64 id;
  GWeakRef target;
  InterviewReadyFunc func;
} Watch;

G_DEFINE_FINAL_TYPE (InterviewReadiness, interview_readiness, G_TYPE_OBJECT)

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_weak_ref_clear (&watch->target);
  g_free (watch);
}

static void
interview_readiness_finalize (GObject *object)
{
  InterviewReadiness *self = INTERVIEW_READINESS (object);

  interview_readiness_stop (self);
  if (self->epoll >= 0)
    close (self->epoll);
  g_hash_table_unref (self->watches);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (interview_readiness_parent_class)->finalize (object);
}

static void
interview_readiness_class_init (InterviewReadinessClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_readiness_finalize;
}

static void
interview_readiness_init (InterviewReadiness *self)
{
  self->epoll = epoll_create1 (EPOLL_CLOEXEC);
  self->watches = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, watch_free);
  g_mutex_init (&self->lock);
}

/* What an identifier stands for; one whose target has just gone stands for nothing. */
static GObject *
find_target (InterviewReadiness *self, guint64 id, InterviewReadyFunc *func)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Watch *watch = g_hash_table_lookup (self->watches, &id);

  if (watch == NULL)
    return NULL;
  *func = watch->func;
  return g_weak_ref_get (&watch->target);
}

static gboolean
on_events (int fd, GIOCondition condition, gpointer user_data)
{
  InterviewReadiness *self = user_data;
  struct epoll_event events[EVENTS_PER_TURN];
  int n = epoll_wait (self->epoll, events, EVENTS_PER_TURN, 0);

  for (int i = 0; i < n; i++)
    {
      InterviewReadyFunc func = NULL;
      g_autoptr (GObject) target = find_target (self, events[i].data.u64, &func);

      if (target != NULL)
        func (target, (events[i].events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0);
    }
  return G_SOURCE_CONTINUE;
}

/**
 * interview_readiness_new:
 * @context: the main context of the shard
 *
 * Returns: (transfer full): a new list, without sockets
 */
InterviewReadiness *
interview_readiness_new (GMainContext *context)
{
  InterviewReadiness *self = g_object_new (INTERVIEW_TYPE_READINESS, NULL);

  if (self->epoll < 0)
    {
      g_warning ("Sockets are polled one by one: %s", g_strerror (errno));
      return self;
    }
  self->source = g_unix_fd_source_new (self->epoll, G_IO_IN);
  g_source_set_callback (self->source, G_SOURCE_FUNC (on_events), self, NULL);
  g_source_set_static_name (self->source, "shard-readiness");
  g_source_attach (self->source, context);
  return self;
}

/**
 * interview_readiness_add:
 * @descriptor: of a socket
 * @target: (transfer none): who is told; held weakly
 * @func: how
 *
 * Returns: for interview_readiness_remove(); 0 if the kernel has no room, and the socket has to be
 *   polled
 */
guint64
interview_readiness_add (InterviewReadiness *self,
                         int descriptor,
                         GObject *target,
                         InterviewReadyFunc func)
{
  struct epoll_event event = { .events = EPOLLIN | EPOLLRDHUP | EPOLLET };
  Watch *watch;

  g_return_val_if_fail (INTERVIEW_IS_READINESS (self), 0);
  g_return_val_if_fail (G_IS_OBJECT (target) && func != NULL, 0);

  watch = g_new0 (Watch, 1);
  g_weak_ref_init (&watch->target, target);
  watch->func = func;
  g_mutex_lock (&self->lock);
  watch->id = ++self->last_id;
  event.data.u64 = watch->id;
  g_hash_table_insert (self->watches, &watch->id, watch);
  g_mutex_unlock (&self->lock);
  if (self->epoll < 0 || epoll_ctl (self->epoll, EPOLL_CTL_ADD, descriptor, &event) != 0)
    {
      interview_readiness_remove (self, event.data.u64);
      return 0;
    }
  return event.data.u64;
}

/**
 * interview_readiness_remove:
 * @id: what was added
 *
 * Tells of it no more. The kernel forgets the socket when it is closed.
 */
void
interview_readiness_remove (InterviewReadiness *self, guint64 id)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (INTERVIEW_IS_READINESS (self));

  locker = g_mutex_locker_new (&self->lock);
  g_hash_table_remove (self->watches, &id);
}

/**
 * interview_readiness_stop:
 *
 * Tells of nothing any more. On the thread of the context.
 */
void
interview_readiness_stop (InterviewReadiness *self)
{
  g_return_if_fail (INTERVIEW_IS_READINESS (self));

  interview_source_clear (&self->source);
}
