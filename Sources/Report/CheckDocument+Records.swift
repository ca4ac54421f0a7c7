import DNS
import Diagnosis

extension CheckDocument {
  /// One expected record and what each server said of it.
  struct RecordPart: Encodable {
    let id: String
    let name: String
    let type: String
    let expected: Nullable<String>
    let status: String
    let servers: [ServerPart]

    init(_ verdict: RecordVerdict) {
      let expected = verdict.expected
      id = expected.id
      name = expected.name.description
      type = expected.type.name
      self.expected = Nullable(expected.value.isEmpty ? nil : expected.value)
      status = verdict.status.rawValue
      servers = verdict.servers.map { ServerPart($0.observation) }
    }
  }

  /// What one server said.
  struct ServerPart: Encodable {
    let server: Nullable<String>
    let address: String
    let role: String
    let rcode: String
    let values: [String]
    let ttl: Nullable<UInt32>

    init(_ observation: Observation) {
      server = Nullable(observation.server?.withoutFinalDot)
      address = observation.address
      // A server that answers for a zone without being delegated speaks for it all the same.
      role = observation.role == .undelegated ? "authoritative" : observation.role.rawValue
      let records = observation.records ?? []
      rcode = observation.answerWord
      values = records.map(RecordText.of)
      ttl = Nullable(records.map(\.ttl).min())
    }
  }
}

extension Observation {
  /// The response code, or the reason why there is no answer, as one word.
  var answerWord: String {
    switch outcome {
    case .answered(let answer): answer.code.name
    case .failed(let reason): reason
    }
  }
}
