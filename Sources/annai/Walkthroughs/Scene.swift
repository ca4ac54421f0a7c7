import Report

/// One thing that is seen while a walkthrough plays.
enum Scene: Hashable {
  /// The program shows something.
  case shown([Block])
  /// The person types something and presses Enter.
  case typed(prompt: String, text: String)
  /// Something happens outside of the program.
  case happens([Block])

  var blocks: [Block] {
    switch self {
    case .shown(let blocks), .happens(let blocks): blocks
    case .typed(let prompt, let text): [.verbatim("\(prompt)> \(text)", indent: 0)]
    }
  }
}

/// What has to be compared with an expectation.
struct Seen {
  let result: CheckResult?
  let service: String?
  let exit: ExitStatus
  /// What was shown since the last expectation.
  let screen: CellScreen
}
