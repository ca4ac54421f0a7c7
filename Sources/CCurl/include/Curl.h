#pragma once
#include <stdbool.h>
#include <stddef.h>

// libcurl as annai uses it: one question, one answer, bounded, on the thread that calls. The
// library is loaded when the first question is asked, since most runs ask no registry and would
// otherwise pay for its start. Swift cannot call curl_easy_setopt, which has variable arguments.

/// One question. It belongs to the thread that performs it, but for `curl_question_stop`.
typedef struct curl_question CurlQuestion;

/// How a question ended.
typedef enum {
  CURL_ENDED_WELL = 0,
  CURL_ENDED_STOPPED,      // curl_question_stop was called
  CURL_ENDED_TIMEOUT,      // the time was over
  CURL_ENDED_UNREACHABLE,  // no connection, or it broke off
  CURL_ENDED_TLS,          // no encrypted connection, or a certificate that does not fit
  CURL_ENDED_TOO_LARGE,    // more octets than were allowed
  CURL_ENDED_UNREADABLE,   // not what the protocol allows
  CURL_ENDED_REFUSED,      // an address that cannot be asked
} CurlEnd;

/// Octets that came; they live as long as their question.
typedef struct {
  const unsigned char *octets;
  size_t count;
} CurlOctets;

/// Whether libcurl is on this computer; loads it.
bool curl_is_there(void);

/// A question; nil without libcurl or memory. It ends after `milliseconds`.
CurlQuestion *curl_question_new(long milliseconds, size_t most_octets);
void curl_question_free(CurlQuestion *);

/// Asks an http or https address with GET; redirects are not followed. `authorities` are
/// certificates in PEM to trust instead of the system's, or nil.
CurlEnd curl_question_get(
  CurlQuestion *, const char *url, const char *accept, const char *authorities);
/// Connects to a host and port, sends a text, and reads until the other side closes.
CurlEnd curl_question_exchange(CurlQuestion *, const char *host, int port, const char *text);
/// Ends the question soon; from any thread, before or while it is performed.
void curl_question_stop(CurlQuestion *);

/// The status of HTTP; 0 when none came.
long curl_question_status(const CurlQuestion *);
/// The lines above the body of the last answer.
CurlOctets curl_question_head(const CurlQuestion *);
/// The body, or what the other side sent.
CurlOctets curl_question_body(const CurlQuestion *);
