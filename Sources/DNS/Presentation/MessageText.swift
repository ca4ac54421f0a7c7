extension Message {
  /// The message in the layout of BIND's `dig` 9.18, which every DNS operator can read.
  ///
  /// `hadEDNS`: the query had EDNS, so that its refusal is worth a remark.
  public func text(
    _ parts: MessageParts = .all, columns: RecordColumns = RecordColumns(), hadEDNS: Bool = false
  ) -> String {
    var lines: [String] = []
    if parts.contains(.comments) {
      lines = warningsAboutLocal + header + refusalOfEDNS(hadEDNS) + [""] + ednsLines
    }
    func section(_ part: MessageParts, _ title: String, _ rows: [String]) {
      guard parts.contains(part), !rows.isEmpty else { return }
      let isTitled = parts.contains(.comments)
      lines += (isTitled ? [";; \(title) SECTION:"] : []) + rows + (isTitled ? [""] : [])
    }
    section(.question, "QUESTION", question.map { [columns.line($0)] } ?? [])
    section(.answer, "ANSWER", answer.map(columns.line))
    section(.authority, "AUTHORITY", authority.map(columns.line))
    section(.additional, "ADDITIONAL", additional.map(columns.line))
    return lines.map { $0 + "\n" }.joined()
  }

  private var header: [String] {
    let counts = [
      question == nil ? 0 : 1, answer.count, authority.count,
      additional.count + (udpPayloadSize == nil ? 0 : 1),
    ]
    var lines = [
      ";; ->>HEADER<<- opcode: QUERY, status: \(responseCode.digName), id: \(id)",
      ";; flags:\(flags.map { " " + $0 }.joined()); QUERY: \(counts[0]), ANSWER: \(counts[1]), "
        + "AUTHORITY: \(counts[2]), ADDITIONAL: \(counts[3])",
    ]
    if recursionDesired && !recursionAvailable {
      lines.append(";; WARNING: recursion requested but not available")
    }
    return lines
  }

  /// RFC 6762 §3: names below `local.` belong to another protocol.
  private var warningsAboutLocal: [String] {
    guard let last = question?.name.labels.last, last.count == 5,
      String(decoding: last, as: UTF8.self).lowercased() == "local"
    else { return [] }
    return [
      ";; WARNING: .local is reserved for Multicast DNS",
      ";; You are currently testing what happens when an mDNS query is leaked to DNS",
    ]
  }

  /// RFC 6891 §7: a server that does not know EDNS says so without it.
  private func refusalOfEDNS(_ hadEDNS: Bool) -> [String] {
    guard hadEDNS, udpPayloadSize == nil, responseCode == .formErr || responseCode == .notImp
    else { return [] }
    let name = responseCode.digName
    return ["", ";; WARNING: EDNS query returned status \(name) - retry with '+noedns'"]
  }

  /// The flags that are set, as `dig` names them.
  public var flags: [String] {
    let all: [(String, Bool)] = [
      ("qr", isResponse), ("aa", isAuthoritative), ("tc", isTruncated), ("rd", recursionDesired),
      ("ra", recursionAvailable), ("ad", isAuthenticData), ("cd", checkingDisabled),
    ]
    return all.filter(\.1).map(\.0)
  }
}

extension ResponseCode {
  /// The mnemonic that `dig` has for a code, which differs for those that nobody uses.
  fileprivate var digName: String {
    switch rawValue {
    case 11...15: "RESERVED\(rawValue)"
    case 23: "BADCOOKIE"
    case 17...: "?\(rawValue)"
    default: name
    }
  }
}
