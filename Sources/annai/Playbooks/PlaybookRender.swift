import ArgumentParser
import DNS
import Localization
import Playbook
import Report
import Terminal

extension PlaybookCommand {
  /// `annai playbook render ID`: a playbook as a written guide.
  struct Render: ShellCommand {
    static let configuration = CommandConfiguration(
      commandName: "render", abstract: "command.playbook.render")
    @ArgumentParser.Argument(help: "argument.playbook") var id: String
    @Option(name: .long, help: "option.guide-domain") var domain: String?
    @Option(name: .customLong("set"), parsing: .singleValue, help: "option.set") var settings:
      [String] = []
    @Option(name: .long, help: "option.guide-format") var format: GuideFormat = .markdown
    @OptionGroup var global: GlobalOptions

    func run(in shell: Shell) async throws -> ExitStatus {
      let playbook = try Shelf(shell).playbook(id)
      var answers = try AnswerSheet(playbook: playbook, settings: settings, file: nil, shell).values
      let asked = playbook.domainInput.flatMap { answers.removeValue(forKey: $0.id) }
      let guide: Guide
      do throws(PlanError) {
        guide = try Guide(
          playbook, shell.messages, domain: try Self.domain(domain ?? asked), answers: answers)
      } catch {
        throw Failure(error, playbook)
      }
      format.write(guide, shell)
      return .done
    }

    private static func domain(_ typed: String?) throws(PlanError) -> SenderDomain? {
      guard let typed else { return nil }
      do {
        return try SenderDomain(typed)
      } catch {
        throw .invalid(["domain": .domain(error)])
      }
    }
  }

  /// How a guide is written.
  enum GuideFormat: String, ExpressibleByArgument, CaseIterable {
    case markdown, html

    func write(_ guide: Guide, _ shell: Shell) {
      let text =
        switch self {
        case .markdown: GuideMarkdown(guide).text
        case .html: GuideHTML(guide).text
        }
      // A line at a time: line breaks are meant, everything else unseen is not.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      shell.output.write(lines.map { Visible.text(String($0)) }.joined(separator: "\n"))
    }
  }

  /// How the list of playbooks is printed.
  enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }
}
