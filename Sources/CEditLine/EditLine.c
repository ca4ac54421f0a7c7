#include "EditLine.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <histedit.h>

_Static_assert(
    EDITLINE_NOTHING == CC_NORM && EDITLINE_LEAVE == CC_EOF && EDITLINE_REFRESH == CC_REFRESH
        && EDITLINE_CURSOR == CC_CURSOR && EDITLINE_BEEP == CC_ERROR,
    "the results of key functions are those of libedit");

bool editline_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static FILE *stream(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (!file) close(copy);
  return file;
}

EditLine *editline_open(int input, int output) {
  FILE *in = stream(input, "r"), *out = stream(output, "w"), *err = stream(output, "w");
  EditLine *editor = NULL;
  if (in && out && err) {
    editor = el_init_fd("annai", in, out, err, fileno(in), fileno(out), fileno(err));
  }
  if (!editor) {
    if (in) fclose(in);
    if (out) fclose(out);
    if (err) fclose(err);
    return NULL;
  }
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_SIGNAL, 0);
  return editor;
}

void editline_close(EditLine *editor) {
  FILE *files[3] = {NULL, NULL, NULL};
  for (int i = 0; i < 3; i++) el_get(editor, EL_GETFP, i, &files[i]);
  // el_end() sets the terminal with TCSAFLUSH, which throws typed-ahead keys away. The terminal
  // was restored after the last line already, so el_end() gets a descriptor that is no terminal.
  int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nothing >= 0) {
    if (files[0]) dup2(nothing, fileno(files[0]));
    close(nothing);
  }
  el_end(editor);
  for (int i = 0; i < 3; i++)
    if (files[i]) fclose(files[i]);
}

void editline_set_owner(EditLine *editor, void *owner) {
  el_wset(editor, EL_CLIENTDATA, owner);
}

void *editline_owner(EditLine *editor) {
  void *owner = NULL;
  el_wget(editor, EL_CLIENTDATA, &owner);
  return owner;
}

void editline_set_prompt(EditLine *editor, EditLinePrompt prompt) {
  el_wset(editor, EL_PROMPT_ESC, prompt, EDITLINE_ESCAPE);
}

wchar_t *editline_no_prompt(void) {
  static wchar_t none[] = L"";
  return none;
}

void editline_set_reader(EditLine *editor, EditLineReader reader) {
  el_wset(editor, EL_GETCFN, reader);
}

int editline_add_command(EditLine *editor, const char *name, EditLineCommand command) {
  return el_set(editor, EL_ADDFN, name, name, command);
}

int editline_bind(EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, key, command, NULL);
}

int editline_take_signal_keys(EditLine *editor) {
  return el_set(editor, EL_SETTY, "-d", "-isig", NULL);
}

const wchar_t *editline_read(EditLine *editor, int *count) { return el_wgets(editor, count); }

void editline_push(EditLine *editor, const char *keys) { el_push(editor, keys); }

const wchar_t *editline_text(EditLine *editor, size_t *count, size_t *cursor) {
  const LineInfoW *line = el_wline(editor);
  *count = (size_t)(line->lastchar - line->buffer);
  *cursor = (size_t)(line->cursor - line->buffer);
  return line->buffer;
}

int editline_insert(EditLine *editor, const wchar_t *text) { return el_winsertstr(editor, text); }

void editline_delete_before_cursor(EditLine *editor, int count) { el_deletestr(editor, count); }

void editline_move_to_end(EditLine *editor) {
  const LineInfoW *line = el_wline(editor);
  el_cursor(editor, (int)(line->lastchar - line->cursor));
}

void editline_show(EditLine *editor) { el_wset(editor, EL_REFRESH); }

void editline_resize(EditLine *editor) { el_resize(editor); }
