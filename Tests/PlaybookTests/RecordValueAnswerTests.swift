import Testing

@testable import Playbook

@Suite struct RecordValueAnswerTests {
  let input = Input(
    id: "dkimValue", kind: .recordValue, default: nil, isRequired: true, example: "x",
    ending: nil, keyTag: "p", refused: [])

  /// 392 characters, as a key of 2048 bits has.
  static let key =
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A" + String(repeating: "Ab1+/9xYzQ", count: 35) + "IDAQAB012="
  static let value = "v=DKIM1; k=rsa; p=" + key
  static var pieces: [String] {
    [
      String(value.prefix(150)), String(value.dropFirst(150).prefix(150)),
      String(value.dropFirst(300)),
    ]
  }

  @Test func theSampleKeyHasItsLength() {
    #expect(Self.key.count == 392)
    #expect(Self.value.count == 410)
  }

  @Test func everyFormIsOneValue() throws {
    let pieces = Self.pieces
    let quoted = pieces.map { "\"\($0)\"" }
    let name = "qcloud._domainkey.example.com."
    let forms = [
      Self.value, "  \(Self.value)\n", "\"\(Self.value)\"", "'\(Self.value)'",
      pieces.joined(separator: "\n"), pieces.joined(separator: "\r\n   "),
      pieces.joined(separator: " "), quoted.joined(separator: " "),
      "( \(quoted.joined(separator: "\n\t")) )", "(\(quoted.joined()))",
      "\(name) 600 IN TXT \(quoted.joined(separator: " "))",
      "\(name)\t600\tIN\tTXT\t( \(quoted.joined(separator: "\n")) ) ; DKIM key",
      "\(name) IN TXT \(Self.value)", "TXT ( \(pieces.joined(separator: "\n")) )",
      "Record value: \(Self.value)", "レコード値：\(Self.value)",
      Self.value.replacing(";", with: "\\;"), "\"\(Self.value.replacing(";", with: "\\;"))\"",
      Self.value.replacing(";", with: "\\059"), "\\\"\(Self.value)\\\"", "\"\(Self.value)",
      "“\(Self.value)”", Self.value.replacing(" ", with: "\u{A0}"),
      Self.value.replacing(";", with: "；").replacing("=", with: "＝"),
      "v = DKIM1;  k =rsa ; p= \(Self.key)", "\u{FEFF}\(Self.value)\u{200B}",
    ]
    for form in forms {
      let read = try input.answer(form)
      #expect(read == Self.value, "\(form.prefix(60))")
      #expect(try input.answer(read ?? "") == read)
    }
  }

  /// A value that went through two programs, and what nobody would write.
  @Test(arguments: [
    (#"v=DKIM1\\; k=rsa\\\; p=AAAA"#, "v=DKIM1; k=rsa; p=AAAA"),
    (#"v=DKIM1\\059 p=AAAA"#, "v=DKIM1; p=AAAA"), (#"n=a\092b\034c; p=AAAA"#, "n=abc; p=AAAA"),
    (#"n=\\\\\\\x; p=AAAA\"#, "n=x; p=AAAA"),
  ])
  func noEscapeIsLeft(_ typed: String, _ value: String) throws {
    #expect(try input.answer(typed) == value)
    #expect(try input.answer(value) == value)
  }

  /// What stands around a value in consoles, zone files and programs, and is no part of it.
  @Test func theFrameGoes() throws {
    let pieces = Self.pieces
    let quoted = pieces.map { "\"\($0)\"" }
    let name = "qcloud._domainkey.example.com."
    let forms = [
      "600 IN TXT \(quoted.joined(separator: " "))", "\(name) TXT 600 \(Self.value)",
      "\(name) IN 600 TXT \(Self.value)",
      "\(name) 3600 TXT (\n\(quoted.joined(separator: "\n"))\n)",
      "Type: TXT TTL=600 \(Self.value)", "Value: \(Self.value) Copy", "\(Self.value)\nCopied!",
      "\(Self.value)\n复制", "\(Self.value) コピー", "\(Self.value) 복사", "\(Self.value) Salin Copy",
      "{\"name\": \"\(name)\", \"value\": \"\(Self.value)\", \"ttl\": \"600\"}",
      "{\"type\": \"TXT\", \"value\": \"\(Self.value)\", \"ttl\" : 600}",
      "[\(quoted.joined(separator: ", "))]", "“\(pieces[0])” “\(pieces[1])” “\(pieces[2])”",
      "\(name) IN TXT ( \(pieces[0])\n\t\(pieces[1])\n\t\(pieces[2]) )",
      "\(quoted[0])\r\n\(quoted[1])\r\n\(quoted[2])\r\n",
    ]
    for form in forms {
      let read = try input.answer(form)
      #expect(read == Self.value, "\(form)")
      #expect(try input.answer(read ?? "") == read)
    }
  }

  /// What follows a key is a fault at its place, not a part of the key.
  @Test(arguments: [
    (" Edit", "E"), (" Copy Edit", "C"), ("\nTTL", "T"), ("AAAA", "A"), (" 600", "6"),
  ])
  func whatFollowsTheKeyIsShown(junk: String, character: String) {
    let space = junk.prefix { $0 == " " || $0 == "\n" }.count
    #expect(throws: InputFault.character(character, offset: 410 + space)) {
      try input.answer(Self.value + junk)
    }
  }

  @Test(
    arguments: [
      ("p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= Copy", nil),
      (
        "p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= Edit", InputFault.character("E", offset: 47)
      ),
      ("k=rsa; v=DKIM1; p=AAAA", nil), ("rev=DKIM1; p=AAAA", nil),
    ] as [(String, InputFault?)])
  func onlyWhatIsProvenGoes(typed: String, fault: InputFault?) {
    do {
      let read = try input.answer(typed)
      #expect(fault == nil && read == typed.replacing(" Copy", with: ""))
    } catch {
      #expect(error == fault)
    }
  }

  @Test(arguments: [
    ("k=rsa;p=AAAA", "k=rsa;p=AAAA"), ("v=DKIM1;k=rsa;p=AA AA;", "v=DKIM1;k=rsa;p=AAAA;"),
    ("p=AAAA; n=a  b", "p=AAAA; n=a b"), ("p=AA==", "p=AA=="), ("p=AAAA;;  ;", "p=AAAA;"),
    ("\"v=DKIM1;\" \"p=AAAA\"", "v=DKIM1;p=AAAA"),
  ])
  func theOrderAndTheSpacesStay(typed: String, value: String) throws {
    #expect(try input.answer(typed) == value)
  }

  @Test(
    arguments: [
      ("", InputFault.empty), ("v=DKIM1; k=rsa", .missingTag("p")), ("hello", .missingTag("p")),
      ("v=spf1 include:qcloudmail.com ~all", .missingTag("p")),
      ("v=DKIM1; p=", .emptyTag("p")), ("v=DKIM1; p= ; k=rsa", .emptyTag("p")),
      ("p=AAAA; p=BBBB", .repeatedTag("p")),
      ("v=DKIM1; k=rsa; p=MIGf...", .character(".", offset: 22)),
      ("p=AA=A", .character("=", offset: 4)), ("p=A===", .character("=", offset: 5)),
      ("p=====", .character("=", offset: 2)),
      ("v=DKIM1; rsa; p=AAAA", .notATag("rsa", offset: 9)),
      ("v=DKIM1; 1k=rsa; p=AAAA", .notATag("1k", offset: 9)),
      ("p=ключ", .character("к", offset: 2)),
      ("\"\"", .empty), ("(((", .missingTag("p")), ("=", .notATag("", offset: 0)),
      ("p=\\", .emptyTag("p")), ("\\", .missingTag("p")), ("p=A\\", .none),
    ] as [(String, InputFault?)])
  func others(typed: String, fault: InputFault?) {
    do {
      _ = try input.answer(typed)
      #expect(fault == nil)
    } catch {
      #expect(error == fault)
    }
  }

  @Test func anyText() throws {
    let plain = Input(
      id: "token", kind: .recordValue, default: nil, isRequired: true, example: "x", ending: nil,
      keyTag: nil, refused: [])
    #expect(try plain.answer("name TXT \"site-verification=a b\"") == "site-verification=a b")
    #expect(try plain.answer("MS=ms1") == "MS=ms1")
    #expect(try plain.answer("a  \n b") == "a b")
    #expect(throws: InputFault.empty) { try plain.answer("\"") }
  }

  /// Hostile pastes: each ends with a value or a fault.
  @Test func anythingIsAnswered() {
    var seed: UInt64 = 7
    let alphabet = Array("\\\"'();= \n\tpvk1A/+{}（；＝」\u{200B}\u{0}é".unicodeScalars)
    for _ in 0..<2000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<24 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        view.append(alphabet[Int(seed >> 33) % alphabet.count])
      }
      guard let value = try? input.answer(String(view)) else { continue }
      #expect((try? input.answer(value)) == value)
    }
  }
}
