import ArgumentParser
import Localization
import Resolution

/// The options of annai on a `dig` command line; everything else is for `DigArguments`.
///
/// `dig` has a grammar of its own, so the argument parser hands the words over as they are.
struct DigSettings {
  /// How results are printed.
  enum Format: String { case text, json }

  var format = Format.text
  var network: NetworkSettings

  /// Takes annai's own options out of the words.
  init(taking words: inout [String]) throws {
    var own: [String] = []
    var others: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      let name = word.split(separator: "=", maxSplits: 1).first.map(String.init) ?? word
      if name == "--accessible" || (name.hasPrefix("--") && word.contains("=")) {
        own.append(word)
      } else if name.hasPrefix("--"), name.count > 2 {
        own.append(word)
        if let value = rest.popFirst() { own.append(value) }
      } else {
        others.append(word)
      }
    }
    words = others
    // Without options the argument parser, which takes its time, has nothing to do.
    if own.isEmpty {
      network = try NetworkSettings()
      return
    }
    let options = try DigOptions.parse(own)
    if let text = options.format {
      guard let format = Format(rawValue: text) else {
        throw Failure(
          .usage, "usage.invalid-value",
          ["value": .text(text), "option": .text("--format")])
      }
      self.format = format
    }
    network = try NetworkSettings(options.global)
  }
}

/// annai's own options for `annai dig`.
struct DigOptions: ParsableArguments {
  @Option(name: .long, help: "option.format") var format: String?
  @OptionGroup var global: GlobalOptions
}
