/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "pictures.h"
#include "resume-sheet.h"

#include <gio/gio.h>

/*
 * Draws one picture or one resume of the sample company, when the project is built:
 *   draw picture NAME OUTPUT.png
 *   draw resume CANDIDATES.json RESUME.json OUTPUT.pdf
 */
static gboolean
write_picture (const char *name, const char *path, GError **error)
{
  guint n_pictures, i;
  const Picture *pictures = pictures_get (&n_pictures);

  for (i = 0; i < n_pictures; i++)
    {
      cairo_surface_t *surface;
      cairo_status_t status;
      cairo_t *cr;

      if (!g_str_equal (pictures[i].name, name))
        continue;
      surface =
          cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pictures[i].width, pictures[i].height);
      cr = cairo_create (surface);
      pictures[i].draw (cr);
      cairo_destroy (cr);
      status = cairo_surface_write_to_png (surface, path);
      cairo_surface_destroy (surface);
      if (status == CAIRO_STATUS_SUCCESS)
        return TRUE;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path,
                   cairo_status_to_string (status));
      return FALSE;
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "there is no picture “%s”", name);

  return FALSE;
}

static const char *
find_name (JsonArray *candidates, const char *resume_path)
{
  g_autofree char *base = g_path_get_basename (resume_path);
  guint i;

  for (i = 0; i < json_array_get_length (candidates); i++)
    {
      JsonObject *candidate = json_array_get_object_element (candidates, i);
      g_autofree char *resume =
          g_path_get_basename (json_object_get_string_member (candidate, "resume"));

      if (g_str_equal (resume, base))
        return json_object_get_string_member (candidate, "display_name");
    }

  return NULL;
}

static gboolean
write_resume (const char *candidates_path,
              const char *resume_path,
              const char *path,
              GError **error)
{
  g_autoptr (JsonParser) candidates = json_parser_new_immutable ();
  g_autoptr (JsonParser) resume = json_parser_new_immutable ();
  const char *name;

  if (!json_parser_load_from_file (candidates, candidates_path, error) ||
      !json_parser_load_from_file (resume, resume_path, error))
    return FALSE;
  name = find_name (json_node_get_array (json_parser_get_root (candidates)), resume_path);
  if (name == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s belongs to no candidate",
                   resume_path);
      return FALSE;
    }

  return resume_sheet_write (json_node_get_object (json_parser_get_root (resume)), name, path,
                             error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean written = FALSE;

  if (argc == 4 && g_str_equal (argv[1], "picture"))
    written = write_picture (argv[2], argv[3], &error);
  else if (argc == 5 && g_str_equal (argv[1], "resume"))
    written = write_resume (argv[2], argv[3], argv[4], &error);
  else
    g_set_error (
        &error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
        "draw picture NAME OUTPUT.png | draw resume CANDIDATES.json RESUME.json OUTPUT.pdf");
  if (!written)
    g_printerr ("draw: %s\n", error->message);

  return written ? 0 : 1;
}
