#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The environment of this process.
///
/// Asked for a variable at a time: Foundation's copy of all takes a tenth of a whole start, and any
/// dictionary of text a thirtieth.
enum ProcessEnvironment {
  /// The value of a variable, which may be empty.
  @Sendable static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Whether there is a variable whose name begins with `prefix`.
  static func hasVariable(beginning prefix: String) -> Bool {
    var entry: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    while let text = entry?.pointee {
      if strncmp(text, prefix, prefix.utf8.count) == 0 { return true }
      entry = entry?.successor()
    }
    return false
  }
}
