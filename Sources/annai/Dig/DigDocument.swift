import DNS
import Resolution

/// A lookup as JSON: `annai.dig/1`.
struct DigDocument: Encodable {
  private let schema = "annai.dig/1"
  private let name: String
  private let type: String
  /// The answer, or the last step of a trace.
  private let answer: DigAnswer
  /// Every step of a trace from the root down.
  private let trace: [DigAnswer]

  private enum Key: String, CodingKey { case schema, name, type, trace }

  init(_ lookup: DigLookup, _ steps: [DigResult]) {
    name = lookup.name.description
    type = lookup.type.name
    let answers = steps.map(DigAnswer.init)
    answer = answers.last ?? DigAnswer(DigResult(nil, named: nil, .failure(.unreachable)))
    trace = lookup.traces ? answers : []
  }

  func encode(to encoder: any Encoder) throws {
    try answer.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(schema, forKey: .schema)
    try container.encode(name, forKey: .name)
    try container.encode(type, forKey: .type)
    try container.encode(trace, forKey: .trace)
  }
}

/// What one server answered, with every key present whatever came.
struct DigAnswer: Encodable {
  private let step: DigResult
  private var message: Message? { step.reply?.message }

  private enum Key: String, CodingKey {
    case server, serverName, status, error, flags, answer, authority, additional
    case extendedErrors, nsid, udpSize, overTCP, size, durationMs
  }

  /// One record.
  private struct Record: Encodable {
    let name: String
    let type: String
    let ttl: UInt32
    let value: String

    init(_ record: ResourceRecord) {
      name = record.name.description
      type = record.type.name
      ttl = record.ttl
      value = record.presentation
    }
  }

  init(_ step: DigResult) { self.step = step }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    // `encode` writes null for nothing: a reader finds every key.
    try container.encode(step.server?.description, forKey: .server)
    try container.encode(step.serverName, forKey: .serverName)
    try container.encode(message?.responseCode.name, forKey: .status)
    try container.encode(step.fault?.rawValue, forKey: .error)
    try container.encode(message?.flags ?? [], forKey: .flags)
    try container.encode((message?.answer ?? []).map(Record.init), forKey: .answer)
    try container.encode((message?.authority ?? []).map(Record.init), forKey: .authority)
    try container.encode((message?.additional ?? []).map(Record.init), forKey: .additional)
    try container.encode(message?.extendedErrors ?? [], forKey: .extendedErrors)
    try container.encode(identity, forKey: .nsid)
    try container.encode(message?.udpPayloadSize, forKey: .udpSize)
    try container.encode(step.reply?.overTCP ?? false, forKey: .overTCP)
    try container.encode(step.reply?.size, forKey: .size)
    try container.encode(
      step.reply.map { Int($0.duration / .milliseconds(1)) }, forKey: .durationMs)
  }

  /// What the server calls itself, in hexadecimal: it need not be text (RFC 5001 §2.3).
  private var identity: String? {
    message?.serverIdentity.map { octets in
      octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
