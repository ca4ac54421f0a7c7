import CEditLine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A stream that people or programs read: written at once, without buffers.
public struct Output: Sendable {
  /// Where the text goes; stays open and belongs to the caller.
  public let fileDescriptor: Int32
  /// Whether a person looks at it through a terminal.
  public let isTerminal: Bool
  /// Whether `styled` styles.
  public let isStyled: Bool
  private let assumedColumns: Int?

  /// An output on an open descriptor.
  ///
  /// From now on a write to a closed pipe fails instead of ending the process.
  ///
  /// - Parameters:
  ///   - fileDescriptor: an open descriptor.
  ///   - color: whether text may be styled.
  ///   - environment: gives the values of `NO_COLOR`, `TERM` and `COLUMNS`.
  public init(fileDescriptor: Int32, color: ColorChoice, environment: (String) -> String?) {
    signal_ignore_closed_pipes()
    self.fileDescriptor = fileDescriptor
    isTerminal = isatty(fileDescriptor) == 1
    assumedColumns = environment("COLUMNS").flatMap { Int($0) }
    isStyled =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
      }
  }

  /// The width in cells, 20...500: what the terminal says now, else `COLUMNS`, else 80.
  public var columns: Int {
    var size = winsize()
    var columns = 0
    if ioctl(fileDescriptor, UInt(TIOCGWINSZ), &size) == 0 { columns = Int(size.ws_col) }
    if columns == 0 { columns = assumedColumns ?? 0 }
    return columns < 1 ? 80 : min(max(columns, 20), 500)
  }

  /// Writes a text as it is, all of it, whatever interrupts; waits when the reader is slow.
  ///
  /// - Returns: false if it could not be written, because nobody reads any more or the disk is full.
  @discardableResult
  public func write(_ text: String) -> Bool {
    Descriptor(number: fileDescriptor).send(text)
  }

  /// A text in a style, or just the text where no styles are wanted.
  public func styled(_ text: String, _ style: Style) -> String {
    guard isStyled, !style.isEmpty, !text.isEmpty else { return text }
    return style.start + text + Style.end
  }
}
