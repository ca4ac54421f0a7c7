import Diagnosis
import Playbook

/// What goes wrong most often while records are added: the failures that a guide tells of.
enum GuideTroubles {
  /// The rules that can speak for records with these purposes, in the order of the catalogue.
  static func rules(for purposes: Set<Purpose>) -> [Rule] {
    let wanted = ids.filter { $0.purpose.map(purposes.contains) ?? true }.map(\.id)
    return Rule.all.filter { wanted.contains($0.id) }
  }

  private static let ids: [(id: FindingID, purpose: Purpose?)] = [
    ("registry-hold", nil), ("registrar-hold", nil), ("domain-expired", nil),
    ("domain-not-delegated", nil), ("server-lame", nil), ("servers-disagree", nil),
    ("record-missing", nil), ("name-doubled", nil), ("record-mismatch", nil),
    ("target-missing-dot", .mx), ("mx-existing-mailbox", .mx), ("spf-multiple", .spf),
    ("spf-too-many-lookups", .spf), ("dkim-missing", .dkim), ("dkim-key-truncated", .dkim),
    ("answer-negative-cached", nil), ("answer-stale-cached", nil),
  ]
}
