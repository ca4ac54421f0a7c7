#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The playbooks of a resource folder: `Playbooks/<id>.yaml`.
public struct PlaybookStore: Sendable {
  private let folder: URL

  /// Files in the same folder that are no playbooks.
  private static let others: Set<String> = ["dns-hosts"]
  private static let ending = ".yaml"

  /// The store of a folder that holds `Playbooks/`; nothing is read yet.
  public init(resources: URL) {
    folder = resources.appendingPathComponent("Playbooks", isDirectory: true)
  }

  /// Why a playbook cannot be had.
  public enum Fault: Error, Equatable, Sendable {
    /// There is none with this id; the one that may have been meant.
    case unknown(String, nearest: String?)
    /// A folder or file that cannot be read.
    case unreadable(path: String)
    /// A file with mistakes.
    case malformed(PlaybookFaults)
  }

  /// The ids of all playbooks, sorted.
  public func ids() throws(Fault) -> [String] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      throw .unreadable(path: folder.path)
    }
    let ids = names.filter { $0.hasSuffix(Self.ending) }.map { $0.dropLast(Self.ending.count) }
    return ids.map(String.init).filter(Self.isID).sorted()
  }

  /// Reads one playbook.
  public func load(_ id: String) throws(Fault) -> Playbook {
    // The id comes from a command line, so it is a plain name or nothing, never a path.
    let ids = try ids()
    guard ids.contains(id) else {
      throw .unknown(id, nearest: Spelling.nearest(to: id, in: ids))
    }
    let playbook = try Self.read(folder.appendingPathComponent(id + Self.ending).path)
    guard playbook.id == id else {
      let place = PlaybookFault(line: 1, column: 1, path: "id", code: .otherID(expected: id))
      throw .malformed(PlaybookFaults(file: id + Self.ending, faults: [place]))
    }
    return playbook
  }

  /// Reads a playbook from any file; the faults name the file as it is given here.
  public static func read(_ path: String) throws(Fault) -> Playbook {
    let text = try text(at: path, limit: Playbook.largestFile)
    do {
      return try Playbook(yaml: text, file: path)
    } catch {
      throw .malformed(error)
    }
  }

  /// The text of a file, one octet more than the limit at most.
  static func text(at path: String, limit: Int) throws(Fault) -> String {
    guard let octets = RegularFile.octets(path, limit: limit) else {
      throw .unreadable(path: path)
    }
    guard let text = String(validating: octets, as: UTF8.self) else {
      let valid = String(decoding: octets, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
      let lines = valid.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      let column = (lines.last?.unicodeScalars.count ?? 0) + 1
      let fault = PlaybookFault(line: lines.count, column: column, path: "", code: .notUTF8)
      throw .malformed(PlaybookFaults(file: path, faults: [fault]))
    }
    return text
  }

  private static func isID(_ text: String) -> Bool { Name.isSlug(text) && !others.contains(text) }
}
