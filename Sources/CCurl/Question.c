#include "Curl.h"
#include "Library.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// Lines above a body: honest ones have 1 to 4 KB.
enum { MOST_HEAD = 64 * 1024 };

struct buffer {
  unsigned char *octets;
  size_t count, capacity, most;
  bool is_full;
};

struct curl_question {
  const struct curl_library *curl;
  CURL *easy;
  CURLM *multi;
  struct timespec deadline;
  struct buffer head, body;
  atomic_bool is_stopped;
  long status;
};

bool curl_is_there(void) { return curl_library() != NULL; }

static bool append(struct buffer *buffer, const void *octets, size_t count) {
  if (count > buffer->most - buffer->count) {
    buffer->is_full = true;
    return false;
  }
  if (buffer->count + count > buffer->capacity) {
    size_t capacity = buffer->capacity == 0 ? 8192 : buffer->capacity;
    while (capacity < buffer->count + count) capacity *= 2;
    unsigned char *larger = realloc(buffer->octets, capacity);
    if (larger == NULL) return false;
    buffer->octets = larger;
    buffer->capacity = capacity;
  }
  memcpy(buffer->octets + buffer->count, octets, count);
  buffer->count += count;
  return true;
}

static size_t receive_head(char *octets, size_t size, size_t count, void *question) {
  struct buffer *head = &((CurlQuestion *)question)->head;
  // A new status line begins a new answer, as after 100 Continue.
  if (size * count > 5 && memcmp(octets, "HTTP/", 5) == 0) head->count = 0;
  return append(head, octets, size * count) ? size * count : 0;
}

static size_t receive_body(char *octets, size_t size, size_t count, void *question) {
  return append(&((CurlQuestion *)question)->body, octets, size * count) ? size * count : 0;
}

CurlQuestion *curl_question_new(long milliseconds, size_t most_octets) {
  const struct curl_library *curl = curl_library();
  if (curl == NULL) return NULL;
  CurlQuestion *question = calloc(1, sizeof *question);
  if (question == NULL) return NULL;
  question->curl = curl;
  question->head.most = MOST_HEAD;
  question->body.most = most_octets;
  clock_gettime(CLOCK_MONOTONIC, &question->deadline);
  question->deadline.tv_sec += milliseconds / 1000;
  question->deadline.tv_nsec += milliseconds % 1000 * 1000000;
  question->easy = curl->curl_easy_init_();
  question->multi = curl->curl_multi_init_();
  if (question->easy == NULL || question->multi == NULL) {
    curl_question_free(question);
    return NULL;
  }
  return question;
}

void curl_question_free(CurlQuestion *question) {
  if (question == NULL) return;
  const struct curl_library *curl = question->curl;
  if (question->easy != NULL) curl->curl_easy_cleanup_(question->easy);
  if (question->multi != NULL) curl->curl_multi_cleanup_(question->multi);
  free(question->head.octets);
  free(question->body.octets);
  free(question);
}

void curl_question_stop(CurlQuestion *question) {
  atomic_store(&question->is_stopped, true);
  question->curl->curl_multi_wakeup_(question->multi);
}

long curl_question_status(const CurlQuestion *question) { return question->status; }

CurlOctets curl_question_head(const CurlQuestion *question) {
  return (CurlOctets){question->head.octets, question->head.count};
}

CurlOctets curl_question_body(const CurlQuestion *question) {
  return (CurlOctets){question->body.octets, question->body.count};
}

static long remaining(const CurlQuestion *question) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  long rest = (question->deadline.tv_sec - now.tv_sec) * 1000
    + (question->deadline.tv_nsec - now.tv_nsec) / 1000000;
  return rest < 0 ? 0 : rest;
}

static CurlEnd ending(const CurlQuestion *question, CURLcode code) {
  if (question->body.is_full || code == CURLE_FILESIZE_EXCEEDED) return CURL_ENDED_TOO_LARGE;
  switch (code) {
    case CURLE_OK: return CURL_ENDED_WELL;
    case CURLE_OPERATION_TIMEDOUT: return CURL_ENDED_TIMEOUT;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS: return CURL_ENDED_TLS;
    case CURLE_UNSUPPORTED_PROTOCOL:  // HTTP/0.9, that is no HTTP at all
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_WRITE_ERROR: return CURL_ENDED_UNREADABLE;
    case CURLE_URL_MALFORMAT: return CURL_ENDED_REFUSED;
    default: return CURL_ENDED_UNREACHABLE;
  }
}

/// Runs until libcurl has finished, the time is over or somebody stops it.
static CurlEnd run(CurlQuestion *question) {
  const struct curl_library *curl = question->curl;
  curl->curl_multi_add_handle_(question->multi, question->easy);
  for (;;) {
    int running = 0;
    if (atomic_load(&question->is_stopped)) return CURL_ENDED_STOPPED;
    if (curl->curl_multi_perform_(question->multi, &running) != CURLM_OK) break;
    int left = 0;
    CURLMsg *message = curl->curl_multi_info_read_(question->multi, &left);
    if (message != NULL && message->msg == CURLMSG_DONE)
      return ending(question, message->data.result);
    long rest = remaining(question);
    if (rest == 0) return CURL_ENDED_TIMEOUT;
    if (curl->curl_multi_poll_(question->multi, NULL, 0, (int)rest, NULL) != CURLM_OK) break;
  }
  return CURL_ENDED_UNREACHABLE;
}

static void set_up(CurlQuestion *question, const char *url) {
  const struct curl_library *curl = question->curl;
  curl->curl_easy_setopt_(question->easy, CURLOPT_URL, url);
  curl->curl_easy_setopt_(question->easy, CURLOPT_NOSIGNAL, 1L);
  // What the environment says of proxies is for browsing; a DNS diagnosis asks by itself.
  curl->curl_easy_setopt_(question->easy, CURLOPT_PROXY, "");
  // Looking up an address can outlast the time given for it; nobody waits for it then.
#if LIBCURL_VERSION_NUM >= 0x075700
  curl->curl_easy_setopt_(question->easy, CURLOPT_QUICK_EXIT, 1L);
#endif
}

/// A write to a connection that is gone must not end the program. SIGPIPE goes to the thread that
/// writes, and so it is enough to hold it back there.
static void hold_pipe_signal(void) {
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, NULL);
}

CurlEnd curl_question_get(
  CurlQuestion *question, const char *url, const char *accept, const char *authorities
) {
  const struct curl_library *curl = question->curl;
  hold_pipe_signal();
  set_up(question, url);
  struct curl_slist *headers = curl->curl_slist_append_(NULL, accept);
  curl->curl_easy_setopt_(question->easy, CURLOPT_HTTPHEADER, headers);
  curl->curl_easy_setopt_(question->easy, CURLOPT_USERAGENT, "annai");
  // One question, one connection: it is closed here, where SIGPIPE is held back.
  curl->curl_easy_setopt_(question->easy, CURLOPT_FORBID_REUSE, 1L);
#if LIBCURL_VERSION_NUM >= 0x075500
  curl->curl_easy_setopt_(question->easy, CURLOPT_PROTOCOLS_STR, "http,https");
#endif
  curl->curl_easy_setopt_(question->easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  curl->curl_easy_setopt_(
    question->easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)question->body.most);
  curl->curl_easy_setopt_(question->easy, CURLOPT_HEADERFUNCTION, receive_head);
  curl->curl_easy_setopt_(question->easy, CURLOPT_HEADERDATA, question);
  curl->curl_easy_setopt_(question->easy, CURLOPT_WRITEFUNCTION, receive_body);
  curl->curl_easy_setopt_(question->easy, CURLOPT_WRITEDATA, question);
  if (authorities != NULL) {
    struct curl_blob blob = {(void *)authorities, strlen(authorities), CURL_BLOB_COPY};
    curl->curl_easy_setopt_(question->easy, CURLOPT_CAINFO_BLOB, &blob);
  }
  CurlEnd end = run(question);
  curl->curl_easy_getinfo_(question->easy, CURLINFO_RESPONSE_CODE, &question->status);
  curl->curl_multi_remove_handle_(question->multi, question->easy);
  curl->curl_slist_free_all_(headers);
  return end;
}

/// Waits until the connection can be read or written, or there is a reason to end.
static CurlEnd wait_for(CurlQuestion *question, curl_socket_t socket, short events) {
  long rest = remaining(question);
  if (rest == 0) return CURL_ENDED_TIMEOUT;
  struct curl_waitfd descriptor = {.fd = socket, .events = events};
  CURLMcode code =
    question->curl->curl_multi_poll_(question->multi, &descriptor, 1, (int)rest, NULL);
  if (atomic_load(&question->is_stopped)) return CURL_ENDED_STOPPED;
  return code == CURLM_OK ? CURL_ENDED_WELL : CURL_ENDED_UNREACHABLE;
}

static CurlEnd send_text(CurlQuestion *question, curl_socket_t socket, const char *text) {
  size_t rest = strlen(text);
  while (rest > 0) {
    size_t sent = 0;
    CURLcode code = question->curl->curl_easy_send_(question->easy, text, rest, &sent);
    if (code != CURLE_OK && code != CURLE_AGAIN) return CURL_ENDED_UNREACHABLE;
    text += sent;
    rest -= sent;
    if (code != CURLE_AGAIN) continue;
    CurlEnd end = wait_for(question, socket, CURL_WAIT_POLLOUT);
    if (end != CURL_ENDED_WELL) return end;
  }
  return CURL_ENDED_WELL;
}

static CurlEnd receive_all(CurlQuestion *question, curl_socket_t socket) {
  unsigned char part[16 * 1024];
  for (;;) {
    size_t count = 0;
    CURLcode code = question->curl->curl_easy_recv_(question->easy, part, sizeof part, &count);
    if (code == CURLE_OK && count == 0) return CURL_ENDED_WELL;
    if (code == CURLE_OK) {
      if (!append(&question->body, part, count)) return CURL_ENDED_TOO_LARGE;
      if (remaining(question) == 0) return CURL_ENDED_TIMEOUT;
      continue;
    }
    if (code != CURLE_AGAIN) return CURL_ENDED_UNREACHABLE;
    CurlEnd end = wait_for(question, socket, CURL_WAIT_POLLIN);
    if (end != CURL_ENDED_WELL) return end;
  }
}

CurlEnd curl_question_exchange(
  CurlQuestion *question, const char *host, int port, const char *text
) {
  const struct curl_library *curl = question->curl;
  hold_pipe_signal();
  // libcurl finds the host and connects; what is said then is not HTTP.
  set_up(question, "http://whois.invalid/");
  char target[320];
  int length = snprintf(target, sizeof target, "::%s:%d", host, port);
  if (length < 0 || length >= (int)sizeof target) return CURL_ENDED_REFUSED;
  struct curl_slist *targets = curl->curl_slist_append_(NULL, target);
  curl->curl_easy_setopt_(question->easy, CURLOPT_CONNECT_TO, targets);
  curl->curl_easy_setopt_(question->easy, CURLOPT_CONNECT_ONLY, 1L);
  CurlEnd end = run(question);
  curl_socket_t socket = CURL_SOCKET_BAD;
  if (end == CURL_ENDED_WELL) {
    curl->curl_easy_getinfo_(question->easy, CURLINFO_ACTIVESOCKET, &socket);
    end = socket == CURL_SOCKET_BAD ? CURL_ENDED_UNREACHABLE : send_text(question, socket, text);
  }
  if (end == CURL_ENDED_WELL) end = receive_all(question, socket);
  curl->curl_multi_remove_handle_(question->multi, question->easy);
  curl->curl_slist_free_all_(targets);
  return end;
}
