import DNS
import Registration

/// Why the clock of this machine cannot be right.
struct ClockDoubt: Hashable, Sendable {
  /// What shows it.
  enum Proof: String, Hashable, Sendable {
    /// The time at which a registry wrote its answer (RFC 9110 §6.6.1).
    case date
    /// A signature that is out of its time by the clock here, and that a resolver accepts.
    case signature
  }

  /// What shows it.
  let proof: Proof
  /// Seconds by which the clock is ahead at least, negative when it is behind.
  let offset: Int
  /// The answers that show it.
  let observations: [Observation]
  let answers: [RegistrationAnswer]

  /// More than that is wrong: services refuse requests that are five minutes off.
  static let mostOffset = 300
  /// Validators are lenient by up to a tenth of a signature's time, and by a day at most in common
  /// resolvers; so are the hours until a cached signature is fetched again.
  static let mostLenience = 86_400
}

extension Evidence {
  /// Why the clock of this machine cannot be right; nil when nothing speaks against it.
  var clockDoubt: ClockDoubt? { doubtByDate ?? doubtBySignature }

  /// Whether a signature is out of its time, so that the clock may be to blame as well as the zone.
  public var hasUntimelySignatures: Bool { expected.contains { !untimely($0).isEmpty } }

  /// Registries with clocks of their own agree, or nobody knows which one is right.
  private var doubtByDate: ClockDoubt? {
    let told = (registration ?? []).filter { $0.clockOffset != nil }
    guard let offset = told.compactMap(\.clockOffset).min(by: { abs($0) < abs($1) }),
      abs(offset) > ClockDoubt.mostOffset
    else { return nil }
    return ClockDoubt(proof: .date, offset: offset, observations: [], answers: told)
  }

  /// A resolver with a clock of its own that accepts the signatures of a record (AD, RFC 4035 §3.2.3)
  /// says that it is their time.
  private var doubtBySignature: ClockDoubt? {
    for record in expected {
      let accepting = observations(.resolver, record.question).filter(\.isValidated)
      let untimely = untimely(record)
      let offsets = untimely.flatMap(\.signaturePeriods).map { $0.distance(to: checkedAt) }
      guard !accepting.isEmpty, let offset = offsets.min(by: { abs($0) < abs($1) }),
        abs(offset) > ClockDoubt.mostLenience
      else { continue }
      return ClockDoubt(
        proof: .signature, offset: offset, observations: untimely + accepting, answers: [])
    }
    return nil
  }

  /// The answers with the signatures of a record, when all that the zone's servers give are out of
  /// their time; none when one of them is not: a resolver may have that one.
  private func untimely(_ record: ExpectedRecord) -> [Observation] {
    let signed = observations(.signed, record.question).filter(\.holdsSignatures)
    let isTimely = signed.contains { $0.signaturePeriods.contains { $0.contains(checkedAt) } }
    return isTimely ? [] : signed
  }
}

extension Observation {
  fileprivate var isValidated: Bool { answer?.isValidated == true }

  fileprivate var holdsSignatures: Bool {
    answer?.isAuthoritative == true && !signaturePeriods.isEmpty
  }
}
