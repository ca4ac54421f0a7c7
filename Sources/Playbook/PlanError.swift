/// Why no plan can be made of the answers.
public enum PlanError: Error, Equatable, Sendable {
  /// Inputs that a record's name needs and that have no answer and no default.
  case missing([String])
  /// Answers that are no answers, by input id: all of them.
  case invalid([String: InputFault])
  /// An answer to something that is not asked, and the input that may have been meant.
  case unknownInput(String, nearest: String?)
  /// The sender domain does not belong to the zone.
  case outsideZone
  /// The name of the record with this id is over 255 octets, or its target is no name.
  case badName(record: String)
}
