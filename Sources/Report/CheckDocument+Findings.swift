import DNS
import Diagnosis
import Localization

extension CheckDocument {
  /// One finding with its words.
  struct FindingPart: Encodable {
    let id: String
    let layer: String
    let severity: String
    let unknown: Bool
    let role: String
    let causes: [String]
    let record: Nullable<String>
    let arguments: [String: ArgumentPart]
    let evidence: [EvidencePart]
    let title: String
    let found: String
    let why: String
    let cause: String
    let fix: [String]
    let references: [String]
    let fault: Nullable<FaultPart>

    init(_ finding: Finding, _ messages: Messages, _ clock: WallClock) {
      let text = FindingText(finding, messages, clock: clock)
      id = finding.id.rawValue
      layer = finding.layer.rawValue
      severity = finding.severity.rawValue
      unknown = finding.isUnknown
      role = finding.isConsequence ? "consequence" : "cause"
      causes = finding.causes.map(\.rawValue)
      record = Nullable(finding.record)
      arguments = finding.arguments.mapValues(ArgumentPart.init)
      evidence =
        finding.evidence.map { EvidencePart($0) } + finding.answers.map { EvidencePart($0) }
      title = text.title
      found = text.found
      why = text.why
      cause = text.cause
      // A consequence carries no steps of its own (findings catalogue, section 1.2).
      fix = finding.isConsequence ? [] : text.fix
      references = finding.references
      fault = Nullable(FindingFault(finding).map { FaultPart($0, messages) })
    }
  }

  /// An argument in its natural JSON type.
  struct ArgumentPart: Encodable {
    let argument: FindingArgument

    init(_ argument: FindingArgument) { self.argument = argument }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch argument {
      case .name(let name): try container.encode(name.withoutFinalDot)
      case .names(let names): try container.encode(names.map(\.withoutFinalDot))
      case .servers(let servers): try container.encode(servers.map(ServerArgument.init))
      case .text(let text): try container.encode(text)
      case .texts(let texts): try container.encode(texts)
      case .count(let number), .offset(let number), .seconds(let number):
        try container.encode(number)
      case .optional(let text): try container.encode(Nullable(text))
      case .flag(let flag): try container.encode(flag)
      case .moment(let time), .deadline(let time): try container.encode(Timestamp.text(time))
      case .waits(let waits): try container.encode(waits.map(WaitArgument.init))
      case .offsets(let offsets): try container.encode(offsets)
      case .characters(let characters):
        try container.encode(characters.map(CharacterArgument.init))
      case .records(let records): try container.encode(records.map(RecordArgument.init))
      case .costs(let costs): try container.encode(costs)
      case .mailboxProvider(let id): try container.encode(id)
      case .numbers(let numbers): try container.encode(numbers)
      }
    }
  }

  /// A server among the arguments of a finding.
  struct ServerArgument: Encodable {
    let name: Nullable<String>
    let address: Nullable<String>

    init(_ server: Server) {
      name = Nullable(server.name?.withoutFinalDot)
      address = Nullable(server.address)
    }
  }

  /// A resolver among the arguments of a finding, with the time that it needs.
  struct WaitArgument: Encodable {
    let name: Nullable<String>
    let address: Nullable<String>
    let seconds: Int
    let endsOn: String

    init(_ wait: ResolverWait) {
      name = Nullable(wait.resolver.name?.withoutFinalDot)
      address = Nullable(wait.resolver.address)
      seconds = wait.seconds
      endsOn = Timestamp.text(wait.endsOn)
    }
  }

  /// A character among the arguments of a finding.
  struct CharacterArgument: Encodable {
    let character: String
    let offset: Int

    init(_ character: PublishedCharacter) {
      self.character = character.description
      offset = character.offset
    }
  }

  /// A record among the arguments of a finding.
  struct RecordArgument: Encodable {
    let name: String
    let type: String

    init(_ question: Question) {
      name = question.name.withoutFinalDot
      type = question.type.name
    }
  }

  /// One answer that proves a finding.
  struct EvidencePart: Encodable {
    let question: String
    let server: Nullable<String>
    let address: String
    let answer: String
    let at: String

    init(_ observation: Observation) {
      question = observation.question.description
      server = Nullable(observation.server?.withoutFinalDot)
      address = observation.address
      answer = observation.answerText
      at = Timestamp.text(observation.at)
    }
  }
}

extension Observation {
  /// The records of the answer, or its code when there are none.
  public var answerText: String {
    let values = (records ?? []).map(RecordText.of)
    return values.isEmpty ? answerWord : values.joined(separator: " | ")
  }
}
