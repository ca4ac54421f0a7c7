#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

// After fork() in a process with threads only async-signal-safe calls are allowed.
static _Noreturn void become(const char *name, int columns, int rows, const char *path,
                             char *const arguments[], char *const environment[]) {
  struct sigaction usual = {.sa_handler = SIG_DFL};
  for (int number = 1; number < 32; number++) sigaction(number, &usual, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  setsid();
  int terminal = open(name, O_RDWR);
  if (terminal < 0) _exit(126);
  ioctl(terminal, TIOCSCTTY, 0);
  pseudo_terminal_resize(terminal, columns, rows);
  for (int standard = 0; standard < 3; standard++) dup2(terminal, standard);
  for (int other = 3; other < 1024; other++) close(other);
  execve(path, arguments, environment);
  _exit(127);
}

int pseudo_terminal_start(const char *path, char *const arguments[], char *const environment[],
                          int columns, int rows, pid_t *process) {
  int descriptor = posix_openpt(O_RDWR | O_NOCTTY);
  if (descriptor < 0) return -1;
  fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  char name[128];
  if (grantpt(descriptor) == 0 && unlockpt(descriptor) == 0
      && ptsname_r(descriptor, name, sizeof name) == 0
      && fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0) {
    *process = fork();
    if (*process == 0) become(name, columns, rows, path, arguments, environment);
    if (*process > 0) return descriptor;
  }
  int error = errno;
  close(descriptor);
  errno = error;
  return -1;
}

int pseudo_terminal_resize(int descriptor, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(descriptor, TIOCSWINSZ, &size);
}
