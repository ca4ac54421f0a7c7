/// Why octets from the network are not taken as a DNS message.
public enum MessageError: Error, Equatable, Sendable {
  /// The octets end in the middle of something.
  case tooShort
  /// More records than `MessageScan.mostRecords`, or more than one question.
  case tooManyRecords
  /// More character-strings in one record than `MessageScan.mostFields`.
  case tooManyFields
  /// Data that go on behind the last field of their type.
  case surplusData(RecordType)
  /// A compression pointer that does not point backwards, or too many of them in one name.
  case badPointer
  /// A label with reserved bits (RFC 1035 §4.1.4), or a name over 255 octets.
  case badName
  /// A record type that nobody asked for and that libldns handles badly.
  case unexpectedType(RecordType)
  /// libldns refused it; its status number.
  case undecodable(UInt32)
}
