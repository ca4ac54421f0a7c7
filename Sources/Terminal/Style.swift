/// How a text looks on a terminal; styles combine. A style never carries meaning alone.
public struct Style: OptionSet, Sendable, Hashable {
  /// One bit for each style.
  public let rawValue: UInt16

  /// The styles of some bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Heavier letters.
  public static let bold = Style(rawValue: 1 << 0)
  /// Paler letters.
  public static let dim = Style(rawValue: 1 << 1)
  /// A line below.
  public static let underlined = Style(rawValue: 1 << 2)
  /// Red letters.
  public static let red = Style(rawValue: 1 << 3)
  /// Green letters.
  public static let green = Style(rawValue: 1 << 4)
  /// Yellow letters.
  public static let yellow = Style(rawValue: 1 << 5)
  /// Cyan letters.
  public static let cyan = Style(rawValue: 1 << 6)

  /// The sequence that turns the style on (ECMA-48 section 8.3.117, SGR); empty for no style.
  var start: String {
    let parameters = Self.parameters.filter { contains($0.style) }.map(\.number)
    return parameters.isEmpty ? "" : "\u{1B}[\(parameters.joined(separator: ";"))m"
  }

  /// The sequence that turns all styles off.
  static let end = "\u{1B}[0m"

  private static let parameters: [(style: Style, number: String)] = [
    (.bold, "1"), (.dim, "2"), (.underlined, "4"),
    (.red, "31"), (.green, "32"), (.yellow, "33"), (.cyan, "36"),
  ]
}
