import DNS
import Localization
import Playbook
import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The records of a sheet as a file for another tool, with what to know about them as comments.
struct RecordFile {
  /// The names of the formats.
  static let formats = ExportFormat.allCases.map(\.rawValue)

  private let sheet: RecordSheet
  private let messages: Messages

  init(_ sheet: RecordSheet, _ messages: Messages) {
    self.sheet = sheet
    self.messages = messages
  }

  /// The text of the file.
  func text(_ format: ExportFormat) throws(Failure) -> String {
    do {
      return try RecordExport(sheet.changes, zone: sheet.zone, remarks: remarks).text(format)
    } catch {
      switch error {
      case .formula(let value):
        throw Failure(.malformedFile, "record.export-formula", ["value": .text(value)])
      }
    }
  }

  /// What has to go, what stays, and what could not be written.
  private var remarks: [String] {
    sheet.changes.flatMap { change -> [String] in
      let gone = change.obsolete.map { record in
        messages("record.export-delete", ["record": .text(sheet.zoneLine(record))])
      }
      let kept = change.kept.map { record in
        messages("record.export-keep", ["record": .text(sheet.zoneLine(record))])
      }
      guard change.isTyped, change.record == nil else { return gone + kept }
      let place = "\(change.planned.name) \(change.planned.type)"
      return gone + kept + [messages("record.export-open", ["record": .text(place)])]
    }
  }

  /// Writes a new file; one that is there already stays as it is.
  static func save(_ text: String, to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let key: MessageKey = errno == EEXIST ? "record.export-exists" : "record.export-failed"
      throw Failure(.unreadableFile, key, ["file": .text(path)])
    }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    let isWhole = rest.isEmpty
    guard close(descriptor) == 0, isWhole else {
      unlink(path)
      throw Failure(.unreadableFile, "record.export-failed", ["file": .text(path)])
    }
  }
}
