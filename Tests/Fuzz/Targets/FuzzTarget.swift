/// A reader of what comes from outside, with what must hold of everything that it takes.
public struct FuzzTarget: Sendable, CustomStringConvertible {
  /// The name; its inputs are in `Tests/Fuzz/Corpus/<name>`.
  public let name: String
  private let reader: @Sendable ([UInt8]) throws -> Bool

  init(_ name: String, _ reader: @escaping @Sendable ([UInt8]) throws -> Bool) {
    self.name = name
    self.reader = reader
  }

  /// The name.
  public var description: String { name }

  /// Reads an input: false when it was refused, an error when it was taken and is not sound.
  public func read(_ octets: [UInt8]) throws -> Bool { try reader(octets) }

  /// All targets.
  public static let all: [FuzzTarget] = dns + mail + answers + files + tables
  /// What the network and zone texts hold.
  public static let dns: [FuzzTarget] = [dnsMessage, zoneText, dnsName]
  /// Records about mail.
  public static let mail: [FuzzTarget] = [spfRecord, spfCheck, dkimKey, dmarcRecord, mailExchanger]
  /// What people type and paste.
  public static let answers: [FuzzTarget] = [dkimPaste, typedAnswer]
  /// Files that anyone may write.
  public static let files: [FuzzTarget] = [playbook, dnsHosts, answersFile]
  /// Messages and their tables.
  public static let tables: [FuzzTarget] = [message, messageTable]
}

/// Something that was taken is not sound.
public struct Unsound: Error, CustomStringConvertible {
  /// Which rule is broken, and by what.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Throws unless the rule holds.
func hold(_ rule: Bool, _ broken: @autoclosure () -> String) throws(Unsound) {
  if !rule { throw Unsound(broken()) }
}

/// Throws unless a value that was taken, written and read again is still the same.
func hold<Value: Equatable>(
  _ again: Value?, is value: Value, _ written: @autoclosure () -> String
) throws(Unsound) {
  try hold(again != nil, "taken, written, refused: \(written())")
  try hold(again == value, "taken, written, changed: \(written())")
}

/// Throws when a text could do more to a terminal than print in it.
func holdsPrintable(_ text: String, _ name: @autoclosure () -> String) throws(Unsound) {
  try hold(text.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "unprintable \(name())")
}
