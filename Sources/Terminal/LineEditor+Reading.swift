import CEditLine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LineEditor {
  /// Gives libedit the next key: 1, or -1 when reading ends and `pending` says why.
  func give(_ key: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    while let scalar = nextScalar(isPasting: false) {
      // libedit takes C1 controls for keys with Alt, and has no bound for a line.
      if (0x80...0x9F).contains(scalar.value) { continue }
      if scalar.value >= 0x20, length >= Self.limit { continue }
      key?.pointee = wchar_t(truncatingIfNeeded: scalar.value)
      return 1
    }
    return -1
  }

  /// The next scalar that is typed or pasted; nil when reading ends and `pending` says why.
  func nextScalar(isPasting: Bool) -> Unicode.Scalar? {
    while true {
      if !decoded.isEmpty { return decoded.removeFirst() }
      if let number = Signals.take() {
        pending = .signal(number)
        return nil
      }
      // In the middle of a paste this can wait, and so it can while keys are there: one may be the
      // rest of a sequence whose beginning libedit has already.
      if !isPasting, !input.isReadable(within: 0), isRedrawDue {
        pending = .resized(text: text)
        return nil
      }
      // Not longer, because a signal may come between the look and the wait.
      switch input.next(within: 200) {
      case .octet(let octet): decoded = decoder.decode(octet)
      case .nothing:
        if !isPasting, isLeaving?() == true {
          pending = .left(text: text)
          return nil
        }
      case .end:
        decoded = decoder.end()
        if decoded.isEmpty {
          pending = .end
          return nil
        }
      }
    }
  }

  private var isRedrawDue: Bool {
    guard Signals.takeRedraw() else { return false }
    // A window that is being dragged sends many signals; most are waited for.
    for _ in 0..<20 {
      _ = poll(nil, 0, 50)
      if !Signals.takeRedraw() { break }
    }
    return true
  }
}
