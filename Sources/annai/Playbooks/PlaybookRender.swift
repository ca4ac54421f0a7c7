import ArgumentParser
import DNS
import Localization
import Playbook
import Publishing
import Report
import Terminal

extension PlaybookCommand {
  /// `annai playbook render ID`: a playbook as a written guide, or its records as a file for another
  /// tool.
  struct Render: ShellCommand {
    static let configuration = CommandConfiguration(
      commandName: "render", abstract: "command.playbook.render")
    @ArgumentParser.Argument(help: "argument.playbook") var id: String
    @Option(name: .long, help: "option.guide-domain") var domain: String?
    @Option(name: .customLong("set"), parsing: .singleValue, help: "option.set") var settings:
      [String] = []
    @Option(name: .long, help: "option.guide-format") var format = RenderFormat.markdown
    @OptionGroup var global: GlobalOptions

    func run(in shell: Shell) async throws -> ExitStatus {
      let playbook = try Shelf(shell).playbook(id)
      var answers = try AnswerSheet(playbook: playbook, settings: settings, file: nil, shell).values
      let asked = playbook.domainInput.flatMap { answers.removeValue(forKey: $0.id) }
      if case .file(let format) = format {
        guard let typed = domain ?? asked else {
          throw Failure(.inputNeeded, "error.input-needed", Failure.need(["domain"]))
        }
        let sheet = try RecordsCommand.sheet(of: typed, playbook, answers)
        shell.output.write(try RecordFile(sheet, shell.messages).text(format))
        return .done
      }
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

  /// How a playbook is written down.
  enum RenderFormat: ExpressibleByArgument, Equatable {
    case markdown, html
    /// Its records alone.
    case file(ExportFormat)

    init?(argument: String) {
      switch argument {
      case "markdown": self = .markdown
      case "html": self = .html
      default:
        guard let format = ExportFormat(rawValue: argument) else { return nil }
        self = .file(format)
      }
    }

    /// Writes a guide; the records alone are no guide.
    func write(_ guide: Guide, _ shell: Shell) {
      let text = self == .html ? GuideHTML(guide).text : GuideMarkdown(guide).text
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
