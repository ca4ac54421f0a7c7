import DNS
import Diagnosis
import MailAuth

extension SPFDocument {
  /// A record with all that it leads to.
  struct TreePart: Encodable, Sendable {
    let domain: String
    let status: String
    let syntax: Nullable<SyntaxPart>
    let records: [String]
    let lookups: Int
    let voidLookups: Int
    let complete: Bool
    let branches: [BranchPart]
    let deadTerms: [DeadTermPart]

    init(_ tree: SPFTree) {
      domain = tree.domain.withoutFinalDot
      status = tree.status.code
      if case .syntax(let error) = tree.status {
        syntax = Nullable(SyntaxPart(error))
      } else {
        syntax = Nullable(nil)
      }
      records = tree.texts.map(RecordText.plain)
      lookups = tree.lookups
      voidLookups = tree.voidLookups
      complete = tree.isComplete
      branches = tree.branches.map(BranchPart.init)
      deadTerms = tree.deadTerms.map(DeadTermPart.init)
    }
  }

  /// A term that asks the DNS.
  struct BranchPart: Encodable, Sendable {
    let term: String
    let offset: Int
    let target: Nullable<String>
    let lookups: Int
    let voidLookups: Int
    let void: Bool
    let unresolved: Bool
    let mailServers: Nullable<Int>
    let hostsWithoutAddress: [String]
    let tree: Nullable<TreePart>

    init(_ branch: SPFBranch) {
      term = branch.term.description
      offset = branch.offset
      // Null: it depends on the message, or is no name.
      if case .name(let name) = branch.target {
        target = Nullable(name.withoutFinalDot)
      } else {
        target = Nullable(nil)
      }
      lookups = branch.lookups
      voidLookups = branch.voidLookups
      void = branch.isVoid
      unresolved = branch.isUnresolved
      mailServers = Nullable(branch.mailServers)
      hostsWithoutAddress = branch.hostsWithoutAddress.map(\.withoutFinalDot)
      tree = Nullable(branch.tree.map(TreePart.init))
    }
  }

  /// A term without effect.
  struct DeadTermPart: Encodable, Sendable {
    let term: String
    let offset: Int
    let reason: String

    init(_ term: SPFDeadTerm) {
      self.term = term.term.description
      offset = term.offset
      reason = term.reason.rawValue
    }
  }

  /// What an include that is to be added comes to.
  struct ChangePart: Encodable, Sendable {
    let include: String
    let provider: TreePart
    /// Null when there is no record to propose: `problem` says why.
    let record: Nullable<String>
    let changes: Bool
    let lookups: Nullable<Int>
    let voidLookups: Nullable<Int>
    let complete: Bool
    let costs: [CostPart]
    let problem: Nullable<String>

    init(_ change: SPFReport.Change) {
      include = change.include.withoutFinalDot
      provider = TreePart(change.provider)
      let plan = try? change.plan.get()
      record = Nullable(plan?.record.description)
      changes = plan?.isChange ?? false
      lookups = Nullable(plan?.lookups)
      voidLookups = Nullable(plan?.voidLookups)
      complete = plan?.isComplete ?? false
      costs = (plan?.costs ?? []).map(CostPart.init)
      switch change.plan {
      case .success: problem = Nullable(nil)
      case .failure(.unknownRecord): problem = Nullable("unknownRecord")
      case .failure(.syntax): problem = Nullable("syntax")
      }
    }
  }

  /// What a term costs.
  struct CostPart: Encodable, Sendable {
    let term: String
    let lookups: Int
    let voidLookups: Int

    init(_ cost: SPFCost) {
      term = cost.term.description
      lookups = cost.lookups
      voidLookups = cost.voidLookups
    }
  }
}
