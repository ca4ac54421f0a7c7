import DNS

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks several servers at once.
public struct Panel: Sendable {
  /// Addresses asked for one zone: far more than any has, far fewer than a hostile one can list.
  static let mostAddresses = 64

  private let client: Client
  private let port: UInt16
  /// Whether IPv6 addresses are asked too.
  public let usesIPv6: Bool

  /// A panel whose servers, reached through delegations, listen on `port`.
  public init(client: Client, port: UInt16 = ServerAddress.standardPort, usesIPv6: Bool) {
    self.client = client
    self.port = port
    self.usesIPv6 = usesIPv6
  }

  /// Puts every question to one server, at the same time, in the order of the questions.
  public func ask(
    _ questions: [Question], at server: ServerAddress, name: DNSName? = nil,
    _ options: QueryOptions, until deadline: ContinuousClock.Instant
  ) async -> [ServerReply] {
    await withTaskGroup(of: (Int, ServerReply).self) { group in
      for (index, question) in questions.enumerated() {
        group.addTask {
          let result = await client.ask(
            question, at: server, options, until: deadline)
          return (
            index,
            ServerReply(
              question: question, serverName: name, server: server, result: result, at: time(nil))
          )
        }
      }
      var replies: [(Int, ServerReply)] = []
      for await reply in group { replies.append(reply) }
      return replies.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// Puts every question to every address of every server, without recursion, all at once.
  public func askEach(
    _ questions: [Question], of servers: [NameServer], _ options: QueryOptions = QueryOptions(),
    until deadline: ContinuousClock.Instant
  ) async -> [ServerReply] {
    let targets = addresses(of: servers)
    return await withTaskGroup(of: (Int, [ServerReply]).self) { group in
      for (index, target) in targets.enumerated() {
        group.addTask {
          (
            index,
            await ask(
              questions, at: target.address, name: target.name, options, until: deadline)
          )
        }
      }
      var replies: [(Int, [ServerReply])] = []
      for await reply in group { replies.append(reply) }
      return replies.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }

  /// Asks servers in groups of `width` until one refers further down or answers; a denial counts
  /// only when the whole group has been heard.
  func askUntilReferral(
    _ question: Question, of servers: [NameServer], width: Int,
    until deadline: ContinuousClock.Instant
  ) async -> [ServerReply] {
    await askInGroups(question, of: servers, width: width, until: deadline) { reply in
      reply.referral != nil || reply.message?.answer.isEmpty == false
    }
  }

  /// Asks servers in groups of `width` until one answers.
  func askFirst(
    _ question: Question, of servers: [NameServer], width: Int,
    until deadline: ContinuousClock.Instant
  ) async -> [ServerReply] {
    await askInGroups(question, of: servers, width: width, until: deadline) { $0.message != nil }
  }

  private func askInGroups(
    _ question: Question, of servers: [NameServer], width: Int,
    until deadline: ContinuousClock.Instant, enough: @Sendable (ServerReply) -> Bool
  ) async -> [ServerReply] {
    var targets = addresses(of: servers)[...]
    var replies: [ServerReply] = []
    while !targets.isEmpty, ContinuousClock.now < deadline {
      let group = targets.prefix(width)
      targets = targets.dropFirst(width)
      let heard = await withTaskGroup(of: ServerReply?.self) { tasks in
        for target in group {
          tasks.addTask {
            await ask(
              [question], at: target.address, name: target.name, QueryOptions(), until: deadline
            ).first
          }
        }
        var heard: [ServerReply] = []
        for await case .some(let reply) in tasks {
          heard.append(reply)
          if enough(reply) { tasks.cancelAll() }
        }
        return heard
      }
      replies += heard.filter { $0.wasNotCancelled }
      if replies.contains(where: { $0.message.map(Self.isConclusive) == true }) { break }
    }
    return replies
  }

  /// A referral, an answer, or an authoritative denial; not a refusal or a failure.
  private static func isConclusive(_ message: Message) -> Bool {
    message.responseCode == .noError || message.responseCode == .nxDomain
  }

  private func addresses(of servers: [NameServer]) -> [(name: DNSName, address: ServerAddress)] {
    let all = servers.lazy.flatMap { server in
      server.addresses.lazy.filter { usesIPv6 || !$0.isIPv6 }
        .map { (server.name, ServerAddress($0, port: port)) }
    }
    return Array(all.prefix(Self.mostAddresses))
  }
}

extension ServerReply {
  fileprivate var wasNotCancelled: Bool {
    if case .failure(.cancelled) = result { false } else { true }
  }
}
