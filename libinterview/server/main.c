/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include <glib-unix.h>
#include <locale.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sysexits.h>

#include "core/error.h"
#include "server/commands.h"
#include "server/data-folder.h"
#include "server/log.h"
#include "server/server.h"

#define PRIVATE_MASK 0077

#define SUMMARY                                                                                    \
  "Commands:\n"                                                                                    \
  "  run     serve (the default)\n"                                                                \
  "  init    make the store with a company and its first HR admin\n"                               \
  "  sample  fill in the sample company, with rooms that start now\n\n"                            \
  "To try it on this machine:\n"                                                                   \
  "  interview-server sample --data /tmp/interview\n"                                              \
  "  interview-server --data /tmp/interview\n\n"                                                   \
  "To serve a company:\n"                                                                          \
  "  interview-server init --data /var/lib/interview --company \"Example Ltd\" \\\n"               \
  "      --name \"Ada Example\" --email ada@example.com\n"                                         \
  "  interview-server --data /var/lib/interview --listen 0.0.0.0:8700 \\\n"                        \
  "      --address interview.example.com:8700 \\\n"                                                \
  "      --tls-certificate cert.pem --tls-key key.pem"

/* The command line; what is set there goes before the file. */
typedef struct
{
  char *config;
  char *data;
  char *listen;
  char *address;
  char *tls_certificate;
  char *tls_key;
  char *log_format;
  char *log_level;
  int shards;
  gboolean insecure;
  gboolean version;
  char **command;
  InterviewCommandOptions options;
} Arguments;

typedef struct
{
  GMainLoop *loop;
  InterviewServer *server;
  gboolean stopping;
} Run;

static void
arguments_clear (Arguments *arguments)
{
  g_free (arguments->config);
  g_free (arguments->data);
  g_free (arguments->listen);
  g_free (arguments->address);
  g_free (arguments->tls_certificate);
  g_free (arguments->tls_key);
  g_free (arguments->log_format);
  g_free (arguments->log_level);
  g_strfreev (arguments->command);
  g_free (arguments->options.company);
  g_free (arguments->options.language);
  g_free (arguments->options.name);
  g_free (arguments->options.email);
  g_free (arguments->options.password_file);
  g_free (arguments->options.sign_in);
  g_free (arguments->options.server);
  g_free (arguments->options.sample);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static gboolean
parse_arguments (Arguments *a, int *argc, char ***argv, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("[run|init|sample]");
  const GOptionEntry entries[] = {
    { "config", 'c', 0, G_OPTION_ARG_FILENAME, &a->config, "Settings to read", "FILE" },
    { "data", 'd', 0, G_OPTION_ARG_FILENAME, &a->data, "Folder of the store and the files", "DIR" },
    { "listen", 'l', 0, G_OPTION_ARG_STRING, &a->listen, "Where to listen (127.0.0.1:8700)",
      "ADDR:PORT" },
    { "address", 0, 0, G_OPTION_ARG_STRING, &a->address, "How programs reach it, for links",
      "HOST:PORT" },
    { "tls-certificate", 0, 0, G_OPTION_ARG_FILENAME, &a->tls_certificate,
      "Certificate with its chain, PEM", "FILE" },
    { "tls-key", 0, 0, G_OPTION_ARG_FILENAME, &a->tls_key, "Key of the certificate, PEM", "FILE" },
    { "insecure", 0, 0, G_OPTION_ARG_NONE, &a->insecure, "Allow plain HTTP beyond this machine",
      NULL },
    { "shards", 0, 0, G_OPTION_ARG_INT, &a->shards, "Threads that serve (one for each core)", "N" },
    { "log-format", 0, 0, G_OPTION_ARG_STRING, &a->log_format, "auto, journal, text or json",
      "FORMAT" },
    { "log-level", 0, 0, G_OPTION_ARG_STRING, &a->log_level,
      "error, warning, message, info or debug", "LEVEL" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &a->version, "Show the version", NULL },
    { "company", 0, 0, G_OPTION_ARG_STRING, &a->options.company, "init: name of the company",
      "NAME" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &a->options.language,
      "init: language of the company (en)", "en|zh-CN" },
    { "name", 0, 0, G_OPTION_ARG_STRING, &a->options.name, "init: name of the HR admin", "NAME" },
    { "email", 0, 0, G_OPTION_ARG_STRING, &a->options.email, "init: their e-mail address",
      "ADDRESS" },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &a->options.password_file,
      "init: file with their password, which is asked for otherwise", "FILE" },
    { "sign-in", 0, 0, G_OPTION_ARG_FILENAME, &a->options.sign_in,
      "sample: folder for files that sign the programs in", "DIR" },
    { "server", 0, 0, G_OPTION_ARG_STRING, &a->options.server,
      "sample: how programs reach the server, as 127.0.0.1:8700?tls=no", "HOST:PORT" },
    { "sample", 0, 0, G_OPTION_ARG_FILENAME, &a->options.sample,
      "sample: folder of the sample’s data", "DIR" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &a->command, NULL, NULL },
    { NULL }
  };

  g_option_context_set_summary (context, SUMMARY);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (a->options.language == NULL)
    a->options.language = g_strdup ("en");
  if (a->options.sample == NULL)
    a->options.sample = g_strdup (INTERVIEW_SAMPLE_DIR);
  return TRUE;
}

static void
override (char **setting, const char *value)
{
  if (value != NULL)
    {
      g_free (*setting);
      *setting = g_strdup (value);
    }
}

static gboolean
load_config (InterviewConfig *config, const Arguments *arguments, GError **error)
{
  if (arguments->config != NULL && !interview_config_load (config, arguments->config, error))
    return FALSE;
  override (&config->data, arguments->data);
  override (&config->listen, arguments->listen);
  override (&config->public_address, arguments->address);
  override (&config->tls_certificate, arguments->tls_certificate);
  override (&config->tls_key, arguments->tls_key);
  override (&config->log_format, arguments->log_format);
  override (&config->log_level, arguments->log_level);
  if (arguments->shards > 0)
    config->shards = arguments->shards;
  if (arguments->insecure)
    config->insecure = TRUE;
  return interview_config_check (config, error);
}

static void
on_stopped (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;

  interview_server_stop_finish (INTERVIEW_SERVER (source), result, NULL);
  g_main_loop_quit (run->loop);
}

static gboolean
on_stop_signal (gpointer user_data)
{
  Run *run = user_data;

  if (!run->stopping)
    {
      run->stopping = TRUE;
      g_message ("Stopping");
      interview_server_stop_async (run->server, on_stopped, run);
    }
  return G_SOURCE_CONTINUE;
}

/* Each socket is a file; the usual soft limit is 1024. */
static void
allow_many_files (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) == 0)
    {
      limit.rlim_cur = limit.rlim_max;
      setrlimit (RLIMIT_NOFILE, &limit);
    }
}

static gboolean
serve (const InterviewConfig *config, GError **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (InterviewClock) clock = interview_clock_new_system ();
  g_autoptr (InterviewServer) server = interview_server_new (config, clock);
  Run run = { loop, server, FALSE };
  guint term, interrupt;

  allow_many_files ();
  if (!interview_data_folder_check_company (config, clock, error) ||
      !interview_server_start (server, error))
    return FALSE;
  term = g_unix_signal_add (SIGTERM, on_stop_signal, &run);
  interrupt = g_unix_signal_add (SIGINT, on_stop_signal, &run);
  printf ("listening on %s\n", interview_server_get_address (server));
  if (interview_server_get_fingerprint (server) != NULL)
    printf ("fingerprint %s\n", interview_server_get_fingerprint (server));
  fflush (stdout);
  g_main_loop_run (loop);
  g_source_remove (term);
  g_source_remove (interrupt);
  return TRUE;
}

static gboolean
run_command (const Arguments *arguments, GError **error)
{
  g_autoptr (InterviewConfig) config = interview_config_new ();
  const char *command = arguments->command != NULL ? arguments->command[0] : "run";

  if (!load_config (config, arguments, error) ||
      !interview_log_start (config->log_format, config->log_level, error))
    return FALSE;
  if (arguments->command != NULL && arguments->command[1] == NULL)
    {
      if (g_str_equal (command, "init"))
        return interview_command_init (config, &arguments->options, error);
      if (g_str_equal (command, "sample"))
        return interview_command_sample (config, &arguments->options, error);
    }
  if (g_str_equal (command, "run") && (arguments->command == NULL || arguments->command[1] == NULL))
    return serve (config, error);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "there is no command “%s”; --help tells which there are", command);
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  /* What the server writes is for its own account alone. */
  umask (PRIVATE_MASK);
  if (parse_arguments (&arguments, &argc, &argv, &error))
    {
      if (arguments.version)
        {
          printf ("interview-server %s\n", INTERVIEW_VERSION);
          return 0;
        }
      if (run_command (&arguments, &error))
        return 0;
    }
  g_printerr ("interview-server: %s\n", error->message);
  /* The service is not to be started again and again until there is a company. */
  return g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND) ? EX_CONFIG : 1;
}
