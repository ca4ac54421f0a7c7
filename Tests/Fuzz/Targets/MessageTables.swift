import Localization

extension FuzzTarget {
  /// The text of one message: read, filled in and looked through in languages with rules.
  static let message = FuzzTarget("message") { octets in
    let text = String(decoding: octets, as: UTF8.self)
    for code in ["en", "ja", "ko"] {
      guard let language = Language(code) else { continue }
      _ = MessageLint.faults(
        key: "a.b", text: text, language: language, english: code == "en" ? nil : "{n} {name}",
        mayBeSame: false, declared: ["n": "int", "name": "String"])
    }
    do throws(MessageFault) {
      let pattern = try MessagePattern(text)
      for number in [0, 1, 2, Int.min] {
        _ = pattern.text(
          ["n": .integer(number), "name": .text("{x}"), "l": .list(["a", "b"])],
          language: .english, separator: { ", " })
      }
      return true
    } catch {
      try hold((0...text.utf8.count).contains(error.offset), "fault at \(error.offset)")
      return false
    }
  }

  /// A table of messages: JSON of anyone.
  static let messageTable = FuzzTarget("message-table") { octets in
    let source = TableSource(path: "x.arb", relativePath: "x.arb", prefix: "")
    do throws(ResourceError) {
      let table = try TableFile(octets, of: source)
      for entry in table.entries { _ = try? MessagePattern(entry.text) }
      return !table.entries.isEmpty
    } catch {
      guard case .malformed(_, let line, let column, _) = error else {
        throw Unsound("octets that cannot be opened")
      }
      try hold(line > 0 && column > 0, "a fault before the file")
      return false
    }
  }
}
