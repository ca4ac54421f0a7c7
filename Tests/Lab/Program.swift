import Foundation

/// A program of this machine, found in the search path.
struct Program {
  let path: String

  /// Where daemons live on Debian and with Homebrew; often missing in an ordinary user's path.
  static let daemonFolders = ["/usr/sbin", "/usr/local/sbin", "/sbin", "/opt/homebrew/sbin"]

  /// The Debian packages of the programs that a lab needs, where their names differ.
  static let packages = [
    "named": "bind9", "dig": "bind9-dnsutils", "dnssec-keygen": "bind9-utils",
    "dnssec-signzone": "bind9-utils",
  ]

  /// A program whose path is known.
  init(at path: String) { self.path = path }

  /// Looks through `PATH` and the folders of daemons, or through `folders` only.
  init(_ name: String, in folders: [String]? = nil) throws(LabError) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let searched = folders ?? path.split(separator: ":").map(String.init) + Self.daemonFolders
    for folder in searched {
      let candidate = "\(folder)/\(name)"
      if FileManager.default.isExecutableFile(atPath: candidate) {
        self.path = candidate
        return
      }
    }
    throw .missingProgram(name, searched: searched)
  }
}
