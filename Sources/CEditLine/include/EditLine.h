#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

// libedit as Swift can call it. Swift cannot call C functions with variable arguments, and
// libedit's el_set, el_get and EL_* calls all have them. Everything here uses wide characters, so
// that no conversion in the C library can fail on what a person typed.

typedef struct editline EditLine;
/// A key function; returns one of the EDITLINE_ results.
typedef unsigned char (*EditLineCommand)(EditLine *, int key);
/// Gives the next character: 1 = one character, 0 = end of input, -1 = stop reading.
typedef int (*EditLineReader)(EditLine *, wchar_t *);
typedef wchar_t *(*EditLinePrompt)(EditLine *);

enum {
  EDITLINE_NOTHING = 0,    // CC_NORM
  EDITLINE_LEAVE = 2,      // CC_EOF: reading ends
  EDITLINE_REFRESH = 4,    // CC_REFRESH
  EDITLINE_CURSOR = 5,     // CC_CURSOR
  EDITLINE_BEEP = 6,       // CC_ERROR
};

/// The character that encloses a piece of the prompt that takes no cells.
#define EDITLINE_ESCAPE 1

/// Sets LC_CTYPE from the environment, or to C.UTF-8 if that is not UTF-8; false without either.
bool editline_use_utf8(void);

/// Opens an editor on duplicates of the two descriptors; NULL if that fails.
EditLine *editline_open(int input, int output);
/// Closes the editor; what was typed ahead stays in the terminal.
void editline_close(EditLine *);

void editline_set_owner(EditLine *, void *owner);
void *editline_owner(EditLine *);
void editline_set_prompt(EditLine *, EditLinePrompt);
/// The prompt of an editor that nobody owns.
wchar_t *editline_no_prompt(void);
void editline_set_reader(EditLine *, EditLineReader);
int editline_add_command(EditLine *, const char *name, EditLineCommand);
/// Binds a key, written as libedit writes it ("^C", "\\e[Z"), to a command.
int editline_bind(EditLine *, const char *key, const char *command);
/// Lets ^C, ^Z and ^\ arrive as keys while a line is edited.
int editline_take_signal_keys(EditLine *);

/// Reads one line; NULL when a command left or the input ended. The text belongs to the editor
/// and lives until the next call.
const wchar_t *editline_read(EditLine *, int *count);
/// Lets keys come in before what is typed.
void editline_push(EditLine *, const char *keys);
/// The text being edited: its start, its length and the place of the cursor in it.
const wchar_t *editline_text(EditLine *, size_t *count, size_t *cursor);
int editline_insert(EditLine *, const wchar_t *text);
void editline_delete_before_cursor(EditLine *, int count);
void editline_move_to_end(EditLine *);
void editline_show(EditLine *);
void editline_resize(EditLine *);
