import Diagnosis
import Localization
import Playbook
import Report

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a session of the wizard down as a walkthrough, step by step.
///
/// The file can be played after every step, however the session ends. Three things are never
/// written: an answer that was refused, because anything may have been pasted there; an answer that
/// is a token of somebody's account; and what the practice world proposes anyway.
final class WalkthroughRecorder {
  /// The path of the file.
  let file: String
  /// The questions whose answers were left out, in the order of the answers.
  private(set) var leftOut: [String] = []
  /// Whether everything that happened is in the file.
  private(set) var isWhole = true
  private let descriptor: Int32

  /// Begins a new file; one that is there already stays as it is.
  init(_ file: String, playbook: Playbook, practice scenario: String?) throws(Failure) {
    self.file = file
    descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let key: MessageKey = errno == EEXIST ? "record.export-exists" : "record.export-failed"
      throw Failure(.unreadableFile, key, ["file": .text(file)])
    }
    let walkthrough = Walkthrough(
      id: "", title: scenario.map { "practice.\($0).title" } ?? "walkthrough.recorded",
      playbook: playbook.id, world: scenario.map { .practice($0) } ?? .live, steps: [])
    // Where nothing is answered yet, input is needed: with this alone the file plays already.
    var beginning = Expectation()
    beginning.exit = Int(ExitStatus.inputNeeded.rawValue)
    let story = scenario.map { Walkthrough.Action.say("practice.\($0).story").text } ?? ""
    write(walkthrough.head + story + Walkthrough.Action.expect(beginning).text)
  }

  deinit { close(descriptor) }

  /// Something happened.
  func note(_ step: Walkthrough.Action) { write(step.text) }

  /// A question was answered; `proposed` is what a play of the file takes for no answer.
  func note(_ answer: String?, to input: Input, of playbook: Playbook, proposed: String?) {
    guard let answer, answer != proposed else {
      return note(.answer(question: input.id, value: nil, isRefused: false))
    }
    guard !playbook.isToken(input.id) else {
      if !leftOut.contains(input.id) { leftOut.append(input.id) }
      return note(.answer(question: input.id, value: nil, isRefused: false))
    }
    note(.answer(question: input.id, value: answer, isRefused: false))
  }

  /// A look at the DNS came to this.
  func note(_ result: CheckResult) {
    note(.check)
    var expectation = Expectation()
    expectation.status = result.verdict.status.rawValue
    expectation.findings = result.verdict.findings.filter { $0.severity != .info }.map(\.expected)
    for record in result.verdict.records {
      expectation.records[record.expected.id] = record.status.rawValue
    }
    expectation.exit = Int(ExitStatus(result.verdict.status).rawValue)
    note(.expect(expectation))
  }

  /// The service was asked to verify; `service` is what its console shows, where one is known.
  func noteSubmission(_ service: String?, exit: ExitStatus) {
    note(.submit)
    var expectation = Expectation()
    expectation.service = service
    expectation.exit = Int(exit.rawValue)
    note(.expect(expectation))
  }

  /// One call, so that a step is there as a whole or not at all.
  private func write(_ text: String) {
    guard isWhole else { return }
    let octets = Array(text.utf8)
    isWhole = writeOctets(descriptor, octets, octets.count) == octets.count
  }
}

/// The system's `write`, which a method of that name hides.
private func writeOctets(_ descriptor: Int32, _ octets: [UInt8], _ count: Int) -> Int {
  write(descriptor, octets, count)
}

extension Finding {
  fileprivate var expected: Expectation.Finding {
    Expectation.Finding(
      id: id.rawValue, role: isConsequence ? "consequence" : "cause", record: record)
  }
}
