extension Message {
  /// The message in the layout of BIND's `dig` 9.18, which every DNS operator can read.
  public func text(
    _ parts: MessageParts = .all, columns: RecordColumns = RecordColumns()
  ) -> String {
    var lines = parts.contains(.comments) ? header + ednsLines : []
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
      ";; ->>HEADER<<- opcode: QUERY, status: \(responseCode.name), id: \(id)",
      ";; flags:\(flags.map { " " + $0 }.joined()); QUERY: \(counts[0]), ANSWER: \(counts[1]), "
        + "AUTHORITY: \(counts[2]), ADDITIONAL: \(counts[3])",
    ]
    if recursionDesired && !recursionAvailable {
      lines.append(";; WARNING: recursion requested but not available")
    }
    return lines + [""]
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
