import DNS
import Playbook

/// A playbook with one record of each kind, planned for a domain.
enum Sample {
  static let yaml = """
    id: sample
    service: name
    document:
      url: https://mail.example.net/guide
      version: "1"
      pages: {en: [mx]}
    limits:
      verification: {minimum: 60, maximum: 600}
      statuses: [pending, done]
    links:
      console: https://mail.example.net/
    labels:
      button: {en: Go}
    inputs:
      - {id: domain, kind: domain, required: true, example: a.example}
      - {id: key, kind: recordValue, required: true, keyTag: p, example: p=AAAA}
      - {id: token, kind: recordValue, required: true, example: token=1}
    records:
      - {id: mx, purpose: mx, type: MX, name: "{domain}", value: mx.sender.example, priority: 10}
      - {id: spf, purpose: spf, type: TXT, name: "{domain}", value: "v=spf1 include:sender.example ~all"}
      - {id: dkim, purpose: dkim, type: TXT, name: "s1._domainkey.{domain}", value: "{key}"}
      - {id: dmarc, purpose: dmarc, type: TXT, name: "_dmarc.{domain}", value: "v=DMARC1; p=none"}
      - {id: bounce, purpose: other, type: CNAME, name: "bounce.{domain}", value: bounce.sender.example}
      - {id: token, purpose: other, type: TXT, name: "_token.{domain}", value: "{token}"}
    steps:
      - {id: create, parts: [{ask: domain}, {ask: key}, {ask: token}]}
      - {id: record, parts: [{records: show}]}
      - {id: verify, parts: [{records: check}]}
      - {id: submit, parts: [{tell: step.submit.do.1}]}
    """

  /// A key of 1024 bits and one of 2048, as consoles show them.
  static let shortKey =
    "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDfTSdX4eVfr76WrT2sH3ScMTD9lhdV65y5"
    + "XMxoRzX8G5yySaHbaSZBfDNFgXireH/P1Dozu/PesqZoW8ohLFuQQjMAyRVNTlAOYz0sJBiD"
    + "gs9+tGBOqEFuApbY1ZqZD3tmOl+lWceAAA95Dxw5BuTMLz6YGypd/Kiig334MeDjYwIDAQAB"
  static let longKey =
    "v=DKIM1; k=rsa; p="
    + "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApc+oyBgx5oJZL7nC3bqfPq7DtVCdq1oHnTg+"
    + "2vKaL4qhY5YDhlAySaHWrED6arNj74J0S5HtvOdPkSzJgk6jZe9QGwVnGRsbJmQGMq5UeBCREAe/L3ML"
    + "GhqH3v/5/J36O6neQRsUzdFX0GKcd4lrE0S9SLs5L6kVbF72YNLttAN/J5h3aVLrFw6w0NvkcNPhGWHL"
    + "n/fgaTJe80XRceahsB3eQIl6myClVxumSGFDJtr5fMdQP1dS42LPruUgvPXDZeRHM7wjyhb5y/Rrt2zE"
    + "8k5CLRoQJ8Xn4/X3b10AF4LDTLi2fOJkvbZtncNlqSOssvAKTdPIbEKyybRfQ4BOZQIDAQAB"

  static let zone = "example.com."

  /// The records of a sender domain in the zone `example.com`, in the order of the playbook.
  static func plan(
    _ domain: String = "mail.example.com", key: String? = shortKey, token: String? = "token=1"
  ) throws -> [PlannedRecord] {
    var answers = ["domain": domain]
    answers["key"] = key
    answers["token"] = token
    return try Playbook(yaml: yaml, file: "sample.yaml")
      .plan(Answers(answers), zone: try DNSName(zone))
  }

  /// One record of the plan.
  static func planned(
    _ id: String, _ domain: String = "mail.example.com", key: String? = shortKey
  ) throws -> PlannedRecord {
    let plan = try plan(domain, key: key)
    guard let record = plan.first(where: { $0.id == id }) else { throw Missing(id: id) }
    return record
  }

  struct Missing: Error { let id: String }
}
