import MailAuth

extension FuzzTarget {
  /// One SPF record: its grammar, its slips, and what plans make of it.
  static let spfRecord = FuzzTarget("spf-record") { octets in
    for slip in SPFMisspelling.find(in: octets) {
      try hold((0...octets.count).contains(slip.offset), "slip at \(slip.offset)")
      try hold(
        (try? SPFRecord(parsing: "v=spf1 " + slip.suggestion)) != nil,
        "the suggestion for \(slip.term) is no SPF: \(slip.suggestion)")
    }
    let record: SPFRecord
    do throws(SPFSyntaxError) {
      record = try SPFRecord(parsing: octets)
    } catch {
      try hold((0...octets.count).contains(error.offset), "fault at \(error.offset)")
      return false
    }
    try hold(
      SPFRecord.termOffsets(in: octets).count == record.terms.count, "places of the terms")
    try holdsTogether(record)
    let included = record.adding(include: try DomainSpec("spf.example"))
    try hold(included.includes(try DomainSpec("spf.example")), "the include is not in force")
    try hold(included.adding(include: try DomainSpec("spf.example")) == included, "added twice")
    try holdsTogether(included)
    let merged = record.merging([included])
    try hold(merged.merging([record, included]) == merged, "merged twice: \(merged)")
    try holdsTogether(merged)
    try hold(record.losses(in: record).isEmpty, "\(record) loses against itself")
    return true
  }

  private static func holdsTogether(_ record: SPFRecord) throws(Unsound) {
    let text = record.description
    try holdsPrintable(text, "SPF record")
    try hold(try? SPFRecord(parsing: text), is: record, text)
  }
}
