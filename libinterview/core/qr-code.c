/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/qr-code.h"

#include <qrencode.h>

/*
 * InterviewQrCode is a text as a square of dark and light modules, to be read by a camera. Without
 * state but what it was made of; free it where it was made.
 */
struct _InterviewQrCode
{
  QRcode *code;
};

/**
 * interview_qr_code_new:
 * @text: what a reader is to find, such as a link
 *
 * Returns: (transfer full) (nullable): the code, with room for a seventh of it to be unreadable;
 *   %NULL if the text is too long for one
 */
InterviewQrCode *
interview_qr_code_new (const char *text)
{
  QRcode *code;
  InterviewQrCode *self;

  g_return_val_if_fail (text != NULL, NULL);

  code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  if (code == NULL)
    return NULL;
  self = g_new0 (InterviewQrCode, 1);
  self->code = code;
  return self;
}

/**
 * interview_qr_code_free:
 * @self: (transfer full): a code
 */
void
interview_qr_code_free (InterviewQrCode *self)
{
  QRcode_free (self->code);
  g_free (self);
}

/**
 * interview_qr_code_get_width:
 *
 * Returns: how many modules it has in each direction, without the quiet zone
 */
guint
interview_qr_code_get_width (const InterviewQrCode *self)
{
  return (guint) self->code->width;
}

/**
 * interview_qr_code_is_dark:
 * @x: column, from 0
 * @y: row, from 0
 *
 * Returns: whether the module is dark
 */
gboolean
interview_qr_code_is_dark (const InterviewQrCode *self, guint x, guint y)
{
  guint width = interview_qr_code_get_width (self);

  g_return_val_if_fail (x < width && y < width, FALSE);

  return (self->code->data[y * width + x] & 1) != 0;
}
