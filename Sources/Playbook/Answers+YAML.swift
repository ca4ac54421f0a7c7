import Yams

extension Answers {
  /// The longest file that is read, in octets: several times what all answers together may have.
  public static let largestFile = 256 * 1024

  /// Reads an answers file: `version: 1`, and `answers:` with one value by question id.
  ///
  /// `null` is a deliberate "none" and becomes an empty answer.
  public init(yaml: String) throws(AnswersFault) {
    // Answers need no anchors; without them no small file can become a huge value.
    guard yaml.utf8.count <= Self.largestFile, !yaml.contains("&") || !yaml.contains("*") else {
      throw AnswersFault(line: 1)
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw AnswersFault(error)
    } catch {
      throw AnswersFault(line: 1)
    }
    guard let mapping = root?.mapping else { throw AnswersFault(line: 1) }
    for (key, value) in mapping {
      switch key.string {
      case "version" where value.int == 1: continue
      case "answers" where value.mapping != nil: continue
      case "language" where value.string != nil: continue
      default: throw AnswersFault(line: key.mark?.line ?? 1)
      }
    }
    guard let answers = mapping["answers"]?.mapping else { throw AnswersFault(line: 1) }
    self.init()
    for (key, value) in answers {
      guard let id = key.string, let text = value.string else {
        throw AnswersFault(line: value.mark?.line ?? 1)
      }
      values[id] = value.null == nil ? text : ""
    }
  }
}

/// The line, from 1, at which a file of answers is malformed.
public struct AnswersFault: Error, Equatable, Sendable {
  /// The line, from 1, as far as it is known.
  public let line: Int

  init(line: Int) { self.line = line }

  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      line = mark.line
    default: line = 1
    }
  }
}
