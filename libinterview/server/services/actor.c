/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/actor.h"

/*
 * InterviewActor is who asks: a person in a role of a company, with a session. It is made when a
 * request is authenticated, never changes and may be read from any thread.
 */
struct _InterviewActor
{
  GObject parent_instance;

  char *person_id;
  char *company_id;
  char *unit_id;
  char *session_id;
  char *room_id;
  char *language;
  InterviewRole role;
};

enum
{
  PROP_0,
  PROP_PERSON_ID,
  PROP_COMPANY_ID,
  PROP_UNIT_ID,
  PROP_SESSION_ID,
  PROP_ROOM_ID,
  PROP_LANGUAGE,
  PROP_ROLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewActor, interview_actor, G_TYPE_OBJECT)

/* The field of a property that is text. */
static char **
find_text (InterviewActor *self, guint prop_id)
{
  switch (prop_id)
    {
    case PROP_PERSON_ID:
      return &self->person_id;
    case PROP_COMPANY_ID:
      return &self->company_id;
    case PROP_UNIT_ID:
      return &self->unit_id;
    case PROP_SESSION_ID:
      return &self->session_id;
    case PROP_ROOM_ID:
      return &self->room_id;
    case PROP_LANGUAGE:
      return &self->language;
    default:
      return NULL;
    }
}

static void
interview_actor_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  InterviewActor *self = INTERVIEW_ACTOR (object);
  char **text = find_text (self, prop_id);

  if (text != NULL)
    *text = g_value_dup_string (value);
  else if (prop_id == PROP_ROLE)
    self->role = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
interview_actor_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  InterviewActor *self = INTERVIEW_ACTOR (object);
  char **text = find_text (self, prop_id);

  if (text != NULL)
    g_value_set_string (value, *text);
  else if (prop_id == PROP_ROLE)
    g_value_set_enum (value, self->role);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
interview_actor_finalize (GObject *object)
{
  for (guint i = PROP_0 + 1; i < PROP_ROLE; i++)
    g_free (*find_text (INTERVIEW_ACTOR (object), i));

  G_OBJECT_CLASS (interview_actor_parent_class)->finalize (object);
}

static void
interview_actor_class_init (InterviewActorClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = interview_actor_finalize;
  object_class->get_property = interview_actor_get_property;
  object_class->set_property = interview_actor_set_property;

  properties[PROP_PERSON_ID] = g_param_spec_string ("person-id", NULL, NULL, NULL, flags);
  properties[PROP_COMPANY_ID] = g_param_spec_string ("company-id", NULL, NULL, NULL, flags);
  properties[PROP_UNIT_ID] = g_param_spec_string ("unit-id", NULL, NULL, NULL, flags);
  properties[PROP_SESSION_ID] = g_param_spec_string ("session-id", NULL, NULL, NULL, flags);
  properties[PROP_ROOM_ID] = g_param_spec_string ("room-id", NULL, NULL, NULL, flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_ROLE] =
      g_param_spec_enum ("role", NULL, NULL, INTERVIEW_TYPE_ROLE, INTERVIEW_ROLE_CANDIDATE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_actor_init (InterviewActor *self)
{
}

/**
 * interview_actor_get_person_id:
 *
 * Returns: (transfer none): who it is
 */
const char *
interview_actor_get_person_id (InterviewActor *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ACTOR (self), NULL);

  return self->person_id;
}

/**
 * interview_actor_get_company_id:
 *
 * Returns: (transfer none): the company
 */
const char *
interview_actor_get_company_id (InterviewActor *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ACTOR (self), NULL);

  return self->company_id;
}

/**
 * interview_actor_get_unit_id:
 *
 * Returns: (transfer none): the branch
 */
const char *
interview_actor_get_unit_id (InterviewActor *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ACTOR (self), NULL);

  return self->unit_id;
}

/**
 * interview_actor_get_session_id:
 *
 * Returns: (transfer none): the session that the request came with
 */
const char *
interview_actor_get_session_id (InterviewActor *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ACTOR (self), NULL);

  return self->session_id;
}

/**
 * interview_actor_get_room_id:
 *
 * Returns: (transfer none) (nullable): the room of the invitation that the session began with
 */
const char *
interview_actor_get_room_id (InterviewActor *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ACTOR (self), NULL);

  return self->room_id;
}

/**
 * interview_actor_get_language:
 *
 * Returns: (transfer none) (nullable): language tag that the reader asked for, such as `zh-CN`;
 *   %NULL for the company's default
 */
const char *
interview_actor_get_language (InterviewActor *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ACTOR (self), NULL);

  return self->language;
}

/**
 * interview_actor_get_role:
 *
 * Returns: what the person is in the company
 */
InterviewRole
interview_actor_get_role (InterviewActor *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ACTOR (self), INTERVIEW_ROLE_CANDIDATE);

  return self->role;
}
