import ArgumentParser
import Foundation
import Localization
import Report

/// The help of a command, built from the command's own definition and the words of the tables.
struct HelpPage {
  private let path: [Command]

  /// The page that the arguments ask for; nil when they ask for none.
  init?(arguments: [String]) {
    let wants = arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    guard wants || arguments.first == "help" else { return nil }
    guard let data = AnnaiCommand._dumpHelp().data(using: .utf8),
      let tool = try? JSONDecoder().decode(Tool.self, from: data)
    else { return nil }
    var path = [tool.command]
    for word in arguments where word != "help" {
      guard let next = path.last?.subcommands?.first(where: { $0.commandName == word }) else {
        continue
      }
      path.append(next)
    }
    self.path = path
  }

  func blocks(_ messages: Messages) -> [Block] {
    guard let command = path.last else { return [] }
    let options = (command.arguments ?? []).filter { $0.kind != "positional" && $0.isOwn }
    let positionals = (command.arguments ?? []).filter { $0.kind == "positional" }
    let subcommands = (command.subcommands ?? []).filter { $0.commandName != "help" }
    var blocks: [Block] = [
      .paragraph(words(command.abstract, messages)), .space,
      .subheading(messages("help.usage")),
    ]
    // The program without a command is the wizard.
    if path.count == 1 { blocks.append(.verbatim("annai [DOMAIN]")) }
    blocks += [
      .verbatim(usage(positionals, hasOptions: !options.isEmpty, subcommands)), .space,
    ]
    blocks += list("help.commands", subcommands.map { ($0.commandName, $0.abstract) }, messages)
    blocks += list("help.arguments", positionals.map { ($0.placeholder, $0.abstract) }, messages)
    blocks += list("help.options", options.map { ($0.spelling, $0.abstract) }, messages)
    return blocks + [.paragraph(messages("help.more"))]
  }

  private func list(
    _ title: MessageKey, _ rows: [(name: String, key: String?)], _ messages: Messages
  ) -> [Block] {
    if rows.isEmpty { return [] }
    return [.subheading(messages(title))]
      + rows.flatMap { name, key -> [Block] in
        [.verbatim(name), .paragraph(words(key, messages), indent: 6)]
      } + [.space]
  }

  private func usage(_ positionals: [Entry], hasOptions: Bool, _ subcommands: [Command]) -> String {
    var parts = path.map(\.commandName)
    if hasOptions { parts.append("[--option ...]") }
    parts += positionals.map(\.placeholder)
    if !subcommands.isEmpty { parts.append("<command>") }
    return parts.joined(separator: " ")
  }

  private func words(_ key: String?, _ messages: Messages) -> String {
    key.map { messages(MessageKey($0)) } ?? ""
  }

  /// The parser's description of itself, as far as it is needed.
  private struct Tool: Decodable { let command: Command }

  private struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let arguments: [Entry]?
    let subcommands: [Command]?
  }

  private struct Entry: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }
    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let isOptional: Bool
    let isRepeating: Bool

    /// `--help` comes from the parser itself and is explained at the end of each page.
    var isOwn: Bool { names?.contains { $0.name == "help" } != true }

    var spelling: String {
      let name = (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
        .joined(separator: ", ")
      return kind == "flag" ? name : "\(name) \((valueName ?? "value").uppercased())"
    }

    var placeholder: String {
      let name = (valueName ?? "value").uppercased() + (isRepeating ? "..." : "")
      return isOptional ? "[\(name)]" : name
    }
  }
}
