import DNS
import Localization
import Playbook
import Report
import Wizard

/// Answers that look like a slip, and what was meant instead: the person confirms it.
extension Dialogue {
  /// Doubts a domain whose ending does not exist, once: the near name that Enter takes from now on.
  mutating func doubt(_ answer: String?, to input: Input) -> String? {
    guard input.kind == .domain, let answer, let near = NearName.of(answer),
      let ending = (try? DNSName(answer)).flatMap(NearName.unknownEnding),
      doubted.insert(answer).inserted
    else { return nil }
    say(
      "look.near-ending",
      [
        "ending": .text(ending), "domain": .text(answer),
        "suggestion": .text(near.withoutFinalDot),
      ])
    return near.withoutFinalDot
  }

  /// What was meant by a text that is no answer: a domain with a comma for a dot, or one value out
  /// of a whole table.
  mutating func instead(of typed: String, to input: Input) -> String? {
    if input.kind == .domain {
      guard let near = NearName.of(typed)?.withoutFinalDot else { return nil }
      say("look.near", ["suggestion": .text(near)])
      return near
    }
    guard let answer = input.answer(within: typed, domain: journey.domain?.name),
      input.keyFault(in: answer) == nil
    else { return nil }
    say("wizard.found-within")
    show([.verbatim(answer)])
    return answer
  }
}
