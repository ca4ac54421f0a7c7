#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The environment of this process.
enum ProcessEnvironment {
  /// Every variable with its value.
  ///
  /// Foundation's own takes as long as a tenth of the whole start.
  static func variables() -> [String: String] {
    var variables: [String: String] = [:]
    variables.reserveCapacity(64)
    var entry: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    while let text = entry?.pointee {
      if let sign = strchr(text, Int32(UInt8(ascii: "="))) {
        let name = UnsafeRawBufferPointer(start: text, count: sign - text)
        let value = String(cString: sign + 1)
        variables.updateValue(value, forKey: String(decoding: name, as: UTF8.self))
      }
      entry = entry?.successor()
    }
    return variables
  }
}
