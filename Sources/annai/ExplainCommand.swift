import ArgumentParser
import Diagnosis
import Localization
import Playbook
import Report
import Terminal

/// `annai explain [FINDING]`: the article about a finding, or the list of all.
struct ExplainCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "command.explain")

  @ArgumentParser.Argument(help: "argument.finding") var finding: String?
  @Option(name: .long, help: "option.explain-format") var format: ExplainFormat = .text
  @OptionGroup var global: GlobalOptions

  func run(in shell: Shell) async throws -> ExitStatus {
    if let finding {
      let article = FindingArticle(try Self.rule(finding), shell.messages)
      try format.print(article, shell)
    } else {
      try format.print(FindingArticle.all(shell.messages), shell)
    }
    return .done
  }

  /// The rule with this id; one that there is none of is a failure with the nearest id in it.
  private static func rule(_ typed: String) throws -> Rule {
    if let rule = Rule.named(FindingID(rawValue: typed.lowercased())) { return rule }
    let ids = Rule.all.map(\.id.rawValue)
    // A short word is far from every id; it may be a part of one.
    let part = typed.count > 1 ? ids.first { $0.contains(typed.lowercased()) } : nil
    guard let suggestion = Spelling.nearest(to: typed, in: ids) ?? part else {
      throw Failure(.usage, "error.unknown-finding", ["id": .text(typed)])
    }
    throw Failure(
      .usage, "error.unknown-finding-suggestion",
      ["id": .text(typed), "suggestion": .text(suggestion)])
  }
}

/// How articles about findings are printed.
enum ExplainFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown

  func print(_ article: FindingArticle, _ shell: Shell) throws {
    switch self {
    case .text: shell.print(ExplainText(article, shell.messages).blocks)
    case .json:
      shell.output.write(try JSONText.encode(ExplainDocument(article), pretty: true))
    case .markdown: write(ExplainMarkdown(article, shell.messages), shell)
    }
  }

  /// The list; as Markdown, the whole book.
  func print(_ articles: [FindingArticle], _ shell: Shell) throws {
    switch self {
    case .text: shell.print(ExplainText(listing: articles, shell.messages).blocks)
    case .json:
      let documents = articles.map(ExplainDocument.init)
      shell.output.write(try JSONText.encode(documents, pretty: true))
    case .markdown: write(ExplainMarkdown(book: articles, shell.messages), shell)
    }
  }

  private func write(_ markdown: ExplainMarkdown, _ shell: Shell) {
    let lines = markdown.text.split(separator: "\n", omittingEmptySubsequences: false)
    shell.output.write(lines.map { Visible.text(String($0)) }.joined(separator: "\n"))
  }
}
