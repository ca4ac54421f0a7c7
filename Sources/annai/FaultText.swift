import DNS
import Localization
import Playbook

extension Failure {
  /// An answer that is no answer.
  init(_ status: ExitStatus, _ fault: InputFault) {
    let (key, arguments) = fault.message
    self.init(status, key, arguments)
  }

  /// A plan that cannot be made.
  init(_ error: PlanError, _ playbook: Playbook) {
    switch error {
    case .missing(let ids):
      self.init(.inputNeeded, "error.input-needed", Self.need(ids))
    case .invalid(let faults):
      let first = faults.min { $0.key < $1.key }
      self.init(.usage, first?.value ?? .empty)
    case .unknownInput(let id, _):
      self.init(
        .usage, "error.unknown-question",
        ["id": .text(id), "ids": .list(playbook.inputs.map(\.id))])
    case .outsideZone, .badName:
      self.init(.usage, "fault.domain.too-long")
    }
  }

  /// Names the questions that are open and the flag that answers the first one.
  static func need(_ ids: [String]) -> [String: Argument] {
    ["ids": .list(ids), "flag": .text("--set \(ids.first ?? "id")=...")]
  }
}

extension InputFault {
  /// The key and the arguments of the sentence that says what to do.
  var message: (MessageKey, [String: Argument]) {
    switch self {
    case .domain(let error): return error.message
    case .tooLong(let limit): return ("fault.too-long", ["limit": .integer(limit)])
    case .character(let character, let offset):
      return (
        "fault.character",
        ["character": .text(character.visible), "position": .integer(offset + 1)]
      )
    case .badLabel(let label): return ("fault.bad-label", ["label": .text(label)])
    case .missingEnding(let ending): return ("fault.missing-ending", ["ending": .text(ending)])
    case .missingSelector(let ending): return ("fault.missing-selector", ["ending": .text(ending)])
    case .otherDomain(let domain): return ("fault.other-domain", ["domain": .text(domain)])
    case .notATag(let piece, let offset):
      return ("fault.not-a-tag", ["piece": .text(piece), "position": .integer(offset + 1)])
    case .missingTag(let tag): return ("fault.missing-tag", ["tag": .text(tag)])
    case .emptyTag(let tag): return ("fault.empty-tag", ["tag": .text(tag)])
    case .repeatedTag(let tag): return ("fault.repeated-tag", ["tag": .text(tag)])
    case .priority(let suggestion): return ("fault.priority", ["suggestion": .text(suggestion)])
    case .exampleAddress(let address):
      return ("fault.example-address", ["address": .text(address)])
    case .notOneLabel(let name): return ("fault.not-one-label", ["name": .text(name)])
    case .wrongStart(let start): return ("fault.wrong-start", ["start": .text(start)])
    case .notAnOption(let typed, let options):
      return ("fault.not-an-option", ["typed": .text(typed), "options": .list(options)])
    case .empty: return ("fault.empty", [:])
    case .onlyDomain: return ("fault.only-domain", [:])
    case .notAnAddress: return ("fault.not-an-address", [:])
    }
  }
}

extension SenderDomainError {
  /// The key and the arguments of the sentence that says what to do.
  fileprivate var message: (MessageKey, [String: Argument]) {
    switch self {
    case .empty: return ("fault.domain.empty", [:])
    case .emptyLabel: return ("fault.domain.empty-label", [:])
    case .tooLong: return ("fault.domain.too-long", [:])
    case .space(let name): return Self.suggesting("fault.domain.space", name)
    case .mailAddress(let name): return Self.suggesting("fault.domain.mail-address", name)
    case .url(let name): return Self.suggesting("fault.domain.url", name)
    case .underscore: return ("fault.domain.underscore", [:])
    case .character(let code):
      let hexadecimal = String(code, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
      return ("fault.domain.character", ["code": .text("U+\(padded)")])
    case .hyphen(let label): return ("fault.domain.hyphen", ["label": .text(label)])
    case .address: return ("fault.domain.address", [:])
    case .publicSuffix(let suffix):
      return ("fault.domain.public-suffix", ["suffix": .text(suffix)])
    }
  }

  /// A sentence with a proposal when there is one, otherwise the one without.
  private static func suggesting(
    _ key: String, _ name: String?
  ) -> (MessageKey, [String: Argument]) {
    name.map { (MessageKey(key + "-suggestion"), ["suggestion": .text($0)]) }
      ?? (MessageKey(key), [:])
  }
}

extension String {
  /// The character, or the number and the name of one that nobody sees: `U+0020 SPACE`.
  fileprivate var visible: String {
    guard let scalar = unicodeScalars.first, scalar.properties.isWhitespace else { return self }
    let number = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - number.count)) + number
    return ["U+\(padded)", scalar.properties.name].compactMap { $0 }.joined(separator: " ")
  }
}
