import Localization
import Playbook

extension PlaybookFault.Code {
  /// The key and the arguments of the sentence that says what is wrong.
  var message: PlaybookProblem.Sentence {
    switch self {
    case .tooBig(let limit): ("mistake.too-big", ["limit": .integer(limit)])
    case .notUTF8: ("mistake.not-utf-8", [:])
    case .syntax: ("mistake.syntax", [:])
    case .severalDocuments: ("mistake.several-documents", [:])
    case .aliasesNotAllowed: ("mistake.aliases-not-allowed", [:])
    case .tagsNotAllowed: ("mistake.tags-not-allowed", [:])
    case .tooDeep(let limit): ("mistake.too-deep", ["limit": .integer(limit)])
    case .keyNotText: ("mistake.key-not-text", [:])
    case .duplicateKey(let key, let line):
      ("mistake.duplicate-key", ["key": .text(key), "line": .integer(line)])
    case .unknownKey(let key, _): ("mistake.unknown-key", ["key": .text(key)])
    case .missingKey(let key): ("mistake.missing-key", ["key": .text(key)])
    case .misplacedKey(let key): ("mistake.misplaced-key", ["key": .text(key)])
    case .wrongType(let expected): expected.message
    case .empty: ("mistake.empty", [:])
    case .tooLong(let limit): ("mistake.too-long", ["limit": .integer(limit)])
    case .badText: ("mistake.bad-text", [:])
    case .badName(let name): ("mistake.bad-name", ["name": .text(name)])
    case .outOfRange(let minimum, let maximum):
      (
        "mistake.out-of-range",
        ["minimum": .integer(minimum), "maximum": .integer(maximum)]
      )
    case .badAddress(let text): ("mistake.bad-address", ["text": .text(text)])
    case .badPattern(let text): ("mistake.bad-pattern", ["text": .text(text)])
    case .unknownWord(let word, let possible, _):
      ("mistake.unknown-word", ["word": .text(word), "possible": .list(possible)])
    case .badTemplate(let fault): fault.message
    case .unknownInput(let id, _): ("mistake.unknown-input", ["id": .text(id)])
    case .unknownLabel(let id, _): ("mistake.unknown-label", ["id": .text(id)])
    case .unknownRecord(let id, _): ("mistake.unknown-record", ["id": .text(id)])
    case .duplicateID(let id, let line):
      ("mistake.duplicate-id", ["id": .text(id), "line": .integer(line)])
    case .badDefault: ("mistake.bad-default", [:])
    case .optionalInput(let id): ("mistake.optional-input", ["id": .text(id)])
    case .outsideDomain: ("mistake.outside-domain", [:])
    case .domainInputs(let count): ("mistake.domain-inputs", ["count": .integer(count)])
    case .exampleAddress(let address):
      ("mistake.example-address", ["address": .text(address)])
    case .neverAsked(let id): ("mistake.never-asked", ["id": .text(id)])
    case .askedTwice(let id): ("mistake.asked-twice", ["id": .text(id)])
    case .askedTooEarly(let id, let choice):
      ("mistake.asked-too-early", ["id": .text(id), "choice": .text(choice)])
    case .unknownChoice(let id, _): ("mistake.unknown-choice", ["id": .text(id)])
    case .missingStep(let id): ("mistake.missing-step", ["id": .text(id)])
    case .stepOutOfOrder(let id): ("mistake.step-out-of-order", ["id": .text(id)])
    case .missingEnglish: ("mistake.missing-english", [:])
    case .otherID(let expected): ("mistake.other-id", ["expected": .text(expected)])
    case .unknownFinding(let id, _): ("mistake.unknown-finding", ["id": .text(id)])
    case .unknownText(let key): ("mistake.unknown-text", ["key": .text(key)])
    case .unreadableFile(let file): ("error.file-unreadable", ["file": .text(file)])
    case .badDuration(let text): ("mistake.bad-duration", ["text": .text(text)])
    case .nothingExpected: ("mistake.nothing-expected", [:])
    }
  }

  /// The word that may have been meant, or why a default is no answer.
  var hint: PlaybookProblem.Sentence? {
    switch self {
    case .unknownKey(_, let nearest?), .unknownWord(_, _, let nearest?),
      .unknownInput(_, let nearest?), .unknownLabel(_, let nearest?),
      .unknownRecord(_, let nearest?), .unknownChoice(_, let nearest?),
      .unknownFinding(_, let nearest?):
      ("mistake.nearest", ["word": .text(nearest)])
    case .badDefault(let fault): fault.sentence
    default: nil
    }
  }
}

extension InputFault {
  fileprivate var sentence: PlaybookProblem.Sentence {
    let (key, arguments) = message
    return (key, arguments)
  }
}

extension PlaybookFault.Expected {
  fileprivate var message: PlaybookProblem.Sentence {
    switch self {
    case .text: ("mistake.expected-text", [:])
    case .number: ("mistake.expected-number", [:])
    case .yesOrNo: ("mistake.expected-yes-or-no", [:])
    case .list: ("mistake.expected-list", [:])
    case .map: ("mistake.expected-map", [:])
    }
  }
}

extension Template.Fault {
  fileprivate var message: PlaybookProblem.Sentence {
    switch self {
    case .unclosedBrace(let offset): ("mistake.unclosed-brace", Self.position(offset))
    case .strayBrace(let offset): ("mistake.stray-brace", Self.position(offset))
    case .badName(let name, let offset):
      (
        "mistake.bad-placeholder",
        Self.position(offset).merging(["name": .text(name)]) { $1 }
      )
    case .unclosedBracket(let offset): ("mistake.unclosed-bracket", Self.position(offset))
    case .strayBracket(let offset): ("mistake.stray-bracket", Self.position(offset))
    case .needlessBracket(let offset): ("mistake.needless-bracket", Self.position(offset))
    }
  }

  private static func position(_ offset: Int) -> [String: Argument] {
    ["position": .integer(offset + 1)]
  }
}
