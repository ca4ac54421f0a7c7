extension PastedText {
  /// The option that was typed, in any case or as its number from 1.
  func option(of options: [String]) throws(InputFault) -> String {
    let typed = string.lowercased()
    if let option = options.first(where: { $0.lowercased() == typed }) { return option }
    if let number = Int(typed), options.indices.contains(number - 1) { return options[number - 1] }
    throw .notAnOption(string, options: options)
  }
}
