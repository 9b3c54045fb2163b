/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/roster.h"

#include <glib/gi18n-lib.h>

#include "core/protocol/peer.h"

G_DEFINE_ENUM_TYPE (InterviewRosterNotice,
                    interview_roster_notice,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROSTER_NOTICE_CAME, "came"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROSTER_NOTICE_LEFT, "left"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROSTER_NOTICE_LOST, "lost"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROSTER_NOTICE_RETURNED, "returned"))

/*
 * InterviewRoster knows who else is in a room and who was there before. It is fed with what the
 * server says and tells in `notice` (#InterviewRosterNotice, name) what people should hear of, and
 * in `changed` that something is different. Main thread; belongs to a visit.
 */
struct _InterviewRoster
{
  GObject parent_instance;

  char *own_person_id;
  GPtrArray *entries; /* of Entry, in the order in which they came */
  gboolean known;
  gboolean in_lobby;
};

typedef enum
{
  PRESENT,
  WAITING, /* in the lobby */
  GONE,    /* left on purpose */
  LOST,    /* went without a word */
  AWAY,    /* went from the lobby */
  UNSEEN,  /* was not there after a break of our own; may not have noticed anything */
} Standing;

typedef struct
{
  char *person_id;
  char *name;
  Standing standing;
  gboolean listed; /* named by the presence that is being read */
} Entry;

enum
{
  SIGNAL_CHANGED,
  SIGNAL_NOTICE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewRoster, interview_roster, G_TYPE_OBJECT)

static void
entry_free (Entry *entry)
{
  g_free (entry->person_id);
  g_free (entry->name);
  g_free (entry);
}

static Entry *
find (InterviewRoster *self, const char *person_id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (entry->person_id, person_id))
        return entry;
    }
  return NULL;
}

static void
notify_people (InterviewRoster *self, InterviewRosterNotice notice, Entry *entry)
{
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, notice, entry->name);
}

static void
list_peer (InterviewRoster *self, InterviewPeer *peer)
{
  InterviewParticipant *participant = interview_peer_get_participant (peer);
  const char *person_id = interview_participant_get_person_id (participant);
  const char *name = interview_participant_get_display_name (participant);
  gboolean in_lobby = interview_peer_get_in_lobby (peer);
  Entry *entry;
  Standing before;

  if (g_strcmp0 (person_id, self->own_person_id) == 0)
    {
      self->in_lobby = in_lobby;
      return;
    }
  entry = find (self, person_id);
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->person_id = g_strdup (person_id);
      entry->name = g_strdup (name);
      entry->standing = in_lobby ? WAITING : PRESENT;
      entry->listed = TRUE;
      g_ptr_array_add (self->entries, entry);
      /* Those who were there before us are in the window already. */
      if (self->known && !in_lobby)
        notify_people (self, INTERVIEW_ROSTER_NOTICE_CAME, entry);
      return;
    }
  before = entry->standing;
  entry->standing = in_lobby ? WAITING : PRESENT;
  entry->listed = TRUE;
  if (!in_lobby && (before == GONE || before == LOST))
    notify_people (self, INTERVIEW_ROSTER_NOTICE_RETURNED, entry);
}

static void
mark_absent (InterviewRoster *self, Entry *entry, InterviewPresenceCause cause)
{
  switch (cause)
    {
    case INTERVIEW_PRESENCE_CAUSE_LEFT:
      entry->standing = GONE;
      notify_people (self, INTERVIEW_ROSTER_NOTICE_LEFT, entry);
      break;
    case INTERVIEW_PRESENCE_CAUSE_LOST:
      entry->standing = LOST;
      notify_people (self, INTERVIEW_ROSTER_NOTICE_LOST, entry);
      break;
    default:
      entry->standing = self->in_lobby ? AWAY : UNSEEN;
      break;
    }
}

static gboolean
has_any (InterviewRoster *self, Standing standing)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (((Entry *) g_ptr_array_index (self->entries, i))->standing == standing)
      return TRUE;
  return FALSE;
}

/* The names of all whose standing is one of two. */
static char *
join_names (InterviewRoster *self, Standing one, Standing other)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->standing != one && entry->standing != other)
        continue;
      if (names->len > 0)
        /* Translators: between the names of a list. */
        g_string_append (names, _ (", "));
      g_string_append (names, entry->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
interview_roster_finalize (GObject *object)
{
  InterviewRoster *self = INTERVIEW_ROSTER (object);

  g_free (self->own_person_id);
  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (interview_roster_parent_class)->finalize (object);
}

static void
interview_roster_class_init (InterviewRosterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_roster_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", INTERVIEW_TYPE_ROSTER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NOTICE] =
      g_signal_new ("notice", INTERVIEW_TYPE_ROSTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, INTERVIEW_TYPE_ROSTER_NOTICE, G_TYPE_STRING);
}

static void
interview_roster_init (InterviewRoster *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
}

/**
 * interview_roster_new:
 * @own_person_id: who is signed in here, and so is not one of the others
 *
 * Returns: (transfer full): an empty roster
 */
InterviewRoster *
interview_roster_new (const char *own_person_id)
{
  InterviewRoster *self = g_object_new (INTERVIEW_TYPE_ROSTER, NULL);

  self->own_person_id = g_strdup (own_person_id);
  return self;
}

/**
 * interview_roster_update:
 * @presence: what the server says now
 *
 * Takes over who is there, and tells what changed for people.
 */
void
interview_roster_update (InterviewRoster *self, InterviewPresence *presence)
{
  GPtrArray *peers;

  g_return_if_fail (INTERVIEW_IS_ROSTER (self));
  g_return_if_fail (INTERVIEW_IS_PRESENCE (presence));

  peers = interview_presence_get_peers (presence);
  for (guint i = 0; i < self->entries->len; i++)
    ((Entry *) g_ptr_array_index (self->entries, i))->listed = FALSE;
  for (guint i = 0; peers != NULL && i < peers->len; i++)
    list_peer (self, g_ptr_array_index (peers, i));
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->listed)
        continue;
      /* Whoever goes from the lobby was never in the call. */
      if (entry->standing == WAITING)
        entry->standing = AWAY;
      else if (entry->standing == PRESENT)
        mark_absent (self, entry, interview_presence_get_cause (presence));
    }
  self->known = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * interview_roster_is_known:
 *
 * Returns: whether the server has said who is there
 */
gboolean
interview_roster_is_known (InterviewRoster *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROSTER (self), FALSE);

  return self->known;
}

/**
 * interview_roster_is_in_lobby:
 *
 * Returns: whether we wait in the lobby ourselves
 */
gboolean
interview_roster_is_in_lobby (InterviewRoster *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROSTER (self), FALSE);

  return self->in_lobby;
}

/**
 * interview_roster_has_waiting:
 *
 * Returns: whether somebody else waits in the lobby
 */
gboolean
interview_roster_has_waiting (InterviewRoster *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROSTER (self), FALSE);

  return has_any (self, WAITING);
}

/**
 * interview_roster_count_present:
 *
 * Returns: how many others are in the call
 */
guint
interview_roster_count_present (InterviewRoster *self)
{
  guint count = 0;

  g_return_val_if_fail (INTERVIEW_IS_ROSTER (self), 0);

  for (guint i = 0; i < self->entries->len; i++)
    count += ((Entry *) g_ptr_array_index (self->entries, i))->standing == PRESENT;
  return count;
}

/**
 * interview_roster_has_missing:
 *
 * Returns: whether somebody went without a word, before our eyes or during a break of our own, and
 *   nobody else is there
 */
gboolean
interview_roster_has_missing (InterviewRoster *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROSTER (self), FALSE);

  return interview_roster_count_present (self) == 0 &&
         (has_any (self, LOST) || has_any (self, UNSEEN));
}

/**
 * interview_roster_has_left:
 *
 * Returns: whether nobody else is there, nobody is missing, and somebody left on purpose
 */
gboolean
interview_roster_has_left (InterviewRoster *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROSTER (self), FALSE);

  return interview_roster_count_present (self) == 0 && !interview_roster_has_missing (self) &&
         has_any (self, GONE);
}

/**
 * interview_roster_list_present:
 * @own_name: (nullable): oneself, who is listed too
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of all who are there
 */
char **
interview_roster_list_present (InterviewRoster *self, const char *own_name)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (INTERVIEW_IS_ROSTER (self), NULL);

  if (own_name != NULL)
    g_strv_builder_add (names, own_name);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->standing == PRESENT)
        g_strv_builder_add (names, entry->name);
    }
  return g_strv_builder_end (names);
}

/**
 * interview_roster_format_present:
 *
 * Returns: (transfer full): the names of the others who are there, empty if nobody is
 */
char *
interview_roster_format_present (InterviewRoster *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROSTER (self), NULL);

  return join_names (self, PRESENT, PRESENT);
}

/**
 * interview_roster_format_missing:
 *
 * Returns: (transfer full): the names of those who went without a word, empty if nobody did
 */
char *
interview_roster_format_missing (InterviewRoster *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROSTER (self), NULL);

  return join_names (self, LOST, UNSEEN);
}

/**
 * interview_roster_format_left:
 *
 * Returns: (transfer full): the names of those who left on purpose, empty if nobody did
 */
char *
interview_roster_format_left (InterviewRoster *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROSTER (self), NULL);

  return join_names (self, GONE, GONE);
}

/**
 * interview_roster_format_notice:
 * @notice: what happened
 * @name: to whom
 *
 * Returns: (transfer full): a sentence for a toast
 */
char *
interview_roster_format_notice (InterviewRosterNotice notice, const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  switch (notice)
    {
    case INTERVIEW_ROSTER_NOTICE_CAME:
      /* Translators: %s is a person who entered the room. */
      return g_strdup_printf (_ ("%s is here"), name);
    case INTERVIEW_ROSTER_NOTICE_LEFT:
      /* Translators: %s is a person who hung up. */
      return g_strdup_printf (_ ("%s has left"), name);
    case INTERVIEW_ROSTER_NOTICE_LOST:
      /* Translators: %s is a person whose program or network stopped. */
      return g_strdup_printf (_ ("The connection to %s was lost"), name);
    default:
      /* Translators: %s is a person who had left or whose connection was lost. */
      return g_strdup_printf (_ ("%s is back"), name);
    }
}
