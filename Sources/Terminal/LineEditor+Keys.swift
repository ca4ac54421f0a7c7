import CEditLine

extension LineEditor {
  /// Internal keys, pushed by us: no terminal sends them, and typed by hand they do no harm.
  static let prefillKey = "\u{18}\u{10}"
  private static let leaveKey = "\u{18}\u{11}"

  /// Says which keys do what; the rest are libedit's own (Emacs).
  func bindKeys() {
    editline_take_signal_keys(editor)
    bind("annai-back", ["\\e[Z", "^X^B"]) { editor, _ in LineEditor.leave(editor) { _ in .back } }
    bind("annai-interrupt", ["^C"]) { editor, _ in LineEditor.leave(editor) { _ in .interrupt } }
    bind("annai-suspend", ["^Z"]) { editor, _ in
      LineEditor.leave(editor) { .suspended(text: $0.text) }
    }
    bind("annai-end", ["^D"]) { editor, _ in
      LineEditor.leave(editor) { $0.length == 0 ? .end : nil }
    }
    bind("annai-help", ["?"]) { editor, _ in
      guard LineEditor.of(editor)?.length == 0 else { return LineEditor.insert("?", editor) }
      return LineEditor.leave(editor) { _ in .help }
    }
    bind("annai-left", ["^X^Q"]) { editor, _ in
      UInt8(LineEditor.of(editor)?.pending == nil ? EDITLINE_NOTHING : EDITLINE_LEAVE)
    }
    bind("annai-prefill", ["^X^P"]) { editor, _ in
      guard let me = LineEditor.of(editor), !me.prefill.isEmpty else {
        return UInt8(EDITLINE_NOTHING)
      }
      defer { me.prefill = "" }
      return LineEditor.insert(me.prefill, editor)
    }
    bind("annai-complete", ["^I"]) { editor, _ in
      LineEditor.of(editor)?.complete() ?? UInt8(EDITLINE_BEEP)
    }
    bind("annai-paste", ["\\e[200~"]) { editor, _ in
      LineEditor.of(editor)?.paste() ?? UInt8(EDITLINE_BEEP)
    }
    for (key, command) in Self.ownKeys { editline_bind(editor, key, command) }
  }

  /// Keys that libedit has no name for, and some of its own that would disturb a dialogue.
  private static let ownKeys = [
    ("\\e[1~", "ed-move-to-beg"), ("\\e[4~", "ed-move-to-end"), ("\\e[3~", "ed-delete-next-char"),
    ("\\e[1;5D", "ed-prev-word"), ("\\e[1;5C", "em-next-word"),
    // There is no history: a question offers its old answer itself. Down would empty the line.
    ("\\e[A", "ed-ignore"), ("\\e[B", "ed-ignore"), ("\\eOA", "ed-ignore"), ("\\eOB", "ed-ignore"),
    ("^P", "ed-ignore"), ("^N", "ed-ignore"), ("^R", "ed-ignore"), ("^S", "ed-ignore"),
    // The end of a paste whose beginning was missed.
    ("\\e[201~", "ed-ignore"),
    // Asks for commands of libedit, such as one that ends editing.
    ("\\ex", "ed-ignore"), ("\\eX", "ed-ignore"),
  ]

  private func bind(_ name: String, _ keys: [String], _ command: @escaping EditLineCommand) {
    _ = editline_add_command(editor, name, command)
    for key in keys { editline_bind(editor, key, name) }
  }

  /// Ends the reading with an event, if there is one.
  private static func leave(_ editor: OpaquePointer?, _ event: (LineEditor) -> Event?) -> UInt8 {
    guard let me = of(editor), let event = event(me) else { return UInt8(EDITLINE_NOTHING) }
    me.pending = event
    if me.isAtEnd { return UInt8(EDITLINE_LEAVE) }
    // The cursor goes behind the text first, so that what is written next does not fall into it.
    // libedit moves it only after a command, so a second command has to leave.
    editline_move_to_end(editor)
    editline_push(editor, leaveKey)
    return UInt8(EDITLINE_CURSOR)
  }

  private static func insert(_ text: String, _ editor: OpaquePointer?) -> UInt8 {
    UInt8(of(editor)?.insert(text) == true ? EDITLINE_REFRESH : EDITLINE_BEEP)
  }
}
