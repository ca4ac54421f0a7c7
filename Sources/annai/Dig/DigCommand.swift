import ArgumentParser
import DNS
import Foundation
import Localization
import Resolution

/// `annai dig`: looks up like `dig`, for people who have no `dig`.
struct DigCommand: ShellCommand {
  static let configuration = CommandConfiguration(commandName: "dig", abstract: "command.dig")

  @ArgumentParser.Argument(parsing: .captureForPassthrough, help: "argument.dig") var words:
    [String] = []
  var global: GlobalOptions { GlobalOptions() }

  private var readiness: Readiness?

  /// The command with its words, which need no argument parser.
  init(words: [String], _ readiness: Readiness?) {
    self.words = words
    self.readiness = readiness
  }

  init() {}

  /// What the argument parser may set.
  private enum CodingKeys: CodingKey { case words }

  func run(in shell: Shell) async throws -> ExitStatus {
    var words = self.words
    let settings = try DigSettings(taking: &words)
    let surroundings = DigSurroundings(shell)
    let lookups = try DigArguments(words, surroundings).lookups
    let digger = try Digger(settings, readiness)
    // All at once; printed in the order in which they were asked for.
    let results = await withTaskGroup(of: (Int, [DigResult]).self) { group in
      for (index, lookup) in lookups.enumerated() {
        group.addTask { (index, await digger.look(lookup)) }
      }
      var results: [(Int, [DigResult])] = []
      for await result in group { results.append(result) }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
    var status = ExitStatus.done
    for (lookup, steps) in zip(lookups, results) {
      let printer = DigPrinter(lookup, isUTF8: surroundings.isUTF8, shell)
      if settings.format == .json {
        try printer.printJSON(steps)
      } else {
        printer.print(steps)
      }
      if steps.last?.reply == nil { status = .notChecked }
    }
    return status
  }
}
