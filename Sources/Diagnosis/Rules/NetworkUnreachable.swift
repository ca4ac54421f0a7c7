import DNS

extension Rule {
  /// Nobody answers anything by any way: this machine is not online.
  static let networkUnreachable = Rule(
    "network-unreachable", layer: .caches, severity: .info, isUnknown: true, references: [],
    arguments: ["transports"],
    explains: .findings(["delegation-unknown", "record-unknown"]),
    broken: Example(delegation: .unknown, network: .absent), fixed: Example()
  ) { evidence in
    guard evidence.isCutOffFromServers, evidence.isNetworkChecked, !evidence.isOnline else {
      return []
    }
    let tried = evidence.observations.filter { $0.role == .parent || $0.role == .control }
    return [
      Draft(
        arguments: [
          "transports": .texts(["UDP", "TCP"] + (evidence.registration == nil ? [] : ["HTTPS"]))
        ], evidence: tried)
    ]
  }
}
