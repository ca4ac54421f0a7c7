import CIDN2

extension DNSName {
  /// The presentation form, and where it is wanted with the letters that A-labels stand for.
  func text(_ style: PresentationStyle) -> String {
    style.showsUnicode ? inUnicode ?? description : description
  }

  /// The name with U-labels; nil when it has no A-labels, or none that lead back to themselves
  /// (RFC 5891 §5.4): what cannot be looked up again is shown as it is.
  public var inUnicode: String? {
    let ascii = description
    guard ascii.lowercased().contains("xn--") else { return nil }
    var output: UnsafeMutablePointer<CChar>?
    guard idn2_to_unicode_8z8z(ascii, &output, 0) == IDN2_OK.rawValue, let output else {
      return nil
    }
    defer { idn2_free(output) }
    guard let unicode = String(validatingCString: output),
      (try? DNSName(internationalized: unicode)) == self
    else { return nil }
    return unicode
  }
}
