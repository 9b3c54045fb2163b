/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/program.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "interview-program-resources.h"
#include "program/about.h"
#include "program/locations.h"
#include "program/preferences.h"
#include "program/recording-keeper.h"
#include "program/recordings-window.h"
#include "program/sharing-desk.h"
#include "ui/style.h"
#include "ui/translation.h"

/*
 * InterviewProgram is what the two programs do the same way: options, profile, languages, colours,
 * the actions of the application, one window. A second launch of the same profile hands its link
 * to the program that runs. A program derives from it, sets the fields of the class and implements
 * its functions; main() calls interview_program_main().
 */
typedef struct
{
  InterviewProfile *profile;
  InterviewAccount *account;
  InterviewRecordingKeeper *keeper;
  InterviewSharingDesk *sharing_desk;
  InterviewDevices *devices;
  char *camera_file;
  char *microphone_file;
  gboolean test_source;
  gboolean insecure;
  char **languages;
  guint terminate_id;
} InterviewProgramPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (InterviewProgram, interview_program, ADW_TYPE_APPLICATION)

static InterviewProgramPrivate *
get_private (InterviewProgram *self)
{
  return interview_program_get_instance_private (self);
}

static const GOptionEntry options[] = {
  { "profile", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_ ("Use separate settings, data and sign-in, so that several run at once"), N_ ("NAME") },
  { "sign-in-file", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("Sign in with the one-time code in a file of mode 0600, and remove the file"),
    N_ ("FILE") },
  { "camera", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("Use the picture of a media file in place of a camera"), N_ ("FILE") },
  { "microphone", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("Use the sound of a media file in place of a microphone"), N_ ("FILE") },
  { "test-source", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_ ("Use a drawn picture and a tone in place of camera and microphone"), NULL },
  { "insecure", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_ ("Allow connections without encryption to other machines"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and end"), NULL },
  { NULL },
};

static const GOptionEntry link_option[] = {
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, N_ ("[LINK]") },
  { NULL },
};

static void
apply_color_scheme (InterviewProgram *self)
{
  GSettings *settings = interview_profile_get_settings (get_private (self)->profile);
  g_autofree char *scheme = g_settings_get_string (settings, "color-scheme");
  AdwColorScheme value = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    value = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    value = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)),
                                      value);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  /* The window may want to ask before it closes. */
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (G_APPLICATION (user_data));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  InterviewProgramClass *klass = INTERVIEW_PROGRAM_GET_CLASS (user_data);

  interview_about_present (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                           gettext (klass->title), klass->icon_name);
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  interview_preferences_present (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                                 interview_program_get_settings (user_data));
}

static gboolean
on_terminate (gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
  return G_SOURCE_CONTINUE;
}

static void
on_recordings (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  InterviewProgramPrivate *priv = get_private (user_data);

  interview_program_get_account (user_data);
  interview_recordings_window_present (gtk_application_get_active_window (
                                           GTK_APPLICATION (user_data)),
                                       priv->sharing_desk);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = on_quit },
  { .name = "recordings", .activate = on_recordings },
  { .name = "about", .activate = on_about },
  { .name = "preferences", .activate = on_preferences },
};

static void
interview_program_startup (GApplication *application)
{
  InterviewProgram *self = INTERVIEW_PROGRAM (application);
  InterviewProgramPrivate *priv = get_private (self);
  GtkApplication *gtk = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (interview_program_parent_class)->startup (application);
  interview_program_register_resource ();
  interview_style_load (gdk_display_get_default ());
  gtk_window_set_default_icon_name (INTERVIEW_PROGRAM_GET_CLASS (self)->icon_name);
  g_signal_connect_object (interview_profile_get_settings (priv->profile), "changed::color-scheme",
                           G_CALLBACK (apply_color_scheme), self, G_CONNECT_SWAPPED);
  apply_color_scheme (self);
  priv->terminate_id = g_unix_signal_add (SIGTERM, on_terminate, self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (gtk, "app.quit", (const char *[]){ "<Control>q", NULL });
  gtk_application_set_accels_for_action (gtk, "app.preferences",
                                         (const char *[]){ "<Control>comma", NULL });
  gtk_application_set_accels_for_action (gtk, "window.close",
                                         (const char *[]){ "<Control>w", NULL });
}

static void
interview_program_shutdown (GApplication *application)
{
  InterviewProgramPrivate *priv = get_private (INTERVIEW_PROGRAM (application));

  g_clear_handle_id (&priv->terminate_id, g_source_remove);
  G_APPLICATION_CLASS (interview_program_parent_class)->shutdown (application);
  g_clear_object (&priv->devices);
  g_clear_object (&priv->keeper);
  g_clear_object (&priv->sharing_desk);
  g_clear_object (&priv->account);
}

static void
interview_program_activate (GApplication *application)
{
  InterviewProgram *self = INTERVIEW_PROGRAM (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = INTERVIEW_PROGRAM_GET_CLASS (self)->create_window (self);
  gtk_window_present (window);
}

/* Options that say what the program runs with; those of a second launch come too late. */
static void
take_devices (InterviewProgram *self, GApplicationCommandLine *line, GVariantDict *values)
{
  InterviewProgramPrivate *priv = get_private (self);
  const struct
  {
    const char *option;
    char **path;
  } files[] = { { "camera", &priv->camera_file }, { "microphone", &priv->microphone_file } };

  if (gtk_application_get_active_window (GTK_APPLICATION (self)) != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const char *name = NULL;

      if (g_variant_dict_lookup (values, files[i].option, "^&ay", &name))
        {
          g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, name);

          g_free (*files[i].path);
          *files[i].path = g_file_get_path (file);
        }
    }
  priv->test_source = g_variant_dict_contains (values, "test-source");
  priv->insecure = g_variant_dict_contains (values, "insecure");
}

/* A link that was clicked, when the session starts programs over its bus. */
static void
interview_program_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autofree char *uri = n_files > 0 ? g_file_get_uri (files[0]) : NULL;

  g_application_activate (application);
  if (uri != NULL)
    INTERVIEW_PROGRAM_GET_CLASS (application)->open_link (INTERVIEW_PROGRAM (application), uri);
}

static int
interview_program_command_line (GApplication *application, GApplicationCommandLine *line)
{
  InterviewProgram *self = INTERVIEW_PROGRAM (application);
  InterviewProgramClass *klass = INTERVIEW_PROGRAM_GET_CLASS (self);
  GVariantDict *values = g_application_command_line_get_options_dict (line);
  g_autofree const char **links = NULL;
  const char *name = NULL;

  take_devices (self, line, values);
  g_application_activate (application);
  if (g_variant_dict_lookup (values, "sign-in-file", "^&ay", &name))
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, name);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        klass->open_sign_in_file (self, path);
    }
  else if (g_variant_dict_lookup (values, G_OPTION_REMAINING, "^a&s", &links) && links[0] != NULL)
    klass->open_link (self, links[0]);
  return 0;
}

static int
interview_program_handle_local_options (GApplication *application, GVariantDict *values)
{
  InterviewProgram *self = INTERVIEW_PROGRAM (application);
  InterviewProgramPrivate *priv = get_private (self);
  InterviewProgramClass *klass = INTERVIEW_PROGRAM_GET_CLASS (self);
  g_autoptr (GError) error = NULL;
  const char *name = NULL;

  if (g_variant_dict_contains (values, "version"))
    {
      g_print ("%s\n", INTERVIEW_VERSION);
      return 0;
    }
  g_variant_dict_lookup (values, "profile", "&s", &name);
  priv->profile = interview_profile_new (klass->program_id, name, &error);
  if (priv->profile == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_application_set_application_id (application,
                                    interview_profile_get_application_id (priv->profile));
  g_application_set_resource_base_path (application, klass->resource_path);
  return -1;
}

static void
interview_program_constructed (GObject *object)
{
  GApplication *application = G_APPLICATION (object);

  G_OBJECT_CLASS (interview_program_parent_class)->constructed (object);
  g_application_set_flags (application,
                           INTERVIEW_PROGRAM_GET_CLASS (object)->takes_links
                               ? G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN
                               : G_APPLICATION_HANDLES_COMMAND_LINE);
  g_application_set_option_context_summary (application,
                                            gettext (INTERVIEW_PROGRAM_GET_CLASS (object)->title));
  g_application_add_main_option_entries (application, options);
  if (INTERVIEW_PROGRAM_GET_CLASS (object)->takes_links)
    g_application_add_main_option_entries (application, link_option);
}

static void
interview_program_finalize (GObject *object)
{
  InterviewProgramPrivate *priv = get_private (INTERVIEW_PROGRAM (object));

  g_clear_object (&priv->devices);
  g_clear_object (&priv->keeper);
  g_clear_object (&priv->sharing_desk);
  g_clear_object (&priv->account);
  g_clear_object (&priv->profile);
  g_free (priv->camera_file);
  g_free (priv->microphone_file);
  g_strfreev (priv->languages);
  G_OBJECT_CLASS (interview_program_parent_class)->finalize (object);
}

static void
interview_program_class_init (InterviewProgramClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->constructed = interview_program_constructed;
  object_class->finalize = interview_program_finalize;
  application_class->handle_local_options = interview_program_handle_local_options;
  application_class->open = interview_program_open;
  application_class->command_line = interview_program_command_line;
  application_class->startup = interview_program_startup;
  application_class->shutdown = interview_program_shutdown;
  application_class->activate = interview_program_activate;
}

/* The languages a person reads, best first, as the server names them: "zh-CN", "en". */
static char **
list_languages (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *tag = g_strdup (names[i]);

      if (strpbrk (tag, ".@") != NULL)
        continue;
      g_strdelimit (tag, "_", '-');
      g_strv_builder_add (builder, g_str_equal (tag, "C") ? "en" : tag);
    }
  return g_strv_builder_end (builder);
}

static void
interview_program_init (InterviewProgram *self)
{
  get_private (self)->languages = list_languages ();
}

/**
 * interview_program_main:
 * @type: the program's own type
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Sets up the languages, runs the program and waits for its end. To be called once, from main().
 *
 * Returns: the status to exit with
 */
int
interview_program_main (GType type, int argc, char **argv)
{
  g_autofree char *folder = interview_locations_find_locale_directory ();
  g_autoptr (InterviewProgram) self = NULL;

  interview_translation_load (folder);
  self = g_object_new (type, NULL);
  g_set_application_name (gettext (INTERVIEW_PROGRAM_GET_CLASS (self)->title));
  g_set_prgname (INTERVIEW_PROGRAM_GET_CLASS (self)->program_id);
  return g_application_run (G_APPLICATION (self), argc, argv);
}

/**
 * interview_program_get_profile:
 *
 * Returns: (transfer none): the profile; known before the first window is made
 */
InterviewProfile *
interview_program_get_profile (InterviewProgram *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROGRAM (self), NULL);

  return get_private (self)->profile;
}

/**
 * interview_program_get_settings:
 *
 * Returns: (transfer none): the settings of the profile
 */
GSettings *
interview_program_get_settings (InterviewProgram *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROGRAM (self), NULL);

  return interview_profile_get_settings (get_private (self)->profile);
}

/**
 * interview_program_get_account:
 *
 * Returns: (transfer none): who is signed in; made when it is first asked for
 */
InterviewAccount *
interview_program_get_account (InterviewProgram *self)
{
  InterviewProgramPrivate *priv;

  g_return_val_if_fail (INTERVIEW_IS_PROGRAM (self), NULL);

  priv = get_private (self);
  if (priv->account == NULL)
    {
      priv->account = interview_account_new (priv->profile, (const char *const *) priv->languages,
                                             priv->insecure);
      priv->keeper = interview_recording_keeper_new (priv->account);
      priv->sharing_desk = interview_sharing_desk_new (priv->account);
    }
  return priv->account;
}

/**
 * interview_program_get_devices:
 *
 * Returns: (transfer none): what the options and the settings say is camera, microphone and
 *   loudspeaker; made when it is first asked for
 */
InterviewDevices *
interview_program_get_devices (InterviewProgram *self)
{
  InterviewProgramPrivate *priv;
  InterviewSourceFactory *factory;

  g_return_val_if_fail (INTERVIEW_IS_PROGRAM (self), NULL);

  priv = get_private (self);
  if (priv->devices != NULL)
    return priv->devices;
  priv->devices = interview_devices_new (interview_profile_get_settings (priv->profile));
  factory = interview_devices_get_factory (priv->devices);
  if (priv->test_source)
    interview_source_factory_use_test_sources (factory);
  if (priv->camera_file != NULL)
    interview_source_factory_set_camera_file (factory, priv->camera_file);
  if (priv->microphone_file != NULL)
    interview_source_factory_set_microphone_file (factory, priv->microphone_file);
  return priv->devices;
}

/**
 * interview_program_keep_window_size:
 * @window: the program's window
 *
 * Gives the window the size it had the last time, and keeps the one it will have.
 */
void
interview_program_keep_window_size (InterviewProgram *self, GtkWindow *window)
{
  GSettings *settings = interview_program_get_settings (self);

  g_return_if_fail (GTK_IS_WINDOW (window));

  g_settings_bind (settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
}

/**
 * interview_program_get_insecure:
 *
 * Returns: whether servers on other machines may be talked to without encryption
 */
gboolean
interview_program_get_insecure (InterviewProgram *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROGRAM (self), FALSE);

  return get_private (self)->insecure;
}

/**
 * interview_program_get_languages:
 *
 * Returns: (transfer none): the languages the person reads, best first, such as "zh-CN"
 */
const char *const *
interview_program_get_languages (InterviewProgram *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROGRAM (self), NULL);

  return (const char *const *) get_private (self)->languages;
}
