import Terminal

/// Played walkthroughs as JUnit's XML, which continuous integrations read.
struct JUnit {
  /// The document, its last line ended.
  let text: String

  init(_ plays: [Play]) {
    let failures = plays.count { !$0.unmet.isEmpty }
    let head =
      "<testsuites>\n<testsuite name=\"annai walkthrough\" tests=\"\(plays.count)\""
      + " failures=\"\(failures)\">\n"
    let cases = plays.map { play in
      let start =
        "<testcase classname=\"\(Self.escaped(play.id))\" name=\"\(Self.escaped(play.language))\""
      guard !play.unmet.isEmpty else { return start + "/>\n" }
      let lines = play.complaints.map(Self.escaped).joined(separator: "\n")
      return start
        + ">\n<failure message=\"\(Self.escaped(play.summary))\">\(lines)</failure>\n</testcase>\n"
    }
    text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + head + cases.joined()
      + "</testsuite>\n</testsuites>\n"
  }

  /// Nothing in a text becomes markup, and what XML cannot hold is spelled out (XML 1.0 §2.2).
  private static func escaped(_ text: String) -> String {
    Visible.text(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
