/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

/*
 * The same load for both servers, so that nothing but the server differs:
 *
 *   load interview|peerjs PORT PID ROOMS SECONDS < lines of seed
 *
 * opens two sockets for each room, fifty at a time, and waits until the server has greeted each;
 * goes into the rooms (interview only; the other has none); relays one call set-up in each room
 * over the given time (offer, answer, eight candidates); then asks for one small document by GET on
 * 32 connections for two seconds. Prints JSON.
 */
#define AT_A_TIME 50
#define GET_CONNECTIONS 32
#define GET_SECONDS 2

/* Between coming in and calling, for what a server does after the one. */
#define SETTLE_SECONDS 2
#define TICK_MICROSECONDS 20000
#define BUFFER 65536
#define MARK "@@"

typedef enum
{
  STATE_NONE,
  STATE_UPGRADING,
  STATE_GREETING,
  STATE_OPEN,
  STATE_JOINED,
} State;

typedef struct
{
  int fd;
  State state;
  char *in;
  gsize length;
  gint64 said_at;
} Peer;

typedef struct
{
  gboolean interview;
  int port;
  int rooms;
  int epoll;
  Peer *peers;
  char **room_ids;
  char **tokens;
  int opened;
  int joined;
  gint64 received;
  GArray *latencies;
} Load;

static void
send_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize sent = send (fd, data, length, MSG_NOSIGNAL);

      if (sent > 0)
        {
          data += sent;
          length -= sent;
        }
      else if (errno != EAGAIN && errno != EINTR)
        g_error ("A socket was closed: %s", g_strerror (errno));
    }
}

static void
say (Peer *peer, const char *text)
{
  gsize length = strlen (text);
  g_autofree char *frame = g_malloc (length + 8);
  gsize head = length < 126 ? 2 : 4;

  frame[0] = (char) 0x81;
  frame[1] = (char) (0x80 | (length < 126 ? length : 126));
  if (head == 4)
    {
      frame[2] = (char) (length >> 8);
      frame[3] = (char) length;
    }
  memset (frame + head, 0, 4);
  memcpy (frame + head + 4, text, length);
  send_all (peer->fd, frame, head + 4 + length);
  peer->said_at = g_get_monotonic_time ();
}

static int
connect_to (int port)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons (port) };
  int fd = socket (AF_INET, SOCK_STREAM, 0);
  int one = 1;

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  if (connect (fd, (struct sockaddr *) &address, sizeof address) != 0)
    g_error ("No connection: %s", g_strerror (errno));
  setsockopt (fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  fcntl (fd, F_SETFL, O_NONBLOCK);
  return fd;
}

static void
watch (Load *load, int fd, int index)
{
  struct epoll_event event = { .events = EPOLLIN, .data.u32 = index };

  epoll_ctl (load->epoll, EPOLL_CTL_ADD, fd, &event);
}

static void
open_peer (Load *load, int index)
{
  Peer *peer = &load->peers[index];
  g_autofree char *target = NULL;
  g_autofree char *headers = NULL;
  g_autofree char *request = NULL;

  peer->fd = connect_to (load->port);
  peer->in = g_malloc (BUFFER);
  peer->state = STATE_UPGRADING;
  watch (load, peer->fd, index);
  if (load->interview)
    {
      target = g_strdup ("/api/v1/events");
      headers = g_strdup_printf ("Authorization: Bearer %s\r\n"
                                 "Sec-WebSocket-Protocol: interview.v1\r\n",
                                 load->tokens[index]);
    }
  else
    {
      target = g_strdup_printf ("/peerjs?key=peerjs&id=p%d&token=t%d&version=1", index, index);
      headers = g_strdup ("");
    }
  request = g_strdup_printf ("GET %s HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                             "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n%s\r\n",
                             target, headers);
  send_all (peer->fd, request, strlen (request));
}

static char *
get_instance (int index)
{
  return g_strdup_printf ("%025d0", index);
}

static void
say_hello (Peer *peer, int index)
{
  g_autofree char *instance = get_instance (index);
  g_autofree char *text =
      g_strdup_printf ("{\"type\":\"hello\",\"body\":{\"instance\":\"%s\",\"last_sequence\":0}}",
                       instance);

  say (peer, text);
}

static void
take_latency (Load *load, const char *text, gsize length)
{
  const char *mark = g_strstr_len (text, length, MARK);
  gint64 latency;

  if (mark == NULL)
    return;
  latency = g_get_monotonic_time () - g_ascii_strtoll (mark + strlen (MARK), NULL, 10);
  g_array_append_val (load->latencies, latency);
  load->received++;
}

static void
take_text (Load *load, Peer *peer, const char *text, gsize length)
{
  if (peer->state == STATE_GREETING &&
      g_strstr_len (text, length, load->interview ? "\"welcome\"" : "\"OPEN\"") != NULL)
    {
      peer->state = STATE_OPEN;
      load->opened++;
    }
  else if (peer->state == STATE_OPEN && g_strstr_len (text, length, "\"current\"") != NULL)
    {
      peer->state = STATE_JOINED;
      load->joined++;
    }
  else
    take_latency (load, text, length);
}

/* Returns how many bytes the first whole frame has, 0 if it is not whole. */
static gsize
take_frame (Load *load, Peer *peer, const char *data, gsize available)
{
  const guint8 *bytes = (const guint8 *) data;
  gsize length, head = 2;

  if (available < 4)
    return 0;
  length = bytes[1] & 0x7f;
  if (length == 126)
    {
      length = bytes[2] << 8 | bytes[3];
      head = 4;
    }
  if (length == 127)
    g_error ("A frame is too long");
  if (available < head + length)
    return 0;
  if ((bytes[0] & 0x0f) == 1)
    take_text (load, peer, data + head, length);
  else if ((bytes[0] & 0x0f) == 8)
    g_error ("The server closed a socket");
  return head + length;
}

static void
read_peer (Load *load, int index)
{
  Peer *peer = &load->peers[index];
  gssize got = recv (peer->fd, peer->in + peer->length, BUFFER - peer->length, 0);
  gsize used = 0, step;

  if (got <= 0)
    {
      if (got < 0 && errno == EAGAIN)
        return;
      g_error ("A socket was closed");
    }
  peer->length += got;
  if (peer->state == STATE_UPGRADING)
    {
      const char *end = g_strstr_len (peer->in, peer->length, "\r\n\r\n");

      if (end == NULL)
        return;
      if (g_strstr_len (peer->in, peer->length, " 101 ") == NULL)
        g_error ("No WebSocket: %.80s", peer->in);
      used = end + 4 - peer->in;
      peer->state = STATE_GREETING;
      if (load->interview)
        say_hello (peer, index);
    }
  while ((step = take_frame (load, peer, peer->in + used, peer->length - used)) > 0)
    used += step;
  memmove (peer->in, peer->in + used, peer->length - used);
  peer->length -= used;
}

static void
run_once (Load *load, int milliseconds)
{
  struct epoll_event events[256];
  int count = epoll_wait (load->epoll, events, G_N_ELEMENTS (events), milliseconds);

  for (int i = 0; i < count; i++)
    read_peer (load, events[i].data.u32);
}

static double
open_all (Load *load)
{
  gint64 began = g_get_monotonic_time ();
  int asked = 0;

  while (load->opened < load->rooms * 2)
    {
      while (asked < load->rooms * 2 && asked - load->opened < AT_A_TIME)
        open_peer (load, asked++);
      run_once (load, 1000);
    }
  return (g_get_monotonic_time () - began) / 1e6;
}

static void
join_all (Load *load)
{
  int asked = 0;

  while (load->interview && load->joined < load->rooms * 2)
    {
      while (asked < load->rooms * 2 && asked - load->joined < AT_A_TIME)
        {
          g_autofree char *text =
              g_strdup_printf ("{\"type\":\"join\",\"body\":{\"room_id\":\"%s\"}}",
                               load->room_ids[asked / 2]);

          say (&load->peers[asked++], text);
        }
      run_once (load, 1000);
    }
}

static void
send_signal (Load *load, int from, int to, const char *kind, gsize size)
{
  g_autofree char *filler = g_strnfill (size, 'v');
  g_autofree char *instance = get_instance (to);
  g_autofree char *upper = g_ascii_strup (kind, -1);
  g_autofree char *text = NULL;
  gint64 now = g_get_monotonic_time ();

  if (load->interview)
    text =
        g_strdup_printf ("{\"type\":\"signal\",\"body\":{\"room_id\":\"%s\",\"peer\":\"%s\","
                         "\"epoch\":1,\"kind\":\"%s\",\"%s\":\"" MARK "%" G_GINT64_FORMAT " %s\"}}",
                         load->room_ids[from / 2], instance, kind,
                         g_str_equal (kind, "candidate") ? "candidate" : "sdp", now, filler);
  else
    text = g_strdup_printf ("{\"type\":\"%s\",\"dst\":\"p%d\",\"payload\":{\"sdp\":\"" MARK
                            "%" G_GINT64_FORMAT " %s\"}}",
                            upper, to, now, filler);
  say (&load->peers[from], text);
}

static int
relay_room (Load *load, int room)
{
  int a = room * 2, b = a + 1;

  send_signal (load, a, b, "offer", 1800);
  send_signal (load, b, a, "answer", 1500);
  for (int i = 0; i < 4; i++)
    {
      send_signal (load, a, b, "candidate", 120);
      send_signal (load, b, a, "candidate", 120);
    }
  return 10;
}

static void
ping_quiet (Load *load, gint64 now)
{
  for (int i = 0; load->interview && i < load->rooms * 2; i++)
    {
      if (now - load->peers[i].said_at > 5 * G_USEC_PER_SEC)
        say (&load->peers[i], "{\"type\":\"ping\",\"body\":{\"token\":1}}");
    }
}

static void
settle (Load *load)
{
  gint64 until = g_get_monotonic_time () + SETTLE_SECONDS * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < until)
    run_once (load, 10);
}

/* Each room once if there are many; few rooms again and again, so that there is something to
 * count. */
static int
relay_all (Load *load, double seconds)
{
  gint64 began = g_get_monotonic_time (), next = began, until = began + seconds * G_USEC_PER_SEC;
  int setups = MAX (load->rooms, 100), done = 0, sent = 0;

  while (done < setups || load->received < sent)
    {
      gint64 now = g_get_monotonic_time ();

      if (now > until + 10 * G_USEC_PER_SEC)
        break;
      if (done < setups && now >= next)
        {
          int due = (int) ((now - began) / (double) (until - began) * setups) + 1;

          while (done < MIN (due, setups))
            sent += relay_room (load, done++ % load->rooms);
          next = now + TICK_MICROSECONDS;
          ping_quiet (load, now);
        }
      run_once (load, 1);
    }
  return sent;
}

static double
get_memory (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", pid);
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text != NULL ? g_ascii_strtod (strstr (text, "VmRSS:") + 6, NULL) / 1024 : 0;
}

static double
get_cpu (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  if (text == NULL)
    return 0;
  fields = g_strsplit (strstr (text, ") ") + 2, " ", 20);
  return (atof (fields[11]) + atof (fields[12])) / sysconf (_SC_CLK_TCK);
}

static double
count_gets (Load *load)
{
  g_autofree char *request =
      load->interview ? g_strdup_printf ("GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\n"
                                         "Authorization: Bearer %s\r\n\r\n",
                                         load->tokens[0])
                      : g_strdup ("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  int epoll = epoll_create1 (0), fds[GET_CONNECTIONS];
  gint64 began, until, answers = 0;
  char buffer[BUFFER];

  for (int i = 0; i < GET_CONNECTIONS; i++)
    {
      struct epoll_event event = { .events = EPOLLIN, .data.fd = connect_to (load->port) };

      fds[i] = event.data.fd;
      epoll_ctl (epoll, EPOLL_CTL_ADD, fds[i], &event);
      send_all (fds[i], request, strlen (request));
    }
  began = g_get_monotonic_time ();
  until = began + GET_SECONDS * G_USEC_PER_SEC;
  while (g_get_monotonic_time () < until)
    {
      struct epoll_event events[GET_CONNECTIONS];
      int count = epoll_wait (epoll, events, GET_CONNECTIONS, 100);

      for (int i = 0; i < count; i++)
        {
          gssize got = recv (events[i].data.fd, buffer, sizeof buffer, 0);

          if (got <= 0)
            g_error ("No answer to GET");
          /* Header and body may come apart; both servers end their documents with a brace. */
          if (buffer[got - 1] != '}')
            continue;
          answers++;
          send_all (events[i].data.fd, request, strlen (request));
        }
    }
  for (int i = 0; i < GET_CONNECTIONS; i++)
    close (fds[i]);
  close (epoll);
  return answers / ((g_get_monotonic_time () - began) / 1e6);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static double
get_percentile (Load *load, double share)
{
  guint index = MIN (load->latencies->len - 1, (guint) (load->latencies->len * share));

  return g_array_index (load->latencies, gint64, index) / 1000.0;
}

static void
read_seed (Load *load)
{
  char line[512];

  for (int i = 0; i < load->rooms && fgets (line, sizeof line, stdin) != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (line), " ", 3);

      load->room_ids[i] = g_strdup (words[0]);
      load->tokens[i * 2] = g_strdup (words[1]);
      load->tokens[i * 2 + 1] = g_strdup (words[2]);
    }
}

int
main (int argc, char **argv)
{
  Load load = { 0 };
  struct rlimit limit;
  double memory, opening, cpu, began, seconds, gets, used, with_sockets;
  int pid, sent;

  g_assert (argc == 6);
  getrlimit (RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit (RLIMIT_NOFILE, &limit);
  load.interview = g_str_equal (argv[1], "interview");
  load.port = atoi (argv[2]);
  pid = atoi (argv[3]);
  load.rooms = atoi (argv[4]);
  seconds = atof (argv[5]);
  load.epoll = epoll_create1 (0);
  load.peers = g_new0 (Peer, load.rooms * 2);
  load.room_ids = g_new0 (char *, load.rooms);
  load.tokens = g_new0 (char *, load.rooms * 2);
  load.latencies = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (load.interview)
    read_seed (&load);

  memory = get_memory (pid);
  opening = open_all (&load);
  join_all (&load);
  settle (&load);
  with_sockets = get_memory (pid);
  cpu = get_cpu (pid);
  began = g_get_monotonic_time () / 1e6;
  sent = relay_all (&load, seconds);
  used = (get_cpu (pid) - cpu) / (g_get_monotonic_time () / 1e6 - began) * 100;
  if (load.latencies->len == 0)
    g_error ("The server relayed nothing of %d messages", sent);
  gets = count_gets (&load);
  g_array_sort (load.latencies, compare);
  printf ("{\"rooms\":%d,\"open_per_s\":%.0f,\"kib_per_socket\":%.1f,\"sent\":%d,\"relayed\":%u,"
          "\"p50_ms\":%.3f,\"p99_ms\":%.3f,\"cpu_percent\":%.1f,\"gets_per_s\":%.0f,"
          "\"memory_mib\":%.0f}\n",
          load.rooms, load.rooms * 2 / opening, (with_sockets - memory) * 1024 / load.rooms / 2,
          sent, load.latencies->len, get_percentile (&load, 0.5), get_percentile (&load, 0.99),
          used, gets, get_memory (pid));
  return 0;
}
