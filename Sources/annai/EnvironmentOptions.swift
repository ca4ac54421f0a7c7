/// Options given through the environment: `ANNAI_DNS_PORT=5353` is `--dns-port=5353`.
enum EnvironmentOptions {
  /// The options that every command takes.
  static let everywhere = [
    "lang", "color", "accessible", "server", "root-hints", "dns-port", "timeout",
  ]
  private static let registration = ["registration", "rdap-base", "whois-server"]
  /// The options of single commands.
  static let commands = [
    "setup": [
      "playbook", "answers", "no-input", "resume", "practice", "show-queries", "notify",
      "every",
    ] + registration,
    "check": ["playbook", "format", "practice", "show-queries", "save-case", "nameservers"]
      + registration,
    "diagnose": ["format", "show-queries"],
    "dig": ["format"],
    "spf": ["ip", "sender", "helo", "add-include", "format"],
    "explain": ["format"],
    "playbook": ["format"],
    "walkthrough": ["format"] + registration,
    "records": ["playbook", "answers", "zone", "host", "format"],
  ]
  private static let flags: Set<String> = ["accessible", "no-input", "show-queries", "notify"]
  private static let lists: Set<String> = ["server"]

  /// The environment name of an option.
  static func variable(_ option: String) -> String {
    "ANNAI_" + option.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
  }

  /// The arguments with the environment's options added; an option on the command line wins.
  static func complete(_ arguments: [String], _ environment: (String) -> String?) -> [String] {
    let first = arguments.first { commands[$0] != nil || $0 == "practice" } ?? "setup"
    // A recorded session is a session.
    let command = first == "walkthrough" && arguments.contains("record") ? "setup" : first
    let end = arguments.firstIndex(of: "--") ?? arguments.count
    let given = arguments[..<end]
    let added = (everywhere + (commands[command] ?? [])).flatMap { option -> [String] in
      guard let value = environment(variable(option)), !value.isEmpty,
        !given.contains(where: { $0 == "--\(option)" || $0.hasPrefix("--\(option)=") })
      else { return [] }
      if flags.contains(option) { return isYes(value) ? ["--\(option)"] : [] }
      let values =
        lists.contains(option) ? value.split { $0 == "," || $0 == " " }.map(String.init) : [value]
      return values.map { "--\(option)=\($0)" }
    }
    return given + added + arguments[end...]
  }

  private static func isYes(_ value: String) -> Bool {
    ["1", "true", "yes"].contains(value.lowercased())
  }
}
