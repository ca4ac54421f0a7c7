import ArgumentParser
import Diagnosis
import Inspection
import Localization
import Report

/// `annai diagnose CASE...`: judges saved cases again, offline.
struct DiagnoseCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose", abstract: "command.diagnose")

  @ArgumentParser.Argument(help: "argument.cases") var cases: [String]
  @Option(name: .long, help: "option.format") var format: CheckFormat = .text
  @Flag(name: .long, help: "option.show-queries") var showQueries = false
  @OptionGroup var global: GlobalOptions

  func run(in shell: Shell) async throws -> ExitStatus {
    var worst = ExitStatus.done
    var failed: ExitStatus?
    for file in cases {
      do {
        let result = CheckResult(try Self.read(file))
        if format == .text { shell.print(Self.heading(file, result, shell.messages)) }
        try format.print(result, shell, showsQueries: showQueries)
        worst = ExitStatus.worse(worst, ExitStatus(result.verdict.status))
      } catch let failure as Failure {
        // One bad file does not keep the others from being judged.
        let status = shell.say(failure)
        failed = failed ?? status
      }
    }
    return failed ?? worst
  }

  private static func read(_ file: String) throws(Failure) -> CaseFile {
    do {
      return try CaseFile(path: file)
    } catch {
      throw Failure(error, file: file)
    }
  }

  private static func heading(
    _ file: String, _ result: CheckResult, _ messages: Messages
  ) -> [Block] {
    let time = WallClock.local.text(result.evidence.checkedAt)
    return [
      .paragraph(messages("report.case", ["file": .text(file), "time": .text(time)])), .space,
    ]
  }
}

extension CaseFile {
  /// The case of a look that was just taken.
  init(_ result: CheckResult) {
    self.init(
      program: "annai \(Program.version)", playbook: result.playbook, dnsHost: result.dnsHost,
      durationMilliseconds: result.durationMilliseconds, queries: result.queries,
      evidence: result.evidence)
  }
}

extension CheckResult {
  /// A look that somebody has saved, judged now.
  init(_ saved: CaseFile) {
    self.init(
      playbook: saved.playbook, evidence: saved.evidence,
      durationMilliseconds: saved.durationMilliseconds, queries: saved.queries,
      dnsHost: saved.dnsHost)
  }
}
