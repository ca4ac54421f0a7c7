/// Calls a person back to a terminal that they look away from: its bell, and a message where the
/// terminal shows such (OSC 9).
public enum Notification {
  /// The most characters of a message.
  static let longest = 200

  /// The sequence for a message; what a terminal would obey is left out.
  public static func sequence(_ text: String) -> String {
    let plain = text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
      default: true
      }
    }
    let message = String(String(String.UnicodeScalarView(plain)).prefix(longest))
    // The bell that ends the message is not heard as one.
    return "\u{07}\u{1B}]9;\(message)\u{07}"
  }
}
