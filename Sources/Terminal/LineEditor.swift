import CEditLine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks for lines on a terminal, with editing, wide characters and pasting.
///
/// Use one editor for a whole dialogue, from one thread at a time. The terminal is as it was
/// before whenever `readLine` is not running.
public final class LineEditor {
  let editor: OpaquePointer
  let input: Descriptor
  let output: Descriptor
  /// What ends the reading of this line, if something else than Enter does.
  var pending: Event?
  /// What `prefill` puts into the line when libedit comes to it.
  var prefill = ""
  var completions: ((String) -> [String])?
  /// Whether to stop waiting for the person.
  var isLeaving: (() -> Bool)?
  var decoder = ScalarDecoder()
  /// Decoded and not yet asked for.
  var decoded: [Unicode.Scalar] = []
  /// libedit asks for this pointer while it draws, which it only does inside `editline_read`; it
  /// changes only outside of that, and is freed after `editline_close`.
  private var prompt = LineEditor.wide("")
  private let hasBracketedPaste: Bool

  /// The longest line, in scalars; more keys than that are not taken.
  static let limit = 1 << 16

  /// An editor on two open descriptors of a terminal, which stay open and belong to the caller.
  ///
  /// Sets the process's LC_CTYPE to a locale with UTF-8: in any other, libedit ends the process on
  /// a prompt that is not ASCII, and drops such keys.
  ///
  /// - Throws: an error after which `PlainInput` is the way to ask.
  public init(input: Int32, output: Int32) throws(TerminalError) {
    self.input = Descriptor(number: input)
    self.output = Descriptor(number: output)
    guard let modes = TerminalModes(of: self.input), isatty(output) == 1 else {
      throw .notTerminal
    }
    guard editline_use_utf8() else { throw .noUTF8Locale }
    guard let editor = editline_open(input, output) else { throw .editorFailed(errno) }
    modes.apply(to: self.input)  // libedit changed them
    self.editor = editor
    let terminal = getenv("TERM").map { String(cString: $0) } ?? ""
    hasBracketedPaste = !["", "dumb"].contains(terminal)
    // The pointer is not used after `deinit`, where libedit ends.
    editline_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
    editline_set_prompt(editor) { LineEditor.of($0)?.prompt ?? editline_no_prompt() }
    editline_set_reader(editor) { LineEditor.of($0)?.give($1) ?? -1 }
    bindKeys()
  }

  deinit {
    editline_close(editor)
    prompt.deallocate()
  }

  /// Asks for one line and waits for what the person does.
  ///
  /// Afterwards the cursor is at the start of a line of its own. Signals that end the program end
  /// the reading; Ctrl-Z stops the program here and comes back as `suspended` when it goes on.
  ///
  /// - Parameters:
  ///   - prompt: plain text; control characters are shown, not obeyed.
  ///   - prefill: what stands in the line at first; made one line without control characters.
  ///   - style: how the prompt looks; empty where no styles are wanted.
  ///   - completions: the whole texts that the text before the cursor may become with Tab.
  ///   - isLeaving: asked a few times a second; when it says so, the reading ends with `left`.
  public func readLine(
    prompt: String, prefill: String = "", style: Style = [],
    completions: (String) -> [String] = { _ in [] },
    leavingWhen isLeaving: () -> Bool = { false }
  ) -> Event {
    withoutActuallyEscaping(completions) { completions in
      withoutActuallyEscaping(isLeaving) { isLeaving in
        self.completions = completions
        self.isLeaving = isLeaving
        defer {
          self.completions = nil
          self.isLeaving = nil
        }
        self.prompt.deallocate()
        self.prompt = Self.wide(Self.styled(prompt, style))
        self.prefill = PastedScalars.line(prefill)
        return read()
      }
    }
  }

  /// Whether more was typed or pasted already, or comes within so many milliseconds.
  public func pendingInput(within milliseconds: Int32 = 0) -> Bool {
    if !decoded.isEmpty { return true }
    // Outside of readLine the terminal collects whole lines and would hide the start of one.
    let modes = TerminalModes(of: input)
    modes?.keyByKey.apply(to: input)
    defer { modes?.apply(to: input) }
    return input.isReadable(within: milliseconds)
  }

  private func read() -> Event {
    Signals.open()
    defer { Signals.close() }
    pending = nil
    _ = Signals.takeRedraw()
    editline_resize(editor)
    if !prefill.isEmpty { editline_push(editor, Self.prefillKey) }
    let modes = TerminalModes(of: input)
    // libedit shows the prompt before it does this; a quick Ctrl-C or Ctrl-D would be lost as a key.
    modes?.raw.apply(to: input)
    if hasBracketedPaste { output.send("\u{1B}[?2004h") }
    var count: Int32 = 0
    let line = editline_read(editor, &count)
      .map { Self.string(UnsafeBufferPointer(start: $0, count: max(0, Int(count)))) }
    if hasBracketedPaste { output.send("\u{1B}[?2004l") }
    modes?.apply(to: input)
    if let line { return .submitted(line) }
    output.send("\r\n")
    let event = pending ?? .end
    if case .suspended = event { Signals.stop() }
    return event
  }

  /// The editor that a call from libedit is about.
  static func of(_ editor: OpaquePointer?) -> LineEditor? {
    guard let editor, let owner = editline_owner(editor) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
  }

  /// libedit counts no cells between two escapes, and loses an escape that no character follows.
  private static func styled(_ prompt: String, _ style: Style) -> String {
    let prompt = Visible.text(prompt)
    guard !style.isEmpty, !prompt.isEmpty else { return prompt }
    let escape = String(UnicodeScalar(UInt8(EDITLINE_ESCAPE)))
    let body = prompt.hasSuffix(" ") ? String(prompt.dropLast()) : prompt
    return [escape, style.start, escape, body, escape, Style.end, escape, " "].joined()
  }
}
