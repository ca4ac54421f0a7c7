import DNS
import Inspection
import Localization
import MailAuth
import Report
import Resolution

/// Finds out about SPF records through the usual resolvers.
struct SPFExaminer: Sendable {
  private let resolver: StubResolver
  private let timeout: Duration

  init(_ settings: Inspector.Settings) throws(Failure) {
    timeout = settings.timeout
    do {
      let client = Client(readiness: try Readiness())
      resolver = StubResolver(client: client, resolvers: settings.resolvers)
    } catch {
      throw Failure(.internalError, "error.no-sockets")
    }
  }

  /// What receivers say of a sender, or what the record comes to; both as it will be when an
  /// include is added.
  func report(
    on domain: DNSName, sender: SPFQuery?, adding include: (name: DNSName, spec: DomainSpec)?
  ) async -> SPFReport {
    let deadline = ContinuousClock.now + timeout
    var lookups = ResolvedLookups()
    guard let include else {
      guard let sender else {
        let tree = await lookups.gather(from: resolver, until: deadline) {
          SPFTree.walk(from: domain, in: $0)
        }
        return SPFReport(domain: domain, tree: tree)
      }
      let evaluation = await lookups.gather(from: resolver, until: deadline) {
        sender.evaluate(in: $0)
      }
      return SPFReport(domain: domain, evaluation: evaluation)
    }
    let (tree, provider) = await lookups.gather(from: resolver, until: deadline) {
      Self.trees(domain, include.name, in: $0)
    }
    let plan = Result { () throws(SPFPlanError) in
      try SPFPlan(present: tree, adding: include.spec, provider: provider)
    }
    let change = SPFReport.Change(include: include.name, provider: provider, plan: plan)
    guard let sender, let record = try? plan.get().record else {
      return SPFReport(domain: domain, tree: tree, change: change)
    }
    // What receivers will say once the record is there.
    let planned = [Question(domain, .txt): Self.answer(domain, record)]
    let evaluation = await lookups.gather(from: resolver, until: deadline) {
      sender.evaluate(in: PlannedLookups($0, planned: planned))
    }
    return SPFReport(domain: domain, evaluation: evaluation, tree: tree, change: change)
  }

  /// Both trees, with all their questions at once.
  private static func trees(
    _ domain: DNSName, _ include: DNSName, in source: some LookupSource
  ) -> Gathering<(SPFTree, SPFTree)> {
    let own = SPFTree.walk(from: domain, in: source)
    let other = SPFTree.walk(from: include, in: source)
    switch (own, other) {
    case (.done(let tree), .done(let provider)): return .done((tree, provider))
    case (.needs(let first), .needs(let second)):
      return .needs(first + second.filter { !first.contains($0) })
    case (.needs(let questions), .done), (.done, .needs(let questions)): return .needs(questions)
    }
  }

  private static func answer(_ domain: DNSName, _ record: SPFRecord) -> LookupAnswer {
    .records([
      ResourceRecord(
        name: domain, type: .txt, ttl: 0, data: .txt([Array(record.description.utf8)]))
    ])
  }
}
