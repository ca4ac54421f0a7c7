import DNS
import Testing

@testable import Lab

/// What `dig` prints of a record, and what we print of it: the same octets, for every type.
@Suite struct DigPresentationTests {
  /// Options of `dig`, and the same said to our own code.
  struct Layout: Sendable, CustomTestStringConvertible {
    let options: String
    let set: @Sendable (inout RecordColumns) -> Void

    var testDescription: String { options }
  }

  static let layouts = [
    Layout(options: "+short") { _ in },
    Layout(options: "") { _ in },
    Layout(options: "+multiline") { $0.style.isMultiline = true },
    Layout(options: "+multiline +norrcomments +nottlid") {
      $0.style.isMultiline = true
      $0.style.showsComments = false
      $0.showsTTL = false
    },
    Layout(options: "+rrcomments +nocrypto +noclass") {
      $0.style.showsComments = true
      $0.style.hidesCryptography = true
      $0.showsClass = false
    },
    Layout(options: "+multiline +nocrypto +split=16") {
      $0.style.isMultiline = true
      $0.style.hidesCryptography = true
      $0.style.chunk = 16
    },
    Layout(options: "+unknownformat +ttlunits +nosplit") {
      $0.style.isGeneric = true
      $0.style.chunk = 0
      $0.hasUnits = true
    },
    Layout(options: "+short +expandaaaa +nosplit") {
      $0.style.expandsIPv6 = true
      $0.style.chunk = 0
    },
  ]

  private static func record(_ index: Int) throws -> ResourceRecord {
    let sample = RecordSamples.all[index]
    return ResourceRecord(
      name: try DNSName("\(sample.label ?? "r\(index)").types.test"), type: sample.type,
      ttl: UInt32(index * 3607), data: .other(sample.data))
  }

  /// One `dig` asks for all of them, one after the other.
  @Test(arguments: layouts)
  func everyTypeIsWrittenAsDigWritesIt(_ layout: Layout) async throws {
    let server = try OneAnswerServer()
    let dig = try Dig()
    let options = layout.options.split(separator: " ").map(String.init)
    var arguments = ["@127.0.0.1", "-p", "\(server.port)", "+tries=1", "+time=9", "+nocookie"]
    arguments += options.contains("+short") ? [] : ["+noall", "+answer"]
    arguments += options
    for index in RecordSamples.all.indices {
      let record = try Self.record(index)
      arguments += ["-q", record.name.description, "-t", "TYPE\(record.type.rawValue)"]
    }
    async let output = dig.run(arguments)
    var columns = RecordColumns()
    layout.set(&columns)
    var expected = ""
    for index in RecordSamples.all.indices {
      let record = try Self.record(index)
      let answer = { (query: Message) in
        var response = Message(response: query)
        response.answer = [record]
        return response
      }
      let sent = answer(try await server.answer(answer))
      // The way that an answer takes: through the scan and libldns.
      let read = try #require(try Message(decoding: sent.encoded()).answer.first)
      #expect(read.type == record.type)
      expected +=
        (options.contains("+short") ? read.presentation(columns.style) : columns.line(read)) + "\n"
    }
    let printed = try await output
    #expect(
      printed.split(separator: "\n", omittingEmptySubsequences: false)
        == expected.split(separator: "\n", omittingEmptySubsequences: false))
  }

  /// A bitmap of all types tells what `dig` calls them.
  @Test func everyTypeHasTheNameThatDigGivesIt() async throws {
    let server = try OneAnswerServer()
    let dig = try Dig()
    let bitmap = (0..<8).flatMap { window in
      [UInt8(window), 32] + [UInt8](repeating: 255, count: 32)
    }
    let high = [UInt8(128), 1, 0xFF]
    async let output = dig.run([
      "@127.0.0.1", "-p", "\(server.port)", "+tries=1", "+time=9", "+short", "types.test", "NSEC",
    ])
    _ = try await server.answer { query in
      var response = Message(response: query)
      response.answer = [
        ResourceRecord(
          name: query.question?.name ?? .root, type: RecordType(rawValue: 47), ttl: 1,
          data: .other([0] + bitmap + high))
      ]
      return response
    }
    let types =
      (0..<2048).map { RecordType(rawValue: $0) }
      + (32_768..<32_776).map { RecordType(rawValue: $0) }
    let names = [Substring(".")] + types.map { Substring($0.name) }
    #expect(try await output.dropLast().split(separator: " ") == names)
  }

  @Test(arguments: ["", "+multiline", "+noclass +nottlid", "+unknownformat"])
  func aMessageHasTheLayoutOfDig(_ options: String) async throws {
    let server = try OneAnswerServer()
    let dig = try Dig()
    let words = options.split(separator: " ").map(String.init)
    async let output = dig.run(
      [
        "@127.0.0.1", "-p", "\(server.port)", "+tries=1", "+time=9", "+nocookie", "+nocmd",
        "+nostats",
      ]
        + words + ["local", "SOA"])
    let answer = { (query: Message) in
      var response = Message(response: query)
      response.isAuthoritative = true
      response.isAuthenticData = true
      response.checkingDisabled = true
      response.isDNSSECOK = true
      response.answer = (0..<3).compactMap { try? Self.record($0) }
      response.authority = (20..<23).compactMap { try? Self.record($0) }
      response.additional = (60..<63).compactMap { try? Self.record($0) }
      response.ednsOptions = Self.ednsOptions
      return response
    }
    let response = answer(try await server.answer(answer))
    var columns = RecordColumns()
    columns.style.isMultiline = words.contains("+multiline")
    columns.style.isGeneric = words.contains("+unknownformat")
    columns.showsTTL = !words.contains("+nottlid")
    columns.showsClass = !words.contains("+noclass")
    let text = ";; Got answer:\n" + response.text(columns: columns)
    #expect(
      try await output.split(separator: "\n", omittingEmptySubsequences: false)
        == text.split(separator: "\n", omittingEmptySubsequences: false))
  }

  /// Options that servers send, most of them unasked.
  private static let ednsOptions = [
    EDNSOption(code: 1, data: [0, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 14, 16]),
    EDNSOption(code: 2, data: [0, 0, 14, 16]), EDNSOption(code: 3, data: Array("ns1\u{7F}".utf8)),
    EDNSOption(code: 3), EDNSOption(code: 8, data: [0, 1, 24, 0, 192, 0, 2]),
    EDNSOption(code: 8, data: [0, 2, 56, 48, 32, 1, 13, 184, 0, 0, 1]),
    EDNSOption(code: 8, data: [0, 0, 0, 0]), EDNSOption(code: 9, data: [0, 1, 81, 128]),
    EDNSOption(code: 9), EDNSOption(code: 10, data: [UInt8](1...24)),
    EDNSOption(code: 11, data: [1, 45]), EDNSOption(code: 11),
    EDNSOption(code: 12, data: [0, 0, 0]),
    EDNSOption(code: 12), EDNSOption(code: 14, data: [0, 1, 255, 255]),
    EDNSOption(code: 15, data: [0, 22] + Array("at delegation".utf8)),
    EDNSOption(code: 15, data: [3, 232]), EDNSOption(code: 16, data: [0, 5]),
    EDNSOption(code: 17, data: [0, 6]), EDNSOption(code: 65_001, data: Array("abc".utf8)),
  ]

  @Test(arguments: [0, 1, 4, 11, 15, 16, 17, 23, 24, 200] as [UInt16])
  func responseCodesHaveTheNamesOfDig(_ number: UInt16) async throws {
    let server = try OneAnswerServer()
    let dig = try Dig()
    async let output = dig.run([
      "@127.0.0.1", "-p", "\(server.port)", "+tries=1", "+time=9", "+nocookie", "+nobadcookie",
      "+noednsneg", "+nocmd", "+nostats", "example.com", "A",
    ])
    let answer = { (query: Message) in
      var response = Message(response: query, code: ResponseCode(rawValue: number))
      // Codes above 15 need the pseudo-record.
      if number < 16 { response.udpPayloadSize = nil }
      return response
    }
    let response = answer(try await server.answer(answer))
    #expect(try await output == ";; Got answer:\n" + response.text(hadEDNS: true))
  }

  @Test func namesAreShownInTheirOwnLetters() throws {
    var style = PresentationStyle()
    style.showsUnicode = true
    for (ascii, shown) in [
      ("xn--mnchen-3ya.de", "münchen.de."), ("XN--FA-hia.DE", "FAß.DE."),
      ("_dmarc.xn--r8jz45g.jp", "_dmarc.例え.jp."), (#"a\032b.xn--3e0b707e"#, #"a\032b.한국."#),
      // What does not lead back to itself, or has no letters of its own, stays.
      ("xn--a.de", "xn--a.de."), ("xn--zzzzzzzz.de", "xn--zzzzzzzz.de."),
      ("example.com", "example.com."),
      ("xn--0ca24w.com", "xn--0ca24w.com."), (#"\252.xn--a"#, #"\252.xn--a."#),
    ] {
      let record = ResourceRecord(
        name: .root, type: .mx, ttl: 0, data: .mx(preference: 1, exchange: try DNSName(ascii)))
      #expect(record.presentation(style) == "1 \(shown)")
      #expect(record.presentation == "1 \(try DNSName(ascii))")
    }
  }
}
