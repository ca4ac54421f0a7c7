import DNS

/// Octets of a query in, octets of a response out: what every server does before it thinks.
struct Responder {
  /// RFC 1035 §4.2.1: a client without EDNS takes this many octets over UDP.
  static let plainLimit = 512
  /// RFC 1035 §4.2.2: the length prefix of TCP has 16 bits.
  static let streamLimit = 65_535

  private let query: [UInt8]

  /// The response of the server at `address`; nil when the octets deserve none.
  static func response(
    to query: [UInt8], overTCP: Bool, recursive: Bool, answer: (Question) -> Answer
  ) -> [UInt8]? {
    // Too short for an id, or itself a response: answering those makes servers talk forever.
    guard query.count >= 12, query[2] & 0x80 == 0 else { return nil }
    return Responder(query: query).response(
      overTCP: overTCP, recursive: recursive, answer: answer)
  }

  /// Where the first question ends: its name cannot be compressed, nothing stands before it.
  private var questionEnd: Int? {
    guard query[4] == 0, query[5] == 1 else { return nil }
    var position = 12
    while position < query.count, query[position] != 0 {
      guard query[position] <= DNSName.longestLabel else { return nil }
      position += 1 + Int(query[position])
    }
    return position + 5 <= query.count ? position + 5 : nil
  }

  private func response(
    overTCP: Bool, recursive: Bool, answer: (Question) -> Answer
  ) -> [UInt8] {
    // RFC 1035 §4.1.1: OPCODE 0 is a standard query; no other is implemented here.
    if query[2] & 0x78 != 0 { return header(.notImp) }
    guard let message = try? Message(decoding: query), let end = questionEnd,
      query[6...9].allSatisfy({ $0 == 0 })
    else { return header(.formErr) }
    let internetClass: [UInt8] = [0, 1]
    guard query[(end - 2)..<end].elementsEqual(internetClass) else {
      return header(.refused, question: query[12..<end])
    }
    guard let question = message.question, question.type.rawValue != 0, question.type != .opt
    else { return header(.formErr) }
    var response = Message(response: message)
    response.recursionAvailable = recursive
    // RFC 4035 §3.2.2: a recursive server copies CD.
    response.checkingDisabled = recursive && message.checkingDisabled
    if let version = ednsVersion(at: end), version != 0 {
      response.responseCode = .badVers
    } else if recursive, !message.recursionDesired {
      // As Unbound does by default: nobody looks into the cache without asking for the work.
      response.responseCode = .refused
    } else {
      let found = answer(question)
      response.responseCode = found.code
      response.isAuthoritative = found.isAuthoritative
      // The client sees its own letter case again (draft-vixie-dnsext-dns0x20).
      response.answer = found.answer.map { record in
        var record = record
        if record.name == question.name { record.name = question.name }
        return record
      }
      response.authority = found.authority
      response.additional = found.additional
    }
    return response.encoded(limit: overTCP ? Self.streamLimit : limit(for: message))
  }

  /// RFC 6891 §6.2.3: sizes under 512 count as 512; ours is the one that needs no fragments.
  private func limit(for message: Message) -> Int {
    guard let size = message.udpPayloadSize else { return Self.plainLimit }
    return max(Self.plainLimit, Int(min(size, Message.safePayloadSize)))
  }

  /// The version of the OPT record when it is the first additional record (RFC 6891 §6.1.3).
  private func ednsVersion(at position: Int) -> UInt8? {
    let fixed: [UInt8] = [0, 0, 41]
    guard query.count >= position + 11, query[position...].starts(with: fixed) else { return nil }
    return query[position + 6]
  }

  /// An error answer: id, opcode and RD of the query, and what could be read of the question.
  private func header(_ code: ResponseCode, question: ArraySlice<UInt8> = []) -> [UInt8] {
    var octets = [query[0], query[1], 0x80 | (query[2] & 0x79), UInt8(code.rawValue & 0x0F)]
    octets += [0, question.isEmpty ? 0 : 1, 0, 0, 0, 0, 0, 0]
    return octets + question
  }
}
