/// Lets the options of every command stand before the command's name too.
enum ArgumentOrder {
  private static let commands: Set<String> = ["setup", "check", "dig", "practice"]
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
    // `practice list` and `practice serve` are two words.
    if command == "practice", index < rest.count, ["list", "serve"].contains(rest[index]) {
      return [command, rest.remove(at: index)] + rest
    }
    return [command] + rest
  }
}
