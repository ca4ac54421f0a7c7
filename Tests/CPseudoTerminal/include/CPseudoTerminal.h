#pragma once
#include <sys/types.h>

/// Starts a program as the leader of a session of its own on a new pseudo-terminal.
/// Gives the descriptor of the person's side, which does not block, or -1 with errno.
int pseudo_terminal_start(const char *path, char *const arguments[], char *const environment[],
                          int columns, int rows, pid_t *process);
/// Gives the terminal another size, which sends WINCH to the program in front; -1 with errno.
int pseudo_terminal_resize(int descriptor, int columns, int rows);
