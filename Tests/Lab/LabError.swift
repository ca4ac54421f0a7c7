/// Why a lab cannot be started or changed.
public enum LabError: Error, CustomStringConvertible, Sendable {
  /// A program is not installed in any of the folders looked at.
  case missingProgram(String, searched: [String])
  /// The operating system refused a call; its error number.
  case system(call: String, code: Int32)
  /// No random port was free on all addresses.
  case noFreePort
  /// Another program holds the port; the next attempt takes another one.
  case portTaken(UInt16)
  /// A server ended or did not serve in time; the end of what it logged.
  case notServing(server: String, zone: String, log: String)
  /// A tool of DNSSEC ended with a status other than 0; what it printed.
  case notSigned(String, status: Int32, output: String)
  /// `dig` ended with a status other than 0; what it printed.
  case digFailed(status: Int32, output: String)
  /// The lab has been stopped, or the server holds no such zone.
  case gone(String)

  /// The reason in words, for the developer who runs the tests.
  public var description: String {
    switch self {
    case .missingProgram(let name, let searched):
      "the lab needs `\(name)` (apt install \(Program.packages[name] ?? name)); "
        + "looked in \(searched.joined(separator: ":"))"
    case .system(let call, let code): "\(call) failed with error number \(code)"
    case .noFreePort: "no port is free on all addresses of the lab"
    case .portTaken(let port): "port \(port) is held by another program"
    case .notServing(let server, let zone, let log):
      "\(server) does not serve zone \(zone); its log ends with:\n\(log)"
    case .notSigned(let what, let status, let output):
      "no \(what), the tool ended with status \(status):\n\(output)"
    case .digFailed(let status, let output): "dig ended with status \(status):\n\(output)"
    case .gone(let what): "there is no \(what) in this lab"
    }
  }
}
