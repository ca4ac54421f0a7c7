import DNS
import MailAuth

/// What `annai spf` has found out about a domain.
public struct SPFReport: Sendable {
  /// The domain that was asked about.
  public let domain: DNSName
  /// What receivers say of one sender; nil when no address was given.
  public let evaluation: SPFEvaluation?
  /// The record with all that it leads to; nil when only a sender was asked about.
  public let tree: SPFTree?
  /// What an include that is to be added comes to; nil when nothing is to be added.
  public let change: Change?

  /// An include that is to be added.
  public struct Change: Sendable {
    /// The domain to include.
    public let include: DNSName
    /// The record of that domain with all that it leads to.
    public let provider: SPFTree
    /// The record to publish, or why there is none.
    public let plan: Result<SPFPlan, SPFPlanError>

    /// A change by its parts.
    public init(include: DNSName, provider: SPFTree, plan: Result<SPFPlan, SPFPlanError>) {
      self.include = include
      self.provider = provider
      self.plan = plan
    }
  }

  /// A report by its parts.
  public init(
    domain: DNSName, evaluation: SPFEvaluation? = nil, tree: SPFTree? = nil, change: Change? = nil
  ) {
    self.domain = domain
    self.evaluation = evaluation
    self.tree = tree
    self.change = change
  }
}

extension SPFReport {
  /// How the whole is to be taken.
  public enum Standing: Sendable {
    /// The sender passes; a record or a change is sound.
    case sound
    /// Something has to be changed, or the sender does not pass.
    case problems
    /// It could not be found out.
    case unknown
  }

  /// The worst of what was found: a problem before what could not be found out.
  public var standing: Standing {
    let all = [evaluation?.standing, change?.standing ?? tree?.standing].compactMap { $0 }
    if all.contains(.problems) { return .problems }
    return all.contains(.unknown) ? .unknown : .sound
  }
}

extension SPFEvaluation {
  fileprivate var standing: SPFReport.Standing {
    switch result {
    case .pass: .sound
    case .tempError: .unknown
    case .none, .neutral, .fail, .softFail, .permError: .problems
    }
  }
}

extension SPFTree {
  /// Whether every receiver comes to a result, whatever the sender.
  var standing: SPFReport.Standing {
    switch status {
    case .missing, .several, .syntax, .loop: return .problems
    case .failed, .unexplored: return .unknown
    case .sound, .repeated: break
    }
    let isOver = lookups > SPFLimits.lookups || voidLookups > SPFLimits.voidLookups
    if isOver || !broken.isEmpty || !loops.isEmpty || !crowded.isEmpty || !slips.isEmpty {
      return .problems
    }
    return isComplete ? .sound : .unknown
  }

  /// The known slips in the records of the domain itself, each with its text.
  var slips: [(slip: SPFMisspelling, text: [UInt8])] {
    texts.flatMap { text in SPFMisspelling.find(in: text).map { ($0, text) } }
  }
}

extension SPFReport.Change {
  fileprivate var standing: SPFReport.Standing {
    switch plan {
    case .failure(.unknownRecord): return .unknown
    case .failure(.syntax): return .problems
    case .success(let plan):
      switch provider.standing {
      case .sound: break
      case .problems: return .problems
      case .unknown: return plan.isWithinLimits ? .unknown : .problems
      }
      if !plan.isWithinLimits { return .problems }
      return plan.isComplete ? .sound : .unknown
    }
  }
}
