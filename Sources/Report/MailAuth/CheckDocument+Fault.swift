import Localization

extension CheckDocument {
  /// The place of a record that a finding is about.
  struct FaultPart: Encodable {
    let code: Nullable<String>
    let message: Nullable<String>
    let rule: Nullable<String>
    let suggestion: Nullable<String>
    let place: Nullable<PlacePart>

    init(_ fault: FindingFault, _ messages: Messages) {
      code = Nullable(fault.fault.map { "\($0.kind.rawValue).\($0.code)" })
      message = Nullable(fault.fault?.sentence(messages))
      rule = Nullable(fault.rule)
      suggestion = Nullable(fault.fault?.suggestion)
      place = Nullable(fault.excerpt.map(PlacePart.init))
    }
  }

  /// The text of a record in three parts, the place in the middle.
  struct PlacePart: Encodable {
    let before: String
    let marked: String
    let after: String
    let position: Int

    init(_ excerpt: RecordFault.Excerpt) {
      before = excerpt.before
      marked = excerpt.place
      after = excerpt.after
      position = excerpt.position
    }
  }
}
