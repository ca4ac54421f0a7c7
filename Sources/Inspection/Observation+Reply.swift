import DNS
import Diagnosis
import Resolution

extension Observation {
  /// What a server's reply amounts to as evidence.
  init(_ reply: ServerReply, role: Role) {
    let outcome: Outcome =
      switch reply.result {
      case .success(let answer): .answered(Answer(answer, asked: reply.question.name))
      case .failure(let reason): .failed(reason.rawValue)
      }
    self.init(
      question: reply.question, server: reply.serverName, address: reply.server.description,
      role: role, at: reply.at, outcome: outcome)
    // A server follows aliases inside of its zones by itself (RFC 1034 §4.3.2).
    guard role == .authoritative, question.type != .cname, let records = answer?.records else {
      return
    }
    var chain = AliasChain(question)
    if chain.follow(records), chain.names.count > 1 { alias = chain }
  }
}

extension Observation.Answer {
  fileprivate init(_ reply: Client.Reply, asked: DNSName) {
    let message = reply.message
    let denial = message.authoritySOA.map {
      Observation.Denial(zone: $0.zone, ttl: $0.ttl, minimum: $0.soa.minimum)
    }
    self.init(
      code: message.responseCode, isAuthoritative: message.isAuthoritative,
      records: message.answer, denial: denial)
    referral = message.referral(for: asked).map {
      Observation.Referral(zone: $0.zone, nameServers: $0.servers)
    }
    isValidated = message.isAuthenticData
    extendedErrors = message.extendedErrors
    edns = reply.edns
    size = reply.wasCutOff ? reply.size : nil
  }
}

extension Evidence.Delegation {
  init(_ outcome: Delegation.Outcome) {
    switch outcome {
    case .delegated: self = .present
    case .absent: self = .absent
    case .unknown: self = .unknown
    }
  }
}
