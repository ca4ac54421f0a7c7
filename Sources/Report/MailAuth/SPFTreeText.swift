import DNS
import Diagnosis
import Localization
import MailAuth

/// A record with all that it leads to: what it costs, what is wrong, what is without effect.
struct SPFTreeText {
  private(set) var blocks: [Block] = []
  private let messages: Messages

  init(_ tree: SPFTree, _ messages: Messages) {
    self.messages = messages
    blocks += Self.status(tree, messages)
    blocks += tree.texts.map { .verbatim(RecordText.plain($0)) }
    if !tree.branches.isEmpty {
      blocks += [.space, .subheading(messages("spf.tree.title"))]
      addBranches(of: tree, indent: 2)
      if let dearest = tree.costs.first, tree.lookups > 1 {
        blocks.append(
          .paragraph(
            messages(
              "spf.dearest",
              [
                "term": .text(dearest.term.description), "count": .integer(dearest.lookups),
                "total": .integer(tree.lookups),
              ])))
      }
    }
    if !tree.texts.isEmpty {
      blocks += messages.counts(lookups: tree.lookups, voidLookups: tree.voidLookups)
    }
    let remarks = SPFRemarks(tree, messages)
    if !remarks.blocks.isEmpty {
      blocks += [.space, .subheading(messages("spf.remarks.title"))] + remarks.blocks
    }
  }

  /// What stands at the domain of a tree, with the place of the fault when there is one.
  static func status(_ tree: SPFTree, _ messages: Messages, indent: Int = 0) -> [Block] {
    let key = MessageKey("spf.tree.\(tree.status.code)")
    let arguments: [String: Argument] = [
      "domain": .text(tree.domain.withoutFinalDot), "count": .integer(tree.texts.count),
    ]
    var blocks: [Block] = [.paragraph(messages(key, arguments), indent: indent)]
    if case .syntax(let error) = tree.status, let text = tree.texts.first {
      blocks += RecordFault(error, in: text).blocks(messages, indent: indent + 2)
    }
    return blocks
  }

  private mutating func addBranches(of tree: SPFTree, indent: Int) {
    for branch in tree.branches {
      blocks.append(
        .paragraph(
          messages(
            "spf.tree.branch",
            ["term": .text(branch.term.description), "count": .integer(branch.lookups)]),
          marker: "- ", indent: indent))
      guard let below = branch.tree else { continue }
      switch below.status {
      case .sound:
        blocks += below.texts.map { .verbatim(RecordText.plain($0), indent: indent + 2) }
        addBranches(of: below, indent: indent + 2)
      default: blocks += Self.status(below, messages, indent: indent + 2)
      }
    }
  }
}

extension SPFTree.Status {
  /// The word for it in messages and JSON.
  var code: String {
    switch self {
    case .sound: "sound"
    case .missing: "missing"
    case .several: "several"
    case .syntax: "syntax"
    case .failed: "failed"
    case .loop: "loop"
    case .repeated: "repeated"
    case .unexplored: "unexplored"
    }
  }
}
