/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/call-journal.h"

#include <gst/gst.h>

#include "media/diagnosis.h"

#define READ_SECONDS 2

/* Half an hour of a call with three others. */
#define MOST_LINES 2700

/*
 * InterviewCallJournal reads every few seconds how a call goes with each of the others, and
 * remembers it, to be shown and to be sent to somebody who looks for what is wrong. Others are
 * numbers in it: neither a name nor an address is written.
 *
 * Signal `changed`: there are new readings.
 *
 * The program’s page of the call owns it; main context only.
 */
struct _InterviewCallJournal
{
  GObject parent_instance;

  InterviewCall *call;
  GPtrArray *entries; /* of Entry, one for each of the others there were */
  GQueue lines;       /* of text, the oldest first */
  guint dropped;
  guint timer;
  gint64 began;
};

typedef struct
{
  GWeakRef remote;
  guint number;
  InterviewCallSample sample;
  InterviewCallReading reading;
  gboolean known;
} Entry;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewCallJournal, interview_call_journal, G_TYPE_OBJECT)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_weak_ref_clear (&entry->remote);
  g_free (entry);
}

static Entry *
find_entry (InterviewCallJournal *self, InterviewRemote *remote)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      g_autoptr (InterviewRemote) other = g_weak_ref_get (&entry->remote);

      if (other == remote)
        return entry;
    }

  return NULL;
}

static Entry *
add_entry (InterviewCallJournal *self, InterviewRemote *remote)
{
  Entry *entry = g_new0 (Entry, 1);

  g_weak_ref_init (&entry->remote, remote);
  entry->number = self->entries->len + 1;
  interview_call_sample_take (&entry->sample, remote);
  g_ptr_array_add (self->entries, entry);

  return entry;
}

static const char *
name_value (GType type, int value)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (type);

  return g_enum_get_value (values, value)->value_nick;
}

static void
append_findings (GString *line, guint found)
{
  for (guint i = 0; i < INTERVIEW_FINDING_N_KINDS; i++)
    if ((found & (1u << i)) != 0)
      g_string_append_printf (line, " %s", name_value (INTERVIEW_TYPE_FINDING, (int) i));
}

static char *
format (InterviewCallJournal *self, const Entry *entry)
{
  static const char *const ways[] = { "unknown", "direct", "relay" };
  static const char *const relays[] = { "", " relay=given", " relay=missing" };
  static const char *const computers[] = { "", " computer=limited", " computer=overloaded" };
  const InterviewCallReading *reading = &entry->reading;
  const InterviewCallSending *sending = &reading->sending;
  GString *line = g_string_new (NULL);

  g_string_append_printf (line,
                          "%5" G_GINT64_FORMAT " s  other %u  %s way=%s%s rtt=%" G_GINT64_FORMAT
                          "ms",
                          (g_get_monotonic_time () - self->began) / G_USEC_PER_SEC, entry->number,
                          name_value (INTERVIEW_TYPE_CALL_STATE, (int) reading->state),
                          ways[reading->way], relays[reading->relay],
                          sending->round_trip / G_TIME_SPAN_MILLISECOND);
  g_string_append_printf (
      line, " send: carries=%ukbit/s arrives=%ukbit/s loss=%.1f%% lines=%u fps=%u%s%s",
      sending->bitrate / 1000, sending->acknowledged / 1000, 100 * sending->loss, sending->lines,
      sending->frame_rate, computers[sending->computer],
      sending->picture_paused ? " no-picture" : "");
  g_string_append_printf (line,
                          " receive: %ukbit/s loss=%.1f%% %dx%d fps=%.1f jitter=%" G_GINT64_FORMAT
                          "ms wait=%" G_GINT64_FORMAT "ms%s%s",
                          reading->bitrate / 1000, 100 * reading->loss, reading->width,
                          reading->height, reading->frame_rate,
                          reading->jitter / G_TIME_SPAN_MILLISECOND,
                          reading->sound_delay / G_TIME_SPAN_MILLISECOND,
                          reading->camera_on ? "" : " camera-off",
                          reading->microphone_on ? "" : " muted");
  append_findings (line, interview_diagnose (reading));

  return g_string_free (line, FALSE);
}

static void
write_line (InterviewCallJournal *self, const Entry *entry)
{
  g_queue_push_tail (&self->lines, format (self, entry));
  while (self->lines.length > MOST_LINES)
    {
      g_free (g_queue_pop_head (&self->lines));
      self->dropped++;
    }
}

static void
read_remote (InterviewCallJournal *self, InterviewRemote *remote)
{
  Entry *entry = find_entry (self, remote);
  InterviewCallSample sample;

  if (entry == NULL)
    {
      add_entry (self, remote);
      return;
    }
  interview_call_sample_take (&sample, remote);
  interview_call_reading_take (&entry->reading, remote, &entry->sample, &sample);
  entry->sample = sample;
  entry->known = TRUE;
  write_line (self, entry);
}

static gboolean
on_tick (gpointer user_data)
{
  InterviewCallJournal *self = user_data;
  GListModel *remotes = interview_call_get_remotes (self->call);

  for (guint i = 0; i < g_list_model_get_n_items (remotes); i++)
    {
      g_autoptr (InterviewRemote) remote = g_list_model_get_item (remotes, i);

      read_remote (self, remote);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return G_SOURCE_CONTINUE;
}

static void
interview_call_journal_dispose (GObject *object)
{
  InterviewCallJournal *self = INTERVIEW_CALL_JOURNAL (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->call);

  G_OBJECT_CLASS (interview_call_journal_parent_class)->dispose (object);
}

static void
interview_call_journal_finalize (GObject *object)
{
  InterviewCallJournal *self = INTERVIEW_CALL_JOURNAL (object);

  g_ptr_array_unref (self->entries);
  g_queue_clear_full (&self->lines, g_free);

  G_OBJECT_CLASS (interview_call_journal_parent_class)->finalize (object);
}

static void
interview_call_journal_class_init (InterviewCallJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_call_journal_dispose;
  object_class->finalize = interview_call_journal_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", INTERVIEW_TYPE_CALL_JOURNAL, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
interview_call_journal_init (InterviewCallJournal *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  g_queue_init (&self->lines);
  self->began = g_get_monotonic_time ();
}

/**
 * interview_call_journal_new:
 * @call: (transfer none): what is read
 *
 * Returns: (transfer full): a journal that is kept from now on
 */
InterviewCallJournal *
interview_call_journal_new (InterviewCall *call)
{
  InterviewCallJournal *self;

  g_return_val_if_fail (INTERVIEW_IS_CALL (call), NULL);

  self = g_object_new (INTERVIEW_TYPE_CALL_JOURNAL, NULL);
  self->call = g_object_ref (call);
  self->timer = g_timeout_add_seconds (READ_SECONDS, on_tick, self);

  return self;
}

/**
 * interview_call_journal_get_reading:
 * @remote: (transfer none): one of the others
 * @reading: (out): how it goes with them
 *
 * Returns: whether that is known yet
 */
gboolean
interview_call_journal_get_reading (InterviewCallJournal *self,
                                    InterviewRemote *remote,
                                    InterviewCallReading *reading)
{
  Entry *entry;

  g_return_val_if_fail (INTERVIEW_IS_CALL_JOURNAL (self), FALSE);

  entry = find_entry (self, remote);
  if (entry == NULL || !entry->known)
    return FALSE;
  *reading = entry->reading;

  return TRUE;
}

/**
 * interview_call_journal_to_text:
 *
 * Returns: (transfer full): all that is remembered, to be sent: the versions of this program and of
 *   the system, and a line for each reading. Without names and addresses, in English
 */
char *
interview_call_journal_to_text (InterviewCallJournal *self)
{
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  g_autofree char *gstreamer = gst_version_string ();
  GString *text;

  g_return_val_if_fail (INTERVIEW_IS_CALL_JOURNAL (self), NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text,
                          "Interview %s\n%s\n%s\nprocessors: %u\nseconds since the call was "
                          "opened; the others are numbers\n",
                          INTERVIEW_VERSION, system != NULL ? system : "unknown system", gstreamer,
                          g_get_num_processors ());
  if (self->dropped > 0)
    g_string_append_printf (text, "(%u older lines are left out)\n", self->dropped);
  g_string_append_c (text, '\n');
  for (GList *item = self->lines.head; item != NULL; item = item->next)
    g_string_append_printf (text, "%s\n", (const char *) item->data);

  return g_string_free (text, FALSE);
}
