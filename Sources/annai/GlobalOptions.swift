import ArgumentParser
import DNS
import Resolution

/// The options of every command. Help texts are keys of the tables.
struct GlobalOptions: ParsableArguments {
  @Option(name: .long, help: "option.lang") var lang: String?
  @Option(name: .long, help: "option.color") var color: ColorOption?
  @Flag(name: .long, help: "option.accessible") var accessible = false
  @Option(name: .long, parsing: .singleValue, help: "option.server") var server: [ServerAddress] =
    []
  @Option(name: .long, help: "option.root-hints") var rootHints: String?
  @Option(name: .long, help: "option.dns-port") var dnsPort: UInt16?
  @Option(name: .long, help: "option.timeout") var timeout: TimeLimit?
}

/// When escape codes are used.
enum ColorOption: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// A duration as people type it: `30s`, `5m`, `2h`, `500ms`, or seconds without a unit.
struct TimeLimit: ExpressibleByArgument {
  let duration: Duration

  init?(argument: String) {
    let units: [(String, Int)] = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)]
    let unit = units.first { argument.hasSuffix($0.0) } ?? ("", 1000)
    guard let number = Int(argument.dropLast(unit.0.count)), (1...100_000_000).contains(number)
    else { return nil }
    duration = .milliseconds(number * unit.1)
  }
}

extension ServerAddress: ExpressibleByArgument {
  /// `ADDRESS` or `ADDRESS#PORT`.
  public init?(argument: String) { self.init(argument) }
}
