/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/question-likeness.h"

#include <string.h>

/* Two texts are one question if so much of their n-grams is shared, if so much of the shorter one
 * is in the longer one, if each word of it has one so like it there, and if no more n-grams of it
 * in a row are missing than a single other character leaves. */
#define LEAST_DICE 0.6
#define LEAST_COVERAGE 0.8
#define LEAST_WORD 0.5
#define LONGEST_GAP 2

/*
 * Whether two people asked the same thing in other words. Pure functions, without a dictionary, so
 * that they work for Chinese, which has no spaces, as for English.
 */

/* What a question is wrapped in, and what asks without saying after what. */
static const char *const filler_words[] = {
  "a",     "an",    "the",  "of",    "to",   "in",       "on",        "at",    "for",
  "and",   "or",    "is",   "are",   "was",  "were",     "be",        "been",  "do",
  "does",  "did",   "will", "would", "can",  "could",    "should",    "may",   "might",
  "i",     "me",    "my",   "you",   "your", "we",       "our",       "us",    "they",
  "their", "it",    "its",  "this",  "that", "these",    "those",     "there", "here",
  "what",  "which", "how",  "have",  "has",  "had",      "please",    "tell",  "about",
  "know",  "like",  "want", "ask",   "let",  "describe", "explain",   "look",  "usually",
  "also",  "any",   "some", "just",  "s",    "re",       "wondering", NULL,
};

/* The longer ones first, as they are taken out in this order. */
static const char *const filler_phrases[] = {
  "想请问一下", "我想问一下", "想了解一下", "请问一下", "想问一下", "我想知道", "你们公司",
  "我们公司",   "可不可以",   "能不能",     "是不是",   "贵公司",   "我想问",   "想问问",
  "我们",       "咱们",       "你们",       "请问",     "想问",     "可以",     "平时",
  "经常",       "一般",       "通常",       "大概",     "目前",     "现在",     "主要",
  "具体",       "一下",       "这边",       "请",       "您",       "你",       "我",
  "的",         "了",         "吗",         "呢",       "吧",       "啊",       "呀",
  "是",         NULL,
};

static const char *const denials[] = { "not", "no", "never", "without", NULL };

/* What is compared of a text. */
typedef struct
{
  GPtrArray *words; /* in other scripts than Chinese, without fillers */
  GPtrArray *grams; /* of the words, then of the Chinese, in order */
  guint first_han;  /* the first n-gram of the Chinese */
  GString *numbers;
  guint denials;
  char *plain;
} Shape;

static void
shape_free (Shape *shape)
{
  g_ptr_array_unref (shape->words);
  g_ptr_array_unref (shape->grams);
  g_string_free (shape->numbers, TRUE);
  g_free (shape->plain);
  g_free (shape);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shape, shape_free)

static gboolean
is_han (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* One kind of each character, small letters, and a space for all that is no letter or digit. */
static char *
make_plain (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (composed != NULL ? composed : "", -1);
  g_autoptr (GString) whole = g_string_new (folded);
  GString *plain = g_string_new (NULL);

  g_string_replace (whole, "’", "'", 0);
  g_string_replace (whole, "n't", " not", 0);
  for (const char *p = whole->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, c);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  return g_strchomp (g_string_free (plain, FALSE));
}

static void
add_grams (GPtrArray *grams, const char *padded, guint length)
{
  const char *start = padded;
  glong n = g_utf8_strlen (padded, -1);

  for (glong i = 0; i + (glong) length <= n; i++, start = g_utf8_next_char (start))
    g_ptr_array_add (grams,
                     g_strndup (start, (gsize) (g_utf8_offset_to_pointer (start, length) - start)));
}

static void
add_word (Shape *shape, const char *word)
{
  g_autofree char *padded = g_strdup_printf ("_%s_", word);

  if (g_strv_contains (denials, word))
    shape->denials++;
  if (g_ascii_isdigit (*word))
    g_string_append_printf (shape->numbers, "%s ", word);
  if (g_strv_contains (filler_words, word))
    return;
  g_ptr_array_add (shape->words, g_strdup (word));
  add_grams (shape->grams, padded, 3);
}

/* “多不多” asks for no other thing than “多吗”. */
static void
join_alternatives (GString *han)
{
  g_autofree gunichar *c = NULL;
  glong n = 0;

  c = g_utf8_to_ucs4_fast (han->str, -1, &n);
  g_string_truncate (han, 0);
  for (glong i = 0; i < n; i++)
    {
      g_string_append_unichar (han, c[i]);
      if (i + 2 < n && c[i] == c[i + 2] && (c[i + 1] == 0x4e0d || c[i + 1] == 0x6ca1))
        i += 2;
    }
}

static void
add_han (Shape *shape, GString *han)
{
  g_autofree char *padded = NULL;

  for (guint i = 0; filler_phrases[i] != NULL; i++)
    g_string_replace (han, filler_phrases[i], "", 0);
  join_alternatives (han);
  for (const char *p = han->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      shape->denials += c == 0x4e0d || c == 0x6ca1;
    }
  padded = g_strdup_printf ("^%s$", han->str);
  if (han->len > 0)
    add_grams (shape->grams, padded, 2);
}

static Shape *
make_shape (const char *text)
{
  Shape *shape = g_new0 (Shape, 1);
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GString) han = g_string_new (NULL);

  shape->words = g_ptr_array_new_with_free_func (g_free);
  shape->grams = g_ptr_array_new_with_free_func (g_free);
  shape->numbers = g_string_new (NULL);
  shape->plain = make_plain (text);
  for (const char *p = shape->plain;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && c != ' ' && !is_han (c))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      if (word->len > 0)
        add_word (shape, word->str);
      g_string_truncate (word, 0);
      if (c == 0)
        break;
      if (c != ' ')
        g_string_append_unichar (han, c);
    }
  shape->first_han = shape->grams->len;
  add_han (shape, han);
  return shape;
}

/* Which n-grams of @one are in @other, each of those once; returns how many. */
static guint
cover (GPtrArray *one, GPtrArray *other, gboolean *covered)
{
  g_autofree gboolean *used = g_new0 (gboolean, other->len + 1);
  guint n = 0;

  for (guint i = 0; i < one->len; i++)
    {
      covered[i] = FALSE;
      for (guint k = 0; k < other->len && !covered[i]; k++)
        {
          if (used[k] || strcmp (g_ptr_array_index (one, i), g_ptr_array_index (other, k)) != 0)
            continue;
          covered[i] = used[k] = TRUE;
          n++;
        }
    }
  return n;
}

static gboolean
is_like_word (const char *one, const char *other)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) second = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *padded_one = g_strdup_printf ("_%s_", one);
  g_autofree char *padded_other = g_strdup_printf ("_%s_", other);
  g_autofree gboolean *covered = NULL;

  add_grams (first, padded_one, 3);
  add_grams (second, padded_other, 3);
  covered = g_new (gboolean, first->len + 1);
  return 2.0 * cover (first, second, covered) >= LEAST_WORD * (first->len + second->len);
}

static gboolean
has_every_word (const Shape *longer, const Shape *shorter)
{
  for (guint i = 0; i < shorter->words->len; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < longer->words->len && !found; k++)
        found = is_like_word (g_ptr_array_index (shorter->words, i),
                              g_ptr_array_index (longer->words, k));
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_gap (const Shape *shape, const gboolean *covered)
{
  guint gap = 0;

  for (guint i = shape->first_han; i < shape->grams->len; i++)
    {
      gap = covered[i] ? 0 : gap + 1;
      if (gap > LONGEST_GAP)
        return TRUE;
    }
  return FALSE;
}

/**
 * interview_question_likeness_is_same:
 * @one: a question as somebody wrote it
 * @other: another one
 *
 * Whether two texts ask the same. Both are brought to one form: NFKC, small letters, no
 * punctuation, without what is said out of courtesy ("could you tell me", “请问”) and without words
 * that say nothing of the matter; “多不多” becomes “多”. What remains is compared by its character
 * n-grams, trigrams of each word and bigrams of Chinese text, where bigrams find as much as words
 * do (K. L. Kwok, "Comparing representations in Chinese information retrieval", SIGIR 1997):
 *
 *   dice     = 2 |A ∩ B| / (|A| + |B|)      >= 0.6
 *   coverage = |A ∩ B| / min (|A|, |B|)     >= 0.8
 *
 * Dice's coefficient on n-grams is from G. W. Adamson and J. Boreham, "The use of an association
 * measure based on character structure to identify semantically related pairs of words and document
 * titles", Information Storage and Retrieval 10 (1974); the coverage is the containment of A. Z.
 * Broder, "On the resemblance and containment of documents", 1997.
 *
 * One exchanged noun in a long sentence changes little of that and everything of the question.
 * Hence each word of the shorter text needs one like it in the longer, no more than two bigrams in
 * a row may be missing there, and numbers and denials have to be the same. It rather leaves two
 * questions apart than to join two that differ. A pure function.
 *
 * Returns: whether they are one question
 */
gboolean
interview_question_likeness_is_same (const char *one, const char *other)
{
  g_autoptr (Shape) first = NULL;
  g_autoptr (Shape) second = NULL;
  g_autofree gboolean *covered = NULL;
  const Shape *shorter, *longer;
  guint shared;

  g_return_val_if_fail (one != NULL && other != NULL, FALSE);

  first = make_shape (one);
  second = make_shape (other);
  if (strcmp (first->plain, second->plain) == 0)
    return TRUE;
  shorter = first->grams->len <= second->grams->len ? first : second;
  longer = shorter == first ? second : first;
  if (shorter->grams->len == 0 || first->denials != second->denials ||
      strcmp (first->numbers->str, second->numbers->str) != 0)
    return FALSE;
  covered = g_new0 (gboolean, shorter->grams->len);
  shared = cover (shorter->grams, longer->grams, covered);
  return 2.0 * shared >= LEAST_DICE * (shorter->grams->len + longer->grams->len) &&
         shared >= LEAST_COVERAGE * shorter->grams->len && has_every_word (longer, shorter) &&
         !has_gap (shorter, covered);
}
