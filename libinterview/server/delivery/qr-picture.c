/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/delivery/qr-picture.h"

#include <string.h>

#include <png.h>

#include "core/qr-code.h"

#define MODULE 5
#define LIGHT 255
#define DARK 0

/*
 * A QR code as a picture for a mail.
 */

static GByteArray *
draw (const InterviewQrCode *code, guint size)
{
  GByteArray *pixels = g_byte_array_sized_new (size * size);

  g_byte_array_set_size (pixels, size * size);
  memset (pixels->data, LIGHT, size * size);
  for (guint y = 0; y < interview_qr_code_get_width (code); y++)
    {
      for (guint x = 0; x < interview_qr_code_get_width (code); x++)
        {
          guint left = (x + INTERVIEW_QR_QUIET_ZONE) * MODULE;
          guint top = (y + INTERVIEW_QR_QUIET_ZONE) * MODULE;

          for (guint row = 0; interview_qr_code_is_dark (code, x, y) && row < MODULE; row++)
            memset (pixels->data + (top + row) * size + left, DARK, MODULE);
        }
    }
  return pixels;
}

/**
 * interview_qr_picture_make:
 * @text: what a reader is to find
 *
 * A pure function: the same text always makes the same bytes.
 *
 * Returns: (transfer full) (nullable): a PNG, or %NULL if the text is too long
 */
GBytes *
interview_qr_picture_make (const char *text)
{
  g_autoptr (InterviewQrCode) code = interview_qr_code_new (text);
  g_autoptr (GByteArray) pixels = NULL;
  png_image image = { .version = PNG_IMAGE_VERSION, .format = PNG_FORMAT_GRAY };
  png_alloc_size_t length = 0;
  g_autofree guint8 *written = NULL;
  guint size;

  if (code == NULL)
    return NULL;
  size = (interview_qr_code_get_width (code) + 2 * INTERVIEW_QR_QUIET_ZONE) * MODULE;
  pixels = draw (code, size);
  image.width = image.height = size;
  length = PNG_IMAGE_PNG_SIZE_MAX (image);
  written = g_malloc (length);
  if (!png_image_write_to_memory (&image, written, &length, 0, pixels->data, (png_int_32) size,
                                  NULL))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&written), length);
}
