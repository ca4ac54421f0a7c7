#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where the running program really is, with every symbolic link followed.
enum ExecutablePath {
  static func current(environment: (String) -> String?) -> String? {
    // Linux says it; elsewhere the file is not there and the name of the command has to do.
    if let path = resolved("/proc/self/exe") { return path }
    return CommandLine.arguments.first.flatMap { named($0, environment: environment) }
  }

  /// The program that a shell would have started by this name.
  static func named(_ command: String, environment: (String) -> String?) -> String? {
    if command.isEmpty { return nil }
    if command.contains("/") { return resolved(command) }
    let folders = (environment("PATH") ?? "").split(separator: ":")
    return folders.lazy.map { "\($0)/\(command)" }.filter { access($0, X_OK) == 0 }
      .compactMap(resolved).first
  }

  /// The absolute path without links; nil if there is no such file.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
