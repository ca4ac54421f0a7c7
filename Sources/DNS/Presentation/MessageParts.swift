/// The parts of a message that are shown.
public struct MessageParts: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Parts from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Status, flags, EDNS, and a title over each section.
  public static let comments = MessageParts(rawValue: 1)
  /// What was asked.
  public static let question = MessageParts(rawValue: 2)
  /// What was asked for.
  public static let answer = MessageParts(rawValue: 4)
  /// Who speaks for the name.
  public static let authority = MessageParts(rawValue: 8)
  /// What comes along.
  public static let additional = MessageParts(rawValue: 16)
  /// Everything.
  public static let all: MessageParts = [.comments, .question, .answer, .authority, .additional]
}
