/// What is wrong with a table.
public enum Malformation: Error, Sendable, Equatable {
  /// Not JSON as in RFC 8259.
  case invalidJSON
  /// Octets that are not UTF-8 (RFC 8259 section 8.1 allows nothing else).
  case invalidUTF8
  /// Metadata nested more than 16 deep.
  case nestedTooDeeply
  /// The file is JSON but not one object.
  case notAnObject
  /// The value of a message is not a string.
  case valueNotString(key: String)
  /// The value of an `@key` is not an object.
  case metadataNotObject(key: String)
  /// The key was there before, in this file or in another of the same language.
  case duplicateKey(key: String, firstFile: String, firstLine: Int)
  /// More than `limit` octets.
  case tooBig(limit: Int)
  /// The text of a message breaks the rules of `MessagePattern`. Only `TableCheck` reports it:
  /// messages are read when they are shown, and a bad one is then shown as it is.
  case badMessage(key: String, fault: MessageFault)

  /// A stable name for logs, JSON and message keys.
  public var code: String {
    switch self {
    case .invalidJSON: "invalid-json"
    case .invalidUTF8: "invalid-utf8"
    case .nestedTooDeeply: "nested-too-deeply"
    case .notAnObject: "not-an-object"
    case .valueNotString: "value-not-string"
    case .metadataNotObject: "metadata-not-object"
    case .duplicateKey: "duplicate-key"
    case .tooBig: "too-big"
    case .badMessage: "bad-message"
    }
  }

  /// The key the fault is about; empty if it is about the file.
  var key: String {
    switch self {
    case .valueNotString(let key), .metadataNotObject(let key), .duplicateKey(let key, _, _),
      .badMessage(let key, _):
      key
    default: ""
    }
  }

  /// The data of the fault in one line, for `TableProblem`.
  var detail: String {
    switch self {
    case .duplicateKey(_, let file, let line): "\(file):\(line)"
    case .tooBig(let limit): "\(limit)"
    case .badMessage(_, let fault): "\(fault.code.rawValue) \(fault.offset)"
    default: ""
    }
  }
}
