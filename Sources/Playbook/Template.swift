/// A text with places for answers: `{id}` is an answer, `[...]` stands only when every answer in
/// it is given, and a bracket or brace that is meant is written twice.
public struct Template: Sendable, Equatable {
  /// What is wrong with a template, and where: offsets count Unicode scalars from 0.
  public enum Fault: Error, Equatable, Sendable {
    /// A `{` without its `}`.
    case unclosedBrace(offset: Int)
    /// A `}` without its `{`.
    case strayBrace(offset: Int)
    /// No input id between braces.
    case badName(String, offset: Int)
    /// A `[` without its `]`.
    case unclosedBracket(offset: Int)
    /// A `]` without its `[`, or a `[` inside another.
    case strayBracket(offset: Int)
    /// A `[...]` without an answer in it always stands, so it means nothing.
    case needlessBracket(offset: Int)
  }

  indirect enum Piece: Sendable, Equatable {
    case literal(String)
    case input(String)
    case optional([Piece])
  }

  let pieces: [Piece]
  /// The text that it was read from.
  public let source: String

  /// Reads a template.
  public init(_ source: String) throws(Fault) {
    self.source = source
    var reader = TemplateReader(source)
    pieces = try reader.read()
  }

  /// The ids of the inputs it names, each once, in order.
  public var inputs: [String] { Self.inputs(in: pieces, optional: true) }

  /// The ids of the inputs that stand outside of brackets.
  var neededInputs: [String] { Self.inputs(in: pieces, optional: false) }

  /// The literal parts, brackets opened.
  var literals: [String] { Self.literals(in: pieces) }

  /// Whether the last thing in it is the answer to this input.
  func ends(with input: String) -> Bool { pieces.last == .input(input) }

  /// The text with the answers in place; nil when an answer outside of brackets is not given.
  public func text(_ answers: [String: String]) -> String? { Self.text(pieces, answers) }

  private static func text(_ pieces: [Piece], _ answers: [String: String]) -> String? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .input(let id):
        guard let answer = answers[id] else { return nil }
        text += answer
      case .optional(let inner): text += self.text(inner, answers) ?? ""
      }
    }
    return text
  }

  private static func inputs(in pieces: [Piece], optional: Bool) -> [String] {
    var ids: [String] = []
    for piece in pieces {
      switch piece {
      case .literal: break
      case .input(let id): if !ids.contains(id) { ids.append(id) }
      case .optional(let inner):
        guard optional else { continue }
        for id in inputs(in: inner, optional: true) where !ids.contains(id) { ids.append(id) }
      }
    }
    return ids
  }

  private static func literals(in pieces: [Piece]) -> [String] {
    pieces.flatMap { piece -> [String] in
      switch piece {
      case .literal(let text): [text]
      case .input: []
      case .optional(let inner): literals(in: inner)
      }
    }
  }
}
