import Diagnosis
import Localization

/// The findings of a check by number, for somebody who wants to read one of them: causes first,
/// numbered as the text of the check numbers them.
public struct FindingIndex: Sendable {
  private let findings: [Finding]
  private let messages: Messages
  private let clock: WallClock

  /// The findings of a check in words.
  public init(_ result: CheckResult, _ messages: Messages, clock: WallClock = .utc) {
    let all = result.verdict.findings
    findings = all.filter { !$0.isConsequence } + all.filter(\.isConsequence)
    self.messages = messages
    self.clock = clock
  }

  /// How many there are.
  public var count: Int { findings.count }

  /// A line for each, with its number; what follows from others says from which.
  public var blocks: [Block] {
    let width = String(count).count
    return findings.enumerated().map { index, finding in
      let number = String(index + 1)
      let gap = String(repeating: " ", count: width - number.count)
      return .paragraph(line(finding), marker: "\(gap)\(number). ", indent: 2)
    }
  }

  /// One in full; nil for a number that none has.
  public func article(_ number: Int) -> [Block]? {
    guard findings.indices.contains(number - 1) else { return nil }
    let finding = findings[number - 1]
    let section = FindingSection(finding, messages, clock: clock)
    let title = messages(
      "report.index.title", ["number": .integer(number), "title": .text(section.title)])
    let numbers = causes(of: finding)
    let origin = numbers.map { messages("report.index.origin", ["numbers": $0]) }
    return [.space, .subheading(title)] + (origin.map { [.paragraph($0, indent: 2)] } ?? [])
      + section.blocks + [.space]
  }

  private func line(_ finding: Finding) -> String {
    let title = FindingText(finding, messages, clock: clock).title
    guard let numbers = causes(of: finding) else { return title }
    return messages("report.index.line", ["title": .text(title), "numbers": numbers])
  }

  /// Which numbers explain a finding, those that nothing else explains; nil when it is a cause.
  private func causes(of finding: Finding) -> Argument? {
    let numbers = findings.indices.filter { index in
      finding.causes.contains(findings[index].id) && !findings[index].isConsequence
    }
    return numbers.isEmpty ? nil : .list(numbers.map { String($0 + 1) })
  }
}
