import DNS
import Localization
import MailAuth

/// What is to be said about a record and all that it leads to, what matters most first.
struct SPFRemarks {
  private(set) var blocks: [Block] = []
  private let messages: Messages

  init(_ tree: SPFTree, _ messages: Messages) {
    self.messages = messages
    addLimits(of: tree)
    for place in tree.crowded {
      say(
        "spf.remark.crowded", place,
        [
          "count": .integer(place.branch.mailServers ?? 0), "limit": .integer(SPFLimits.names),
        ])
    }
    for chain in tree.loops {
      say("spf.remark.loop", ["chain": .list(chain.map(\.withoutFinalDot))])
    }
    for place in tree.broken { say("spf.remark.broken", place) }
    for (slip, text) in tree.slips {
      blocks += RecordFault(slip, in: text).blocks(messages)
    }
    for place in tree.voids where !tree.broken.contains(place) { say("spf.remark.void", place) }
    for place in tree.withoutAddress where !place.branch.isVoid {
      let hosts = place.branch.hostsWithoutAddress.map(\.withoutFinalDot)
      say("spf.remark.without-address", place, ["hosts": .list(hosts)])
    }
    for place in tree.reverseTerms { say("spf.remark.reverse", place) }
    for (domain, count) in tree.repeatedTargets {
      say(
        "spf.remark.repeated",
        ["domain": .text(domain.withoutFinalDot), "count": .integer(count)])
    }
    for place in tree.unresolved { say("spf.remark.unresolved", place) }
    addDeadTerms(of: tree)
  }

  private mutating func addLimits(of tree: SPFTree) {
    let counts: [String: Argument] = [
      "count": .integer(tree.lookups), "limit": .integer(SPFLimits.lookups),
    ]
    if tree.lookups > SPFLimits.lookups {
      say("spf.remark.lookups", counts)
    } else if tree.lookups >= SPFLimits.lookups - 1 {
      say("spf.remark.near", counts)
    }
    if tree.voidLookups > SPFLimits.voidLookups {
      say(
        "spf.remark.void-lookups",
        ["count": .integer(tree.voidLookups), "limit": .integer(SPFLimits.voidLookups)])
    }
  }

  private mutating func addDeadTerms(of tree: SPFTree) {
    for term in tree.deadTerms where term.reason != .findsNothing {
      say(
        MessageKey("spf.dead.\(term.reason.rawValue)"),
        [
          "term": .text(term.term.description), "domain": .text(term.domain.withoutFinalDot),
        ])
    }
    for branch in tree.branches {
      if let below = branch.tree { addDeadTerms(of: below) }
    }
  }

  private mutating func say(
    _ key: MessageKey, _ place: SPFPlace, _ more: [String: Argument] = [:]
  ) {
    let arguments: [String: Argument] = [
      "term": .text(place.branch.term.description),
      "domain": .text((place.path.last ?? .root).withoutFinalDot),
    ]
    say(key, arguments.merging(more) { $1 })
  }

  private mutating func say(_ key: MessageKey, _ arguments: [String: Argument]) {
    blocks.append(.paragraph(messages(key, arguments), marker: "- ", indent: 2))
  }
}
