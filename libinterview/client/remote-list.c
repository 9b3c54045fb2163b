/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/remote-list.h"

#include "client/request.h"

/*
 * InterviewRemoteList is a list of the server as a GListModel: pages are loaded when they are asked
 * for, and a reload changes only the rows that differ, so that a view keeps its place. A view owns
 * it; on the main context that it was made on.
 *
 * Properties: `loading`; `loaded`: whether the first page ever came; `has-more`; `error`: why the
 * last load failed, %NULL after one that did not.
 */
struct _InterviewRemoteList
{
  GObject parent_instance;

  InterviewConnection *connection;
  InterviewRoute route;
  char *argument;
  GType item_type;
  GHashTable *query;

  GPtrArray *items;
  char *next_cursor;
  gboolean loaded;
  GError *error;

  GCancellable *loading;
  GPtrArray *arriving;
  guint wanted;
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_LOADED,
  PROP_HAS_MORE,
  PROP_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void interview_remote_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (InterviewRemoteList,
                               interview_remote_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      interview_remote_list_model_init))

static void load_page (InterviewRemoteList *self, const char *cursor);

static GType
interview_remote_list_get_item_type (GListModel *model)
{
  return INTERVIEW_REMOTE_LIST (model)->item_type;
}

static guint
interview_remote_list_get_n_items (GListModel *model)
{
  return INTERVIEW_REMOTE_LIST (model)->items->len;
}

static gpointer
interview_remote_list_get_item (GListModel *model, guint position)
{
  InterviewRemoteList *self = INTERVIEW_REMOTE_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
                                     : NULL;
}

static void
interview_remote_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = interview_remote_list_get_item_type;
  iface->get_n_items = interview_remote_list_get_n_items;
  iface->get_item = interview_remote_list_get_item;
}

static void
interview_remote_list_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  InterviewRemoteList *self = INTERVIEW_REMOTE_LIST (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading != NULL);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_HAS_MORE:
      g_value_set_boolean (value, self->next_cursor != NULL);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cancel_loading (InterviewRemoteList *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->arriving, g_ptr_array_unref);
}

static void
interview_remote_list_dispose (GObject *object)
{
  cancel_loading (INTERVIEW_REMOTE_LIST (object));

  G_OBJECT_CLASS (interview_remote_list_parent_class)->dispose (object);
}

static void
interview_remote_list_finalize (GObject *object)
{
  InterviewRemoteList *self = INTERVIEW_REMOTE_LIST (object);

  g_clear_object (&self->connection);
  g_free (self->argument);
  g_hash_table_unref (self->query);
  g_ptr_array_unref (self->items);
  g_free (self->next_cursor);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (interview_remote_list_parent_class)->finalize (object);
}

static void
interview_remote_list_class_init (InterviewRemoteListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = interview_remote_list_dispose;
  object_class->finalize = interview_remote_list_finalize;
  object_class->get_property = interview_remote_list_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_HAS_MORE] = g_param_spec_boolean ("has-more", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_remote_list_init (InterviewRemoteList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->query = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gboolean
is_same (gpointer a, gpointer b)
{
  g_autofree char *first = interview_record_to_text (a);
  g_autofree char *second = interview_record_to_text (b);

  return g_str_equal (first, second);
}

/* Puts @fresh in the place of the items; only what lies between equal ends is told as changed. */
static void
replace_items (InterviewRemoteList *self, GPtrArray *fresh)
{
  guint n_old = self->items->len;
  guint n_new = fresh->len;
  guint head = 0;
  guint tail = 0;

  while (head < MIN (n_old, n_new) &&
         is_same (g_ptr_array_index (self->items, head), g_ptr_array_index (fresh, head)))
    head++;
  while (tail < MIN (n_old, n_new) - head &&
         is_same (g_ptr_array_index (self->items, n_old - 1 - tail),
                  g_ptr_array_index (fresh, n_new - 1 - tail)))
    tail++;
  if (n_old > head + tail)
    g_ptr_array_remove_range (self->items, head, n_old - head - tail);
  for (guint i = head; i < n_new - tail; i++)
    g_ptr_array_insert (self->items, (int) i, g_object_ref (g_ptr_array_index (fresh, i)));
  if (n_old != n_new || head + tail < n_old)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail,
                                n_new - head - tail);
}

static void
finish_loading (InterviewRemoteList *self, GError *error)
{
  g_clear_object (&self->loading);
  g_clear_pointer (&self->arriving, g_ptr_array_unref);
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
take_page (InterviewRemoteList *self, InterviewPage *page)
{
  GPtrArray *items = interview_page_get_items (page);
  const char *cursor = interview_page_get_next_cursor (page);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->arriving, g_object_ref (g_ptr_array_index (items, i)));
  if (cursor != NULL && items->len > 0 && self->arriving->len < self->wanted)
    {
      load_page (self, cursor);
      return;
    }
  g_free (self->next_cursor);
  self->next_cursor = g_strdup (cursor);
  self->loaded = TRUE;
  replace_items (self, self->arriving);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_MORE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  finish_loading (self, NULL);
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRemoteList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page =
      interview_request_send_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (page != NULL)
    take_page (self, page);
  else
    finish_loading (self, g_steal_pointer (&error));
}

static void
load_page (InterviewRemoteList *self, const char *cursor)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (self->connection, self->route, self->argument, NULL);
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_hash_table_iter_init (&iter, self->query);
  while (g_hash_table_iter_next (&iter, &name, &value))
    interview_request_set_query (request, name, value);
  interview_request_set_query (request, "cursor", cursor);
  interview_request_expect_page (request, self->item_type);
  interview_request_send_async (request, self->loading, on_page, g_object_ref (self));
}

static void
begin (InterviewRemoteList *self, const char *cursor)
{
  self->loading = g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  load_page (self, cursor);
}

/**
 * interview_remote_list_new:
 * @connection: (transfer none): the connection
 * @route: a route whose answer is a page
 * @argument: (nullable): argument of the route
 * @item_type: class of the items
 *
 * Returns: (transfer full): an empty list; interview_remote_list_reload() fills it
 */
InterviewRemoteList *
interview_remote_list_new (InterviewConnection *connection,
                           InterviewRoute route,
                           const char *argument,
                           GType item_type)
{
  InterviewRemoteList *self;

  g_return_val_if_fail (INTERVIEW_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (g_type_is_a (item_type, INTERVIEW_TYPE_RECORD), NULL);

  self = g_object_new (INTERVIEW_TYPE_REMOTE_LIST, NULL);
  self->connection = g_object_ref (connection);
  self->route = route;
  self->argument = g_strdup (argument);
  self->item_type = item_type;
  return self;
}

/**
 * interview_remote_list_set_query:
 * @name: name of a parameter
 * @value: (nullable): its value from the next load on; %NULL takes it out
 */
void
interview_remote_list_set_query (InterviewRemoteList *self, const char *name, const char *value)
{
  g_return_if_fail (INTERVIEW_IS_REMOTE_LIST (self));
  g_return_if_fail (name != NULL);

  if (value != NULL)
    g_hash_table_replace (self->query, g_strdup (name), g_strdup (value));
  else
    g_hash_table_remove (self->query, name);
}

/**
 * interview_remote_list_reload:
 *
 * Loads again as much as was loaded, at least one page. A load under way is given up.
 */
void
interview_remote_list_reload (InterviewRemoteList *self)
{
  g_return_if_fail (INTERVIEW_IS_REMOTE_LIST (self));

  cancel_loading (self);
  self->arriving = g_ptr_array_new_with_free_func (g_object_unref);
  self->wanted = self->items->len;
  begin (self, NULL);
}

/**
 * interview_remote_list_load_more:
 *
 * Loads the next page. Does nothing at the end of the list or while something is being loaded.
 */
void
interview_remote_list_load_more (InterviewRemoteList *self)
{
  g_return_if_fail (INTERVIEW_IS_REMOTE_LIST (self));

  if (self->loading != NULL || self->next_cursor == NULL)
    return;
  self->arriving = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (self->arriving, g_object_ref (g_ptr_array_index (self->items, i)));
  self->wanted = 0;
  begin (self, self->next_cursor);
}

/**
 * interview_remote_list_get_loading:
 *
 * Returns: whether something is being loaded
 */
gboolean
interview_remote_list_get_loading (InterviewRemoteList *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE_LIST (self), FALSE);

  return self->loading != NULL;
}

/**
 * interview_remote_list_get_loaded:
 *
 * Returns: whether a first page ever came, so that an empty list means that there is nothing
 */
gboolean
interview_remote_list_get_loaded (InterviewRemoteList *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE_LIST (self), FALSE);

  return self->loaded;
}

/**
 * interview_remote_list_get_has_more:
 *
 * Returns: whether the server has another page
 */
gboolean
interview_remote_list_get_has_more (InterviewRemoteList *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE_LIST (self), FALSE);

  return self->next_cursor != NULL;
}

/**
 * interview_remote_list_get_error:
 *
 * Returns: (transfer none) (nullable): why the last load failed, for people
 */
const GError *
interview_remote_list_get_error (InterviewRemoteList *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REMOTE_LIST (self), NULL);

  return self->error;
}
