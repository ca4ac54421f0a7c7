extension Message {
  /// The message in the layout that every DNS operator knows from `dig`.
  public var text: String {
    var lines = [
      ";; ->>HEADER<<- opcode: QUERY, status: \(responseCode.name), id: \(id)",
      ";; flags:\(flags.map { " " + $0 }.joined()); QUERY: \(question == nil ? 0 : 1), "
        + "ANSWER: \(answer.count), AUTHORITY: \(authority.count), "
        + "ADDITIONAL: \(additional.count + (udpPayloadSize == nil ? 0 : 1))",
      "",
    ]
    if let udpPayloadSize {
      lines += [
        ";; OPT PSEUDOSECTION:",
        "; EDNS: version: 0, flags:\(isDNSSECOK ? " do" : ""); udp: \(udpPayloadSize)",
      ]
      lines += extendedErrors.map { error in
        "; EDE: \(error.code)"
          + (error.text.isEmpty ? "" : ": (\(PresentationReader.escaped(Array(error.text.utf8))))")
      }
      lines += [serverIdentity].compactMap { identity in
        identity.map { "; NSID: \(PresentationReader.quoted($0))" }
      }
    }
    if let question {
      lines += [
        ";; QUESTION SECTION:",
        ";\(Self.padded(question.name.description, 23))\tIN\t\(question.type)", "",
      ]
    }
    lines += section("ANSWER", answer) + section("AUTHORITY", authority)
    lines += section("ADDITIONAL", additional)
    return lines.map { $0 + "\n" }.joined()
  }

  /// The flags that are set, as `dig` names them.
  public var flags: [String] {
    let all: [(String, Bool)] = [
      ("qr", isResponse), ("aa", isAuthoritative), ("tc", isTruncated), ("rd", recursionDesired),
      ("ra", recursionAvailable), ("ad", isAuthenticData), ("cd", checkingDisabled),
    ]
    return all.filter(\.1).map(\.0)
  }

  private func section(_ name: String, _ records: [ResourceRecord]) -> [String] {
    records.isEmpty ? [] : [";; \(name) SECTION:"] + records.map(\.line) + [""]
  }

  fileprivate static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: "\t", count: max(0, (width - text.utf8.count + 7) / 8))
  }
}

extension ResourceRecord {
  /// The record as one line of a zone file.
  public var line: String {
    "\(Message.padded(name.description, 24))\t\(ttl)\tIN\t\(type)\t\(presentation)"
  }
}
