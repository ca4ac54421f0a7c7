import DNS
import Resolution

/// One answer of a lookup, or why there is none; a trace has several.
struct DigResult: Sendable {
  let server: ServerAddress?
  /// What the server was called when it was looked for: a name, or its address.
  var serverName: String?
  /// How many addresses were found for it.
  var serverCount = 1
  let reply: Client.Reply?
  let fault: NoAnswer?

  init(_ server: ServerAddress?, named name: String?, _ result: Result<Client.Reply, NoAnswer>) {
    self.server = server
    serverName = name
    switch result {
    case .success(let reply):
      self.reply = reply
      fault = nil
    case .failure(let fault):
      reply = nil
      self.fault = fault
    }
  }

  /// `192.0.2.1#53(ns1.example.com)`, as `dig` names servers.
  var place: String {
    guard let server else { return "-" }
    let address = server.address.description
    return "\(address)#\(server.port)(\(serverName ?? address))"
  }
}
