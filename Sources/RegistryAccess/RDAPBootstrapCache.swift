import Foundation

/// IANA's list, kept in a file between runs.
///
/// A cache that cannot be read or written is as good as none: nothing here fails.
struct RDAPBootstrapCache: Sendable {
  /// `dns.json` in the folder of annai's caches.
  let file: URL

  /// After this a kept list is asked for anew; the list changes a few times a month.
  static let maximumAge: TimeInterval = 7 * 86_400

  /// A cache in `folder`, which need not exist.
  init(folder: URL) { file = folder.appendingPathComponent("rdap-dns.json") }

  /// `annai` under `XDG_CACHE_HOME`, or under `~/.cache` when that is unset or not absolute, as the
  /// XDG Base Directory Specification wants; nil without a home.
  static func folder(in environment: (String) -> String?) -> URL? {
    if let path = environment("XDG_CACHE_HOME"), path.hasPrefix("/") {
      return URL(fileURLWithPath: path).appendingPathComponent("annai")
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return URL(fileURLWithPath: home).appendingPathComponent(".cache/annai")
  }

  /// The kept list and whether it is fresh at `now`; nil when there is none or it is broken.
  func load(at now: Date) -> (bootstrap: RDAPBootstrap, isFresh: Bool)? {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return nil }
    defer { try? handle.close() }
    // One octet more than allowed, so that a longer file is refused and not cut.
    guard let json = try? handle.read(upToCount: RDAPBootstrap.mostOctets + 1),
      let bootstrap = RDAPBootstrap(json: json),
      let attributes = try? FileManager.default.attributesOfItem(atPath: file.path),
      let written = attributes[.modificationDate] as? Date
    else { return nil }
    let age = now.timeIntervalSince(written)
    return (bootstrap, age >= 0 && age < Self.maximumAge)
  }

  /// Replaces the kept list at one stroke; readable by its owner only.
  func store(_ json: Data) {
    let manager = FileManager.default
    let folder = file.deletingLastPathComponent()
    try? manager.createDirectory(at: folder, withIntermediateDirectories: true)
    let draft = folder.appendingPathComponent(".rdap-dns.json." + UUID().uuidString)
    let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
    guard manager.createFile(atPath: draft.path, contents: json, attributes: attributes) else {
      return
    }
    // rename(2) puts the new file in place of the old one or does nothing.
    if rename(draft.path, file.path) != 0 { try? manager.removeItem(at: draft) }
  }
}
