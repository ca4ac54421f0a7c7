/// One of the four steps, as a sequence of parts.
public struct Step: Sendable, Equatable {
  /// The four steps, in their order.
  public enum ID: String, Sendable, CaseIterable {
    /// Make the sender domain known to the service.
    case create
    /// Add the records at the DNS host.
    case record
    /// See whether the DNS answers with the records.
    case verify
    /// Let the service look.
    case submit
  }

  /// One thing that happens in a step.
  public enum Part: Sendable, Equatable {
    /// The input with this id is asked for.
    case ask(String)
    /// An instruction at this table key; the instructions of a step are numbered.
    case tell(String)
    /// A remark at this table key, without a number.
    case note(String)
    /// The planned records are shown.
    case showRecords
    /// The planned records are looked up in the DNS.
    case checkRecords

    /// The table key of a part that has words.
    var key: String? {
      switch self {
      case .tell(let key), .note(let key): key
      case .ask, .showRecords, .checkRecords: nil
      }
    }
  }

  /// Which of the four.
  public let id: ID
  /// What happens, in order.
  public let parts: [Part]
  /// The console labels that the texts of this step name.
  public let labels: [String]

  /// The table key of the title.
  public var titleKey: String { "step.\(id.rawValue).title" }

  /// The table keys of the instructions, in order.
  public var instructionKeys: [String] {
    parts.compactMap { if case .tell(let key) = $0 { key } else { nil } }
  }

  /// The ids of the inputs that are asked for, in order.
  public var inputs: [String] {
    parts.compactMap { if case .ask(let id) = $0 { id } else { nil } }
  }
}
