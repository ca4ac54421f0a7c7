import DNS
import Testing

@testable import Practice

func name(_ text: String) throws -> DNSName { try DNSName(text) }

func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

func scenario(_ id: String) throws -> Scenario { try #require(Scenario(id: id)) }

/// A world in which the scenario's own domain is served; the records are added on demand.
func world(_ id: String, adding: Bool = true) throws -> World {
  let scenario = try scenario(id)
  let world = try World(scenario: scenario)
  try world.serve(scenario.domain)
  if adding { #expect(world.addRecords(scenario.records).isEmpty) }
  return world
}

extension World {
  func dig(_ server: String, _ arguments: String...) throws -> Dig {
    try Dig(try address(server), port: port, arguments: arguments)
  }

  /// Asks one server without recursion, or with it, through the product's message type.
  func ask(_ server: String, _ question: String, _ type: RecordType) throws -> Message? {
    let client = ConsoleClient(
      resolver: try address(server), port: port, deadline: .now + .seconds(5))
    return client.ask(Question(try name(question), type))
  }

  /// Sends octets over UDP and gives the first octets that come back within the time.
  func send(
    _ octets: [UInt8], to server: String = "127.53.0.3", within time: Duration = .seconds(5)
  ) throws -> [UInt8]? {
    let socket = try LoopbackSocket(.datagram)
    #expect(socket.connect(try address(server), port: port) == nil)
    #expect(socket.send(octets[...]) == .octets(octets.count))
    var buffer = [UInt8](repeating: 0, count: 65_535)
    let end = ContinuousClock.now + time
    while ContinuousClock.now < end {
      if case .octets(let count) = socket.receive(into: &buffer) {
        return Array(buffer.prefix(count))
      }
    }
    return nil
  }

  /// What the first resolver says, as far as a mail service looks at it.
  func seen(_ question: String, _ type: RecordType) throws -> [String] {
    let message = try #require(try ask("127.53.0.53", question, type))
    return message.answer.compactMap { $0.text.map { String(decoding: $0, as: UTF8.self) } }
  }
}

let dkimName = "qcloud._domainkey.mail.example.com"
