/// One process of a lab.
enum LabProcess: Hashable, CustomStringConvertible {
  case server(LabServer)
  case resolver, front, validator

  /// The name of the server or the program.
  var description: String {
    switch self {
    case .server(let server): server.name
    case .resolver: "named"
    case .front: "dnsdist"
    case .validator: "unbound"
    }
  }
}
