import Lab
import Testing

/// One line of a table: what `dig` must see when it asks somebody something.
struct Row: Sendable {
  /// Whom a row asks.
  enum Asked: Sendable { case resolver, validator, root, tld, first, second }

  let asked: Asked
  let name: String
  let type: String
  let status: String
  let answers: [String]

  init(_ asked: Asked, _ name: String, _ type: String, _ status: String, _ answers: [String]) {
    self.asked = asked
    self.name = name
    self.type = type
    self.status = status
    self.answers = answers
  }

  /// Asks, and judges the answer; authoritative servers must say that they are.
  func check(in lab: Lab) async throws {
    let address: String? =
      switch asked {
      case .resolver: nil
      case .validator: try #require(lab.validator).address
      case .root: lab.root
      case .tld: lab.tld
      case .first: lab.authoritative1
      case .second: lab.authoritative2
      }
    let reply = try await lab.dig(name, type, at: address)
    #expect(reply.status == status, "\(self)")
    #expect(reply.answers == answers.sorted(), "\(self)")
    if status == "REFUSED" || answers.isEmpty { return }
    let isServer = asked != .resolver && asked != .validator
    #expect(reply.flags.contains("aa") == isServer, "\(self)")
  }
}

extension DigReply {
  /// The last words of the lines of the authority section: in a referral, the servers' names.
  var targets: [String] {
    authority.compactMap { $0.split(whereSeparator: \.isWhitespace).last.map(String.init) }.sorted()
  }

  /// The owners in the authority section.
  var owners: Set<String> {
    Set(authority.compactMap { $0.split(whereSeparator: \.isWhitespace).first.map(String.init) })
  }
}
