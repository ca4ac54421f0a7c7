import Foundation
import Synchronization

extension Bench {
  /// The zone as it stands on a server.
  func zone(_ name: String, on server: LabServer) throws -> LabZone {
    let zones = state.withLock { $0.zones[server] ?? [] }
    guard let zone = zones.first(where: { $0.name == name }) else {
      throw LabError.gone("zone \(name) on \(server.name)")
    }
    return zone
  }

  /// Writes a new version of a zone and has the server read it.
  func set(_ name: String, on server: LabServer, records: String) async throws {
    let (changed, isNew) = try state.withLock { state in
      guard let process = state.processes[.server(server)] else {
        throw LabError.gone("server \(server.name)")
      }
      var zones = state.zones[server] ?? []
      let index = zones.firstIndex { $0.name == name }
      var changed = index.map { zones[$0] } ?? LabZone(name, records: records)
      changed.serial += 1
      changed.records = records
      if let index { zones[index] = changed } else { zones.append(changed) }
      state.zones[server] = zones
      try write(try served(changed), to: "\(server.name)/\(changed.file)")
      if index != nil { process.signal(SIGHUP) }
      return (changed, index == nil)
    }
    if isNew { try launch(.server(server)) }
    try await waitUntilServed(
      changed, on: server, freshly: isNew, until: .now + Self.patience)
  }

  /// Writes all zones before any server reads one, children before the parent that lists their
  /// keys. What lies on two servers is signed once.
  func writeFirst(_ held: [(key: LabServer, value: [LabZone])]) throws {
    let all = held.flatMap { server, zones in zones.map { (server, $0) } }
    if let signer {
      try signer.makeKeys(for: all.map(\.1))
      try write(try signer.anchor("com"), to: "com.anchor")
    }
    var texts: [String: String] = [:]
    for (server, zone) in all.sorted(by: { $0.1.depth > $1.1.depth }) {
      let text = try texts[zone.text] ?? served(zone)
      texts[zone.text] = text
      try write(text, to: "\(server.name)/\(zone.file)")
    }
  }

  /// The text of a zone as its servers read it.
  private func served(_ zone: LabZone) throws -> String {
    guard let signer, zone.isSigned else { return zone.text }
    return try signer.signed(zone)
  }

  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(
      to: URL(fileURLWithPath: "\(configuration.folder)/\(file)"), options: .atomic)
  }
}
