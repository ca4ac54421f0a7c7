import Foundation
import Localization

/// Reads a file that somebody named.
enum BoundedFile {
  /// The largest file that is read, in octets.
  static let limit = 4 << 20

  /// The text of a file; a missing, huge or undecodable one is a failure with its name in it.
  static func text(at path: String, limit: Int = limit) throws(Failure) -> String {
    let unreadable = Failure(.unreadableFile, "error.file-unreadable", ["file": .text(path)])
    guard let handle = FileHandle(forReadingAtPath: path) else { throw unreadable }
    defer { try? handle.close() }
    let data: Data
    do {
      // Nil is the end of the file: an empty one can be read.
      data = try handle.read(upToCount: limit + 1) ?? Data()
    } catch {
      throw unreadable
    }
    guard data.count <= limit else {
      throw Failure(.malformedFile, "error.file-too-big", ["file": .text(path)])
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure(.malformedFile, "error.file-not-utf8", ["file": .text(path)])
    }
    return text
  }
}
