import DNS
import Playbook

extension FuzzTarget {
  /// A playbook: YAML of anyone, and the plan that comes of it.
  static let playbook = FuzzTarget("playbook") { octets in
    let text = String(decoding: octets, as: UTF8.self)
    let playbook: Playbook
    do throws(PlaybookFaults) {
      playbook = try Playbook(yaml: text, file: "x.yaml")
    } catch {
      try hold(!error.faults.isEmpty, "refused without a fault")
      try hold(error.faults.allSatisfy { $0.line > 0 && $0.column > 0 }, "a fault before the file")
      return false
    }
    _ = (playbook.messageKeys, playbook.arguments(language: "ja"))
    var answers = Answers()
    if let domain = playbook.domainInput { answers[domain.id] = "mail.example.com" }
    for record in (try? playbook.plan(answers, zone: try DNSName("example.com"))) ?? [] {
      try hold(record.name.labels.count > 0, "a record at the root")
    }
    return true
  }

  /// The list of DNS hosts.
  static let dnsHosts = FuzzTarget("dns-hosts") { octets in
    let hosts: [DNSHost]
    do throws(PlaybookFaults) {
      hosts = try DNSHost.read(yaml: String(decoding: octets, as: UTF8.self), file: "x.yaml")
    } catch {
      try hold(!error.faults.isEmpty, "refused without a fault")
      try hold(error.faults.allSatisfy { $0.line > 0 && $0.column > 0 }, "a fault before the file")
      return false
    }
    let long = String(repeating: "a", count: 63)
    let servers = try ["f1g1ns1.dnspod.net", "\(long).\(long).\(long)"].map { try DNSName($0) }
    _ = DNSHost.recognise(servers, among: hosts)
    return true
  }

  /// A file of answers.
  static let answersFile = FuzzTarget("answers") { octets in
    do throws(AnswersFault) {
      _ = try Answers(yaml: String(decoding: octets, as: UTF8.self))
      return true
    } catch {
      try hold(error.line > 0, "a fault before the file")
      return false
    }
  }
}
