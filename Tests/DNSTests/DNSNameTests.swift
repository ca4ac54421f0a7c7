import DNS
import Foundation
import Testing

@Suite struct DNSNameTests {
  @Test(arguments: [
    ("example.com", "example.com."),
    ("example.com.", "example.com."),
    ("_dmarc.Example.COM", "_dmarc.Example.COM."),
    (".", "."),
    ("a\\.b.example", "a\\.b.example."),
    ("a\\046b.example", "a\\.b.example."),
    ("\\000\\255.x", "\\000\\255.x."),
    ("sp ace.x", "sp\\032ace.x."),
    ("back\\\\slash.x", "back\\\\slash.x."),
    ("\\@.x", "\\@.x."),
    ("é.x", "\\195\\169.x."),
  ])
  func presentationIsReadAndWritten(text: String, written: String) throws {
    let name = try DNSName(text)
    #expect(name.description == written)
    #expect(try DNSName(name.description) == name)
    #expect(try DNSName(name.withoutFinalDot) == name)
  }

  @Test(arguments: [
    ("", DNSNameError.emptyLabel),
    ("..", .emptyLabel),
    (".com", .emptyLabel),
    ("a..b", .emptyLabel),
    ("a.b..", .emptyLabel),
    ("a\\", .badEscape),
    ("a\\1", .badEscape),
    ("a\\12", .badEscape),
    ("a\\1x2", .badEscape),
    ("a\\256", .badEscape),
    ("a\\999.com", .badEscape),
  ])
  func faultsAreNamed(text: String, fault: DNSNameError) {
    #expect(throws: fault) { try DNSName(text) }
  }

  @Test func limitsAreThoseOfRFC1035() throws {
    let label = String(repeating: "a", count: 63)
    #expect(try DNSName(label).labels[0].count == 63)
    #expect(throws: DNSNameError.labelTooLong) { try DNSName(label + "a") }
    // Three labels of 63 and one of 61 are 255 octets with lengths and the final zero.
    let longest = "\(label).\(label).\(label)." + String(repeating: "b", count: 61)
    #expect(try DNSName(longest).wire.count == 255)
    #expect(try DNSName(longest + ".").wire.count == 255)
    #expect(throws: DNSNameError.nameTooLong) { try DNSName(longest + "b") }
    #expect(throws: DNSNameError.nameTooLong) {
      try DNSName(Array(repeating: "x", count: 128).joined(separator: "."))
    }
    #expect(
      try DNSName(Array(repeating: "x", count: 127).joined(separator: ".")).labels.count == 127)
    let escaped = String(repeating: "\\097", count: 63)
    #expect(try DNSName("\(escaped).\(escaped).\(escaped)").labels[2].count == 63)
    #expect(throws: DNSNameError.nameTooLong) {
      try DNSName(String(repeating: "a.", count: 100_000))
    }
  }

  @Test func labelsAreTheInverseOfInit() throws {
    let labels: [[UInt8]] = [[0, 255, 46], Array("example".utf8), [92]]
    #expect(try DNSName(labels: labels).labels == labels)
    #expect(DNSName.root.labels.isEmpty)
    #expect(try DNSName(labels: []) == .root)
    #expect(throws: DNSNameError.emptyLabel) { try DNSName(labels: [[1], []]) }
  }

  @Test(
    arguments: [[], [1], [1, 97], [1, 97, 0, 0], [0, 0], [2, 97, 0], [63, 97, 0]] as [[UInt8]])
  func anUncompressedNameIsExact(wire: [UInt8]) {
    #expect(throws: DNSNameError.self) { try DNSName(uncompressed: wire) }
  }

  @Test func theUncompressedFormIsRead() throws {
    let name = try DNSName("Mail.example.com")
    #expect(try DNSName(uncompressed: name.wire).labels == name.labels)
    #expect(try DNSName(uncompressed: [0]) == .root)
    #expect(throws: DNSNameError.labelTooLong) {
      try DNSName(uncompressed: [64] + [UInt8](repeating: 97, count: 64) + [0])
    }
    #expect(throws: DNSNameError.labelTooLong) {
      try DNSName(uncompressed: [0xC0] + [UInt8](repeating: 97, count: 192) + [0])
    }
  }

  @Test func caseIsKeptAndNotCompared() throws {
    let upper = try DNSName("MAIL.Example.com")
    let lower = try DNSName("mail.eXample.COM")
    #expect(upper == lower)
    #expect(upper.hashValue == lower.hashValue)
    #expect(Set([upper, lower]).count == 1)
    #expect(upper.description == "MAIL.Example.com.")
    // "[" follows "Z" and "@" precedes "A": both stay as they are.
    #expect(try DNSName("\\[.x") != DNSName("{.x"))
    #expect(try DNSName("\\@.x") != DNSName("`.x"))
    // Only ASCII letters fold (RFC 4343 §3): \192 and \224 are À and à in Latin-1.
    #expect(try DNSName("\\192.x") != DNSName("\\224.x"))
    // A label of 65...90 octets cannot be, yet length octets must never fold.
    #expect(try DNSName("ab.c") != DNSName("a\\.b.c"))
  }

  @Test func theOrderIsThatOfRFC4034() throws {
    let ordered = [
      "example", "a.example", "yljkjljk.a.example", "Z.a.example", "zABC.a.EXAMPLE", "z.example",
      "\\001.z.example", "*.z.example", "\\200.z.example",
    ]
    let names = try ordered.map { try DNSName($0) }
    #expect(names.reversed().sorted() == names)
    #expect(DNSName.root < names[0])
    #expect(!(names[0] < names[0]))
    #expect(!(try DNSName("EXAMPLE") < names[0]))
  }

  @Test(arguments: [
    ("example.com", "example.com", true), ("mail.Example.com", "example.COM", true),
    ("a.b.c.example.com", "com", true), ("com", ".", true), (".", ".", true),
    ("badexample.com", "example.com", false), ("example.com", "mail.example.com", false),
    (".", "com", false), ("example.net", "com", false), ("a\\.com", "com", false),
    // The octets of the suffix stand inside a label.
    ("x\\003com", "com", false),
  ])
  func subdomainsAreFound(name: String, zone: String, expected: Bool) throws {
    #expect(try DNSName(name).isSubdomain(of: DNSName(zone)) == expected)
  }

  @Test func parentsLeadToTheRoot() throws {
    let name = try DNSName("a.b.c")
    #expect(name.parent?.description == "b.c.")
    #expect(name.parent?.parent?.parent == .root)
    #expect(DNSName.root.parent == nil)
  }

  @Test func namesAreJoined() throws {
    let zone = try DNSName("example.com")
    #expect(
      try DNSName("qcloud._domainkey").appending(zone) == DNSName("qcloud._domainkey.example.com"))
    #expect(try DNSName.root.appending(zone) == zone)
    #expect(try zone.appending(.root) == zone)
    let long = try DNSName([String](repeating: "abcdefg", count: 20).joined(separator: "."))
    #expect(throws: DNSNameError.nameTooLong) { try long.appending(long) }
  }

  @Test(arguments: [
    ("example.com", "example.com", "@"),
    ("EXAMPLE.com", "example.com", "@"),
    ("qcloud._domainkey.example.com", "example.com", "qcloud._domainkey"),
    ("_dmarc.mail.Example.com", "example.com", "_dmarc.mail"),
    ("a\\.b.example.com", "example.com", "a\\.b"),
    ("example.net", "example.com", "example.net."),
    ("com", "example.com", "com."),
    ("notexample.com", "example.com", "notexample.com."),
    ("example.com", ".", "example.com"),
    (".", ".", "@"),
  ])
  func hostLabelsAreWhatAConsoleWants(name: String, zone: String, label: String) throws {
    #expect(try DNSName(name).hostLabel(in: DNSName(zone)) == label)
  }

  @Test func codingUsesThePresentationForm() throws {
    let name = try DNSName("a\\.b.Example.com")
    let data = try JSONEncoder().encode([name])
    #expect(String(decoding: data, as: UTF8.self) == #"["a\\.b.Example.com."]"#)
    #expect(try JSONDecoder().decode([DNSName].self, from: data) == [name])
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode([DNSName].self, from: Data(#"["a..b"]"#.utf8))
    }
  }

  @Test func anyLabelsSurviveThePresentationForm() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<5_000 {
      let labels = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (0..<Int.random(in: 1...20, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
      }
      let name = try DNSName(labels: labels)
      #expect(try DNSName(name.description).labels == labels)
      #expect(try DNSName(name.withoutFinalDot).labels == labels)
    }
  }

  @Test func noTextTraps() {
    var random = SplitMix64(seed: 4)
    let pool = Array("ab.\\019 é。\"@\u{0}\u{301}".unicodeScalars)
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        text.append(pool[Int.random(in: 0..<pool.count, using: &random)])
      }
      guard let name = try? DNSName(String(text)) else { continue }
      #expect((try? DNSName(name.description)) == name)
    }
  }
}
