#pragma once
#include <stdbool.h>

// A latch that signal handlers set and the program empties. In C, because a handler may only touch
// lock-free atomic objects and Swift has no such statics.

/// Catches INT, TERM, HUP, WINCH and CONT without restarting system calls. What the process was
/// started to ignore stays ignored. Calls nest, from any thread.
void signal_latch_open(void);
/// Undoes the matching signal_latch_open.
void signal_latch_close(void);
/// Empties the latch of one signal; true if that one had arrived.
bool signal_latch_take(int number);
/// Lets a write to a closed pipe fail with EPIPE instead of ending the process.
void signal_ignore_closed_pipes(void);
