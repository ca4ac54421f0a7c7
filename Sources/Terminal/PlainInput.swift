#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads lines from a pipe or a file, or from a terminal that cannot edit, or must not.
///
/// Nothing is written here: at a terminal, its own line discipline shows what is typed, one sign
/// behind the other.
///
/// Reads not one octet more than the line, so that several readers can take turns. A terminal
/// gives at most 4095 octets of a line here; `LineEditor` has no such limit.
public struct PlainInput: Sendable {
  private let input: Descriptor

  /// The longest line, in octets.
  static let limit = 1 << 16

  /// An input on an open descriptor, which stays open and belongs to the caller.
  public init(fileDescriptor: Int32) {
    input = Descriptor(number: fileDescriptor)
  }

  /// Whether a person types here.
  public var isTerminal: Bool { isatty(input.number) == 1 }

  /// Waits for a line: gives `line`, `help` for a line with only `?`, `interrupt` for SIGINT,
  /// `signal` for TERM and HUP, `end`, or `left` when `isLeaving` says so; at a terminal also
  /// `suspended` after the program was stopped and goes on. What was typed of the line by then
  /// stays with the terminal, or is gone, as the terminal does it.
  ///
  /// What is not UTF-8 becomes U+FFFD. A longer line is cut and ends in U+FFFD, so that no check
  /// of its value takes it for whole.
  public func readLine(leavingWhen isLeaving: () -> Bool = { false }) -> LineEditor.Event {
    Signals.open()
    defer { Signals.close() }
    _ = Signals.takeContinued()
    var octets: [UInt8] = []
    var isTooLong = false
    while true {
      if let number = Signals.take() { return number == SIGINT ? .interrupt : .signal(number) }
      // Not longer, because a signal may come between the look and the wait.
      switch input.next(within: 200) {
      case .nothing:
        if isTerminal, Signals.takeContinued() { return .suspended(text: "") }
        if octets.isEmpty, isLeaving() { return .left(text: "") }
      case .octet(UInt8(ascii: "\n")): return line(octets, isTooLong)
      case .octet(let octet):
        if octets.count < Self.limit { octets.append(octet) } else { isTooLong = true }
      case .end: return octets.isEmpty ? .end : line(octets, isTooLong)
      }
    }
  }

  /// Whether more has come already, or comes within so many milliseconds; true at the end too.
  public func pendingInput(within milliseconds: Int32 = 0) -> Bool {
    input.isReadable(within: milliseconds)
  }

  private func line(_ octets: [UInt8], _ isTooLong: Bool) -> LineEditor.Event {
    .submitted(String(decoding: octets, as: UTF8.self) + (isTooLong ? "\u{FFFD}" : ""))
  }
}
