import CEditLine

extension LineEditor {
  /// Completes the text before the cursor as far as it is certain, else shows what is possible.
  func complete() -> UInt8 {
    let typed = textBeforeCursor
    let candidates = (completions?(typed) ?? []).map(PastedScalars.line)
    guard let first = candidates.first else { return UInt8(EDITLINE_BEEP) }
    let common = candidates.dropFirst().reduce(first, Self.commonStart)
    if candidates.count == 1 || common.count > typed.count {
      guard common != typed else { return UInt8(EDITLINE_NOTHING) }
      editline_delete_before_cursor(editor, Int32(clamping: typed.unicodeScalars.count))
      return UInt8(insert(common) ? EDITLINE_REFRESH : EDITLINE_BEEP)
    }
    show(candidates)
    return UInt8(EDITLINE_NOTHING)
  }

  /// The most candidates that are shown.
  private static let mostShown = 50

  private func show(_ candidates: [String]) {
    let columns = Output(fileDescriptor: output.number, color: .never, environment: { _ in nil })
      .columns
    let list = candidates.prefix(Self.mostShown).joined(separator: "  ")
    for line in [""] + TextWrap.lines(list, columns: columns) { output.send(line + "\r\n") }
    editline_show(editor)
  }

  private static func commonStart(_ one: String, _ other: String) -> String {
    String(zip(one, other).prefix { $0 == $1 }.map(\.0))
  }
}
