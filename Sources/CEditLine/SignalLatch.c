#include "SignalLatch.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>

#if ATOMIC_INT_LOCK_FREE != 2
#error "a signal handler may only use lock-free atomic objects"
#endif

static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT};
enum { count = sizeof caught / sizeof *caught };
static struct sigaction before[count];
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;  // of depth and before
static int depth;
static atomic_uint latched;

static void latch(int number) { atomic_fetch_or(&latched, 1u << number); }

void signal_latch_open(void) {
  pthread_mutex_lock(&guard);
  if (depth++ == 0) {
    struct sigaction action = {.sa_handler = latch};  // no SA_RESTART: poll() must come back
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < count; i++) {
      sigaction(caught[i], NULL, &before[i]);
      if (before[i].sa_handler != SIG_IGN) sigaction(caught[i], &action, NULL);
    }
  }
  pthread_mutex_unlock(&guard);
}

void signal_latch_close(void) {
  pthread_mutex_lock(&guard);
  if (depth > 0 && --depth == 0) {
    for (int i = 0; i < count; i++) sigaction(caught[i], &before[i], NULL);
  }
  pthread_mutex_unlock(&guard);
}

bool signal_latch_take(int number) {
  unsigned bit = 1u << number;
  return atomic_fetch_and(&latched, ~bit) & bit;
}

void signal_ignore_closed_pipes(void) {
  struct sigaction action;
  if (sigaction(SIGPIPE, NULL, &action) == 0 && action.sa_handler == SIG_DFL) {
    signal(SIGPIPE, SIG_IGN);
  }
}
