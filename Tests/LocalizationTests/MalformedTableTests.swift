import Foundation
import Localization
import Testing

@Suite struct MalformedTableTests {
  private static func error(_ files: [String: Data]) throws -> ResourceError? {
    try withFolder(bytes: files) { root in
      #expect(throws: ResourceError.self) { try Messages(language: .english, resources: root) }
    }
  }

  @Test(arguments: [
    ("", 1, 1, Malformation.invalidJSON), ("   \n ", 2, 2, .invalidJSON),
    ("nope", 1, 2, .invalidJSON),
    ("[]", 1, 1, .notAnObject), (" \"text\"", 1, 2, .notAnObject), ("12", 1, 1, .notAnObject),
    ("{", 1, 2, .invalidJSON), ("{\n\"a\": \"b\"\n", 3, 1, .invalidJSON),
    ("{\n  \"a\": \"b\",\n}", 3, 1, .invalidJSON), ("{\n  \"a\" \"b\" }", 2, 7, .invalidJSON),
    ("{\n  \"a\": \"b\"\n  \"c\": \"d\" }", 3, 3, .invalidJSON),
    ("{ a: \"b\" }", 1, 3, .invalidJSON),
    ("{ \"a\": \"b\" } x", 1, 14, .invalidJSON), ("{ \"a\": 'b' }", 1, 8, .invalidJSON),
    ("{ // no\n}", 1, 3, .invalidJSON),
    // The column counts characters, not octets.
    ("{\r\n\"日本語\": \"値\", x }", 2, 13, .invalidJSON),
    ("\u{FEFF}{ x }", 1, 3, .invalidJSON),
    ("{ \"a\": \"one\ntwo\" }", 1, 12, .invalidJSON), ("{ \"a\": \"\\x\" }", 1, 9, .invalidJSON),
    ("{ \"a\": \"ab\\ud83d\" }", 1, 11, .invalidJSON),
    ("{ \"a\": \"\\ude00\" }", 1, 9, .invalidJSON),
    ("{ \"a\": \"\\ud83d\\u0041\" }", 1, 9, .invalidJSON),
    ("{ \"a\": \"\\u12\" }", 1, 9, .invalidJSON),
    ("{ \"a\": \"\\", 1, 10, .invalidJSON), ("{ \"a\": \"\\\"", 1, 11, .invalidJSON),
    ("{\n\"a\": \"b\",\n\"c\": 12 }", 3, 6, .valueNotString(key: "c")),
    ("{ \"c\": null }", 1, 8, .valueNotString(key: "c")),
    ("{ \"c\": [\"x\"] }", 1, 8, .valueNotString(key: "c")),
    ("{ \"c\": { \"d\": \"e\" } }", 1, 8, .valueNotString(key: "c")),
    ("{ \"@c\":\n \"text\" }", 2, 2, .metadataNotObject(key: "c")),
    ("{ \"@c\": { \"x\": 01 } }", 1, 17, .invalidJSON),
    ("{ \"@c\": { \"x\": tru } }", 1, 19, .invalidJSON),
    ("{ \"@c\": { \"x\": 1. } }", 1, 18, .invalidJSON),
    ("{ \"@c\": { \"x\": [1,] } }", 1, 19, .invalidJSON),
  ])
  func place(json: String, line: Int, column: Int, reason: Malformation) throws {
    guard
      case .malformed(let file, let gotLine, let gotColumn, let gotReason)? = try Self.error([
        "Localizations/en/a.arb": Data(json.utf8)
      ])
    else {
      Issue.record("not malformed")
      return
    }
    #expect(file.hasSuffix("/Localizations/en/a.arb"))
    #expect(gotReason == reason)
    #expect(gotLine == line)
    #expect(gotColumn == column)
  }

  @Test func everyNumberAndNestingOfMetadataIsAccepted() throws {
    let json = #"""
      { "@@last_modified": "x", "@@n": 1, "@a": { "x": [0, -1, 1.5, 2e9, 2E-9, true, false, null, [], {}] },
        "a": "\/\b\f\t\r\\" }
      """#
    try withFolder(["Localizations/en/a.arb": json]) { root in
      let messages = try Messages(language: .english, resources: root)
      #expect(messages("a") == "/\u{8}\u{C}\t\r\\")
    }
  }

  @Test func invalidUTF8() throws {
    let bytes = Data("{\n\"a\": \"é".utf8) + [0xC3, 0x28] + Data("\" }".utf8)
    guard
      case .malformed(_, 2, let column, .invalidUTF8)? = try Self.error([
        "Localizations/en/a.arb": bytes
      ])
    else {
      Issue.record("not invalid UTF-8 in line 2")
      return
    }
    #expect(column == 8)
  }

  @Test func duplicateKeys() throws {
    for (files, place, first) in [
      (
        ["Localizations/en/a.arb": "{ \"k\": \"1\",\n\n  \"k\": \"2\" }"], ("a.arb", 3, 3),
        ("a.arb", 1)
      ),
      (
        [
          "Localizations/en/a.arb": "{\n\"k\": \"1\" }",
          "Localizations/en/b.arb": "{ \"k\": \"2\" }",
        ],
        ("b.arb", 1, 3), ("a.arb", 2)
      ),
      // JSON's escapes do not hide it.
      (
        ["Localizations/en/a.arb": "{ \"k\": \"1\", \"\\u006b\": \"2\" }"], ("a.arb", 1, 13),
        ("a.arb", 1)
      ),
    ] {
      guard
        case .malformed(
          let file, let line, let column, .duplicateKey("k", let other, let otherLine))? =
          try Self.error(files.mapValues { Data($0.utf8) })
      else {
        Issue.record("no duplicate")
        continue
      }
      #expect(file.hasSuffix(place.0) && line == place.1 && column == place.2)
      #expect(other.hasSuffix(first.0) && otherLine == first.1)
    }
  }

  @Test func duplicateAcrossPlaybook() throws {
    let error = try Self.error([
      "Localizations/en/a.arb": Data(#"{ "playbook.p.name": "1" }"#.utf8),
      "Localizations/en/playbooks/p.arb": Data(#"{ "name": "2" }"#.utf8),
    ])
    guard case .malformed(_, 1, 3, .duplicateKey("playbook.p.name", _, 1))? = error else {
      Issue.record("no duplicate: \(String(describing: error))")
      return
    }
  }

  @Test func depthIsBounded() throws {
    for open in ["[", "{\"x\":"] {
      let json = "{ \"@a\": { \"x\": " + String(repeating: open, count: 200_000)
      guard
        case .malformed(_, 1, _, .nestedTooDeeply)? = try Self.error([
          "Localizations/en/a.arb": Data(json.utf8)
        ])
      else {
        Issue.record("not refused")
        return
      }
    }
  }

  @Test func sizeIsBounded() throws {
    let limit = 4 << 20
    func table(_ size: Int) -> Data { Data(("{}" + String(repeating: " ", count: size - 2)).utf8) }
    guard
      case .malformed(_, 1, 1, .tooBig(limit))? = try Self.error([
        "Localizations/en/a.arb": table(limit + 1)
      ])
    else {
      Issue.record("not refused")
      return
    }
    try withFolder(bytes: ["Localizations/en/a.arb": table(limit)]) { root in
      #expect(throws: Never.self) { try Messages(language: .english, resources: root) }
    }
  }

  @Test func notAFile() throws {
    try withFolder(["Localizations/en/a.arb/x": "", "Localizations/en/b.arb": "{}"]) { root in
      let error = #expect(throws: ResourceError.self) {
        try Messages(language: .english, resources: root)
      }
      guard case .unreadable(let file)? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(file.hasSuffix("/en/a.arb"))
      #expect(error?.code == "unreadable")
    }
  }

  @Test func danglingLink() throws {
    try withFolder(["Localizations/en/b.arb": "{}"]) { root in
      try FileManager.default.createSymbolicLink(
        atPath: root.path + "/Localizations/en/a.arb", withDestinationPath: "nowhere")
      #expect(throws: ResourceError.self) { try Messages(language: .english, resources: root) }
    }
  }

  /// Every prefix of a table, and every single octet changed, is read or refused without a trap.
  @Test func damage() throws {
    let json = Array(
      #"{"@@locale":"en","a":"é\ud83d\ude00{n}","@a":{"x":[1,-2.5e3,null],"y":{"z":true}}}"#.utf8)
    var damaged = json.indices.map { Array(json[..<$0]) }
    for index in json.indices {
      for octet: UInt8 in [0, 0x22, 0x5C, 0x7B, 0x7D, 0xC3, 0xFF] {
        var copy = json
        copy[index] = octet
        damaged.append(copy)
      }
    }
    try withFolder(bytes: ["Localizations/en/a.arb": Data(json)]) { root in
      let file = root.appending(path: "Localizations/en/a.arb")
      var refused = 0
      for bytes in damaged {
        try Data(bytes).write(to: file)
        do throws(ResourceError) {
          _ = try Messages(language: .english, resources: root)
        } catch {
          refused += 1
        }
      }
      #expect(refused >= json.count && refused < damaged.count)
    }
  }
}
