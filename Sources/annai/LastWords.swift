import Localization
import Terminal

/// What is said when there are no tables to say it with.
///
/// The only words in code: without tables there are no others.
enum LastWords {
  static func say(_ error: ResourceError) -> ExitStatus {
    let line: String
    let status: ExitStatus
    switch error {
    case .notFound(let searched):
      line =
        "no language tables in \(searched.joined(separator: ", ")); "
        + "set ANNAI_RESOURCES to the folder that holds Localizations and Playbooks"
      status = .unreadableFile
    case .unreadable(let file):
      line = "cannot read \(file)"
      status = .unreadableFile
    case .malformed(let file, let row, let column, _):
      line = "\(file):\(row):\(column): malformed table (\(error.code))"
      status = .malformedFile
    }
    Output(fileDescriptor: 2, color: .never, environment: { _ in nil })
      .write("annai: \(Visible.text(line))\n")
    return status
  }
}
