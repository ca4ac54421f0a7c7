/// Puts the arguments into an order and a form that the parser understands.
enum ArgumentOrder {
  private static let commands: Set<String> = [
    "setup", "check", "diagnose", "dig", "spf", "explain", "playbook", "walkthrough",
    "records", "practice",
  ]
  /// Commands of two words.
  private static let subcommands = [
    "practice": ["list", "serve"], "playbook": ["list", "show", "render", "check"],
    "walkthrough": ["list", "run", "check", "record"],
  ]
  private static let withValue: Set<String> = [
    "--lang", "--color", "--server", "--root-hints", "--dns-port", "--timeout",
  ]

  /// `--lang ja check x` becomes `check --lang ja x`; anything else stays as it is.
  static func commandFirst(_ arguments: [String]) -> [String] {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("--") {
      index += withValue.contains(arguments[index]) ? 2 : 1
    }
    guard index > 0, index < arguments.count, commands.contains(arguments[index]) else {
      return arguments
    }
    var rest = arguments
    let command = rest.remove(at: index)
    if index < rest.count, subcommands[command]?.contains(rest[index]) == true {
      return [command, rest.remove(at: index)] + rest
    }
    return [command] + rest
  }

  /// Options whose value may be left out.
  private static let withOptionalValue = ["--resume", "--practice"]

  /// `--resume=x` becomes `--resume x`: before another option, ArgumentParser 1.8.2 drops the joined
  /// value of an option that may stand without one.
  static func valuesApart(_ arguments: [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.count
    let before = arguments[..<end].flatMap { argument -> [String] in
      guard let option = withOptionalValue.first(where: { argument.hasPrefix($0 + "=") })
      else { return [argument] }
      return [option, String(argument.dropFirst(option.count + 1))]
    }
    return before + arguments[end...]
  }
}
