import Inspection
import Localization

extension Failure {
  /// A case file that cannot be read or saved.
  init(_ error: CaseFileError, file: String) {
    let file = Argument.text(file)
    switch error {
    case .unreadable: self.init(.unreadableFile, "error.file-unreadable", ["file": file])
    case .tooBig: self.init(.malformedFile, "error.file-too-big", ["file": file])
    case .notJSON: self.init(.malformedFile, "error.case-not-json", ["file": file])
    case .excessive(let reason):
      self.init(
        .malformedFile, "error.case-excessive", ["file": file, "reason": .text(reason)])
    case .notACase: self.init(.malformedFile, "error.case-not-a-case", ["file": file])
    case .newer(let schema):
      self.init(.malformedFile, "error.case-newer", ["file": file, "schema": .text(schema)])
    case .malformed(let place):
      self.init(.malformedFile, "error.case-malformed", ["file": file, "place": .text(place)])
    case .exists: self.init(.unreadableFile, "error.case-exists", ["file": file])
    case .unwritable: self.init(.unreadableFile, "error.case-not-saved", ["file": file])
    }
  }
}
