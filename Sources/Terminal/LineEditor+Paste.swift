import CEditLine

extension LineEditor {
  /// Takes what a terminal encloses in `ESC [ 200 ~` and `ESC [ 201 ~` (bracketed paste, xterm's
  /// control sequences) as one piece of the line.
  func paste() -> UInt8 {
    var pasted = PastedScalars()
    var ending = ""
    while let scalar = nextScalar(isPasting: true) {
      // Ctrl-C alone is a person who waits for an end that never comes.
      if scalar == "\u{3}", !input.isReadable(within: 0) {
        pending = .interrupt
        return UInt8(EDITLINE_LEAVE)
      }
      ending.unicodeScalars.append(scalar)
      if ending == Self.pasteEnd {
        let fits = !pasted.isTooLong && insert(String(pasted.text))
        return UInt8(fits || pasted.text.isEmpty ? EDITLINE_REFRESH : EDITLINE_BEEP)
      }
      if !Self.pasteEnd.unicodeScalars.starts(with: ending.unicodeScalars) {
        // Only its first scalar can begin the end anew: there is no other ESC in it.
        let isRestart = scalar == "\u{1B}" && ending.unicodeScalars.count > 1
        if isRestart { ending.unicodeScalars.removeLast() }
        ending.unicodeScalars.forEach { pasted.take($0) }
        ending = isRestart ? "\u{1B}" : ""
      }
    }
    return UInt8(EDITLINE_LEAVE)
  }

  private static let pasteEnd = "\u{1B}[201~"
}
