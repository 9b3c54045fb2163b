/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * InterviewFieldKind:
 *
 * How a field of a record is held and written in JSON.
 *
 * @INTERVIEW_FIELD_STRING: text; limits count characters
 * @INTERVIEW_FIELD_ID: an identifier of interview_id_new()
 * @INTERVIEW_FIELD_TIME: #gint64 microseconds since 1970 in UTC, RFC 3339 in JSON; 0 is "not set"
 * @INTERVIEW_FIELD_INTEGER: #gint64; limits are values
 * @INTERVIEW_FIELD_DOUBLE: a finite number; limits are values
 * @INTERVIEW_FIELD_BOOLEAN: true or false
 * @INTERVIEW_FIELD_CHOICE: an enumeration, by nick; `type` is the enumeration
 * @INTERVIEW_FIELD_STRINGS: a list of texts, each at most %INTERVIEW_LIMIT_TEXT; limits count items
 * @INTERVIEW_FIELD_RECORD: another record; `type` is its class
 * @INTERVIEW_FIELD_RECORDS: a list of records of class `type`; limits count items
 */
typedef enum
{
  INTERVIEW_FIELD_STRING,
  INTERVIEW_FIELD_ID,
  INTERVIEW_FIELD_TIME,
  INTERVIEW_FIELD_INTEGER,
  INTERVIEW_FIELD_DOUBLE,
  INTERVIEW_FIELD_BOOLEAN,
  INTERVIEW_FIELD_CHOICE,
  INTERVIEW_FIELD_STRINGS,
  INTERVIEW_FIELD_RECORD,
  INTERVIEW_FIELD_RECORDS,
} InterviewFieldKind;

typedef struct
{
  const char *name; /* JSON member; the property has the same name with dashes */
  InterviewFieldKind kind;
  gboolean required;
  gint64 minimum;
  gint64 maximum;
  GType (*type) (void);
} InterviewField;

#define INTERVIEW_TYPE_RECORD (interview_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (InterviewRecord, interview_record, INTERVIEW, RECORD, GObject)

struct _InterviewRecordClass
{
  GObjectClass parent_class;

  const InterviewField *fields;
  guint n_fields;
};

/**
 * INTERVIEW_DEFINE_RECORD:
 * @TypeName: name of the class
 * @type_name: its functions' prefix
 *
 * Defines a final record class whose fields are the static array `fields` before it.
 */
#define INTERVIEW_DEFINE_RECORD(TypeName, type_name)                                               \
  struct _##TypeName                                                                               \
  {                                                                                                \
    InterviewRecord parent_instance;                                                               \
  };                                                                                               \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, INTERVIEW_TYPE_RECORD)                                 \
  static void type_name##_class_init (TypeName##Class *klass)                                      \
  {                                                                                                \
    interview_record_class_set_fields (INTERVIEW_RECORD_CLASS (klass), fields,                     \
                                       G_N_ELEMENTS (fields));                                     \
  }                                                                                                \
  static void type_name##_init (TypeName *self)                                                    \
  {                                                                                                \
    interview_record_allocate_fields (INTERVIEW_RECORD (self));                                    \
  }

void interview_record_class_set_fields (InterviewRecordClass *klass,
                                        const InterviewField *fields,
                                        guint n_fields);

void interview_record_allocate_fields (InterviewRecord *self);

gpointer interview_record_copy (InterviewRecord *self);

gpointer interview_record_from_json (GType type, JsonNode *node, GError **error);
gpointer interview_record_from_text (GType type, const char *text, gssize length, GError **error);
JsonNode *interview_record_to_json (InterviewRecord *self);
char *interview_record_to_text (InterviewRecord *self);
gboolean interview_record_validate (InterviewRecord *self, GError **error);

const char *interview_record_get_string (InterviewRecord *self, guint field);
gint64 interview_record_get_integer (InterviewRecord *self, guint field);
double interview_record_get_double (InterviewRecord *self, guint field);
gboolean interview_record_get_boolean (InterviewRecord *self, guint field);
int interview_record_get_choice (InterviewRecord *self, guint field);
const char *const *interview_record_get_strings (InterviewRecord *self, guint field);
gpointer interview_record_get_record (InterviewRecord *self, guint field);
GPtrArray *interview_record_get_records (InterviewRecord *self, guint field);

G_END_DECLS
